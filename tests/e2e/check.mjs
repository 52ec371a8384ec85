// What journeys look at besides their own story: accessibility, and how a page looks.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];

/**
 * Fails on any axe violation, in light and in dark.
 * @param {import("@playwright/test").Page} page
 * @param {string} what the state of the page, for the message
 */
export async function accessible(page, what) {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // A colour on its way from one state to the next is not a colour of the page.
    await page.evaluate(() => {
      const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
      transitions.forEach((one) => one.finish());
    });
    // A frame is a page of its own, and looked at as one.
    const { violations } = await new AxeBuilder({ page }).exclude("iframe").withTags(TAGS).analyze();
    const lines = violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.html}\n      ${node.failureSummary}`),
    );
    assert.equal(lines.length, 0, `axe, ${what}, ${colorScheme}:\n    ${lines.join("\n    ")}`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/**
 * Nothing is wider than the window: a phone never scrolls sideways.
 * @param {import("@playwright/test").Page} page
 * @param {string} what
 */
export async function fitsWidth(page, what) {
  const [content, view] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(content <= view, `${what}: the page is ${content} px wide in a window of ${view} px`);
}

/**
 * With SHOTS=folder, pictures of the page at three widths in light and dark; otherwise nothing.
 * @param {import("@playwright/test").Page} page
 * @param {string} name
 */
export async function shoot(page, name) {
  const folder = process.env.SHOTS;
  if (!folder) {
    return;
  }
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const file = path.join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) {
    await page.setViewportSize(before);
  }
}

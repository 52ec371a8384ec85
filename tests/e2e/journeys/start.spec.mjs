// From the first visit to the list with the keyboard alone; and what happens with wrong answers.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";

test("start: the questions by keyboard, mistakes named and linked", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await open("/");
  await mistakes(page, accessible);
  await shoot(page, "start-mistakes");
  await keyboard(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "the list");
});

async function mistakes(page, accessible) {
  await page.getByRole("button", { name: "See my programs" }).click();
  const summary = page.getByRole("group", { name: "There is a problem" });
  await summary.waitFor();
  assert.equal(await summary.evaluate((element) => element === document.activeElement), true);
  assert.match(await page.title(), /^Error: /);
  assert.equal(await summary.getByRole("link").count(), 3);
  await accessible(page, "start with mistakes");

  await page.locator("#step2").check();
  await page.locator("#step2-score").fill("345");
  await summary.getByRole("link", { name: /Step 2 CK score as a number/ }).click();
  assert.equal(await focused(page), "step2-score");
  assert.equal(await page.locator("#step2-score").getAttribute("aria-invalid"), "true");
  // What was typed is still there after a reload.
  await page.waitForFunction(() => Object.values({ ...localStorage }).some((kept) => kept.includes("345")));
  await page.reload();
  await page.locator("#step2-score").waitFor();
  assert.equal(await page.locator("#step2-score").inputValue(), "345");
}

/** Every step by the keys that a person without a mouse has. */
async function keyboard(page) {
  await page.locator("#specialty-1").focus();
  await page.keyboard.type("internal med");
  await page.getByRole("option", { name: "Internal Medicine", exact: true }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#specialty-1").inputValue(), "Internal Medicine");

  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await page.locator("#applicant-type").isChecked(), true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("#visa-2").isChecked(), true);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "step2");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("245");
  // The sentence stands beside the answers, and who answers for the first time has left nothing off.
  await page.getByRole("complementary", { name: "As you answer" }).getByText(/about \d+ in 10 match/).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Where you left off" }).count(), 0);
  await page.keyboard.press("Enter");

  await page.waitForURL("**/programs");
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await focused(page), "page-title");
}

function focused(page) {
  return page.evaluate(() => document.activeElement?.id);
}

// The guide: its table of contents, articles from link to link, and the same words without scripts.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { answerThreeQuestions } from "../programs.mjs";

test("guide: contents, articles, without scripts, a download that fails", async ({ accessible, address, context, fitsWidth, open, page, shoot }) => {
  await open("/guide");
  await page.getByRole("heading", { level: 2, name: "US clinical experience" }).waitFor();
  await accessible(page, "the guide's contents");
  await shoot(page, "guide");
  await page.getByRole("link", { name: "Visas: J-1 and H-1B this season" }).click();
  const title = page.getByRole("heading", { level: 1, name: "Visas: J-1 and H-1B this season" });
  await title.waitFor();
  assert.match(await page.title(), /^Visas: J-1/);
  assert.equal(await title.evaluate((h1) => h1 === document.activeElement), true);
  await accessible(page, "an article");
  await shoot(page, "article");
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "an article");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: "Source 1", exact: true }).first().click();
  await page.locator("#source-1").waitFor();
  await page.getByRole("navigation", { name: "More of the guide" }).getByRole("link").first().click();
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Visas" }).waitFor();
  await page.goBack();
  await title.waitFor();
  await direct(page, open);
  await forYou(page, open);
  await withoutScripts(context.browser(), address);
  await failing(page, open);
});

/** An address opened directly is painted before the app and stays the same when it has come. */
async function direct(page, open) {
  await open("/guide/letters");
  await page.getByRole("heading", { level: 1, name: "Letters of recommendation" }).waitFor();
  await open("/guide/no-such-article");
  await page.getByText("The guide has no such article.").waitFor();
}

/** What the answers lack comes first. */
async function forYou(page, open) {
  await answerThreeQuestions(page, open);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Guide" }).click();
  const section = page.getByRole("region", { name: "For you, by your answers" });
  await section.getByRole("link", { name: "Visas: J-1 and H-1B this season" }).waitFor();
}

async function withoutScripts(browser, address) {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(new URL("/guide/visas", address).href);
  await page.getByRole("heading", { level: 2, name: "J-1 or H-1B" }).waitFor();
  assert.match(await page.title(), /^Visas: J-1/);
  await page.getByRole("link", { name: "Guide", exact: true }).first().click();
  await page.getByRole("link", { name: "Letters of recommendation" }).click();
  await page.getByRole("heading", { level: 1, name: "Letters of recommendation" }).waitFor();
  await plain.close();
}

async function failing(page, open) {
  await open("/guide");
  const file = /assets\/guide-signals-.*\.html/;
  await page.route(file, (route) => route.fulfill({ status: 200, body: "" }));
  await page.getByRole("link", { name: "Signals and geographic preferences" }).click();
  await page.getByText("This page's content did not arrive").waitFor();
  await page.unroute(file);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 1, name: "Signals and geographic preferences" }).waitFor();
}

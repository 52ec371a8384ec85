// The search over everything, and a term explained at its word.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";

test("search: by key, with a typing error, through the results; a term at its word; own answers", async ({ accessible, open, page, shoot }) => {
  await open("/guide/visas");
  await page.getByRole("heading", { level: 1, name: "Visas: J-1 and H-1B this season" }).waitFor();
  await page.keyboard.press("/");
  const dialog = page.getByRole("dialog", { name: "Search" });
  const box = dialog.getByRole("textbox");
  await box.waitFor();
  assert.equal(await box.evaluate((box) => box === document.activeElement), true);
  await box.fill("boston");
  await dialog.getByRole("region", { name: "Programs" }).getByRole("link").first().waitFor();
  await box.fill("preliminry");
  await dialog.getByRole("region", { name: "Glossary" }).getByRole("link", { name: /^Preliminary position/ }).waitFor();
  await accessible(page, "the search");
  await shoot(page, "search");
  // A slash is typed in a box, and does not begin anew.
  await box.press("End");
  await page.keyboard.type("/");
  assert.equal(await box.inputValue(), "preliminry/");
  await box.fill("interview practice");
  await dialog.getByRole("region", { name: "Tools" }).getByRole("link").first().waitFor();
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.className), "search__line");
  await box.focus();
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
  await page.keyboard.press("Control+k");
  await box.fill("how much does it cost");
  await dialog.getByRole("region", { name: "Tools" }).getByRole("link", { name: /^Cost planner/ }).waitFor();
  await dialog.getByRole("region", { name: "Guide" }).getByRole("link", { name: /^Money/ }).waitFor();
  await box.fill("scams");
  const money = dialog.getByRole("region", { name: "Guide" }).getByRole("link").first();
  await money.waitFor();
  await money.click();
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Visas" }).waitFor();
  await box.waitFor({ state: "hidden" });
  await term(page, open, accessible, shoot);
  await ownAnswers(page, open, accessible, shoot);
});

async function term(page, open, accessible, shoot) {
  await open("/guide/letters");
  const word = page.locator("a.term").first();
  await word.waitFor();
  await word.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("link", { name: "The whole glossary" }).waitFor();
  await accessible(page, "a term at its word");
  await shoot(page, "term");
  await dialog.getByRole("link", { name: "The whole glossary" }).click();
  await page.getByRole("heading", { level: 1, name: "Glossary of the residency Match" }).waitFor();
  await accessible(page, "the glossary");
  await shoot(page, "glossary");
}

/** Where the profile has an answer, it stands first. */
async function ownAnswers(page, open, accessible, shoot) {
  await open("/profile#graduation-year");
  await page.locator("#graduation-year").fill("2019");
  await page.waitForFunction(() => localStorage.getItem("smart-pick/1")?.includes("2019"));
  await open("/guide/faq");
  await page.getByText(/you graduated in 2019/).waitFor();
  await accessible(page, "questions that applicants ask");
  await shoot(page, "faq");
}

// The work outlives a reload, goes into a file and comes back, and is never overwritten by another tab.

import assert from "node:assert/strict";
import { downloaded } from "../downloads.mjs";
import { test } from "../journey.mjs";

const YEAR = "#graduation-year";

test("keeping: reload, file, bad files, start over, two tabs, full storage", async ({ accessible, context, open, page }) => {
  await open("/profile#graduation-year");
  await page.locator(YEAR).fill("2019");
  await kept(page, "2019");
  await page.reload();
  await page.locator(YEAR).waitFor({ state: "attached" });
  assert.equal(await page.locator(YEAR).inputValue(), "2019");

  const file = await saved(open, page);
  await badFiles(open, page);
  await startOver(page, accessible);
  await opened(page, file);
  await tabs(context, open, page, accessible);
  await fullStorage(page);
});

/** Waits until the device keeps a year. */
async function kept(page, year) {
  await page.waitForFunction(
    (wanted) => JSON.parse(localStorage.getItem("smart-pick/1") ?? "{}").answers?.typed["graduation-year"] === wanted,
    year,
  );
}

async function saved(open, page) {
  await open("/answers");
  const { name, text } = await downloaded(page, "Save to file");
  assert.match(name, /^smart-pick-\d{4}-\d\d-\d\d\.json$/);
  assert.equal(JSON.parse(text).answers.typed["graduation-year"], "2019");
  return text;
}

/** A wrong file says what is wrong and changes nothing. */
async function badFiles(open, page) {
  const files = [
    ["{ \"format\": ", /line 1, column/],
    ["[1, 2, 3]", /was not saved by Smart Pick/],
    ["{ \"format\": \"smart-pick/9\" }", /newer version/],
    [" ".repeat(16_100_000), /larger than 16 MB/],
  ];
  for (const [text, says] of files) {
    await pick(page, text);
    await page.getByRole("status").filter({ hasText: says }).waitFor();
    await kept(page, "2019");
  }
}

async function pick(page, text) {
  const file = { name: "answers.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.locator("#open-file").setInputFiles(file);
}

async function startOver(page, accessible) {
  await page.getByRole("button", { name: "Start over" }).click();
  const dialog = page.getByRole("dialog", { name: "Start over?" });
  await dialog.waitFor();
  await accessible(page, "the question before starting over");
  await dialog.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("link", { name: "Answer Graduation year" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "Change Graduation year" }).waitFor();
  await page.getByRole("button", { name: "Start over" }).click();
  await dialog.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("link", { name: "Answer Graduation year" }).waitFor();
}

async function opened(page, file) {
  await pick(page, file);
  await page.getByText("The file is open.").waitFor();
  await page.getByRole("link", { name: "Change Graduation year" }).waitFor();
  await kept(page, "2019");
}

/** The other tab takes newer work over; with an edit of its own it asks. */
async function tabs(context, open, page, accessible) {
  const other = await context.newPage();
  await open("/profile#graduation-year", other);
  await open("/profile#graduation-year", page);
  await other.locator(YEAR).fill("2020");
  await page.waitForFunction((year) => document.querySelector(year).value === "2020", YEAR);

  await both(page, other, "2021", "2022");
  await page.getByText("Another tab has newer answers").waitFor();
  await accessible(page, "two tabs differ");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await kept(page, "2021");
  await other.waitForFunction((year) => document.querySelector(year).value === "2021", YEAR);

  await both(page, other, "2023", "2024");
  await page.getByRole("button", { name: "Use the other tab's answers" }).click();
  await page.waitForFunction((year) => document.querySelector(year).value === "2024", YEAR);
  await kept(page, "2024");
  await other.close();
}

/** An edit in `page` that is not saved yet when the edit of `other` is. */
async function both(page, other, mine, theirs) {
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    window.writes = 0;
    Storage.prototype.setItem = () => {
      window.writes += 1;
      throw new DOMException("full", "QuotaExceededError");
    };
    window.letGo = () => {
      Storage.prototype.setItem = set;
    };
  });
  await page.locator(YEAR).fill(mine);
  await page.getByText("This browser does not keep your answers").waitFor();
  await other.locator(YEAR).fill(theirs);
  await page.evaluate(() => window.letGo());
}

async function fullStorage(page) {
  await page.addInitScript(() => {
    window.writes = 0;
    Storage.prototype.setItem = () => {
      window.writes += 1;
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.reload();
  await page.locator(YEAR).fill("2018");
  const notice = page.getByRole("status").filter({ hasText: "This browser does not keep your answers" });
  await notice.waitFor();
  await notice.getByRole("button", { name: "I have understood" }).click();
  const before = await page.evaluate(() => window.writes);
  await page.locator(YEAR).fill("2017");
  // Told once: the next write fails too, and says nothing.
  await page.waitForFunction((before) => window.writes > before, before);
  assert.equal(await notice.count(), 0);
}

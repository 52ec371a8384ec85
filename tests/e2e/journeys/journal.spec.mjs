// The journal: written, found, gathered; it survives a reload, a file and a full storage.

import assert from "node:assert/strict";
import { downloaded } from "../downloads.mjs";
import { test } from "../journey.mjs";

const TITLE = { level: 1, name: "Journal" };

test("journal: entries, search, letters, rank list, reload, file, full storage", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await open("/tools/journal");
  await page.getByRole("heading", TITLE).waitFor();
  await page.getByText("No entry yet").waitFor();
  await write(page, 0, "Learned the word “rounds”.", "The attending");
  await write(page, 1, "A hard talk with a family.", "The attending");
  await page.getByText("2 of 2 entries").waitFor();
  await page.getByLabel("Search your journal").fill("FAMILY talk");
  await page.getByText("1 of 2 entries").waitFor();
  await page.getByLabel("Search your journal").fill("");
  await page.getByRole("heading", { name: "For letters" }).waitFor();
  await accessible(page, "the journal");
  await shoot(page, "tool-journal");
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "the journal");
  await page.setViewportSize({ width: 1280, height: 800 });
  const { text: letter } = await downloaded(page, "Save for this letter");
  assert.match(letter, /A hard talk with a family\./);
  await kept(page, "A hard talk");
  await page.reload();
  await page.getByText("2 of 2 entries").waitFor();
  await throughAFile(page, open);
  await fullStorage(page);
});

async function write(page, at, text, witness) {
  await page.getByRole("button", { name: "New entry" }).click();
  await page.locator(`#entry-${at}-text`).fill(text);
  await page.locator(`#entry-${at}-witness`).fill(witness);
}

async function kept(page, text) {
  await page.waitForFunction((text) => localStorage.getItem("smart-pick/1")?.includes(text), text);
}

async function throughAFile(page, open) {
  await open("/answers");
  const { text: file } = await downloaded(page, "Save to file");
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
  await open("/tools/journal");
  await page.getByText("No entry yet").waitFor();
  await open("/answers");
  const picked = { name: "mine.json", mimeType: "application/json", buffer: Buffer.from(file) };
  await page.locator("#open-file").setInputFiles(picked);
  await kept(page, "A hard talk");
  await open("/tools/journal");
  await page.getByText("2 of 2 entries").waitFor();
}

/** The browser refuses to keep more: the page says so, and what was written stays on it. */
async function fullStorage(page) {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  await write(page, 2, "Written when nothing fits.", "");
  await page.getByText(/quota has been exceeded/i).first().waitFor();
  assert.equal(await page.locator("#entry-2-text").inputValue(), "Written when nothing fits.");
}

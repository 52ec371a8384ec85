// Facts files: somebody's is opened, counts, is named and removed; one's own is saved; hostile ones are refused.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "../journey.mjs";
import { answerThreeQuestions, programs, ranking } from "../programs.mjs";

test("facts: a file opened, named and removed, one saved, hostile ones refused", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await answerThreeQuestions(page, open);
  const link = programs(page).first().getByRole("link").first();
  const name = await link.innerText();
  const id = (await link.getAttribute("href")).split("/").pop();
  await opened({ accessible, fitsWidth, id, name, open, page, shoot });
  await refused(open, page, id);
  await saved(open, page, id);
});

async function panel(open, page) {
  await open("/answers");
  await page.getByRole("heading", { name: "Facts that you found out" }).click();
}

async function pick(page, file) {
  const text = typeof file === "string" ? file : JSON.stringify(file);
  await page.locator("#open-facts").setInputFiles({ name: "facts.json", mimeType: "application/json", buffer: Buffer.from(text) });
}

function file(facts, more = {}) {
  return { format: "smart-pick-facts/1", name: "A school", day: "2026-11-20", facts, ...more };
}

/** The program no longer considers who needs a J-1, its page says who says so, and one press takes it back. */
async function opened({ accessible, fitsWidth, id, name, open, page, shoot }) {
  await panel(open, page);
  const notes = [{ program: id, note: "<b>Two</b> of our graduates train here." }];
  await pick(page, file([{ program: id, j1: false }], { notes }));
  await page.getByText("The facts of A school about 1 program are used now.").waitFor();
  await accessible(page, "a facts file is open");
  await fitsWidth(page, "a facts file is open");
  await shoot(page, "facts");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Programs" }).click();
  await ranking(page);
  assert.notEqual(await programs(page).first().getByRole("link").first().innerText(), name);
  // It is kept, and the page of the program names it.
  await open(`/programs/${id}`);
  await page.getByText("A school says: <b>Two</b> of our graduates train here.").waitFor();
  await page.getByText("From the file of A school, 20 November 2026").first().waitFor({ state: "attached" });
  await panel(open, page);
  await page.getByRole("button", { name: "Remove the file of A school" }).click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Programs" }).click();
  await ranking(page);
  await page.waitForFunction((name) => document.querySelector(".program-row__name")?.textContent === name, name);
}

/** Each is refused as a whole, with its place. */
async function refused(open, page, id) {
  await panel(open, page);
  for (const [text, says] of [
    ["{", /damaged or no facts file/],
    ["[1, 2]", /damaged or no facts file/],
    [file([], { format: "smart-pick/1" }), /format: is not/],
    [file([], { format: "smart-pick-facts/2" }), /newer version/],
    [file([{ program: id, j1: "yes" }]), /facts\[0\]\.j1/],
    [file([{ program: "__proto__" }]), /facts\[0\]\.program/],
    [file([{ program: id, residency_explorer: { rate: 0.3 } }]), /residency_explorer/],
    [file([], { day: `${new Date().getFullYear() + 1}-01-01` }), /day: \d{4}-01-01 is in the future/],
    [file([], { name: "x".repeat(1_000_000) }), /name/],
    [`{"format":"smart-pick-facts/1","name":"A","day":"2026-11-20","facts":[],"__proto__":{"polluted":true}}`, /__proto__/],
    [" ".repeat(2_100_000), /larger than 2 MB/],
  ]) {
    await pick(page, text);
    await page.getByRole("status").filter({ hasText: says }).waitFor();
    await page.getByText("Nothing was taken from it.").waitFor();
  }
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  assert.equal(await page.getByRole("button", { name: /^Remove/ }).count(), 0);
}

/** What was entered goes into a file that opens again. */
async function saved(open, page, id) {
  await open(`/programs/${id}`);
  await page.evaluate(() => document.querySelectorAll("details:not(.menu)").forEach((part) => (part.open = true)));
  await page.getByRole("group", { name: "Accepts J-1" }).getByRole("radio", { name: "Yes" }).check();
  await page.getByLabel("Residents who are IMGs, counted on its page").fill("40");
  await panel(open, page);
  await page.getByLabel("Your name in it").fill("A doctor");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save facts about 1 program" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  assert.deepEqual(JSON.parse(text).facts, [{ img_percent: 40, j1: true, program: id }]);
  await pick(page, text);
  await page.getByText("The facts of A doctor about 1 program are used now.").waitFor();
}

// The list: search with a typing error, filter by map, sort, pin, hide and undo, CSV, paper, small screens.

import assert from "node:assert/strict";
import { downloaded } from "../downloads.mjs";
import { test } from "../journey.mjs";
import { act, answerThreeQuestions, programs } from "../programs.mjs";

test("programs: search, filter, hide, download, print", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await answerThreeQuestions(page, open);
  await page.getByText(/^Of non-US IMGs who apply in Internal Medicine, about \d in 10 match/).waitFor();
  await accessible(page, "the list");
  await shoot(page, "programs");

  await onlyRowsInSight(page);
  await search(page);
  await map(page, accessible);
  await nothingFits(page, accessible);
  await pinAndHide(page);
  await otherLists(page, accessible);
  await csv(page);
  await paper(page);
  await thereAndBack(page);

  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "the list");
  await page.getByRole("button", { name: /^Filters/ }).click();
  await fitsWidth(page, "the list with its filters");
  await accessible(page, "the list on a small screen");
});

/** Hundreds of programs, few rows in the document; each says where it stands. */
async function onlyRowsInSight(page) {
  const rows = programs(page);
  assert.ok((await rows.count()) < 60, "rows out of sight are not drawn");
  const total = Number(await rows.first().getAttribute("aria-setsize"));
  assert.ok(total > 300, `${total} rows`);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
  await page.waitForFunction(() => {
    const first = document.querySelector(".virtual-list__row");
    return Number(first?.getAttribute("aria-posinset")) > 50;
  });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator('[aria-posinset="1"]').waitFor();
}

async function search(page) {
  const box = page.getByLabel("Search");
  await box.fill("clevland clinc");
  await page.getByRole("status").getByText(/These are close/).waitFor();
  await page.getByRole("link", { name: /^Cleveland Clinic/ }).first().waitFor();
  await box.fill("cleveland clinic");
  await page.getByRole("status").getByText(/^\d+ of \d+ under/).waitFor();
  await page.getByRole("button", { name: /^Remove filter: .cleveland clinic/ }).click();
  assert.equal(await box.inputValue(), "");
}

async function map(page, accessible) {
  await page.getByText("Map of states").click();
  const ohio = page.getByRole("button", { name: /Ohio: \d+ programs/ });
  const count = Number((await ohio.locator(".visually-hidden").textContent()).match(/\d+/)[0]);
  await ohio.focus();
  await page.keyboard.press("Enter");
  assert.equal(await ohio.getAttribute("aria-pressed"), "true");
  await page.getByRole("status").getByText(new RegExp(`^${count} of `)).waitFor();
  assert.equal(await programs(page).first().getAttribute("aria-setsize"), String(count));
  await accessible(page, "the map of states");
  await page.getByRole("button", { name: "All states" }).click();
  assert.equal(await ohio.getAttribute("aria-pressed"), "false");
  await page.getByText("Map of states").click();
}

async function nothingFits(page, accessible) {
  await page.getByLabel("Search").fill("zzzzqqqq");
  await page.getByText("No program fits the search and the filters.").waitFor();
  await accessible(page, "the empty list");
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await programs(page).first().waitFor();
}

async function pinAndHide(page) {
  const first = programs(page).first();
  const name = await first.getByRole("link").innerText();
  await act(first, /^Pin: /);
  await page.getByRole("button", { name: /^Pinned 1$/ }).waitFor();
  await act(first, /^Pinned: /);

  await act(first, "Hide");
  await page.getByRole("status").getByText(`Hidden: ${name}`).waitFor();
  assert.notEqual(await programs(page).first().getByRole("link").innerText(), name);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(
    (wanted) => document.querySelector(".virtual-list__row a")?.textContent === wanted,
    name,
  );
}

/** Programs that do not consider the visitor say why; so do those without a chance. */
async function otherLists(page, accessible) {
  await page.getByRole("button", { name: /^Do not consider you \d+$/ }).click();
  await page.locator(".program-row__reason").first().waitFor();
  assert.ok((await page.locator(".program-row__reason").first().innerText()).length > 10);
  await accessible(page, "programs that do not consider the visitor");
  await page.getByRole("button", { name: /^All, best first \d+$/ }).click();
}

async function csv(page) {
  await page.getByLabel("Search").fill("cleveland");
  await page.getByRole("status").getByText(/^\d+ of /).waitFor();
  const shown = Number(await programs(page).first().getAttribute("aria-setsize"));
  const { name, text } = await downloaded(page, "Download CSV");
  assert.match(name, /^smart-pick-programs-\d{4}-\d\d-\d\d\.csv$/);
  assert.ok(text.startsWith("\uFEFFPlace,Program,"), "a byte order mark and headings");
  const lines = text.trimEnd().split("\r\n");
  assert.equal(lines.length, shown + 1);
  assert.ok(lines.every((line) => !/(^|,)[=+@]/.test(line)), "no cell that a spreadsheet would run");
  await page.getByLabel("Search").fill("");
}

async function paper(page) {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const rows = page.locator(".printed-list tbody tr");
  await rows.first().waitFor();
  assert.equal(await rows.count(), 100);
  assert.equal(await page.getByLabel("Search").isVisible(), false);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await rows.first().waitFor({ state: "detached" });
  await page.emulateMedia({ media: null });
}

/** Back from a program, the list stands where it stood and the focus is on the program. */
async function thereAndBack(page) {
  await page.evaluate(() => window.scrollTo(0, 6000));
  await page.locator('[aria-posinset="40"]').waitFor();
  const link = page.locator('[aria-posinset="40"]').getByRole("link");
  const name = await link.innerText();
  await link.click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.goBack();
  await page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, name);
}

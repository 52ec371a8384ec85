// One program: its numbers add up, the visitor's own entry changes a requirement, and programs stand side by side.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { act, answerThreeQuestions, programs } from "../programs.mjs";

test("programs: one program, own entries, comparison", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await answerThreeQuestions(page, open);
  await compare({ accessible, fitsWidth, open, page, shoot });

  await page.locator("#filter-visa-not_stated").check();
  await page.waitForURL(/filter=visa-not_stated/);
  const row = programs(page).first();
  const name = await row.getByRole("link").innerText();
  await row.getByRole("link").click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await accessible(page, "a program");
  await shoot(page, "program");

  await page.getByText(/^Of people like you, about 1 in \d+ get an interview here/).waitFor();
  await page.getByText("How this chance is made").click();
  await factsOfBothPacks(page);
  await partsAddUp(page);
  await ownEntry(page);
  await ownFigures(page);
  await partsAddUp(page);
  await accessible(page, "a program with own figures");
  await page.getByRole("button", { name: "Take these figures away" }).click();
  await note(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "a program");
  await accessible(page, "a program on a small screen");

  await open("/programs/9999999999");
  await page.getByRole("heading", { level: 1, name: "No such program" }).waitFor();
  await accessible(page, "no such program");
});

/** Each fact has its source by title, which comes with the second pack, as the website does. */
async function factsOfBothPacks(page) {
  const facts = page.locator(".fact-table");
  await facts.getByRole("row", { name: /^Setting/ }).getByText(/^Record: .+\(.+\)$/).waitFor();
  await facts.getByRole("row", { name: /^Unfilled in the Match of 2026/ }).waitFor();
  const ways = page.locator(".way-list");
  assert.match(await ways.innerText(), /as listed in ERAS in 2021|No website of the program is on record/);
}

/** The points of the waterfall sum to the chance below them, to the rounding of a line. */
async function partsAddUp(page) {
  const points = await page.locator(".waterfall tbody .waterfall__points").allInnerTexts();
  const total = await page.locator(".waterfall tfoot .waterfall__points").innerText();
  const number = (text) => Number(text.replace("\u2212", "-").replace(" %", ""));
  const sum = points.map(number).reduce((a, b) => a + b, 0);
  assert.ok(Math.abs(sum - number(total)) <= 0.06 * points.length, `${points} against ${total}`);
}

async function ownEntry(page) {
  const gates = page.locator(".gate-list").first();
  await gates.getByText("Visa", { exact: true }).waitFor();
  const j1 = page.getByRole("group", { name: "Accepts J-1" });
  await j1.getByRole("radio", { name: "No" }).check();
  await page.locator('.gate-list__item[data-state="shut"]').getByText("Visa", { exact: true }).waitFor();
  await page.locator(".fact-table").getByText("Your own entry").waitFor();
  await j1.getByRole("radio", { name: "Yes" }).check();
  await page.locator('.gate-list__item[data-state="shut"]').waitFor({ state: "detached" });
  await j1.getByRole("button", { name: /^Clear answer/ }).click();
  await page.locator(".fact-table").getByText("Your own entry").waitFor({ state: "detached" });

  const score = page.getByLabel("Lowest Step 2 CK score");
  await score.fill("999");
  await page.getByText("Enter a number from 1 to 300").waitFor();
  assert.equal(await score.inputValue(), "999", "what was typed stays");
  await score.fill("250");
  await page.locator(".gate-list__item").filter({ hasText: "Step 2 CK minimum" }).first().waitFor();
  await score.fill("");
}

/** What the visitor reads in their Residency Explorer account moves the chance and is marked. */
async function ownFigures(page) {
  await page.getByText("From your Residency Explorer account").click();
  const rate = page.getByLabel("Interviewed, of those without a signal");
  // What is no such number takes the figure back and folds nothing away.
  await rate.fill("12");
  await page.getByRole("button", { name: "Take these figures away" }).waitFor();
  await rate.fill("120");
  await page.getByText("Enter a percentage from 0 to 100").waitFor();
  await rate.fill("40");
  await page.getByText(/the model alone gives .* Your figures give .* both together give/).waitFor();
  await page.getByText("With your own figures").waitFor();
  await page.getByText("How this chance is made").click();
  await page.locator(".waterfall").getByText("Your Residency Explorer figures").waitFor();
  await page.getByLabel("Step 2 CK of the interviewed, 25th percentile").fill("250");
  await page.getByLabel("Step 2 CK, 75th percentile").fill("240");
  await page.getByText("percentiles do not ascend").waitFor();
}

async function note(page) {
  await page.getByLabel("Your note").fill("Asked by e-mail.");
  await page.getByRole("link", { name: /Your programs/ }).click();
  await page.goBack();
  await page.getByLabel("Your note").waitFor();
  assert.equal(await page.getByLabel("Your note").inputValue(), "Asked by e-mail.");
}

/** On a phone two programs stand side by side, the others a swipe away, and names stay in sight. */
async function swiped(page) {
  const frame = page.locator(".side-by-side-frame");
  await frame.scrollIntoViewIfNeeded();
  const inSight = () =>
    frame.evaluate((frame) => {
      const { left, right } = frame.getBoundingClientRect();
      const names = [...frame.querySelectorAll("thead th")].map((name) => name.getBoundingClientRect());
      return names.filter((name) => name.left >= left && name.right <= right + 1).length;
    });
  assert.equal(await inSight(), 2);
  await frame.evaluate((frame) => frame.scrollTo(frame.scrollWidth, frame.scrollHeight));
  await page.waitForFunction(() => document.querySelector(".side-by-side-frame").scrollLeft > 0);
  const name = await frame.locator("thead th").last().boundingBox();
  const box = await frame.boundingBox();
  assert.ok(Math.abs(name.y - box.y) <= 2 && name.x + name.width <= box.x + box.width + 1, JSON.stringify({ box, name }));
}

async function compare({ accessible, fitsWidth, page, shoot }) {
  await act(programs(page).nth(0), "Compare");
  await page.getByText("Choose one more").waitFor();
  for (const at of [1, 2, 3]) {
    await act(programs(page).nth(at), "Compare");
  }
  await programs(page).nth(4).locator("summary").click();
  const fifth = programs(page).nth(4).getByRole("button", { name: "Compare" });
  assert.equal(await fifth.isDisabled(), true, "four is the most");
  await accessible(page, "the bar of programs to compare");
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Compare programs" }).waitFor();
  assert.equal(await page.locator(".side-by-side thead th").count(), 4);
  const lines = page.locator(".side-by-side tbody tr");
  const differing = await lines.count();
  await page.getByRole("button", { name: "Show every line" }).click();
  assert.ok((await lines.count()) > differing);
  await accessible(page, "programs side by side");
  await shoot(page, "compare");
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "programs side by side");
  await page.setViewportSize({ width: 360, height: 780 });
  await swiped(page);
  await page.setViewportSize(before);
  await page.getByRole("link", { name: /Your programs/ }).click();
  await programs(page).first().waitFor();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
}

// The plan: four answers, one sentence, buckets with reasons, one press to a list whose result stands beside
// the press; what is looked at stands in the address.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { answerThreeQuestions, fillQuestions } from "../programs.mjs";

test("plan: the answer above the fold, buckets, one press to the list", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await answerThreeQuestions(page, open);
  // Who comes back lands on their work, and it follows what they change.
  await open("/");
  const back = page.getByRole("region", { name: "Where you left off" });
  await back.getByText(/^Today is \d+ \w+ \d{4}\./).waitFor();
  await accessible(page, "who comes back");
  await shoot(page, "start-back");
  await page.locator("#graduation-year").fill("2019");
  await back.getByText(/the best list of \d+ programs gives you about/).waitFor();
  await page.getByRole("button", { name: "See my programs" }).click();
  await page.getByRole("heading", { name: /^Apply first \d+$/ }).waitFor();

  await page.evaluate(() => window.scrollTo(0, 0));
  assert.ok((await bottomOfRow(page, 0)) <= 780, "the first row is whole above the fold of a phone");
  await accessible(page, "the plan on a phone");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(() => window.scrollTo(0, 0));
  assert.ok((await bottomOfRow(page, 2)) <= 900, "three rows are whole on a desk");
  await accessible(page, "the plan");
  await shoot(page, "plan");

  await oneBucket(page);
  await menu(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "the plan");
  await list(page, accessible);
});

test("plan: who opens Programs first has the questions there", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await open("/programs");
  await page.getByRole("button", { name: "See my programs" }).click();
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  assert.match(await page.title(), /^Error: Your programs/);
  await accessible(page, "questions where the programs will be");
  await shoot(page, "programs-first");
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "questions where the programs will be");
  await fillQuestions(page);
  await page.getByRole("button", { name: "See my programs" }).click();
  await page.locator(".plan-row").first().waitFor();
  assert.match(await page.title(), /^Your programs/);
  // Answered, they are the programs' page from then on.
  await open("/programs");
  await page.locator(".plan-row").first().waitFor();
});

function bottomOfRow(page, at) {
  return page.locator(".plan-row").nth(at).evaluate((row) => row.getBoundingClientRect().bottom);
}

/** All of a bucket, sorted; the address says so, and a reload and a step back keep it. */
async function oneBucket(page) {
  await page.getByRole("button", { name: /^Show all \d+ under “Apply”$/ }).click();
  await page.waitForURL(/\/programs\?show=apply$/);
  await page.getByLabel("Sort by").selectOption("Name");
  await page.waitForURL(/sort=name/);
  const first = await page.locator(".program-row__name").first().innerText();
  await page.reload();
  await page.waitForFunction((name) => document.querySelector(".program-row__name")?.textContent === name, first);
  await page.getByRole("button", { name: "Your plan", exact: true }).click();
  await page.waitForURL(/\/programs\?sort=name$/);
  await page.getByRole("heading", { name: /^Ask first \d+$/ }).waitFor();
}

/** The actions of a row by keyboard alone. */
async function menu(page) {
  const row = page.locator(".plan-row").first();
  await row.locator("summary").focus();
  await page.keyboard.press("Enter");
  await row.getByRole("button", { name: "Add to my list" }).waitFor();
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: "Add to my list" }).waitFor({ state: "hidden" });
  assert.equal(await row.locator("summary").evaluate((button) => button === document.activeElement), true);
}

async function list(page, accessible) {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "My list" }).click();
  await page.getByText("How many, and the budget").click();
  await page.getByLabel("How many applications?").fill("60");
  await page.getByText(/^60 programs: about .* to match, .* for most people like you/).waitFor();
  await page.getByText("How many, and the budget").click();
  await page.getByRole("button", { name: "Make my list" }).click();
  await page.locator(".list-row").nth(59).waitFor();
  const sentence = page.locator(".my-list__sentence");
  await sentence.waitFor();
  assert.ok(await sentence.evaluate((said) => said.getBoundingClientRect().bottom < 780), "the result is in sight");
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height < 6_000, `${height} px for 60 programs`);
  await accessible(page, "a list on a phone");
}

// My list: made by the solver, changed by hand, asked about, kept.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { act, answerThreeQuestions, programs } from "../programs.mjs";

test("my list: the best of so many, what it comes to, what to ask", async ({ accessible, context, fitsWidth, open, page, shoot }) => {
  await open("/list");
  await page.getByText("Three answers first").waitFor();
  await accessible(page, "my list before any answer");
  await answerThreeQuestions(page, open);
  await byHand(page);
  await made(page);
  await termed(page);
  await byHandAgain(page);
  await accessible(page, "my list");
  await shoot(page, "list");
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "my list");
  await page.setViewportSize({ width: 1280, height: 800 });
  await asked(context, page);
  await brought(page, accessible);
  await kept(page);
});

/** A program joins on the list of programs and leaves on the page of the list. */
async function byHand(page) {
  const first = programs(page).first();
  const title = await first.getByRole("link").first().textContent();
  await act(first, "Add to my list");
  await first.locator("summary").click();
  await first.getByRole("button", { name: "Take off my list" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "My list" }).click();
  await page.getByRole("heading", { level: 2, name: "Your programs" }).waitFor();
  await act(page.locator(".list-row").first(), `Take off the list: ${title}`);
  await page.getByText("Choose the programs that you will apply to").waitFor();
}

async function made(page) {
  await page.getByText("How many, and the budget").click();
  const number = page.getByLabel("How many applications?");
  await page.getByText(/Left empty: \d+\. Ten more would add less than one point/).waitFor();
  await page.getByText("For comparison, and not as advice").waitFor();
  await number.fill("0");
  await page.getByText("Type a whole number from 1 to 400").waitFor();
  await page.getByRole("button", { name: "Make my list" }).click();
  await page.getByRole("status").getByText("Type a whole number from 1 to 400").waitFor();
  assert.equal(await page.locator(".list-row").count(), 0);
  await number.fill("25");
  await page.getByRole("button", { name: "Make my list" }).click();
  await page.getByText(/25 programs chosen.*Checked/).waitFor();
  assert.equal(await page.locator(".list-row").count(), 25);
  // The result stands beside the press, and says what the list comes to.
  await page.getByText(/^25 programs: about .* to match, .* for most people like you/).waitFor();
  await page.getByRole("button", { name: "Open all parts" }).click();
  assert.equal(await page.locator(".ask").count(), 10);
  await page.getByText(/^\d+ to \d+ interviews$/).waitFor();
  await page.getByText(/on average\. How sure we are of the average: /).waitFor();
  const first = page.locator(".list-row").first();
  await first.locator("summary").click();
  await first.getByText(/Adds [\d.]+ points to your chance to match. Place \d/).waitFor();
}

/** Signals are placed by the search, changed by hand, and counted; a budget is kept. */
async function termed(page) {
  await page.getByText("15 of 15 signals used (3 gold of 3, 12 silver of 12).").waitFor();
  const first = page.getByRole("combobox", { name: /^Signal to/ }).first();
  const before = await first.inputValue();
  await first.selectOption(before === "Gold" ? "No signal" : "Gold");
  await page.getByText(before === "Gold" ? "14 of 15 signals used" : "More signals than there are").waitFor();
  await page.getByText("Budget and prices").click();
  await page.getByLabel("Most to spend on applications").fill("$500");
  await page.getByRole("button", { name: "Replace my list by the best one" }).click();
  await page.getByText("so a budget cannot be kept").waitFor();
  await page.getByLabel("Count with the prices of 2026").check();
  await page.getByLabel("How many applications?").fill("100");
  await page.getByLabel("What one more point is worth to you").fill("10");
  await page.getByRole("button", { name: "Replace my list by the best one" }).click();
  // Thirty at $11 and five at $30 cost $480; the next would pass the budget.
  await page.getByText(/35 programs chosen.*Checked/).waitFor();
  await page.getByText("The applications cost $480.").waitFor();
  await page.getByText(/At \$10 a point, application \d+ is the first that buys less/).waitFor();
  await page.getByRole("button", { name: "Bring back the list before: 25 programs" }).waitFor();
  await page.getByLabel("Most to spend on applications").fill("");
  await page.getByLabel("How many applications?").fill("25");
  await page.getByRole("button", { name: "Replace my list by the best one" }).click();
  await page.getByText(/25 programs chosen.*Checked/).waitFor();
}

/** One change by hand, a pin, two lists side by side. */
async function byHandAgain(page) {
  const rows = page.locator(".list-row");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("heading", { level: 2, name: "Your programs" }).waitFor();
  assert.equal(await rows.count(), 26);
  const pin = rows.first().getByRole("button", { name: /^Pin: / });
  await act(rows.first(), /^Pin: /);
  await rows.first().locator("summary").click();
  assert.equal(await pin.getAttribute("aria-pressed"), "true");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Copy it as a new list" }).click();
  await act(rows.last(), /^Take off the list/);
  const side = page.getByRole("region", { name: "Lists side by side" });
  assert.deepEqual(await side.locator("tbody tr td:nth-child(2)").allTextContents(), ["26", "25"]);
  await page.getByRole("button", { name: "Delete this list" }).click();
  await act(rows.last(), /^Take off the list/);
  assert.equal(await rows.count(), 25);
  await act(rows.first(), /^Pin: /);
  await page.getByRole("button", { name: "Improve it: the best 25 programs" }).click();
  await page.getByText(/25 programs chosen, (none|\d+) of them new.*Checked/).waitFor();
}

async function asked(context, page) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: /^Copy the question to/ }).first().click();
  await page.getByText("The question is on the clipboard.").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^Dear program coordinator/);
  assert.match(text, /ACGME 140\d{7}/);
  await page.getByRole("button", { name: "Copy as text" }).click();
  await page.getByText("The list is on the clipboard.").waitFor();
  const list = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(list.split("\n").length, 30, list);
  assert.match(list, /^Most people like you: \d+ to \d+ interviews$/m);
  assert.match(list, /^Interviews on average: .*how sure we are of the average/m);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  assert.equal((await download).suggestedFilename(), "smart-pick-list.csv");
}

/** A list from elsewhere: an id is sure, a name is asked, and what is unknown is told and can be kept. */
async function brought(page, accessible) {
  await page.getByText("Bring a list that you have").click();
  await page.getByLabel("Your list", { exact: true }).fill("Program;Id\nX;1400521067\nHealth Education Services\nnowhere at all");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("1 of 3 programs recognised.").waitFor();
  await page.getByText("line 4: nowhere at all").waitFor();
  await accessible(page, "a list that was brought");
  await page.getByLabel("Line 3: Health Education Services").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Keep as my own: nowhere at all" }).click();
  await page.getByRole("button", { name: "Put 2 programs on my list, and keep 1 as my own" }).click();
  await page.getByRole("button", { name: /^Put 2 programs on my list/ }).waitFor({ state: "detached" });
  const own = page.getByLabel("Programs of your own");
  assert.equal(await own.inputValue(), "nowhere at all");
  await own.fill("");
  await own.waitFor({ state: "detached" });
  await longAndMisspelt(page);
}

/** A thousand lines with typing errors are read in slices: the box can be typed into meanwhile. */
async function longAndMisspelt(page) {
  const words = "hospitol medicel centar universety of califarnia regionel memoriel baptst";
  const lines = Array.from({ length: 1_000 }, (_, at) => `${words} ${at}`);
  const box = page.getByLabel("Your list", { exact: true });
  await box.fill(lines.join("\n"));
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText(/^Reading: \d/).waitFor();
  // The page answers while it reads; the newer reading takes the place of the older.
  await box.fill("1400521067\n1400521067");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("1 of 1 program recognised.").waitFor();
  await box.fill("");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("There is no program to read.").waitFor();
}

async function kept(page) {
  await page.waitForFunction(() => Object.values({ ...localStorage }).some((kept) => kept.includes("open_list")));
  await page.reload();
  await page.locator(".list-row").nth(25).waitFor();
}

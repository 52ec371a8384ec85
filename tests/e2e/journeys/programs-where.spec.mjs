// Who will very likely match is asked where: three presses, and the switch of being sought after.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { answerThreeQuestions, programs } from "../programs.mjs";

const QUESTION = "You will very likely match. What matters where?";

test("programs: where instead of whether, and places that are shared", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await answerThreeQuestions(page, open);
  assert.equal(await page.getByText(QUESTION).count(), 0, "it is open whether this person matches");
  await sharedPlaces(page);

  await open("/");
  await page.getByRole("radio", { name: "US MD senior" }).check();
  await page.getByRole("radio", { name: "No visa needed" }).check();
  await page.locator("#step2-score").fill("262");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Programs" }).click();
  await page.getByRole("heading", { name: QUESTION }).waitFor();
  const block = page.locator(".turned");
  await switchOff(block);
  await press(page, block);
  await accessible(page, "the question where");
  await shoot(page, "where");

  await page.setViewportSize({ width: 360, height: 780 });
  await fitsWidth(page, "the question where");
  await block.getByRole("link", { name: "What it is made of" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "sought-after");
  await page.getByText(/It is not a ranking of quality/).waitFor();
  assert.equal(await page.locator("#sought-after").isChecked(), false, "switched off in Programs");
  await accessible(page, "the question where, above the preferences");
});

/** A row that shares its place says so to a screen reader; above the list it is said once. */
async function sharedPlaces(page) {
  await programs(page).first().waitFor();
  await page.getByText(/between programs that share these places there is no difference that we can see/).waitFor();
  const shared = page.locator('.program-row__place[data-shared="true"]').first();
  assert.match(await shared.textContent(), /^Place \d+ to \d+, no difference that we can see$/);
}

async function switchOff(block) {
  const tick = block.getByRole("checkbox", { name: /^Count how sought after a program is/ });
  assert.equal(await tick.isChecked(), true);
  await tick.uncheck();
}

/** An answer is a press away, the order follows at once, and the press says what was answered. */
async function press(page, block) {
  await block.getByRole("button", { name: /^Academic or community/ }).click();
  const answers = block.getByRole("group", { name: "Academic or community" });
  await answers.getByRole("button", { name: "Academic centre" }).click();
  await block.getByRole("button", { name: /^Academic or community\s*Academic centre$/ }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Re-rank" }).count(), 0);
}

// Trust: how the number is made, how well it did, where the data come from.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { answerThreeQuestions } from "../programs.mjs";

test("trust: with the visitor's values, accuracy, sources", async ({ accessible, fitsWidth, open, page, shoot }) => {
  await open("/trust");
  await page.getByRole("heading", { level: 1, name: "How the number is made" }).waitFor();
  await accessible(page, "trust before any answer");

  await answerThreeQuestions(page, open);
  for (const room of ["/trust", "/trust/accuracy", "/trust/sources"]) {
    await open(room);
    await page.locator("h2").first().waitFor();
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    await accessible(page, room);
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = false)));
    await shoot(page, room.slice(1).replace("/", "-"));
    await page.setViewportSize({ width: 320, height: 640 });
    await fitsWidth(page, room);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await fromFigureToSource(open, page);
  await withoutTheFile(open, page);
});

/** Each figure of the Accuracy page leads to its source, without loading the document again. */
async function fromFigureToSource(open, page) {
  await open("/trust/accuracy");
  await page.evaluate(() => (window.sameDocument = true));
  await page.getByRole("link", { name: "Charting Outcomes in the Match 2007, 2nd edition" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Data sources" }).waitFor();
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  const there = await page.evaluate(() => location.hash || document.activeElement?.id);
  assert.match(there, /nrmp_charting_2007/);
}

/** Content that does not arrive says so and can be asked for again. */
async function withoutTheFile(open, page) {
  const file = /accuracy-.*\.html/;
  await page.route(file, (route) => route.fulfill({ status: 200, body: "" }));
  await open("/trust/accuracy");
  await page.getByText("did not arrive").waitFor();
  await page.unroute(file);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 2, name: "In short" }).waitFor();
}

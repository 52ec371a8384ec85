// The pieces of the app and the second data pack: none before the first plan, each with the room that needs it.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { toThePlan } from "../programs.mjs";

/** Each piece but those that come with the data: what reads them, what finds and shows the list, what keeps the work. */
const PIECE = /\/piece-(?!data-|keeping-|programs-|solver-|chunk)[a-z]+-[0-9a-f]+\.wasm/;
const TRUST = /\/piece-trust-[0-9a-f]+\.wasm/;
const DETAILS = /\/details-[0-9a-f]+\.bin/;

test("pieces: none before the list, each with its room, one that does not arrive", async ({ accessible, provoke, open, page }) => {
  await afterTheList(open, page);
  provoke(/Failed to load resource/);
  await notArriving(accessible, open, page);
});

async function afterTheList(open, page) {
  let rows;
  let early = 0;
  await page.route(DETAILS, async (route) => {
    early += rows ? 0 : 1;
    await route.continue();
  });
  const details = page.waitForResponse(DETAILS);
  await page.route(PIECE, async (route) => {
    rows ??= await page.locator(".plan-row").count();
    await route.continue();
  });
  const asked = page.waitForResponse(PIECE);
  await toThePlan(page, open);
  await asked;
  await details;
  assert.equal(early, 0, "nor the second pack");
  assert.ok(rows > 0, "the list was on the screen before any piece was asked for");
  await page.unroute(PIECE);
  await page.unroute(DETAILS);
}

async function notArriving(accessible, open, page) {
  await page.route(TRUST, (route) => route.fulfill({ status: 503, body: "" }));
  await open("/trust/sources#nrmp_charting_2007");
  await page.getByText("This page did not arrive").waitFor();
  assert.equal(await page.getByRole("heading", { level: 1, name: "Data sources" }).count(), 1);
  await accessible(page, "a piece that did not arrive");
  await page.unroute(TRUST);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
}

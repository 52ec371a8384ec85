// The pieces of the app: none before the first list, each with the room that needs it.

import assert from "node:assert/strict";
import { answerThreeQuestions, programs } from "../programs.mjs";

export const name = "pieces: none before the list, each with its room, one that does not arrive";

const PIECE = /\/piece-rooms-[0-9a-f]+\.wasm/;

export default async function pieces({ accessible, expect, open, page }) {
  await afterTheList(open, page);
  expect(/Failed to load resource/);
  expect(/WebAssembly|TypeError/);
  await notArriving(accessible, open, page);
}

async function afterTheList(open, page) {
  let rows;
  await page.route(PIECE, async (route) => {
    rows ??= await programs(page).count();
    await route.continue();
  });
  const asked = page.waitForResponse(PIECE);
  await answerThreeQuestions(page, open);
  await asked;
  assert.ok(rows > 0, "the list was on the screen before any piece was asked for");
  await page.unroute(PIECE);
}

async function notArriving(accessible, open, page) {
  await page.route(PIECE, (route) => route.fulfill({ status: 503, body: "" }));
  await open("/trust/sources#nrmp_charting_2007");
  await page.getByText("This page did not arrive").waitFor();
  assert.equal(await page.getByRole("heading", { level: 1, name: "Data sources" }).count(), 1);
  await accessible(page, "a piece that did not arrive");
  await page.unroute(PIECE);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
}

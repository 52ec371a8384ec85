// Profile, preferences and answers: reachable, sound for a screen reader, as narrow as a phone.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";

test("rooms: profile, preferences and answers, folded and unfolded", async ({ accessible, fitsWidth, open, page, shoot }) => {
  for (const room of ["/profile", "/preferences", "/answers", "/nowhere"]) {
    await open(room);
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    await accessible(page, room);
    await shoot(page, `room-${room.slice(1)}`);
    await page.setViewportSize({ width: 320, height: 640 });
    await fitsWidth(page, room);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await change(open, page);
});

/** A Change link leads to its question, even into a folded group. */
async function change(open, page) {
  await open("/answers");
  await page.getByRole("link", { name: "Answer Graduation year" }).click();
  await page.locator("#graduation-year").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "graduation-year");
  await page.keyboard.type("19");
  await page.getByRole("paragraph").filter({ hasText: "Enter your graduation year" }).waitFor();
  await page.getByRole("link", { name: "Check your answers" }).first().click();
  await page.getByRole("link", { name: /Enter your graduation year/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "graduation-year");
}

// The first page is answered before the app is there, and the app takes the answers over.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { answerAtOnce } from "../programs.mjs";

/** Holds the app back until it is let go. */
async function held(page) {
  let go;
  const gone = new Promise((resolve) => (go = resolve));
  await page.route(/app_bg.*\.wasm$/, async (route) => {
    await gone;
    await route.continue();
  });
  return go;
}

const visa = (page) => page.getByRole("group", { name: "Which visa do you need for training?" });

test("early: answered and sent before the app, the plan stands there when it has come", async ({ accessible, address, fitsWidth, page, shoot }) => {
  const letGo = await held(page);
  await page.goto(address);
  await page.locator("#painted").waitFor();
  assert.equal(await visa(page).isVisible(), false);
  assert.equal(await page.locator("#step2-score").isVisible(), false);
  await page.getByRole("radio", { name: "IMG, US citizen" }).check();
  assert.equal(await visa(page).isVisible(), false);
  await answerAtOnce(page);
  await accessible(page, "early");
  await shoot(page, "early");
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "early");
  await page.getByRole("button", { name: "See my programs" }).click();
  await page.getByRole("button", { name: "Loading your programs" }).waitFor();
  letGo();
  await page.locator(".plan-row").first().waitFor();
  await page.goto(new URL("/profile", address).href);
  await page.locator("#main #graduation-year").waitFor({ state: "attached" });
  assert.equal(await page.locator("#graduation-year").inputValue(), "2019");
});

test("early: who is typing when the app comes types on", async ({ address, page }) => {
  const letGo = await held(page);
  await page.goto(address);
  await page.getByRole("radio", { name: "US MD senior" }).check();
  await page.locator("#specialty-1").pressSequentially("Internal Med");
  await page.keyboard.press("ArrowLeft");
  letGo();
  await page.locator("#main #specialty-1:focus").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("icine");
  assert.equal(await page.locator("#specialty-1").inputValue(), "Internal Medicine");
  assert.equal(await page.getByRole("radio", { name: "US MD senior" }).isChecked(), true);
  await visa(page).waitFor();
});

test("early: who comes back never sees an empty form", async ({ address, open, page }) => {
  await open("/");
  await page.getByRole("radio", { name: "US MD senior" }).check();
  await page.waitForFunction(() => localStorage.getItem("smart-pick/1") !== null);
  const letGo = await held(page);
  await page.goto(address);
  await page.locator(".painted--kept").waitFor();
  assert.equal(await page.locator("#specialty-1").isVisible(), false);
  letGo();
  await page.locator("#main").waitFor();
  assert.equal(await page.getByRole("radio", { name: "US MD senior" }).isChecked(), true);
});

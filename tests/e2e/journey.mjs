// What a journey has at hand, beside what Playwright gives every test.
//
//   address   where the site is
//   open(at)  goes to a room and waits until the app has replaced the first paint
//   provoke(p)  declares a console error that the journey provokes on purpose
//   accessible, fitsWidth, shoot  from check.mjs
//
// Every page of its context is watched (guard.mjs): an error in the console or a request to another origin fails
// the journey. `test.use({ serviceWorkers: "allow" })` keeps the site on the device.

import assert from "node:assert/strict";
import { test as base } from "@playwright/test";
import { accessible, fitsWidth, shoot } from "./check.mjs";
import { guard } from "./guard.mjs";

export const test = base.extend({
  address: ({ baseURL }, use) => use(baseURL),
  provoke: [
    async ({ address, context }, use) => {
      const watched = guard(context, address);
      await use(watched.expect);
      assert.deepEqual(watched.breaches(), []);
    },
    { auto: true },
  ],
  open: ({ address, page }, use) =>
    use(async (at = "/", on = page) => {
      await on.goto(new URL(at, address).href);
      // What is painted before the app has no such part.
      await on.locator("#main").waitFor({ state: "attached" });
    }),
  accessible: ({}, use) => use(accessible),
  fitsWidth: ({}, use) => use(fitsWidth),
  shoot: ({}, use) => use(shoot),
});

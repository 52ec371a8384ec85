// The data packs: on their way, unreachable, damaged; each with its way out.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";

test("loading: the data on their way, unreachable, damaged", async ({ accessible, provoke, open, page }) => {
  provoke(/Failed to load resource/);
  await page.route("**/pack*.bin", (route) => route.fulfill({ status: 503, body: "" }));
  await open("/programs");
  await page.getByRole("heading", { name: "The program data did not arrive" }).waitFor();
  await accessible(page, "the data did not arrive");

  await page.unroute("**/pack*.bin");
  await page.route("**/pack*.bin", (route) => route.fulfill({ body: "no pack" }));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "The program data are damaged" }).waitFor();
  await accessible(page, "the data are damaged");

  await page.unroute("**/pack*.bin");
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/pack*.bin", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Loading the program data").first().waitFor();
  await accessible(page, "the data are on their way");
  release();
  await page.getByText("Loading the program data").first().waitFor({ state: "detached" });
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  await details(accessible, open, page);
});

/** Of the second pack a page says that it is missing; all that does not need it works. */
async function details(accessible, open, page) {
  const file = /\/details-[0-9a-f]+\.bin/;
  await page.route(file, (route) => route.fulfill({ status: 503, body: "" }));
  await open("/trust/sources");
  await page.getByText("The details did not arrive").waitFor();
  await page.getByRole("heading", { level: 2, name: "What to keep in mind" }).waitFor();
  await accessible(page, "the details did not arrive");

  await page.unroute(file);
  await page.route(file, (route) => route.fulfill({ body: "no pack" }));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("The details are damaged").waitFor();

  await page.unroute(file);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 3, name: "List of accredited residency programs by specialty" }).waitFor();
  assert.equal(await page.getByText("The details are damaged").count(), 0);
}

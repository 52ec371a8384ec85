// The first paint is there without the app, the app replaces it, and a failure is said in words.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";

test("arrival: first paint, app, no JavaScript, a broken download", async ({ accessible, address, context, provoke, fitsWidth, open, page, shoot }) => {
  await open("/");
  assert.match(await page.title(), /Smart Pick/);
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  await accessible(page, "start");
  await shoot(page, "start");
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page, "start");

  await policyHolds(page);
  await withoutJavaScript(context, address);
  await brokenDownload(context, address, provoke, accessible);
});

/** The page cannot reach another origin even if some code tried. */
async function policyHolds(page) {
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  assert.match(await policy.getAttribute("content"), /^default-src 'none'/);
}

async function withoutJavaScript(context, address) {
  const plain = await context.browser().newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(address);
  // Text selectors pass over noscript.
  await page.locator("noscript p").filter({ visible: true }).waitFor();
  await plain.close();
}

async function brokenDownload(context, address, provoke, accessible) {
  provoke(/Failed to load resource.*\.wasm/);
  provoke(/Error: 503/);
  const page = await context.newPage();
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(address);
  await page.getByRole("alert").getByText("could not be loaded").waitFor();
  await accessible(page, "the app could not be loaded");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Load again" }).click();
  await page.locator("#loading").waitFor({ state: "detached" });
  assert.equal(await page.getByText("could not be loaded").count(), 0);
  await page.close();
}

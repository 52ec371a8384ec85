// What a visitor's line, server or browser may lack: a slow connection, the media type of WebAssembly,
// WebAssembly itself, storage. Each leaves a page that works or says why it cannot.

import assert from "node:assert/strict";
import { test } from "../journey.mjs";
import { answerThreeQuestions, programs } from "../programs.mjs";

/** Slow 3G as browsers' own tools have it: milliseconds, and bytes a second. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

test("conditions: slow 3G, a wrong media type, no WebAssembly, no storage", async ({ accessible, address, context, open, page, shoot }) => {
  await slow(context, address);
  await wrongMediaType(context, open);
  await withoutWebAssembly(context, address, accessible, shoot);
  await withoutStorage(page, open, accessible);
});

/** The words are there long before the app; the app comes, and the ranking with it. */
async function slow(context, address) {
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", SLOW);
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("heading", { level: 1, name: "Find the residency programs that fit you" }).waitFor();
  assert.equal(await page.locator("#main").count(), 0, "painted before the app");
  await page.getByText("You can answer meanwhile.").waitFor();
  await page.locator("#main").waitFor();
  await answerThreeQuestions(page, async () => {});
  await page.close();
}

/** Every WebAssembly file as a server sends it that does not know what it is. */
async function wrongMediaType(context, open) {
  const page = await context.newPage();
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await open("/trust/sources", page);
  await page.getByRole("heading", { level: 1, name: "Data sources" }).waitFor();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await open("/partners", page);
  await page.getByRole("heading", { level: 2, name: "Settings" }).waitFor();
  await page.close();
}

/** The page and the view for partner sites say so. */
async function withoutWebAssembly(context, address, accessible, shoot) {
  const page = await context.newPage();
  await page.addInitScript(() => delete globalThis.WebAssembly);
  for (const path of ["/", "/embed"]) {
    await page.goto(address + path);
    await page.getByRole("alert").getByText("This browser is too old for Smart Pick").waitFor();
    await accessible(page, `${path} without WebAssembly`);
  }
  await shoot(page, "without-webassembly");
  await page.close();
}

/** Everything works, and the visitor is told before typing that nothing outlives the page. */
async function withoutStorage(page, open, accessible) {
  await page.addInitScript(() => {
    for (const store of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(globalThis, store, {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  });
  await open("/");
  await page.getByText("This browser does not keep your answers").waitFor();
  await accessible(page, "no storage");
  await page.getByRole("button", { name: "I have understood" }).click();
  await answerThreeQuestions(page, async () => {});
  assert.ok((await programs(page).count()) > 0);
}

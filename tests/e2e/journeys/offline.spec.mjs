// The site on the device: every room without a network, a newer release on the visitor's word, a half
// release that changes nothing.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readdir, readFile } from "node:fs/promises";
import { test } from "../journey.mjs";
import { answerThreeQuestions } from "../programs.mjs";
import { everyRoom } from "../rooms.mjs";

test.use({ serviceWorkers: "allow" });

test("offline: every room, a newer release, half a release, other caches", async ({ accessible, context, open, page, shoot }) => {
  await answerThreeQuestions(page, open);
  await page.getByText("Ready to work offline").waitFor();
  await accessible(page, "ready to work offline");
  await shoot(page, "offline-ready");
  await withoutNetwork(context, page, open);
  await releases(context);
});

async function withoutNetwork(context, page, open) {
  await context.setOffline(true);
  await everyRoom(page, open);
  // Said once: not again, however often the site is opened.
  assert.equal(await page.getByText("Ready to work offline").count(), 0);
  await open("/programs");
  await page.locator(".plan-row").first().waitFor();
  await page.keyboard.press("/");
  await page.getByRole("dialog", { name: "Search" }).getByRole("textbox").fill("visa");
  await page.getByRole("region", { name: "Guide" }).getByRole("link").first().waitFor();
  await context.setOffline(false);
}

/** A server of its own, whose release can change under the visitor. */
async function releases(context) {
  const site = await changing();
  // A context of its own: the guard knows one site.
  const other = await context.browser().newContext({ serviceWorkers: "allow" });
  const page = await other.newPage();
  try {
    await page.goto(`${site.address}/profile#graduation-year`);
    const year = page.locator("#graduation-year");
    await year.waitFor({ state: "attached" });
    await page.getByText("Ready to work offline").waitFor();
    await page.evaluate(() => caches.open("somebody-elses"));
    await half(site, page);
    await whole(site, page, year);
    await inTheFirstTab(context, site);
  } finally {
    await other.close();
    site.stop();
  }
}

/** A release of which a file does not come leaves the old one working. */
async function half(site, page) {
  site.release = "half";
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const look = () => {
      // It may have failed before anybody could look.
      const worker = registration.installing;
      window.failed = !worker || worker.state === "redundant";
      worker?.addEventListener("statechange", () => {
        window.failed ||= worker.state === "redundant";
      });
    };
    registration.addEventListener("updatefound", look);
    registration.update().catch(() => {
      window.failed = true;
    });
  });
  await page.waitForFunction(() => window.failed);
  await page.reload();
  await page.locator("#graduation-year").waitFor({ state: "attached" });
  assert.equal(await page.getByText("A newer version is ready").count(), 0);
}

/** A whole one waits for the visitor's word and loses nothing that was typed meanwhile. */
async function whole(site, page, year) {
  site.release = "b";
  await page.evaluate(() => {
    navigator.serviceWorker.getRegistration().then((registration) => registration.update());
  });
  await page.getByText("A newer version is ready").waitFor();
  assert.notEqual(await page.evaluate(() => document.documentElement.dataset.release), "b");
  await year.fill("2017");
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: "Use it now" }).click(),
  ]);
  await year.waitFor({ state: "attached" });
  assert.equal(await year.inputValue(), "2017");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.release), "b");
  const names = await page.evaluate(() => caches.keys());
  assert.equal(names.filter((name) => name.startsWith("smart-pick:/:")).length, 1);
  assert.ok(names.includes("somebody-elses"));
}

/** The tab of the first visit, never loaded again, hears of a newer release and takes it up as well. */
async function inTheFirstTab(context, site) {
  site.release = "a";
  const other = await context.browser().newContext({ serviceWorkers: "allow" });
  const page = await other.newPage();
  await page.goto(`${site.address}/profile#graduation-year`);
  await page.getByText("Ready to work offline").waitFor();
  site.release = "b";
  await page.evaluate(() => {
    navigator.serviceWorker.getRegistration().then((registration) => registration.update());
  });
  await page.getByText("A newer version is ready").waitFor();
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: "Use it now" }).click(),
  ]);
  await page.locator("#graduation-year").waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.release), "b");
  await other.close();
}

/** Serves dist/ as release "a", with a mark as "b", or with a file missing as "half". */
async function changing() {
  const root = new URL("../../../dist/", import.meta.url);
  const names = await readdir(root, { recursive: true });
  const state = { release: "a" };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname).slice(1);
    // As hosts with addresses without endings do.
    if (path.endsWith(".html") && !path.startsWith("assets/")) {
      response.writeHead(301, { location: `/${path.replace(/(index)?\.html$/, "")}` }).end();
      return;
    }
    const own = [path, `${path || "index"}.html`].find((name) => name && names.includes(name) && name.includes("."));
    const file = own ?? "room.html";
    if (state.release === "half" && file.startsWith("assets/guide-visas")) {
      response.writeHead(503).end();
      return;
    }
    let body = await readFile(new URL(file, root));
    if (state.release !== "a" && ["index.html", "room.html"].includes(file)) {
      body = Buffer.from(body.toString().replace("<html ", `<html data-release="${state.release}" `));
    }
    if (state.release !== "a" && file === "sw.js") {
      body = Buffer.from(body.toString().replace('RELEASE = "', `RELEASE = "${state.release}`));
    }
    response.writeHead(200, { "content-type": TYPES[file.split(".").at(-1)] ?? "application/octet-stream" });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  state.address = `http://127.0.0.1:${server.address().port}`;
  state.stop = () => server.close();
  return state;
}

const TYPES = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  wasm: "application/wasm",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  webmanifest: "application/manifest+json",
};

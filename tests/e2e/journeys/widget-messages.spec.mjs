// The widget and a hostile page: messages that are spoofed, malformed, giant, of other words and of older
// versions change nothing; those that are as they should be count beside any of it; a flood keeps nobody waiting.

import assert from "node:assert/strict";
import { flood } from "../flood.mjs";
import { PROTOCOL, answer, hostOf, shows } from "../host.mjs";
import { test } from "../journey.mjs";

/** Milliseconds from one reading of messages to the next, at least. */
const PAUSE = 50;

const DARK = 'html[style*="color-scheme: dark"]';

test("widget: hostile messages, a flood of them, what the frame's window says", async ({ address, context }) => {
  const host = await hostOf(address);
  const other = await context.browser().newContext({ serviceWorkers: "block" });
  try {
    await together(other, host);
    await ignored(other, host);
    await taken(other, host);
    await outwards(other, host);
    await flooded(other, host);
  } finally {
    await other.close();
    host.stop();
  }
});

/** The hostile page, its frame as a visitor sees it, and the frame's own window. */
async function opened(context, host) {
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${host.address}/hostile`);
  const frame = page.frameLocator("#a iframe");
  await shows(frame, "Internal Medicine");
  const inner = await (await page.$("#a iframe")).contentFrame();
  return { errors, frame, inner, page };
}

/** Many of them at once stop nobody who answers. */
async function together(context, host) {
  const { errors, frame, page } = await opened(context, host);
  await page.evaluate((protocol) => {
    postMessage({ protocol, type: "shared", programs: ["1400500001"] }, "*");
    postMessage(JSON.stringify({ protocol, type: "shared", programs: ["1400500001"] }), "*");
    const light = Object.entries(window.odd.ignored).filter(([name]) => !window.isLarge(name));
    for (let round = 0; round < 30; round += 1) {
      for (const [, made] of light) {
        window.say(made());
      }
    }
  }, PROTOCOL);
  await answer(frame);
  await page.evaluate(() => document.querySelector("#a").setAttribute("specialty", "family-medicine"));
  await frame.getByRole("heading", { level: 2, name: /programs$/ }).or(frame.getByText("Answer the questions")).first().waitFor();
  assert.equal(await page.evaluate(() => window.told.some((event) => event.type === "smart-pick-share")), false);
  assert.equal(await page.evaluate(() => JSON.stringify(window.heard).includes("245")), false);
  assert.deepEqual(errors, []);
  await page.close();
}

/** One after the other, so that each is read. */
async function ignored(context, host) {
  const { errors, frame, inner, page } = await opened(context, host);
  for (const name of await page.evaluate(() => Object.keys(window.odd.unsendable))) {
    const left = (name) => {
      try {
        window.say(window.odd.unsendable[name]());
        return true;
      } catch {
        return false;
      }
    };
    assert.equal(await page.evaluate(left, name), false, name);
  }
  // As the protocol has it, but from another window: the frame's own.
  await inner.evaluate((protocol) => {
    postMessage({ protocol, type: "configure", settings: { theme: "dark" } }, "*");
  }, PROTOCOL);
  const names = await page.evaluate(() => Object.keys(window.odd.ignored));
  assert.ok(names.length > 30);
  for (const name of names) {
    await page.evaluate((name) => window.sayIgnored(name), name);
    assert.equal(await frame.locator(DARK).count(), 0, name);
  }
  assert.equal(await frame.locator("img").count(), 0);
  // It still listens.
  await page.evaluate(() => window.say(window.odd.taken["as it should be"]()));
  await frame.locator(DARK).waitFor({ state: "attached" });
  assert.deepEqual(errors, []);
  await page.close();
}

/** What is as it should be counts, whatever stands beside it. */
async function taken(context, host) {
  const { errors, frame, page } = await opened(context, host);
  await answer(frame);
  await frame.getByRole("heading", { level: 2, name: /^\d+ programs$/ }).waitFor();
  for (const name of await page.evaluate(() => Object.keys(window.odd.taken))) {
    await page.evaluate(() => window.say(window.configure({ theme: "light" })));
    await frame.locator('html[style*="color-scheme: light;"]').waitFor({ state: "attached" });
    await page.evaluate((name) => window.say(window.odd.taken[name]()), name);
    await frame.locator(DARK).waitFor({ state: "attached" });
    assert.equal(await frame.locator("img, .embed__note").count(), 0, name);
    assert.equal(await frame.locator(".embed__row").count(), 10, name);
  }
  assert.deepEqual(errors, []);
  await page.close();
}

/** The element takes from the frame's window what the protocol has, and within bounds. */
async function outwards(context, host) {
  const { errors, inner, page } = await opened(context, host);
  await page.evaluate(() => {
    const frame = document.querySelector("#a").shadowRoot.querySelector("iframe");
    // After the element has heard it.
    addEventListener("message", ({ data }) => {
      window.highest = data.height === 1e9 ? frame.style.blockSize : window.highest;
    });
  });
  await inner.evaluate((protocol) => {
    const say = (message) => parent.postMessage(message, "*");
    const shared = { protocol, type: "shared", programs: ["1400500001"] };
    say(JSON.stringify(shared));
    say({ ...shared, protocol: "smart-pick/1" });
    say({ ...shared, type: "__proto__" });
    for (const programs of [undefined, null, "1400500001", ["<img src=x>"], [1400500001], new Array(1_000_000).fill("1400500001")]) {
      say({ ...shared, programs });
    }
    for (const ranked of [NaN, -1, 1.5, Infinity, "100", [1]]) {
      say({ protocol, type: "counts", ranked, listed: 0 });
    }
    for (const height of [NaN, "9000", Infinity, {}, undefined]) {
      say({ protocol, type: "resize", height });
    }
    say({ protocol, type: "resize", height: 1e9 });
  }, PROTOCOL);
  assert.equal(await (await page.waitForFunction(() => window.highest)).jsonValue(), "20000px");
  // Its own counts may come beside.
  const odd = await page.evaluate(() =>
    window.told.filter(({ type, detail }) => type === "smart-pick-share" || (type === "smart-pick-counts" && ![0, 1, 10, 100, 1_000].includes(detail.ranked))),
  );
  assert.deepEqual(odd, []);
  assert.deepEqual(errors, []);
  await page.close();
}

/** In a flood a press is answered while it lasts, looks change no oftener than is read, and the last word counts. */
async function flooded(context, host) {
  const { errors, frame, inner, page } = await opened(context, host);
  await answer(frame);
  await frame.getByRole("heading", { level: 2, name: /^\d+ programs$/ }).waitFor();
  const rows = frame.locator(".embed__row");
  assert.equal(await rows.count(), 10);
  const { changes, lasted } = await flood(page, { frame, inner }, async () => {
    await frame.getByRole("button", { name: "Show more" }).press("Enter");
    await rows.nth(10).waitFor();
  });
  assert.ok(changes >= 2, "it saw none of the flood");
  // The first is read at once.
  assert.ok(changes <= lasted / PAUSE + 1, `${changes} changes of its looks in ${lasted} ms`);
  assert.deepEqual(errors, []);
  await page.close();
}

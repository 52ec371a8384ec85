// The widget on pages of other origins: two of them, moved, in a shadow, in a sandbox, under a strict
// policy, and on a page that pulls at it and nests it. The page learns counts and nothing typed.

import assert from "node:assert/strict";
import { answer, hostOf, shows } from "../host.mjs";
import { test } from "../journey.mjs";

test("widget: two, moved, shadow, sandbox, strict policy, sharing, facts", async ({ accessible, address, context, open, page, shoot }) => {
  const host = await hostOf(address);
  const other = await context.browser().newContext({ serviceWorkers: "block", acceptDownloads: true });
  const foreign = [];
  other.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (![address, host.address, "null"].includes(origin) && !request.url().startsWith("data:")) {
      foreign.push(request.url());
    }
  });
  try {
    await two(other, host);
    await moving(other, host);
    await framed(other, host, address);
    await given(context.browser(), host);
    await nested(other, host);
    await sandboxed(other, host);
    assert.deepEqual(foreign, []);
  } finally {
    await other.close();
    host.stop();
  }
  await partners(page, open, accessible, shoot);
  await withoutScripts(context.browser(), address);
});

/** Two on a page under a strict policy; one answers, shares, changes its looks and moves. */
async function two(context, host) {
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(`${host.address}/two`);
  const first = page.frameLocator("#a iframe");
  await shows(first, "Internal Medicine");
  await page.frameLocator("#b iframe").getByRole("heading", { level: 1 }).waitFor();
  await answer(first);
  await first.getByRole("heading", { level: 2, name: /^\d+ programs$/ }).waitFor();
  await factsOfThePage(page, first);
  await told(page, (event) => event.type === "smart-pick-counts" && event.detail.ranked > 0);
  await fits(page, "#a");
  await falls(page, first);
  assert.deepEqual((await told(page, (event) => event.type === "smart-pick-counts" && event.detail.ranked > 0)).detail, { ranked: 100, listed: 0 });
  // The page around sees numbers alone, and cannot look in.
  assert.equal(await page.evaluate(() => JSON.stringify([window.heard, window.told]).includes("245")), false);
  assert.equal(await page.evaluate(() => document.querySelector("#a").shadowRoot.querySelector("iframe").contentDocument), null);

  await page.evaluate(() => document.querySelector("#a").setAttribute("theme", "dark"));
  await first.locator('html[style*="color-scheme: dark"]').waitFor({ state: "attached" });
  await page.evaluate(() => document.querySelector("#a").setAttribute("accent", "#7accc8"));
  await first.locator('html[style*="--color-accent: light-dark("]').waitFor({ state: "attached" });

  await first.getByRole("button", { name: /^Add to my list/ }).first().click();
  const site = new URL(host.address).host;
  await first.getByRole("button", { name: `Share my list with ${site}…` }).click();
  assert.equal(await page.evaluate(() => window.told.some((event) => event.type === "smart-pick-share")), false);
  await first.getByRole("button", { name: `Share with ${site}`, exact: true }).click();
  const shared = await told(page, (event) => event.type === "smart-pick-share");
  assert.match(shared.detail.programs.join(), /^\d{10}$/);

  // Moved to another place it begins anew and still fits.
  await page.evaluate(() => document.querySelector("#there").append(document.querySelector("#a")));
  await first.getByRole("heading", { level: 1 }).waitFor();
  await fits(page, "#a");
  await page.frameLocator("#shadowed smart-pick iframe").getByRole("heading", { level: 1 }).waitFor();
  assert.deepEqual(errors, []);
  await page.close();
}

/** What the page knows is marked and removed at one press; a file that does not read names its field. */
async function factsOfThePage(page, frame) {
  await frame.getByText("A school says: Two of our graduates train here.").first().waitFor();
  await frame.getByText(/^From the file of A school, 20 November 2026: facts about \d+ programs/).waitFor();
  const marks = frame.getByText("With facts from the file of A school, 20 November 2026");
  assert.equal(await marks.count(), 10);
  await frame.getByRole("button", { name: "Leave them out" }).click();
  await marks.first().waitFor({ state: "detached" });
  assert.equal(await frame.locator(".embed__note").count(), 0);
  const warned = page.waitForEvent("console", (message) => message.type() === "warning");
  await page.evaluate(() => document.querySelector("#a").setAttribute("facts", "/wrong.json"));
  assert.match((await warned).text(), /^smart-pick: the facts were left out: facts\[0\]\.j1: /);
}

/** The first event that the page was told of and that fits. */
async function told(page, fits) {
  const found = await page.waitForFunction(
    (source) => window.told.find((event) => new Function("event", `return (${source})(event)`)(event)),
    fits.toString(),
  );
  return found.jsonValue();
}

/** The frame is as high as what is in it. */
async function fits(page, selector) {
  // Browsers let frames rest that nobody sees.
  await page.locator(selector).scrollIntoViewIfNeeded();
  const frame = await (await page.$(`${selector} iframe`)).contentFrame();
  await frame.waitForFunction(() => Math.abs(innerHeight - document.body.scrollHeight) <= 1);
}

/** A frame that has grown is lower again once there is less in it. */
async function falls(page, frame) {
  const height = () => page.evaluate(() => document.querySelector("#a").shadowRoot.querySelector("iframe").offsetHeight);
  await frame.getByRole("button", { name: "Show more" }).click();
  await frame.locator(".embed__row").nth(15).waitFor();
  await fits(page, "#a");
  const high = await height();
  await page.evaluate(() => document.querySelector("#a").setAttribute("sections", "questions"));
  await frame.locator(".embed__row").first().waitFor({ state: "detached" });
  await page.waitForFunction(
    (high) => document.querySelector("#a").shadowRoot.querySelector("iframe").offsetHeight < high - 500,
    high,
  );
  await page.evaluate(() => document.querySelector("#a").removeAttribute("sections"));
  await frame.locator(".embed__row").first().waitFor();
}

/** On a host without our headers a room in a foreign frame shows the way out alone. */
async function framed(context, host, address) {
  const page = await context.newPage();
  await page.route(`${address}/profile`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers["content-security-policy"];
    await route.fulfill({ response, headers });
  });
  await page.goto(`${host.address}/framed`);
  const frame = page.frameLocator("#room");
  await frame.getByRole("link", { name: "Open Smart Pick" }).waitFor();
  assert.equal(await frame.getByRole("textbox").count(), 0);
  await page.close();
}

/** What a page gives is nobody's answer: the next page gives its own, until the visitor chooses. */
async function given(browser, host) {
  const fresh = await browser.newContext({ serviceWorkers: "block" });
  const page = await fresh.newPage();
  await page.goto(`${host.address}/hostile`);
  const frame = page.frameLocator("#a iframe");
  await shows(frame, "Internal Medicine");
  await page.evaluate(() => document.querySelector("#a").setAttribute("specialty", "family-medicine"));
  await shows(frame, "Family Medicine");
  await page.reload();
  await shows(frame, "Internal Medicine");
  await frame.getByRole("radio", { name: "IMG, not a US citizen", exact: true }).press("Space");
  await frame.getByRole("combobox").fill("");
  await frame.getByRole("combobox").pressSequentially("psych");
  await frame.getByRole("option").first().click();
  await page.evaluate(() => document.querySelector("#a").setAttribute("specialty", "neurology"));
  await shows(frame, "Psychiatry");
  await fresh.close();
}

/** A page that moves the frame and that pulls at its height learns nothing and starts no loop. */
async function moving(context, host) {
  const page = await context.newPage();
  await page.goto(`${host.address}/hostile`);
  const frame = page.frameLocator("#a iframe");
  await frame.getByRole("combobox").waitFor();
  await answer(frame);
  await frame.getByRole("heading", { level: 2, name: /^\d+ programs$/ }).waitFor();
  const view = await page.evaluate(() => {
    const inner = document.querySelector("#a").shadowRoot.querySelector("iframe");
    window.heights = 0;
    addEventListener("message", ({ data }) => {
      if (data.type === "resize") {
        window.heights += 1;
        // Each time another height, as if the frame were to run after it.
        inner.style.blockSize = `${1000 + (window.heights % 7) * 100}px`;
      }
    });
    inner.style.blockSize = "900px";
    return inner.src;
  });
  // Every change of the height is drawn before the next; a loop would go on.
  await page.evaluate(async () => {
    for (let drawn = 0; drawn < 60; drawn += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  assert.ok((await page.evaluate(() => window.heights)) < 5, "the frame runs after its height");

  const go = (to) =>
    page.evaluate((to) => {
      document.querySelector("#a").shadowRoot.querySelector("iframe").src = to;
    }, to);
  // A room is no view: it does not let itself be framed.
  await go(new URL("/profile", view).href);
  await frame.locator("body.neterror").waitFor({ state: "attached" });
  // A link as somebody else may have made it, and back to the view.
  await go(`${view}#shared=1.AAAA`);
  await frame.getByRole("combobox").waitFor();
  assert.equal(await frame.getByRole("dialog").count(), 0);
  await go(view);
  await frame.getByRole("heading", { level: 1, name: "Programs that fit you" }).waitFor();
  const heard = await page.evaluate(() => JSON.stringify([window.heard, window.told]));
  assert.ok(!heard.includes("245") && !heard.includes("nonus"), "what was typed was heard");
  await page.close();
}

/** Within a frame of a frame nobody can say who asks, so nothing is offered. */
async function nested(context, host) {
  const fresh = await context.browser().newContext({ serviceWorkers: "block" });
  const page = await fresh.newPage();
  await page.goto(`${host.address}/nested`);
  const frame = page.frameLocator("#outer").frameLocator("#a iframe");
  await answer(frame);
  await frame.getByRole("button", { name: /^Add to my list/ }).first().click();
  await frame.getByRole("button", { name: /^On my list/ }).first().waitFor();
  assert.equal(await frame.getByRole("button", { name: /^Share/ }).count(), 0);
  await fresh.close();
}

async function sandboxed(context, host) {
  const page = await context.newPage();
  await page.goto(`${host.address}/sandboxed`);
  const frame = page.frameLocator("#outer").frameLocator("#a iframe");
  await frame.getByRole("heading", { level: 1, name: "Programs that fit you" }).waitFor();
  await answer(frame);
  await page.close();
}

/** The page for partners: settings, code and a preview that follow each other. */
async function partners(page, open, accessible, shoot) {
  await open("/partners");
  await page.getByRole("heading", { level: 1, name: "For partner sites" }).waitFor();
  // A preview that is replaced while it loads says so in the console: each is awaited before the next.
  const preview = async (fragment) => {
    await page.locator(`iframe.partners__frame[src$="/embed${fragment}"]`).waitFor();
    const frame = page.frameLocator("iframe.partners__frame");
    await frame.getByRole("combobox").waitFor();
    return frame;
  };
  await preview("");
  await page.getByLabel("Specialty to begin with").selectOption("Psychiatry");
  await preview("#specialty=psychiatry");
  await page.getByLabel("Accent").fill("pale");
  await page.getByText("Enter a colour such as #0a5a61.").waitFor();
  await preview("#specialty=psychiatry&accent=pale");
  await page.getByLabel("Accent").fill("#ffee88");
  await preview("#specialty=psychiatry&accent=%23ffee88");
  await page.getByLabel("Accent").fill("");
  await preview("#specialty=psychiatry");
  await page.getByLabel("States that the ranking").fill("NY,ZZ");
  await page.getByText("“ZZ” is no code of a state").waitFor();
  await page.getByLabel("States that the ranking").fill("NY");
  const code = page.locator("#partners-element-code");
  assert.match(await code.inputValue(), /<smart-pick specialty="psychiatry" states="NY"><a href="[^"]+">[^<]+<\/a><\/smart-pick>$/);
  await shows(await preview("#specialty=psychiatry&states=NY"), "Psychiatry");
  await accessible(page, "for partner sites");
  const view = await page.context().newPage();
  // A colour that nobody could read on a light page.
  await open("/embed#accent=%23ffee88", view);
  await view.getByRole("combobox").first().waitFor();
  await accessible(view, "the view for partner sites");
  await view.close();
  await shoot(page, "partners");
}

async function withoutScripts(browser, address) {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(`${address}/embed`);
  assert.match(await page.locator("noscript").innerText(), /so it needs JavaScript/);
  const framed = await page.request.get(`${address}/programs`);
  assert.match(framed.headers()["content-security-policy"], /frame-ancestors 'none'/);
  await plain.close();
}

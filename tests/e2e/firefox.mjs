// The main journey, the widget and the single file in Firefox, over WebDriver BiDi.
// `node tests/e2e/firefox.mjs [WORD]` walks those whose name has the word; FIREFOX_PATH names the
// browser, else Debian's place is tried.

import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";
import { site } from "./browser.mjs";
import { hostOf } from "./host.mjs";

const PATIENCE = 20_000;
/** Keeps Firefox from calling home: whatever it asks of other machines goes to a port that is shut. */
const PREFERENCES = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.allow_hijacking_localhost": false,
  "network.proxy.no_proxies_on": "127.0.0.1",
  "intl.accept_languages": "en-US",
};
const JOURNEYS = {
  "main journey": main,
  widget,
  "single file": singleFile,
};

const word = process.argv[2] ?? "";
const { address, stop } = await site();
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
  headless: true,
  extraPrefsFirefox: PREFERENCES,
});
let passed = 0;
let failed = 0;
try {
  for (const [name, journey] of Object.entries(JOURNEYS).filter(([name]) => name.includes(word))) {
    const problems = await walk(journey);
    console.log(`${problems.length === 0 ? "ok     " : "FAILED "} Firefox: ${name}`);
    problems.forEach((problem) => console.log(`  ${problem}`));
    problems.length === 0 ? (passed += 1) : (failed += 1);
  }
} finally {
  await browser.close();
  stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** Runs one journey in a fresh context; answers what went wrong, errors of the page among it. */
async function walk(journey) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 900 });
  const problems = [];
  const origins = new Set([new URL(address).origin, "null"]);
  page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`page: ${error}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob|about):/.test(url) && !origins.has(new URL(url).origin)) {
      problems.push(`request to another origin: ${url}`);
    }
  });
  try {
    await journey(page, origins);
  } catch (error) {
    problems.push(error.stack ?? String(error));
  }
  await context.close();
  return problems;
}

/** What is pressed by its words: a link, a button, the label of a choice. */
function worded(words) {
  return `::-p-xpath(//*[self::a or self::button or self::label][normalize-space()=${JSON.stringify(words)}])`;
}

/** The heading of a page. */
function headed(words) {
  return `::-p-xpath(//h1[normalize-space()=${JSON.stringify(words)}])`;
}

/** Internal Medicine, non-US IMG who needs J-1, Step 2 CK 245. */
async function answer(on) {
  await on.locator('input[role="combobox"]').fill("Internal Medicine");
  await on.locator('[role="option"]').click();
  for (const choice of ["IMG, not a US citizen", "J-1", "I have a Step 2 CK score"]) {
    await on.locator(worded(choice)).click();
  }
  await on.locator("#step2-score").fill("245");
}

async function main(page) {
  await page.goto(address);
  await page.waitForSelector("#main");
  await answer(page);
  await page.locator('nav a[href="/programs"]').click();
  const row = await page.waitForSelector(".plan-row a");
  const program = await row.evaluate((link) => link.textContent);
  await row.click();
  await page.waitForSelector(headed(program));
  await page.locator(worded("Add to my list")).click();
  await page.goBack();
  await page.waitForSelector(".plan-row");
  await page.locator('nav a[href="/list"]').click();
  await page.waitForSelector("::-p-text(to match)");

  await page.reload();
  await page.waitForSelector("::-p-text(to match)");
  assert.match(await page.$eval("#main", (main) => main.textContent), new RegExp(program.slice(0, 20)));

  await page.goto(`${address}/guide/visas`);
  await page.waitForSelector("#main");
  await page.locator(".term").click();
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog[open]", { hidden: true });
  await page.keyboard.press("/");
  await page.locator("#search-box").fill("observrship");
  await page.waitForSelector(".search__results a");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]", { hidden: true });

  await page.goto(`${address}/tools/costs`);
  await page.locator("#costs-currency").fill("INR");
  await page.waitForFunction(() => localStorage.getItem("smart-pick/1")?.includes("INR"));
  await page.reload();
  await page.waitForSelector("#costs-currency");
  assert.equal(await page.$eval("#costs-currency", (input) => input.value), "INR");
}

async function widget(page, origins) {
  const host = await hostOf(address);
  origins.add(host.address);
  try {
    await page.goto(`${host.address}/two`);
    const element = await page.waitForSelector("#a >>> iframe");
    const frame = await element.contentFrame();
    await frame.waitForFunction(() => document.querySelector('input[role="combobox"]')?.value);
    for (const choice of ["IMG, not a US citizen", "J-1", "I have a Step 2 CK score"]) {
      await frame.locator(worded(choice)).click();
    }
    await frame.locator("#step2-score").fill("245");
    await page.waitForFunction(() =>
      window.told.some((event) => event.type === "smart-pick-counts" && event.detail.ranked > 0),
    );
    await frame.waitForFunction(() => Math.abs(innerHeight - document.body.scrollHeight) <= 1);
    const heard = await page.evaluate(() => JSON.stringify([window.heard, window.told]));
    assert.ok(!heard.includes("245"));
    await page.evaluate(() => document.querySelector("#a").setAttribute("theme", "dark"));
    await frame.waitForSelector('html[style*="color-scheme: dark"]');
    await page.waitForSelector("#shadowed >>> iframe");
    await hostile(page, host);
  } finally {
    host.stop();
  }
}

/** Nothing that is not of the protocol counts; what is of it does. */
async function hostile(page, host) {
  await page.goto(`${host.address}/hostile`);
  const element = await page.waitForSelector("#a >>> iframe");
  const frame = await element.contentFrame();
  await frame.waitForFunction(() => document.querySelector('input[role="combobox"]')?.value);
  const light = await page.evaluate(() => Object.keys(window.odd.ignored).filter((name) => !window.isLarge(name)));
  for (const name of light) {
    await page.evaluate((name) => window.sayIgnored(name), name);
    assert.equal(await frame.$('html[style*="color-scheme: dark"]'), null, name);
  }
  for (const name of ["as it should be", "a circle", "a pack of an earlier form", "names of prototypes beside"]) {
    await page.evaluate(() => window.say(window.configure({ theme: "light" })));
    await frame.waitForSelector('html[style*="color-scheme: light;"]');
    await page.evaluate((name) => window.say(window.odd.taken[name]()), name);
    await frame.waitForSelector('html[style*="color-scheme: dark"]');
  }
}

async function singleFile(page) {
  const file = new URL("../../dist-single/smart-pick.html", import.meta.url);
  await page.goto(file.href);
  await page.waitForSelector("#main");
  await answer(page);
  await page.locator('nav a[href="#/programs"]').click();
  await page.waitForSelector(".plan-row");
  await page.goto(`${file.href}#/guide/visas`);
  await page.waitForSelector(headed("Visas: J-1 and H-1B this season"));
  await page.goBack();
  await page.waitForSelector(".plan-row");
}

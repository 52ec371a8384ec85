// Walks every journey in journeys/ through the built site. `node tests/e2e/run.mjs [WORD]` runs those
// whose file name has the word.
//
// A journey exports `name` and a default async function. It gets a fresh browser context and
//   context   for more pages, offline mode, downloads
//   page      the first page, blank
//   address   where the site is
//   open(at)  goes to a room and waits until the app has replaced the first paint
//   expect(p) declares a console error that the journey provokes on purpose
//   accessible, fitsWidth, shoot  from check.mjs
// It may export `serviceWorkers`, "allow", to be kept on the device.

import { readdir } from "node:fs/promises";
import { launch, site } from "./browser.mjs";
import { accessible, fitsWidth, shoot } from "./check.mjs";
import { guard } from "./guard.mjs";

/** Nothing in the app takes this long on two cores; a wait that does is a failure. */
const PATIENCE = 20_000;
/** No journey is under way as long as this. */
const LONGEST = 150_000;

const folder = new URL("journeys/", import.meta.url);
const word = process.argv[2] ?? "";
const files = (await readdir(folder)).filter((file) => file.endsWith(".mjs") && file.includes(word));

const { address, stop } = await site();
const browser = await launch();
let passed = 0;
let failed = 0;
try {
  for (const file of files.sort()) {
    const journey = await import(new URL(file, folder));
    const start = performance.now();
    const problems = await walk(journey);
    const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    if (problems.length === 0) {
      passed += 1;
      console.log(`ok      ${journey.name} (${took})`);
    } else {
      failed += 1;
      console.log(`FAILED  ${journey.name} (${took})`);
      for (const problem of problems) {
        console.log(`  ${problem}`);
      }
    }
  }
} finally {
  await browser.close();
  stop();
}
if (passed + failed === 0) {
  console.log("no journey was found");
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** Fails once a journey has taken longer than any does. */
function overdue() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("the journey does not end")), LONGEST).unref();
  });
}

/** Runs one journey; answers what went wrong. */
async function walk(journey) {
  // A worker would answer before the routes that journeys break on purpose.
  const serviceWorkers = journey.serviceWorkers ?? "block";
  const context = await browser.newContext({ acceptDownloads: true, locale: "en-US", serviceWorkers });
  context.setDefaultTimeout(PATIENCE);
  const guards = guard(context, address);
  const problems = [];
  try {
    const page = await context.newPage();
    const open = async (at = "/", on = page) => {
      await on.goto(new URL(at, address).href);
      // What is painted before the app has no such part.
      await on.locator("#main").waitFor({ state: "attached" });
    };
    const tools = { address, accessible, context, expect: guards.expect, fitsWidth, open, page, shoot };
    await Promise.race([journey.default(tools), overdue()]);
  } catch (error) {
    problems.push(error.stack ?? String(error));
  }
  await context.close();
  return [...problems, ...guards.breaches()];
}

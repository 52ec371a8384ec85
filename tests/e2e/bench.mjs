// Measures the built site in Chromium: how soon a typed letter is painted, the longest task of the main
// thread, and whatever the page itself can measure.
//
// A page that has `window.smartPickBench`, an async function, is asked for its own figures: it answers
// `[{ name, unit, samples: number[] }]`. Without it that part is left out and said so.

import { launch, site } from "./browser.mjs";

const TEXT = "internal medicine boston mass general hospital ";
const ROUNDS = 4;

const { address, stop } = await site();
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.addInitScript(observe);
  const start = performance.now();
  await page.goto(address);
  await page.locator("#loading").waitFor({ state: "detached" });
  print("arrival to app", "ms", [performance.now() - start]);
  await type(page);
  await report(page);
  await own(page);
} finally {
  await browser.close();
  stop();
}

/** Runs in the page before anything else: keeps every slow event and every long task. */
function observe() {
  window.seen = { events: [], painted: [], tasks: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === "keydown" || entry.name === "input" || entry.name === "keypress") {
        window.seen.events.push({ id: entry.interactionId, duration: entry.duration });
      }
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  const pressed = ({ timeStamp }) => {
    // The second frame starts when the first one, with the letter, has been painted.
    const painted = () => window.seen.painted.push(performance.now() - timeStamp);
    requestAnimationFrame(() => requestAnimationFrame(painted));
  };
  addEventListener("keydown", pressed, true);
  new PerformanceObserver((list) => {
    window.seen.tasks.push(...list.getEntries().map((entry) => entry.duration));
  }).observe({ type: "longtask", buffered: true });
}

/** Types like a person into the first text field of the page, one painted letter after the other. */
async function type(page) {
  const field = page.locator("input:not([type]), input[type=text], input[type=search]").first();
  if ((await field.count()) === 0) {
    console.log("  the first page has no text field; nothing was typed");
    return;
  }
  await field.focus();
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const letter of TEXT) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      count += 1;
      await page.waitForFunction((wanted) => window.seen.painted.length >= wanted, count);
    }
    await field.fill("");
  }
}

async function report(page) {
  const { events, painted, tasks } = await page.evaluate(() => window.seen);
  // One key press is several events with one id; the slowest of them is what a person feels.
  const presses = new Map();
  for (const { id, duration } of events.filter((event) => event.id)) {
    presses.set(id, Math.max(duration, presses.get(id) ?? 0));
  }
  print("input to paint (event timing)", "ms", [...presses.values()]);
  print("input to second frame", "ms", painted);
  print("long tasks, main thread", "ms", tasks);
}

async function own(page) {
  const figures = await page.evaluate(async () => (await window.smartPickBench?.()) ?? null);
  if (figures === null) {
    console.log("  the page offers no figures of its own");
    return;
  }
  for (const { name, unit, samples } of figures) {
    print(name, unit, samples);
  }
}

function print(name, unit, samples) {
  if (samples.length === 0) {
    console.log(`  ${name.padEnd(32)} none above the browser's threshold`);
    return;
  }
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
  const figures = `p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)} ${unit}`;
  console.log(`  ${name.padEnd(32)} ${figures}  (${sorted.length} samples)`);
}

// Measures the built site in Chromium: a first visit (arrival.mjs), how soon a typed letter is painted, room by room, and the
// longest tasks of the main thread; and how long a frame comes to nothing while its page floods it.

import { arrivals } from "./arrival.mjs";
import { launch, site } from "./browser.mjs";
import { flood } from "./flood.mjs";
import { answer, hostOf } from "./host.mjs";
import { answerThreeQuestions } from "./programs.mjs";

/** Room, its field by label, and what a person types there. */
const ROOMS = [
  { name: "start", at: "/", label: "Which specialty do you apply in?", text: "internal medicine family psychiatry " },
  { name: "profile", at: "/profile", label: "Graduation year", text: "20192020201820172016201520142013" },
  { name: "programs", at: "/programs?show=ranked", label: "Search", text: "internal medicine boston mass general hospital " },
];
const ROUNDS = 3;
/** Lists that are found and taken over for each size, each of one application fewer. */
const LISTS = 12;
/** How many applications of how many specialties. */
const SIZES = [
  { name: "60 of internal medicine", number: 60, more: [] },
  { name: "400 of three specialties", number: 400, more: ["120", "320"] },
];

const { address, stop } = await site();
const browser = await launch();
try {
  await arrivals(browser, address, print);
  const page = await browser.newPage();
  await page.addInitScript(observe);
  const open = async (at = "/") => {
    await page.goto(new URL(at, address).href);
    await page.locator("#main").waitFor();
  };
  const start = performance.now();
  await open();
  print("arrival to app", "ms", [performance.now() - start]);
  await answerThreeQuestions(page, open);
  for (const room of ROOMS) {
    await open(room.at);
    const presses = await type(page, room);
    await report(page, room.name, presses);
  }
  // What was typed above is no answer: the lists begin with a page that knows nothing.
  await page.evaluate(() => localStorage.clear());
  await answerThreeQuestions(page, open);
  await page.waitForFunction(() => localStorage.getItem("smart-pick/1")?.includes("245"));
  for (const size of SIZES) {
    await best(page, open, size);
  }
  await flooded(await browser.newPage());
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

/** Types like a person, one painted letter after the other; answers how many letters. */
async function type(page, { label, text }) {
  await page.locator("h1").first().waitFor();
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  const field = page.getByLabel(label).first();
  await field.waitFor();
  // What the room needs to arrive is told apart from what typing costs.
  await page.evaluate(() => {
    window.seen.arrival = window.seen.tasks.splice(0);
    window.seen.events.length = 0;
    window.seen.painted.length = 0;
  });
  await field.focus();
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const letter of text) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      count += 1;
      await page.waitForFunction((wanted) => window.seen.painted.length >= wanted, count);
    }
    await field.fill("");
  }
  return count;
}

/** How long after a number is typed the best list is known, and after the press its rows are painted. */
async function best(page, open, { name, number, more }) {
  // Before the app looks: a page that is left keeps its own answers.
  await page.addInitScript((codes) => {
    const kept = JSON.parse(localStorage.getItem("smart-pick/1"));
    codes.forEach((code, at) => (kept.answers.specialties[at + 1] = { code, typed: "" }));
    localStorage.setItem("smart-pick/1", JSON.stringify(kept));
  }, more);
  await open("/list");
  await page.getByText("How many, and the budget").click();
  const field = page.getByLabel("How many applications?");
  const [known, pressed] = [[], []];
  await page.evaluate(() => (window.seen.tasks.length = 0));
  for (let fewer = 0; fewer < LISTS; fewer += 1) {
    const wanted = number - fewer;
    await field.fill(String(wanted));
    known.push(await page.evaluate(until, { selector: ".my-list__best", text: `${wanted} programs: `, press: false }));
    pressed.push(await page.evaluate(until, { selector: ".my-list__sentence", text: `${wanted} programs: `, press: true }));
  }
  print(`list, ${name}: number typed to best list known`, "ms", known);
  print(`list, ${name}: press to painted`, "ms", pressed);
  print(`list, ${name}: long tasks`, "ms", await page.evaluate(() => window.seen.tasks));
}

/** How long at most the frame of a hostile page comes to nothing else in a flood of messages. */
async function flooded(page) {
  const host = await hostOf(address);
  try {
    await page.goto(`${host.address}/hostile`);
    const frame = page.frameLocator("#a iframe");
    await answer(frame);
    await frame.locator(".embed__row").first().waitFor();
    const inner = await (await page.$("#a iframe")).contentFrame();
    // Later pieces of the app arrive first.
    await page.waitForLoadState("networkidle");
    const longest = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      longest.push((await flood(page, { frame, inner })).longest);
    }
    print("widget: longest wait in a flood", "ms", longest);
  } finally {
    host.stop();
  }
}

/** In the page: the time until a text is painted, after a press of the first button if there is one. */
function until({ selector, text, press }) {
  return new Promise((painted) => {
    const start = performance.now();
    const isThere = () => document.querySelector(selector)?.textContent.includes(text);
    const done = () => requestAnimationFrame(() => requestAnimationFrame(() => painted(performance.now() - start)));
    if (press) {
      const buttons = [...document.querySelectorAll("main button")];
      buttons.find((button) => /^(Make my list|Replace my list)/.test(button.textContent)).click();
    }
    if (isThere()) {
      return done();
    }
    const watch = new MutationObserver(() => {
      if (isThere()) {
        watch.disconnect();
        done();
      }
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

async function report(page, room, pressed) {
  const { arrival, events, painted, tasks } = await page.evaluate(() => window.seen);
  // One key press is several events with one id; the slowest of them is what a person feels.
  const presses = new Map();
  for (const { id, duration } of events.filter((event) => event.id)) {
    presses.set(id, Math.max(duration, presses.get(id) ?? 0));
  }
  // The browser reports no press that took less than 16 ms and rounds to 8: the others count as 8.
  const quick = new Array(Math.max(0, pressed - presses.size)).fill(8);
  print(`${room}: input to paint`, "ms", [...presses.values(), ...quick]);
  print(`${room}: input to second frame`, "ms", painted);
  print(`${room}: long tasks while typing`, "ms", tasks);
  print(`${room}: long tasks on arrival`, "ms", arrival);
}

function print(name, unit, samples) {
  if (samples.length === 0) {
    console.log(`  ${name.padEnd(36)} none`);
    return;
  }
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
  const figures = `p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)} ${unit}`;
  console.log(`  ${name.padEnd(36)} ${figures}  (${sorted.length} samples)`);
}

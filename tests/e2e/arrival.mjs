// Measures a first visit on a slow line and a slow processor: from the address to the first list. Each figure
// is of several visits, each by a browser that has never been here.

const VISITS = 5;
/** Slow 4G as Lighthouse has it, and a processor a quarter as fast. */
const SLOW = {
  line: { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8 },
  slowdown: 4,
};

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 * @param {(name: string, unit: string, samples: number[]) => void} print
 */
export async function arrivals(browser, address, print) {
  const slow = await visits(browser, address, SLOW);
  const each = (what) => slow.map((seen) => seen[what]);
  print("slow line: first answer possible", "ms", each("answerable"));
  print("slow line: largest paint", "ms", each("largest"));
  print("slow line: app", "ms", each("app"));
  print("slow line: arriving to the list", "ms", each("list"));
  tasks("slow line", slow, print);
  print("slow line: until the list", "kB", slow.map(({ bytes }) => bytes / 1000));
  const fast = await visits(browser, address, { slowdown: 1 });
  tasks("own line", fast, print);
  print("own line: arriving to the list", "ms", fast.map(({ list }) => list));
}

/** The longest task of each visit before the app, which is the browser's own, and from the app on. */
function tasks(line, seen, print) {
  const longest = (visit, isOurs) =>
    Math.max(0, ...visit.tasks.filter(({ start }) => start > visit.arrived === isOurs).map(({ duration }) => duration));
  print(`${line}: longest task before the app`, "ms", seen.map((visit) => longest(visit, false)));
  print(`${line}: longest task of the app`, "ms", seen.map((visit) => longest(visit, true)));
}

async function visits(browser, address, terms) {
  const seen = [];
  for (let at = 0; at < VISITS; at += 1) {
    seen.push(await visit(browser, address, terms));
  }
  return seen;
}

/** One visit; moments in milliseconds after the address was asked for. */
async function visit(browser, address, { line, slowdown }) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  if (line) {
    await session.send("Network.emulateNetworkConditions", line);
  }
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => "list" in window.visit);
  const seen = await page.evaluate(() => {
    const [app] = performance.getEntriesByType("resource").filter(({ name }) => name.includes("_bg-"));
    return { ...window.visit, arrived: app.responseEnd };
  });
  await context.close();
  return { ...seen, bytes };
}

/** In the page, before anything else: answers one question a frame, and notes when what is looked for was painted. */
function observe() {
  window.visit = { tasks: [] };
  const answers = [
    ["#specialty-1", "Internal Medicine"],
    ["#applicant-type"],
    ["#visa-2"],
    ["#step2"],
    ["#step2-score", "245"],
    ["#graduation-year", "2019"],
    ["form.start [type=submit]"],
  ];
  const answer = () => {
    const field = document.querySelector(answers[0]?.[0] ?? "none");
    if (field) {
      const [, typed] = answers.shift();
      field.focus();
      if (typed) {
        field.value = typed;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      } else {
        field.click();
      }
    }
  };
  const wanted = { answerable: "#specialty-1", app: "#main", list: ".plan-row" };
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (!(name in window.visit) && document.querySelector(selector)) {
        // The frame that starts now paints it.
        window.visit[name] = performance.now();
      }
    }
    answer();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const watch = (type, told) => new PerformanceObserver((list) => list.getEntries().forEach(told)).observe({ type, buffered: true });
  watch("largest-contentful-paint", ({ startTime }) => (window.visit.largest = startTime));
  watch("longtask", ({ startTime, duration }) => window.visit.tasks.push({ start: startTime, duration }));
}

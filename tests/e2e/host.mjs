// A partner of another origin: its pages, which use the widget, and what they hear; what a visitor does there.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";

/** The word of the protocol between page and frame. */
export const PROTOCOL = "smart-pick-embed/2";

/** Serves them at an address of its own. */
export async function hostOf(site) {
  const script = `<script type="module" src="${site}/smart-pick.js"></script>`;
  const listen = `<script src="/listen.js"></script>`;
  const element = '<smart-pick id="a" specialty="internal-medicine" facts="/facts.json"></smart-pick>';
  const pages = {
    "/two": `${listen}${element}<smart-pick id="b" compact sections="programs"></smart-pick><div id="there"></div><div id="shadowed"></div>${script}<script src="/shadow.js"></script>`,
    "/hostile": `${listen}<script src="/odd.js"></script>${element}${script}`,
    "/framed": `<iframe id="room" src="${site}/profile" width="900" height="900"></iframe>`,
    "/nested": '<iframe id="outer" src="/hostile" width="900" height="2000"></iframe>',
    "/sandboxed": '<iframe id="outer" sandbox="allow-scripts" src="/hostile" width="900" height="2000"></iframe>',
    "/listen.js": `window.heard = []; window.told = [];
      addEventListener("message", (event) => window.heard.push(event.data));
      for (const type of ["smart-pick-ready", "smart-pick-counts", "smart-pick-share"])
        addEventListener(type, (event) => window.told.push({ type, detail: event.detail }));`,
    "/odd.js": ODD,
    "/shadow.js": `const root = document.querySelector("#shadowed").attachShadow({ mode: "open" });
      root.append(document.createElement("smart-pick"));`,
  };
  let programs = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    if (pathname.endsWith(".json")) {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(facts(pathname, programs)));
      return;
    }
    const body = pages[pathname];
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(body ? 200 : 404, {
      "content-type": type,
      // What the page for partners tells sites with a strict policy, and their own scripts.
      "content-security-policy": `default-src 'none'; script-src 'self' ${site} 'unsafe-eval'; frame-src 'self' ${site}; connect-src 'self'; img-src data:`,
    });
    response.end(body ? `<!doctype html><title>A partner</title><link rel="icon" href="data:,">${body}`.replace(/^.*$/s, (text) => (type === "text/html" ? text : body)) : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  programs = await everyProgram();
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/**
 * What a hostile page may say to the frame, each made when it is said. `ignored` asks for the dark theme in
 * ways that must not count; `taken` asks for it as the protocol has it, beside what must do no harm;
 * `unsendable` does not leave the page. `sayIgnored` says one of the first and leaves the frame time to read it,
 * more after what is large, since it rests after that.
 */
const ODD = `
  const PROTOCOL = ${JSON.stringify(PROTOCOL)};
  const frame = () => document.querySelector("#a").shadowRoot.querySelector("iframe");
  window.say = (message) => frame().contentWindow.postMessage(message, "*");
  window.configure = (settings) => ({ protocol: PROTOCOL, type: "configure", settings });
  const dark = (rest) => window.configure({ theme: "dark", ...rest });
  const whole = { format: "smart-pick-facts/1", name: "A", day: "2026-11-20", facts: [] };
  const told = (rest) => dark({ facts: JSON.stringify({ ...whole, ...rest }) });
  const cyclic = (message) => {
    message.itself = message;
    message.settings.itself = message;
    return message;
  };
  // Own keys of the names of prototypes, which only a reader of JSON makes.
  const own = (name, value) => JSON.parse(JSON.stringify({ NAME: value }).replace("NAME", name));
  const million = (message) => {
    for (let key = 0; key < 1_000_000; key += 1) message["key" + key] = key;
    return message;
  };
  window.odd = {
    ignored: {
      "nothing": () => null,
      "a number": () => 7,
      "no number": () => NaN,
      "an empty object": () => ({}),
      "a list": () => [dark()],
      "a text": () => "{",
      "a giant text": () => "x".repeat(10_000_000),
      "the old text": () => JSON.stringify({ ...dark(), protocol: "smart-pick/1" }),
      "a text of JSON": () => JSON.stringify(dark()),
      "the old word": () => ({ ...dark(), protocol: "smart-pick/1" }),
      "another version": () => ({ ...dark(), protocol: "smart-pick-embed/3" }),
      "another type": () => ({ ...dark(), type: "eval" }),
      "a type that is no number": () => ({ ...dark(), type: NaN }),
      "a type of a prototype": () => ({ ...dark(), type: "constructor" }),
      "settings as a text": () => window.configure(JSON.stringify({ theme: "dark" })),
      "states as a number": () => dark({ states: 9 }),
      "compact that is no number": () => dark({ compact: NaN }),
      "an accent as an object": () => dark({ accent: { toString: "#7accc8" } }),
      "a language as a list": () => dark({ lang: ["en"] }),
      "a theme as a list": () => dark({ theme: ["dark"] }),
      "a specialty too long": () => dark({ specialty: "x".repeat(400_000) }),
      "bytes": () => new TextEncoder().encode(JSON.stringify(dark())).buffer,
      "a map": () => new Map(Object.entries(dark())),
      "a set": () => new Set(Object.entries(dark())),
      "a date": () => new Date(),
      "a blob": () => new Blob([JSON.stringify(dark())]),
      "what is inherited": () => Object.create(dark()),
      "a message below __proto__": () => own("__proto__", dark()),
      "a message below constructor": () => own("constructor", { prototype: dark() }),
      "settings below __proto__": () => window.configure(own("__proto__", { theme: "dark" })),
      "settings below constructor": () => window.configure(own("constructor", { prototype: { theme: "dark" } })),
      "a circle": () => cyclic({ ...dark(), protocol: PROTOCOL + "!" }),
      "a circle of lists": () => { const list = []; list.push(list); return { ...dark(), settings: list }; },
      "a million keys": () => million({ theme: "dark" }),
      "a million settings": () => window.configure(million({})),
      "a million numbers": () => new Array(1_000_000).fill(7),
    },
    taken: {
      "as it should be": () => dark(),
      "a circle": () => cyclic(dark()),
      "a pack of an earlier form": () => dark({ pack: { name: "A", notes: { 1400500001: "x" } } }),
      "facts that are the message": () => { const message = dark(); message.settings.facts = message; return message; },
      "facts that are no text": () => dark({ facts: { format: "smart-pick-facts/1" } }),
      "facts that are too long": () => dark({ facts: "x".repeat(2_000_001) }),
      "facts that do not read": () => dark({ facts: "{" }),
      "facts deeper than anyone reads": () => dark({ facts: "[".repeat(100_000) }),
      "facts of another format": () => told({ format: "smart-pick/1" }),
      "facts of a newer format": () => told({ format: "smart-pick-facts/2" }),
      "facts of __proto__": () => told({ facts: [{ program: "__proto__", j1: true }] }),
      "facts below __proto__": () => dark({ facts: '{"__proto__": {"format": "smart-pick-facts/1", "name": "A", "day": "2026-11-20", "facts": []}}' }),
      "facts about a program twice": () => told({ facts: [{ program: "1400500001" }, { program: "1400500001" }] }),
      "facts of tomorrow": () => told({ day: "2999-01-01" }),
      "facts of somebody turned around": () => told({ name: "A\\u202Eb" }),
      "facts with more than there is": () => told({ score: 300 }),
      "a name with markup": () => dark({ specialty: "<img src=x>", accent: "red;}", sections: "<img src=x>" }),
      "names of prototypes beside": () => dark({ ...own("__proto__", { compact: true }), constructor: 1, toString: 2 }),
      "what is undefined": () => dark({ states: undefined, facts: undefined }),
      "a million keys beside": () => million(dark()),
    },
    unsendable: {
      "a getter that throws": () => ({ get protocol() { throw new Error("no"); } }),
      "a proxy": () => new Proxy(dark(), {}),
      "a function": () => dark({ theme: () => "dark" }),
    },
  };
  window.isLarge = (name) => /million|giant/.test(name);
  window.sayIgnored = async (name) => {
    window.say(window.odd.ignored[name]());
    await new Promise((resolve) => setTimeout(resolve, window.isLarge(name) ? 2_500 : 150));
  };
`;

/** Waits until the specialty's box says so, or anything at all. */
export async function shows(frame, name) {
  await frame.getByRole("combobox").evaluate(
    (box, name) =>
      new Promise((resolve) => {
        const look = () => (name === undefined ? box.value : box.value === name) ? resolve() : requestAnimationFrame(look);
        look();
      }),
    name,
  );
}

/**
 * Whoever asks first for the frame may see it still taking up what is kept and its settings. By keyboard:
 * a frame of another process that grows with each answer may not be where the browser sends a click.
 */
export async function answer(frame) {
  await shows(frame);
  for (const name of ["IMG, not a US citizen", "J-1", "I have a Step 2 CK score"]) {
    const choice = frame.getByRole("radio", { name, exact: true });
    await choice.press("Space");
    assert.ok(await choice.isChecked(), name);
  }
  await frame.locator("#step2-score").fill("245");
}

/** What the partner knows of programs: that each takes a J-1 visa; or a file with a field that does not read. */
function facts(pathname, programs) {
  const is = pathname === "/facts.json";
  return {
    format: "smart-pick-facts/1",
    name: "A school",
    day: "2026-11-20",
    facts: programs.map((program) => ({ program, j1: is ? true : "perhaps" })),
    notes: programs.map((program) => ({ program, note: "Two of our graduates train here." })),
  };
}

/** Ids of internal medicine, so that the file has a note on whatever ranks first. */
async function everyProgram() {
  const csv = await readFile(new URL("../../data/programs.csv", import.meta.url), "utf8");
  return [...csv.matchAll(/^(140\d{7})\b/gm)].map(([, id]) => id);
}

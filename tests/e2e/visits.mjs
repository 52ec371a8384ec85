// Counts what visits cost the host: every byte that leaves it, headers included, by a wire in between.

import { createServer, connect } from "node:net";
import { launch, site } from "./browser.mjs";
import { answerThreeQuestions, programs } from "./programs.mjs";

const { address, stop } = await site();
const wire = await tapped(new URL(address));
const browser = await launch();
try {
  const context = await browser.newContext({ serviceWorkers: "allow" });
  await visit("first visit: the first page", context, (page) => page.locator("#main").waitFor());
  await context.close();

  const whole = await browser.newContext({ serviceWorkers: "allow" });
  await visit("first visit: three questions, the list, one program", whole, async (page) => {
    await page.locator("#main").waitFor();
    await answerThreeQuestions(page, async () => {});
    await programs(page).first().getByRole("link").first().click();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
  });
  const kept = await browser.newContext({ serviceWorkers: "allow" });
  await visit("first visit until the whole site is on the device", kept, (page) =>
    page.getByText("Ready to work offline").waitFor(),
  );
  await visit("repeat visit: the list, one program, an article", kept, async (page) => {
    await answerThreeQuestions(page, async () => {});
    await programs(page).first().getByRole("link").first().click();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await page.goto(`${wire.address}/guide/visas`);
    await page.locator(".article__text").waitFor();
    // Past the moment at which the worker looks for a newer release.
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  });
  const reader = await browser.newContext({ javaScriptEnabled: false });
  await visit("an article alone, without scripts", reader, (page) => page.locator("h1").waitFor(), "/guide/visas");
  const framed = await browser.newContext({ serviceWorkers: "allow" });
  await visit("the widget's view, first visit", framed, (page) => page.getByRole("combobox").waitFor(), "/embed");
  await visit("the widget's view, repeat visit", framed, (page) => page.getByRole("combobox").waitFor(), "/embed");
} finally {
  await browser.close();
  wire.stop();
  stop();
}

/** Prints the bytes of one visit, from its address until it has seen what it came for. */
async function visit(name, context, see, at = "/") {
  const before = wire.bytes;
  const page = await context.newPage();
  await page.goto(wire.address + at, { waitUntil: "networkidle" });
  await see(page);
  await page.waitForLoadState("networkidle");
  await page.close();
  console.log(`  ${name.padEnd(56)} ${((wire.bytes - before) / 1000).toFixed(1).padStart(8)} kB`);
}

/** A wire to the server that counts what comes from it. */
async function tapped({ hostname, port }) {
  const state = { bytes: 0 };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    far.on("data", (data) => (state.bytes += data.length));
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  state.address = `http://127.0.0.1:${server.address().port}`;
  state.stop = () => server.close();
  return state;
}

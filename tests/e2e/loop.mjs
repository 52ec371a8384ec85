// The daily loop: `trunk serve` builds the app, a room of it works, and a saved source loads the page again.
// `node tests/e2e/loop.mjs`, with trunk and wasm-bindgen on the PATH.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { launch } from "./browser.mjs";
import { guard } from "./guard.mjs";

/** Saved as it is: what a watcher sees of a developer at work. */
const SOURCE = new URL("../../styles/print.css", import.meta.url);
/** A build after a saved source, which compiles nothing. */
const PATIENCE = 120_000;

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const trunk = spawn("trunk", ["serve", "--port", String(port)], {
  stdio: ["ignore", "pipe", "pipe"],
  // Trunk starts cargo, which starts others: they end together.
  detached: true,
  // Trunk reads the second as a flag of its own and stops at the value 1.
  env: { ...process.env, RUST_LOG: "info", NO_COLOR: undefined },
});
const said = [];
let browser;
let problem;
try {
  await built();
  browser = await launch();
  await walk(await browser.newContext());
} catch (error) {
  problem = error;
} finally {
  await browser?.close();
  if (trunk.pid && trunk.exitCode === null) {
    process.kill(-trunk.pid);
  }
}
if (problem) {
  console.log(said.slice(-30).join("\n"));
  console.log(problem);
}
console.log(problem ? "0 passed, 1 failed" : "1 passed, 0 failed");
process.exit(problem ? 1 : 0);

async function walk(context) {
  const watched = guard(context, address);
  const page = await context.newPage();
  await page.goto(`${address}/profile`);
  await page.getByRole("heading", { level: 1, name: "Profile" }).waitFor();
  await page.goto(`${address}/programs`);
  await page.locator("#loading").waitFor({ state: "detached" });
  await page.evaluate(() => {
    window.isOld = true;
  });
  await writeFile(SOURCE, await readFile(SOURCE));
  await page.waitForFunction(() => !window.isOld, undefined, { timeout: PATIENCE });
  await page.locator("#loading").waitFor({ state: "detached" });
  assert.deepEqual(watched.breaches(), []);
}

/** Waits for trunk's first build. */
async function built() {
  // `once` rejects where trunk cannot be started at all.
  const ended = once(trunk, "exit").then(() => {
    throw new Error("trunk ended before it had built");
  });
  ended.catch(() => {});
  const listening = new Promise((resolve) => {
    for (const stream of [trunk.stdout, trunk.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        if (/server listening at/.test(line)) {
          resolve();
        }
      });
    }
  });
  await Promise.race([listening, ended]);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

// The Chromium that journeys and measurements drive, and the site that they walk through.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";

/** Keeps Chromium from calling home, and lets it run without a screen or a GPU. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The microphone of the interview practice.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  // Whatever tries to leave this machine finds no address.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** The Chromium that is driven; CHROME_PATH names it, else Debian's place is tried. */
export const CHROME = process.env.CHROME_PATH ?? "/usr/bin/chromium";

/** Starts it. */
export function launch() {
  return chromium.launch({ executablePath: CHROME, args: FLAGS });
}

/**
 * The address of the built site: SITE if given, else our own server on a free port.
 * @returns {Promise<{address: string, stop: () => void}>}
 */
export async function site() {
  if (process.env.SITE) {
    return { address: process.env.SITE, stop() {} };
  }
  const words = ["xtask", "serve", "--built", "--port", "0"];
  const server = spawn("cargo", words, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "exit").then(() => {
    throw new Error("the server ended before it named its address");
  });
  // Looked at only while we wait for the address.
  ended.catch(() => {});
  const named = (async () => {
    for await (const line of createInterface({ input: server.stdout })) {
      const found = line.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) {
        return found[0];
      }
    }
    return ended;
  })();
  return { address: await Promise.race([named, ended]), stop: () => server.kill() };
}

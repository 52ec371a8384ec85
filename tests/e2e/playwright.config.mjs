// `npx playwright test --config tests/e2e/playwright.config.mjs [WORD]` walks the journeys whose file has the word
// through the built site: SITE if it is given, else our own server. TRACE=1 keeps a trace of each.

import { defineConfig } from "@playwright/test";
import { CHROME, FLAGS } from "./browser.mjs";

const PORT = 8123;
const { SITE, TRACE } = process.env;

export default defineConfig({
  testDir: "journeys",
  outputDir: "../../target/journeys",
  reporter: "list",
  // As many as the cores that we build on; journeys wait more than they compute.
  workers: 2,
  // No journey is under way as long as this,
  timeout: 150_000,
  use: {
    // and nothing in the app takes this long on two cores; a wait that does is a failure.
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    baseURL: SITE ?? `http://127.0.0.1:${PORT}`,
    acceptDownloads: true,
    launchOptions: { executablePath: CHROME, args: FLAGS },
    locale: "en-US",
    // A worker would answer before the routes that journeys break on purpose.
    serviceWorkers: "block",
    trace: TRACE ? "on" : "off",
  },
  webServer: SITE
    ? undefined
    : {
        command: `cargo xtask serve --built --port ${PORT}`,
        url: `http://127.0.0.1:${PORT}`,
        timeout: 120_000,
      },
});

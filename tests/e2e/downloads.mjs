// Files that the app hands to the visitor.

import { readFile } from "node:fs/promises";

/**
 * Presses a button by its name; answers the file that comes of it.
 * @param {import("@playwright/test").Page} page
 * @param {string} button
 * @returns {Promise<{name: string, text: string}>}
 */
export async function downloaded(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

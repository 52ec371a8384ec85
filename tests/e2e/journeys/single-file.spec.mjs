// The app as one file, opened by its path as from a USB stick: no server, no request, every room.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { downloaded } from "../downloads.mjs";
import { guard } from "../guard.mjs";
import { test } from "../journey.mjs";
import { answerThreeQuestions, programs } from "../programs.mjs";
import { everyRoom } from "../rooms.mjs";

test("single file: from file://, every room, back, reload, links of the guide, no request", async ({ accessible, context, shoot }) => {
  const folder = await mkdtemp(join(tmpdir(), "USB stick ü-"));
  const path = join(folder, "smart-pick.html");
  await copyFile(new URL("../../../dist-single/smart-pick.html", import.meta.url), path);
  const file = pathToFileURL(path).href;
  const other = await context.browser().newContext({ acceptDownloads: true, locale: "en-US" });
  const guards = guard(other, file);
  const asked = new Set();
  other.on("request", (request) => asked.add(request.url().split("#")[0]));
  try {
    await walk(await other.newPage(), file, accessible, shoot);
    const outside = [...asked].filter((url) => url !== file && !/^(data|blob):/.test(url));
    assert.deepEqual(outside, []);
    assert.deepEqual(guards.breaches(), []);
  } finally {
    await other.close();
    await rm(folder, { recursive: true });
  }
});

async function walk(page, file, accessible, shoot) {
  await page.goto(file);
  const open = async (at) => {
    await page.goto(`${file}#${at}`);
    await page.locator("#main").waitFor({ state: "attached" });
  };
  await page.locator("#main").waitFor({ state: "attached" });
  await answerThreeQuestions(page, open);
  assert.equal(page.url(), `${file}#/programs`);
  await shoot(page, "single-file");

  const first = programs(page).first().getByRole("link").first();
  const program = await first.textContent();
  await first.click();
  await page.getByRole("heading", { level: 1, name: program }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: program }).waitFor();
  await page.goBack();
  await page.locator(".plan-row").first().waitFor();

  await everyRoom(page, open);
  await open("/guide/visas");
  await page.locator(".article__contents a").last().click();
  assert.match(page.url(), /#\/guide\/visas/);
  await page.getByRole("heading", { level: 1, name: "Visas: J-1 and H-1B this season" }).waitFor();
  await page.locator(".term").first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Search" }).getByRole("textbox").fill("observership");
  await page.keyboard.press("Enter");
  await page.locator("#main h1").waitFor();

  await open("/answers");
  await page.getByText("which a link cannot lead others to").waitFor();
  const saved = await downloaded(page, "Save to file");
  assert.match(saved.name, /\.json$/);
  assert.match(saved.text, /245/);
  await accessible(page, "answers of a single file");
  await page.keyboard.press("Tab");
  await open("/nowhere");
  await page.getByRole("heading", { level: 1, name: "There is no page here" }).waitFor();
}

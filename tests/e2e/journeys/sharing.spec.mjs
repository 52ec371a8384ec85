// A link that carries profile and lists: made on a press, opened on another device, refused when it is
// damaged, hostile, too long or too new, and cut to what a page can show where it holds too much.

import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { test } from "../journey.mjs";
import { answerThreeQuestions } from "../programs.mjs";

test("sharing: a link made and opened, what it holds, links that are refused", async ({ accessible, address, context, open, page, shoot }) => {
  await answerThreeQuestions(page, open);
  await open("/answers");
  const title = page.getByRole("heading", { name: "Share as a link" });
  await title.click();
  const aside = page.locator("details").filter({ has: title });
  await aside.getByText(/answers of profile and preferences$/).waitFor();
  assert.equal(await page.locator("#share-link").count(), 0);
  await aside.getByRole("button", { name: "Make the link" }).click();
  const link = await page.locator("#share-link").inputValue();
  assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#shared=1\.[\w-]+$/);
  await accessible(page, "a link made");
  await shoot(page, "share");
  await opened(context, link, accessible, shoot);
  await refused(context, address, link);
  await tooMuch(context, address);
});

/** What no page of ours writes, in a link of a few hundred characters. */
const ROWS = `{"format":"smart-pick/1","answers":{"chosen":{"us-experience":"yes"},"experience":[${Array(30_000).fill("{}")}]}}`;
const LONG = `{"format":"smart-pick/1","answers":{"typed":{"citizenship":"${"A".repeat(390_000)}"}}}`;
/** Milliseconds in which a page answers, on a machine that is busy; without bounds it takes longer. */
const ANSWERS = 10_000;

/** A link may hold more than any page can show: the excess is counted and left out, and pages answer. */
async function tooMuch(context, address) {
  for (const [text, leftOut, room, shown] of [
    [ROWS, "29900 rows or texts would be left out", "Profile", "Experience 100"],
    [LONG, "1 row or text would be left out", "Profile", "Citizenship"],
    [LONG, "1 row or text would be left out", "Check, save or open your answers", "A".repeat(1_000)],
  ]) {
    const other = await context.browser().newContext({ serviceWorkers: "block" });
    const page = await other.newPage();
    const data = deflateRawSync(Buffer.from(text)).toString("base64url");
    await page.goto(`${address}/#shared=1.${data}`);
    const dialog = page.getByRole("dialog", { name: "A link with a profile" });
    await dialog.getByText(leftOut).waitFor();
    const start = performance.now();
    await dialog.getByRole("button", { name: "Use it" }).click();
    await page.getByRole("link", { name: room, exact: true }).first().click();
    await page.getByText(shown).first().waitFor({ state: "attached" });
    await page.evaluate(() => document.body.offsetHeight);
    const took = performance.now() - start;
    assert.ok(took < ANSWERS, `${room} took ${took} ms`);
    await other.close();
  }
}

/** Another device: asked first, then taken, with the way back. */
async function opened(context, link, accessible, shoot) {
  const other = await context.browser().newContext({ serviceWorkers: "block" });
  const page = await other.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(link);
  const dialog = page.getByRole("dialog", { name: "A link with a profile" });
  await dialog.getByText(/answers of profile and preferences$/).waitFor();
  await accessible(page, "a link opened");
  await shoot(page, "shared");
  assert.equal(new URL(page.url()).hash, "");
  await dialog.getByRole("button", { name: "Use it" }).click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Programs" }).click();
  await page.locator(".plan-row").first().waitFor();
  // No server has seen any of it.
  assert.deepEqual(asked.filter((url) => url.includes("shared")), []);
  await other.close();
}

async function refused(context, address, link) {
  const other = await context.browser().newContext({ serviceWorkers: "block" });
  const page = await other.newPage();
  const packed = (text) => deflateRawSync(Buffer.from(text)).toString("base64url");
  const bomb = packed(`{"format":"smart-pick/1","x":"${"a".repeat(5_000_000)}"}`);
  const hostile = packed('{"format":"smart-pick/1","lists":[{"name":"<img src=x onerror=alert(1)>","programs":["1400500001"]}]}');
  for (const [fragment, says] of [
    [new URL(link).hash.slice(0, -40), "The link is damaged"],
    [`#shared=1.${packed("[1,2]")}`, "The link is damaged"],
    [`#shared=1.${bomb}`, "The link is damaged"],
    [`#shared=9.${packed("{}")}`, "made by a newer version"],
    [`#shared=1.${packed('{"format":"smart-pick/9"}')}`, "made by a newer version"],
    [`#shared=1.${"a".repeat(17_000)}`, "longer than any"],
  ]) {
    await page.goto("about:blank");
    await page.goto(`${address}/${fragment}`);
    await page.getByRole("dialog").getByText(says).waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    assert.equal(await page.evaluate(() => localStorage.getItem("smart-pick/1")), null);
  }
  // What is read is text, never a page.
  await page.goto("about:blank");
  await page.goto(`${address}/#shared=1.${hostile}`);
  await page.getByRole("dialog").getByText("<img src=x").waitFor();
  assert.equal(await page.locator("img").count(), 0);
  await other.close();
}

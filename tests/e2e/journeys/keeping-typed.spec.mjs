// What is typed is kept: through a crash, beside a tab that saves at the same moment, and where the
// device holds what cannot be read.

import assert from "node:assert/strict";
import { downloaded } from "../downloads.mjs";
import { test } from "../journey.mjs";

const KEY = "smart-pick/1";
const YEAR = "#graduation-year";
const PLACE = "#citizenship";

test("keeping: a crash while typing, saves at one moment, unreadable answers put aside", async ({ accessible, context, open, page, shoot }) => {
  await crash(context, open);
  await sameMoment(context, open, page);
  await unreadable(open, page, accessible, shoot);
  // Another page of ours would find room.
  await page.goto("about:blank");
  await noRoomAside(context, open);
  await closedForAWhile(context, open);
});

/** Waits until the device keeps a year. */
async function kept(page, year) {
  await page.waitForFunction(
    ([key, wanted]) => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "{}").answers?.typed["graduation-year"] === wanted;
      } catch {
        // What cannot be read is still there.
        return false;
      }
    },
    [KEY, year],
  );
}

/** Keys that never rest for as long as a save would wait, and a page that then goes without a word. */
async function crash(context, open) {
  const page = await context.newPage();
  await open("/profile#citizenship", page);
  const text = "abcdefghij".repeat(4);
  await page.locator(PLACE).pressSequentially(text, { delay: 75 });
  await page.goto("chrome://crash").catch(() => {});
  const after = await context.newPage();
  await page.close();
  await open("/profile#citizenship", after);
  const found = await after.locator(PLACE).inputValue();
  assert.ok(text.startsWith(found), found);
  // Three seconds of typing, of which one may be lost; half on a machine that is busy.
  assert.ok(found.length >= text.length / 2, `${found.length} of ${text.length} characters`);
  await after.close();
}

/** Another tab's save that was made after the same one as ours is asked about, not taken over. */
async function sameMoment(context, open, page) {
  await open("/profile#graduation-year", page);
  await page.locator(YEAR).fill("2019");
  await kept(page, "2019");
  const other = await context.newPage();
  await open("/programs", other);
  await other.evaluate((key) => {
    const saved = JSON.parse(localStorage.getItem(key));
    saved.mark = saved.mark > 1 ? saved.mark - 1 : 2;
    saved.answers.typed["graduation-year"] = "2011";
    localStorage.setItem(key, JSON.stringify(saved));
  }, KEY);
  await page.getByText("Another tab has newer answers").waitFor();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await kept(page, "2019");
  await other.close();
}

/** Each text that cannot be read is put aside by number, and said until the visitor knows. */
async function unreadable(open, page, accessible, shoot) {
  const notice = page.getByRole("status").filter({ hasText: "could not be read in full" });
  for (const [at, text] of ["{ \"format\": ", "[1, 2]"].entries()) {
    await page.evaluate(([key, broken]) => localStorage.setItem(key, broken), [KEY, text]);
    await page.reload();
    await notice.getByRole("button", { name: `Save number ${at + 1} to a file` }).waitFor();
    await page.locator(YEAR).fill(`200${at}`);
    await kept(page, `200${at}`);
    const file = await downloaded(page, `Save number ${at + 1} to a file`);
    assert.deepEqual(file, { name: `smart-pick-unreadable-${at + 1}.json`, text });
  }
  await accessible(page, "answers put aside");
  await shoot(page, "put-aside");
  await open("/embed", page);
  await page.getByText("What you type stays in this frame").waitFor();
  assert.equal(await notice.count(), 0, "a partner's page says nothing of it");
  await open("/profile", page);
  await notice.getByRole("button", { name: "I have understood" }).click();
  await notice.waitFor({ state: "detached" });
  await open("/answers", page);
  const aside = page.getByRole("complementary", { name: "Answers put aside" });
  await aside.getByRole("button", { name: "Save number 2 to a file" }).waitFor();
  assert.equal(await notice.count(), 0);
  await aside.getByRole("button", { name: "Delete them" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete what was put aside?" });
  await accessible(page, "the question before deleting");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await aside.waitFor({ state: "detached" });
  await kept(page, "2001");
}

/** Where there is no room to put it aside it stays, and nothing is saved, until the visitor says. */
async function noRoomAside(context, open) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (key !== "smart-pick/1") {
        throw new DOMException("full", "QuotaExceededError");
      }
      set.call(this, key, text);
    };
  });
  await open("/profile#graduation-year", page);
  await page.evaluate((key) => localStorage.setItem(key, "broken"), KEY);
  await page.reload();
  await page.getByRole("status").filter({ hasText: "could not be put aside either" }).waitFor();
  await page.locator(YEAR).fill("1999");
  const file = await downloaded(page, "Save them to a file");
  assert.equal(file.text, "broken");
  await page.getByRole("button", { name: "Delete them and go on" }).click();
  await kept(page, "1999");
  await page.close();
}

/** Reading that fails at first: the answers come back, and were never written over. */
async function closedForAWhile(context, open) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
      if (!window.isOpen) {
        throw new DOMException("closed", "InvalidStateError");
      }
      return get.call(this, key);
    };
  });
  await open("/profile#graduation-year", page);
  await page.getByText("This browser does not keep your answers").waitFor();
  await page.evaluate(() => {
    window.isOpen = true;
  });
  await page.waitForFunction((year) => document.querySelector(year).value === "1999", YEAR);
  await page.getByText("This browser does not keep your answers").waitFor({ state: "detached" });
  await page.close();
}

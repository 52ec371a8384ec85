// Every room on a narrow window and with large text: nothing is wider than the window.

import { test } from "../journey.mjs";
import { answerThreeQuestions, programs } from "../programs.mjs";
import { ROOMS } from "../rooms.mjs";

test("narrow: every room at 320 px, and with text twice as large", async ({ fitsWidth, open, page }) => {
  await answerThreeQuestions(page, open);
  const ids = await programs(page).getByRole("link").evaluateAll((links) => links.slice(0, 2).map((link) => link.href.split("/").pop()));
  const places = ROOMS.map(([path]) => path);
  places.push("/programs?show=ranked", `/programs/${ids[0]}`, `/compare/${ids.join("%2B")}`);
  for (const at of places) {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(at);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText(/^Loading/).first().waitFor({ state: "detached" });
    await page.evaluate(() => document.querySelectorAll("details:not(.menu)").forEach((part) => (part.open = true)));
    await fitsWidth(page, `${at} at 320 px`);
    await page.setViewportSize({ width: 360, height: 780 });
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await fitsWidth(page, `${at} with text twice as large`);
  }
});

// Every tool of the guide, used once as a visitor would.

import assert from "node:assert/strict";
import { downloaded } from "../downloads.mjs";
import { test } from "../journey.mjs";
import { answerThreeQuestions } from "../programs.mjs";

test("tools: chooser, timeline, checklists, costs, people, pack, conversations, practice", async ({ accessible, fitsWidth, open, page, shoot }) => {
  const visit = async (tool, title) => {
    await open(`/tools/${tool}`);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  };
  const inspect = async (tool) => {
    await accessible(page, tool);
    await shoot(page, `tool-${tool}`);
    await page.setViewportSize({ width: 320, height: 640 });
    await fitsWidth(page, tool);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await visit("pack", "Application pack");
  await page.getByText("Your list is empty").waitFor();
  await answerThreeQuestions(page, open);
  await experience(page, visit, inspect);
  await timeline(page, visit, inspect);
  await checklists(page, visit, inspect);
  await costs(page, visit, inspect);
  await people(page, visit, inspect);
  await pack(page, open, visit, inspect);
  await conversations(page, visit, inspect);
  await practice(page, visit, inspect);
});

async function experience(page, visit, inspect) {
  await visit("experience", "Experience chooser");
  await page.getByRole("radio", { name: "Graduate" }).check();
  await page.getByRole("radio", { name: /^Visitor/ }).check();
  const first = page.getByRole("region", { name: "Observership" });
  await first.getByText("Open to you").waitFor();
  await page.getByRole("region", { name: /^Externship/ }).getByText("Not open to you").waitFor();
  await page.getByLabel("Budget for four weeks").fill("cheap");
  await page.getByText("Enter an amount such as 1200").waitFor();
  await page.getByLabel("Budget for four weeks").fill("1000");
  await first.getByText("Part of the usual range lies above your budget").waitFor();
  await page.getByText(/In Internal Medicine, \d+ of \d+ programs state/).waitFor();
  await inspect("experience");
}

async function timeline(page, visit, inspect) {
  await visit("timeline", "Timeline");
  await page.getByRole("heading", { level: 2, name: "Days of the season" }).waitFor();
  await page.getByText("Match Day").first().waitFor();
  await inspect("timeline");
  const { name, text } = await downloaded(page, "Save for your calendar (.ics)");
  assert.equal(name, "residency-timeline.ics");
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /\r\nSUMMARY:Match Day/);
  assert.match(text, /DTSTART;VALUE=DATE:\d{8}\r\n/);
  assert.match(text, /END:VCALENDAR\r\n$/);
}

async function checklists(page, visit, inspect) {
  await visit("checklists", "Checklists");
  const list = page.getByRole("region", { name: "Step one: research and preparation" });
  await list.getByText("0 of 7 done").waitFor();
  await list.getByRole("checkbox").first().check();
  await list.getByText("1 of 7 done").waitFor();
  await inspect("checklists");
  // It is still ticked after the page was loaded again.
  await page.waitForFunction(() => localStorage.getItem("smart-pick/1")?.includes("check/step-1-research/kind"));
  await visit("checklists", "Checklists");
  await list.getByText("1 of 7 done").waitFor();
}

async function costs(page, visit, inspect) {
  await visit("costs", "Cost planner");
  const sum = page.getByRole("region", { name: "What it comes to" });
  const all = sum.locator("dd").first();
  const before = await all.innerText();
  await page.getByLabel("Your currency").fill("INR");
  await page.getByLabel("What one US dollar costs in it").fill("90");
  await page.getByRole("textbox", { name: "Rent, food and transport" }).fill("180,000 INR");
  await page.waitForFunction((was) => document.querySelector("#costs-sum ~ dl dd")?.textContent !== was, before);
  assert.match(await all.innerText(), /INR/);
  const low = (text) => Number(text.match(/\$([\d,]+)/)[1].replaceAll(",", ""));
  assert.equal(low(await all.innerText()) - low(before), 2000);
  await page.getByRole("textbox", { name: "Flights" }).fill("many");
  await page.getByText("Enter an amount such as 1200").waitFor();
  await page.getByRole("textbox", { name: "Flights" }).fill("1100");
  await page.getByRole("region", { name: "By month" }).waitFor();
  await inspect("costs");
}

async function people(page, visit, inspect) {
  await visit("contacts", "Networking log");
  await page.getByText("Nobody yet").waitFor();
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name").fill("=A resident");
  const row = page.locator("details", { has: page.getByRole("heading", { name: "=A resident" }) });
  await page.getByLabel("By", { exact: true }).fill("2020-01-01");
  await page.getByLabel("Letter").selectOption("To ask for a letter");
  await page.getByText("1 to write to today or earlier.").waitFor();
  await inspect("contacts");
  const { name, text } = await downloaded(page, "Save as a sheet (.csv)");
  assert.equal(name, "people.csv");
  assert.match(text, /^Name,Role and place,/);
  assert.match(text, /'=A resident/);
  await row.getByRole("button", { name: "Remove" }).click();
  await row.getByRole("button", { name: "Keep" }).click();
  await row.getByRole("button", { name: "Remove" }).click();
  await row.getByRole("button", { name: "Remove for good" }).click();
  await page.getByText("Nobody yet").waitFor();
}

async function pack(page, open, visit, inspect) {
  await open("/list");
  await page.getByRole("button", { name: "Make my list" }).click();
  await page.getByRole("button", { name: "Use this list" }).or(page.getByRole("heading", { name: "What it costs" })).first().waitFor();
  await visit("pack", "Application pack");
  await page.getByRole("heading", { level: 2, name: "Once, for ERAS" }).waitFor();
  const program = page.locator("details.section").first();
  await program.locator("summary").click();
  await program.getByRole("checkbox", { name: "Letters assigned" }).check();
  await program.getByText(/^1 of \d ready$/).first().waitFor();
  await inspect("pack");
}

async function conversations(page, visit, inspect) {
  await visit("scenes", "Clinic conversations");
  const scene = page.getByRole("region", { name: "A question that you cannot answer" });
  await scene.getByRole("button", { name: /Name a test firmly/ }).click();
  await scene.getByText("Goes badly.").waitFor();
  await scene.getByRole("button", { name: /I am not sure/ }).click();
  await scene.getByText("Goes well.").waitFor();
  await inspect("scenes");
}

async function practice(page, visit, inspect) {
  await visit("practice", "Interview practice");
  await page.getByText("Your profile makes these likely").waitFor();
  // What the profile brings up comes first.
  await page.getByText("likely for you: the visa that you need").waitFor();
  await page.getByLabel("Kind of question").selectOption("Tell me about a time");
  await page.getByRole("heading", { name: "Tell me about a conflict with a colleague." }).waitFor();
  await page.getByLabel(/^Situation/).fill("On a night shift.");
  await page.getByRole("button", { name: "Start the clock" }).click();
  await page.getByText("0:01").waitFor();
  await page.getByRole("button", { name: "Stop the clock" }).click();
  await page.getByRole("checkbox", { name: "I have answered this aloud" }).check();
  await page.getByText("1 of 102 done").waitFor();
  await recording(page);
  const bank = page.getByRole("region", { name: "Your story bank" });
  await bank.getByText("On a night shift.").waitFor();
  await inspect("practice");
  const { name, text } = await downloaded(page, "Save as text");
  assert.equal(name, "story-bank.md");
  assert.match(text, /\*\*Situation\.\*\* On a night shift\./);
  await page.getByRole("button", { name: "Next question" }).click();
  await page.getByRole("heading", { name: /^Tell me about a mistake/ }).waitFor();
}

/** The microphone is Chromium's own made-up one. */
async function recording(page) {
  await page.context().grantPermissions(["microphone"]);
  await page.getByRole("button", { name: "Record yourself" }).click();
  const stop = page.getByRole("button", { name: "Stop recording" });
  const refused = page.getByText("No recording:");
  await stop.or(refused).waitFor();
  assert.equal(await refused.count(), 0, await page.locator("main").innerText());
  await stop.click();
  await page.locator("audio[src^=blob]").waitFor();
  await page.getByRole("button", { name: "Record again" }).waitFor();
}

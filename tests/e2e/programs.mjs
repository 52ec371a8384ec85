// What the journeys through the Programs room share.

/**
 * Internal Medicine, non-US IMG who needs J-1, Step 2 CK 245; ends in the ranking.
 * @param {import("@playwright/test").Page} page
 * @param {(at?: string) => Promise<void>} open
 */
export async function answerThreeQuestions(page, open) {
  await toThePlan(page, open);
  await ranking(page);
}

/**
 * The same, and ends in the plan.
 * @param {import("@playwright/test").Page} page
 * @param {(at?: string) => Promise<void>} open
 */
export async function toThePlan(page, open) {
  await open("/");
  await fillQuestions(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Programs" }).click();
  await page.locator(".plan-row").first().waitFor();
}

/**
 * The answers, wherever the first questions stand.
 * @param {import("@playwright/test").Page} page
 */
export async function fillQuestions(page) {
  await page.getByRole("combobox", { name: "Which specialty do you apply in?" }).fill("Internal Medicine");
  await page.getByRole("option", { name: /^Internal Medicine/ }).first().click();
  await page.getByRole("radio", { name: "IMG, not a US citizen" }).check();
  await page.getByRole("radio", { name: "J-1", exact: true }).check();
  await page.getByRole("radio", { name: "I have a Step 2 CK score" }).check();
  await page.locator("#step2-score").fill("245");
}

/**
 * The same and a year, typed into the first page whether or not the app is there.
 * @param {import("@playwright/test").Page} page
 */
export async function answerAtOnce(page) {
  await page.locator("#specialty-1").fill("Internal Medicine");
  await page.getByRole("radio", { name: "IMG, not a US citizen" }).check();
  await page.getByRole("radio", { name: "J-1", exact: true }).check();
  await page.getByRole("radio", { name: "I have a Step 2 CK score" }).check();
  await page.locator("#step2-score").fill("245");
  await page.locator("#graduation-year").fill("2019");
}

/**
 * From the plan to the whole ranking, with its filters and sorts.
 * @param {import("@playwright/test").Page} page
 */
export async function ranking(page) {
  await page.getByRole("button", { name: /^Search all \d/ }).click();
  await programs(page).first().waitFor();
}

/**
 * Opens the menu of a row and presses what it offers.
 * @param {import("@playwright/test").Locator} row
 * @param {RegExp | string} name
 */
export async function act(row, name) {
  const menu = row.locator(".menu");
  if (!(await menu.evaluate((element) => element.open))) {
    await menu.locator("summary").click();
  }
  await menu.getByRole("button", { name }).click();
}

/**
 * The rows that are drawn.
 * @param {import("@playwright/test").Page} page
 */
export function programs(page) {
  return page.locator(".virtual-list__row");
}

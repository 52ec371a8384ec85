// What the journeys through the Programs room share.

/**
 * Internal Medicine, non-US IMG who needs J-1, Step 2 CK 245; ends in the list.
 * @param {import("@playwright/test").Page} page
 * @param {(at?: string) => Promise<void>} open
 */
export async function answerThreeQuestions(page, open) {
  await open("/");
  await page.getByRole("combobox", { name: "Which specialty do you apply in?" }).fill("Internal Medicine");
  await page.getByRole("option", { name: /^Internal Medicine/ }).first().click();
  await page.getByRole("radio", { name: "IMG, not a US citizen" }).check();
  await page.getByRole("radio", { name: "J-1", exact: true }).check();
  await page.getByRole("radio", { name: "I have a Step 2 CK score" }).check();
  await page.locator("#step2-score").fill("245");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Programs" }).click();
  await programs(page).first().waitFor();
}

/**
 * The rows that are drawn.
 * @param {import("@playwright/test").Page} page
 */
export function programs(page) {
  return page.locator(".virtual-list__row");
}

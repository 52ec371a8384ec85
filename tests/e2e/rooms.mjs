// Every room with its heading, for journeys that look into all of them.

export const ROOMS = [
  ["/", "Find the residency programs that fit you"],
  ["/profile", "Your profile"],
  ["/preferences", "Your preferences"],
  ["/answers", "Check your answers"],
  ["/programs", "Your programs"],
  ["/list", "My list"],
  ["/list/mentor", "One page for a mentor"],
  ["/trust", "How the number is made"],
  ["/trust/accuracy", "How accurate it is"],
  ["/trust/sources", "Data sources"],
  ["/guide", "Guide"],
  ["/guide/visas", "Visas: J-1 and H-1B this season"],
  ["/guide/glossary", "Glossary of the residency Match"],
  ["/guide/faq", "Questions that applicants ask"],
  ["/tools/experience", "Experience chooser"],
  ["/tools/timeline", "Timeline"],
  ["/tools/checklists", "Checklists"],
  ["/tools/costs", "Cost planner"],
  ["/tools/contacts", "Networking log"],
  ["/tools/pack", "Application pack"],
  ["/tools/scenes", "Clinic conversations"],
  ["/tools/practice", "Interview practice"],
  ["/tools/journal", "Journal"],
  ["/partners", "For partner sites"],
];

/**
 * Opens every room and waits until all of it is there.
 * @param {import("@playwright/test").Page} page
 * @param {(at: string) => Promise<void>} open
 */
export async function everyRoom(page, open) {
  for (const [path, title] of ROOMS) {
    await open(path);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByText(/^Loading/).first().waitFor({ state: "detached" });
    if ((await page.getByText("did not arrive").count()) > 0) {
      throw new Error(`${path}: something did not arrive`);
    }
  }
}

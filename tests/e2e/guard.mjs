// What no journey may do, whatever else it tests: leave an error in the console, or ask another origin.

/**
 * Watches every page of a browser context.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} address the site's own origin
 */
export function guard(context, address) {
  const errors = [];
  const foreign = [];
  const expected = [];

  const note = (text) => {
    const known = expected.find((entry) => entry.pattern.test(text));
    if (known) {
      known.seen = true;
    } else {
      errors.push(text);
    }
  };
  const origin = new URL(address).origin;
  const ours = (url) =>
    url.startsWith("data:") || url.startsWith("blob:") || new URL(url).origin === origin;

  context.on("request", (request) => {
    if (!ours(request.url())) {
      foreign.push(request.url());
    }
  });
  context.on("console", (message) => {
    if (message.type() === "error") {
      const { url } = message.location();
      note(url ? `${message.text()} (${url})` : message.text());
    }
  });
  context.on("weberror", (event) => note(`uncaught: ${event.error().message}`));

  return {
    /** Declares an error that the journey provokes on purpose; it must then really come. */
    expect(pattern) {
      expected.push({ pattern, seen: false });
    },
    /** Every breach, as lines. */
    breaches() {
      return [
        ...errors.map((text) => `console error: ${text}`),
        ...foreign.map((url) => `request to another origin: ${url}`),
        ...expected
          .filter((entry) => !entry.seen)
          .map((entry) => `expected a console error like ${entry.pattern}, none came`),
      ];
    },
  };
}

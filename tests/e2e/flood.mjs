// A partner's page that floods the frame with messages, and what the frame does meanwhile.

/** Messages of a flood, at least. */
export const FLOOD = 100_000;

const ACCENT = 'html[style*="--color-accent"]';

/**
 * Floods the frame, goes on at least until `meanwhile` is done, says a last word and waits until the frame has
 * read it. `page` is the page of `/hostile`, `frame` and `inner` its frame as a visitor sees it and its window.
 * @returns {Promise<{changes: number, longest: number, lasted: number}>} how many times the frame changed its
 *   looks, and in milliseconds how long at most it came to nothing else and how long it all took
 */
export async function flood(page, { frame, inner }, meanwhile = async () => {}) {
  await page.evaluate(() => window.say(window.configure({})));
  await frame.locator(ACCENT).waitFor({ state: "detached" });
  await inner.evaluate(watch);
  await page.evaluate(begin, FLOOD);
  await meanwhile();
  await page.evaluate(end);
  await frame.locator(ACCENT).waitFor({ state: "attached" });
  return inner.evaluate(() => window.watched());
}

/** In the frame: sets `watched`, which ends the watching and says what was seen. */
function watch() {
  const began = performance.now();
  let [changes, last, longest, isOn] = [0, began, 0, true];
  const looks = new MutationObserver(() => (changes += 1));
  looks.observe(document.documentElement, { attributes: true });
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    isOn && setTimeout(turn);
  };
  turn();
  window.watched = () => {
    isOn = false;
    looks.disconnect();
    return { changes, longest, lasted: performance.now() - began };
  };
}

/** In the page: begins, and sets `flooding` to what ends with the flood. */
function begin(most) {
  const odd = ["nothing", "a number", "the old text", "the old word", "settings as a text", "a circle"];
  const said = odd.map((name) => window.odd.ignored[name]());
  said.push(window.configure({ theme: "light" }), window.configure({ theme: "dark" }));
  window.isEnough = false;
  const pour = async () => {
    for (let count = 0; count < most || !window.isEnough; count += 1) {
      window.say(said[count % said.length]);
      // The page may be of the same process: what it does at once, it takes from the frame itself.
      if (count % 100 === 0) {
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  };
  window.flooding = pour();
}

/** In the page: the flood may end; when it has, the last word. */
async function end() {
  window.isEnough = true;
  await window.flooding;
  window.say(window.configure({ theme: "dark", accent: "#7accc8" }));
}

// Keeps one release of the site on the device, and answers from that release alone.
// `cargo xtask dist` writes RELEASE (a hash of every file) and FILES (their names) above this line.
// The address of this file must never change: a browser that has it asks for it there for ever.

const PREFIX = "smart-pick-";
const CACHE = PREFIX + RELEASE;
const ROOT = new URL("./", location.href);
const PAGES = new Set(FILES.filter((file) => file.endsWith(".html")));

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", ({ data }) => {
  if (data === "use-now") {
    skipWaiting();
  }
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(ROOT.href)) {
    event.respondWith(answer(request));
  }
});

/** All of a release or none of it: one file that does not come leaves the release before in charge. */
async function fill() {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache, which may hold a file of another release under the same name.
  await cache.addAll(FILES.map((file) => new Request(new URL(file, ROOT), { cache: "reload" })));
}

/** Earlier releases of ours go; what other apps of this origin keep is theirs. */
async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) {
      await caches.delete(name);
    }
  }
  await clients.claim();
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(wanted(request), { ignoreSearch: true });
  return kept ?? fetch(request);
}

/** A page of its own has its own file; every other address of the site is a room of the app. */
function wanted(request) {
  if (request.mode !== "navigate") {
    return request;
  }
  const path = new URL(request.url).pathname.slice(ROOT.pathname.length).replace(/\/$/, "");
  const own = PAGES.has(path) ? path : `${path}.html`;
  return new URL(PAGES.has(own) ? own : "index.html", ROOT);
}

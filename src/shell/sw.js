// Keeps one release of the site on the device, and answers from that release alone.
// `cargo xtask dist` writes RELEASE (a hash of every file and of this one) and FILES (their names) above
// this line.
// The address of this file must never change: a browser that has it asks for it there for ever.

const ROOT = new URL("./", location.href);
// Caches belong to the origin: another Smart Pick below another path of it has its own.
const PREFIX = `smart-pick:${ROOT.pathname}:`;
const CACHE = PREFIX + RELEASE;
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
  try {
    await Promise.all(FILES.map((file) => keep(cache, file)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function keep(cache, file) {
  const url = new URL(file, ROOT);
  // Names under assets/ carry the hash of what is in them. Any other may stand in the browser's own cache
  // for a file of another release.
  const response = await fetch(url, { cache: file.startsWith("assets/") ? "default" : "reload" });
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  // Some hosts answer with a page, and status 200, for what they do not have.
  if (response.status !== 200 || (isPage && !file.endsWith(".html"))) {
    throw new TypeError(`${response.status} for ${file}`);
  }
  // Some send /guide.html on to /guide. A page that is opened must not come from such an answer.
  const { body, headers, redirected } = response;
  await cache.put(url, redirected ? new Response(body, { headers }) : response);
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

/** A page of its own has its own file; every other address without an ending is a room of the app. */
function wanted(request) {
  const path = new URL(request.url).pathname.slice(ROOT.pathname.length).replace(/\/$/, "");
  const isFile = path.split("/").at(-1).includes(".") && !PAGES.has(path);
  if (request.mode !== "navigate" || isFile) {
    return request;
  }
  const own = PAGES.has(path) ? path : `${path || "index"}.html`;
  return new URL(PAGES.has(own) ? own : "room.html", ROOT);
}

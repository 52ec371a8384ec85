// A partner of another origin: its pages, which use the widget, and what they hear.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";

/** Serves them at an address of its own. */
export async function hostOf(site) {
  const script = `<script type="module" src="${site}/smart-pick.js"></script>`;
  const listen = `<script src="/listen.js"></script>`;
  const element = '<smart-pick id="a" specialty="internal-medicine" pack="/pack.json"></smart-pick>';
  const pages = {
    "/two": `${listen}${element}<smart-pick id="b" compact sections="programs"></smart-pick><div id="there"></div><div id="shadowed"></div>${script}<script src="/shadow.js"></script>`,
    "/hostile": `${listen}${element}${script}`,
    "/framed": `<iframe id="room" src="${site}/profile" width="900" height="900"></iframe>`,
    "/nested": '<iframe id="outer" src="/hostile" width="900" height="2000"></iframe>',
    "/sandboxed": '<iframe id="outer" sandbox="allow-scripts" src="/hostile" width="900" height="2000"></iframe>',
    "/listen.js": `window.heard = []; window.told = [];
      addEventListener("message", (event) => window.heard.push(event.data));
      for (const type of ["smart-pick-ready", "smart-pick-counts", "smart-pick-share"])
        addEventListener(type, (event) => window.told.push({ type, detail: event.detail }));`,
    "/shadow.js": `const root = document.querySelector("#shadowed").attachShadow({ mode: "open" });
      root.append(document.createElement("smart-pick"));`,
  };
  let best = "1400500001";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    if (pathname === "/pack.json") {
      const notes = Object.fromEntries(best.split(",").map((id) => [id, "Two of our graduates train here."]));
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ name: "A school", notes }));
      return;
    }
    const body = pages[pathname];
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(body ? 200 : 404, {
      "content-type": type,
      // What the page for partners tells sites with a strict policy, and their own scripts.
      "content-security-policy": `default-src 'none'; script-src 'self' ${site} 'unsafe-eval'; frame-src 'self' ${site}; connect-src 'self'; img-src data:`,
    });
    response.end(body ? `<!doctype html><title>A partner</title><link rel="icon" href="data:,">${body}`.replace(/^.*$/s, (text) => (type === "text/html" ? text : body)) : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  best = await everyProgram();
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** Ids of internal medicine, so that the pack has a note on whatever ranks first. */
async function everyProgram() {
  const csv = await readFile(new URL("../../data/programs.csv", import.meta.url), "utf8");
  return [...csv.matchAll(/^(140\d{7})\b/gm)].map(([, id]) => id).join(",");
}

// The site behind real web servers, by the configurations that the build writes for them.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { test } from "../journey.mjs";

const folderOf = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const NGINX = process.env.NGINX_PATH ?? "/usr/sbin/nginx";
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const CADDY = process.env.CADDY_PATH ?? "/usr/bin/caddy";
/** Folders with a site, and the path below which it lies. */
const SITES = [["dist", ""], ["target/below", "/pick"]];

test("hosts: nginx, Caddy: deep links, types, encodings, caching, policies, rooms; below a path too", async ({ context }) => {
  for (const start of [nginx, caddy]) {
    for (const [root, base] of SITES) {
      const server = await start(folderOf(root), base);
      try {
        await files(server.address + base);
        await rooms(context, server.address + base);
      } finally {
        await server.stop();
      }
    }
  }
});

async function files(address) {
  const get = (at, accept = "") => fetch(address + at, { headers: { "accept-encoding": accept } });
  const deep = await get("/programs/1400500001");
  assert.equal(deep.status, 200);
  assert.match(deep.headers.get("content-security-policy"), /frame-ancestors 'none'$/);
  assert.equal(deep.headers.get("x-content-type-options"), "nosniff");
  assert.equal(deep.headers.get("referrer-policy"), "no-referrer");
  const html = await deep.text();
  const article = await (await get("/guide/visas")).text();
  assert.match(article, /<title>Visas: J-1/);
  const wasm = html.match(/\/assets\/[\w-]+\.wasm/)[0];
  assert.ok(html.includes(`${new URL(address).pathname.replace(/\/$/, "")}${wasm}`));
  for (const [accept, encoding] of [["br", "br"], ["gzip", "gzip"], ["identity", null]]) {
    const file = await get(wasm, accept);
    assert.equal(file.headers.get("content-type"), "application/wasm");
    assert.equal(file.headers.get("content-encoding"), encoding, accept);
    assert.equal(file.headers.get("cache-control"), "public, max-age=31536000, immutable");
  }
  const base = new URL(address).pathname.replace(/\/$/, "");
  if (base) {
    assert.equal((await fetch(address)).url, `${address}/`);
  }
  assert.match((await get("/sw.js")).headers.get("content-type"), /javascript/);
  assert.equal((await get("/sw.js")).headers.get("cache-control"), "no-cache");
  assert.equal((await get("/manifest.webmanifest")).headers.get("content-type"), "application/manifest+json");
  for (const gone of ["/assets/gone.js", "/_headers", "/_deploy/nginx.conf"]) {
    const missing = await get(gone);
    assert.equal(missing.status, 404, gone);
    assert.ok(!missing.headers.get("cache-control")?.includes("immutable"), `${gone} is not kept`);
  }
}

async function rooms(context, address) {
  const other = await context.browser().newContext({ serviceWorkers: "allow" });
  const page = await other.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(`${address}/tools/journal`);
  await page.getByRole("heading", { level: 1, name: "Journal" }).waitFor();
  await page.getByRole("link", { name: "Guide", exact: true }).first().click();
  await page.getByRole("heading", { level: 2, name: "Tools" }).waitFor();
  await page.getByRole("link", { name: "Visas: J-1 and H-1B this season" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Visas: J-1 and H-1B this season" }).waitFor();
  assert.equal(page.url(), `${address}/guide/visas`);
  // A link within the text of the article.
  await page.locator("#main .article__contents a").first().click();
  assert.ok(page.url().startsWith(`${address}/guide/visas`));
  await page.getByText("Ready to work offline").waitFor();
  await other.setOffline(true);
  await page.goto(`${address}/trust/sources`);
  await page.getByRole("heading", { level: 1, name: "Data sources" }).waitFor();
  await other.close();
  assert.deepEqual(errors, []);
}

/** An nginx of its own in a folder of its own, on a free port of this machine. */
async function nginx(root, base) {
  const folder = await mkdtemp(path.join(tmpdir(), "smart-pick-nginx-"));
  const port = await freePort();
  const conf = path.join(folder, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  await writeFile(conf, `
    ${process.getuid() === 0 ? "user root;" : ""}
    load_module ${BROTLI};
    pid ${folder}/nginx.pid;
    error_log ${folder}/error.log;
    events {}
    http {
      access_log off;
      ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n      ")}
      server {
        listen 127.0.0.1:${port};
        root ${root};
        brotli_static on;
        include ${root}${base}/_deploy/nginx.conf;
      }
    }`);
  await promisify(execFile)(NGINX, ["-t", "-q", "-p", folder, "-c", conf]);
  return running(NGINX, ["-p", folder, "-c", conf, "-g", "daemon off;"], folder, port);
}

/** A Caddy likewise: the file as it is written, but for the host and the folder. */
async function caddy(root, base) {
  const folder = await mkdtemp(path.join(tmpdir(), "smart-pick-caddy-"));
  const port = await freePort();
  const conf = path.join(folder, "Caddyfile");
  const written = await readFile(`${root}${base}/_deploy/Caddyfile`, "utf8");
  const site = written.replace("example.org {", `http://127.0.0.1:${port} {`).replace("/path/to/the/folder", root);
  assert.notEqual(site, written);
  await writeFile(conf, `{\n    admin off\n    auto_https off\n}\n${site}`);
  return running(CADDY, ["run", "--config", conf, "--adapter", "caddyfile"], folder, port);
}

/** Starts a server and waits until it answers. */
async function running(program, words, folder, port) {
  const own = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const server = spawn(program, words, { stdio: ["ignore", "ignore", "ignore"], env: own });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const address = `http://127.0.0.1:${port}`;
  await answering(address, ended);
  return {
    address,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Asks until there is an answer; a server that has ended never gives one. */
async function answering(address, ended) {
  let gone = false;
  ended.then(() => (gone = true));
  for (;;) {
    assert.equal(gone, false, "the server has ended");
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

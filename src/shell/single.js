// In front of the app in a copy that is one file: what the app would fetch from its site stands packed
// in the document, under the names that it would be fetched by.

const packed = new Map(
  [...document.querySelectorAll("script[data-file]")].map((element) => [element.dataset.file, element]),
);

/** The file of an address, as a server would answer it. */
async function answer(address) {
  const name = new URL(address, document.baseURI).pathname.split("/").at(-1);
  const element = packed.get(name);
  if (!element) {
    throw new TypeError(`this copy has no file ${name}`);
  }
  const bytes = Uint8Array.from(atob(element.textContent), (byte) => byte.charCodeAt(0));
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(whole, { headers: { "content-type": type } });
}

// The policy of this document lets nothing be fetched from anywhere.
globalThis.fetch = answer;

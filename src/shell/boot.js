// Starts the app, hands over what was answered before it came, and says so in plain words when it cannot
// start or has stopped. It knows no file name: index.html carries them in the elements app-js, app-wasm
// and pack.

const address = (id) => document.getElementById(id).href;

/** Fetches the WebAssembly; the response streams into the compiler. */
async function download(url) {
  // The same mode as the preload in index.html, so that the file is not fetched twice.
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) {
    throw new Error(`${response.status} ${response.statusText}`);
  }
  return response;
}

/** Where a server names the wrong media type, init falls back from streaming to the whole buffer. */
async function compile(response) {
  const isNamed = response.headers.get("content-type")?.startsWith("application/wasm");
  return isNamed ? WebAssembly.compileStreaming(response) : response;
}

async function start() {
  if (typeof WebAssembly !== "object") {
    fail(
      "This browser is too old for Smart Pick",
      "Smart Pick needs WebAssembly. A current Firefox, Chrome, Edge or Safari has it.",
    );
    return;
  }
  try {
    const [app, response] = await Promise.all([
      import(address("app-js")),
      download(address("app-wasm")),
    ]);
    const compiled = await compile(response);
    // The app had the line for itself; now the data come while it starts.
    document.getElementById("pack").rel = "preload";
    await app.default({ module_or_path: compiled });
  } catch (error) {
    console.error(error);
    fail(
      "Smart Pick could not be loaded",
      "The connection may be down, or a newer version may have just been published. Load the page again.",
    );
  }
}

/** Once the app stands in place of the painted questions: answers them there as they were answered here. */
function handOver() {
  const form = document.querySelector(".painted form");
  if (!form) {
    return;
  }
  if (isKept()) {
    form.closest(".painted").classList.add("painted--kept");
  }
  let focused = null;
  let isSent = false;
  const forget = () => form.contains(document.activeElement) || (focused = null);
  form.addEventListener("focusin", ({ target }) => (focused = target));
  // A field that loses the focus because the app takes its place had it.
  form.addEventListener("focusout", () => setTimeout(() => form.isConnected && forget()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    isSent = true;
    event.submitter.textContent = "Loading your programs\u2026";
  });
  const watch = new MutationObserver(async () => {
    if (form.isConnected) {
      return;
    }
    watch.disconnect();
    const answered = [...form.elements].filter((field) => (field.type === "radio" ? field.checked : field.value));
    for (const field of answered) {
      answer(await twin(field), field.value);
    }
    if (focused) {
      refocus(await twin(focused), focused);
    }
    if (isSent) {
      document.querySelector("form.start")?.requestSubmit();
    }
  });
  watch.observe(document.getElementById("app"), { childList: true });
}

/** Whether the device keeps work of an earlier visit; storage may be forbidden. */
function isKept() {
  try {
    return localStorage.getItem("smart-pick/1") !== null;
  } catch {
    return false;
  }
}

/** The same field in the app, once an earlier answer has brought it there; null if none has in a second. */
async function twin(field) {
  // An answer by its words: which answers there are may depend on another.
  const words = (one) => one.parentElement.querySelector("label")?.textContent;
  const isTwin = (other) => (field.type === "radio" ? words(other) === words(field) : other.id === field.id);
  for (let tries = 0; tries < 50; tries += 1) {
    const form = document.querySelector("form.start");
    const found = [...(form?.elements ?? [])].find((other) => other.name === field.name && isTwin(other));
    if (found) {
      return found;
    }
    await new Promise((later) => setTimeout(later, 20));
  }
  return null;
}

function answer(field, value) {
  if (field?.type === "radio") {
    field.click();
  } else if (field) {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    // Nobody is typing there: suggestions fold.
    field.dispatchEvent(new FocusEvent("blur"));
  }
}

function refocus(field, before) {
  field?.focus({ preventScroll: true });
  if (field?.type === "text") {
    field.setSelectionRange(before.selectionStart, before.selectionEnd);
  }
}

/** A trap inside the app leaves a dead page: say so instead of ignoring the next click. */
function watch() {
  const look = (error) => {
    // The app's own apology takes the element away; this is for traps that it never saw.
    const silent = document.getElementById("app") !== null;
    if (silent && typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
      fail(
        "Smart Pick has stopped",
        "An error in the app stopped it. What you saved on this device is still there. Load the page again.",
      );
    }
  };
  addEventListener("error", (event) => look(event.error));
  addEventListener("unhandledrejection", (event) => look(event.reason));
}

/** Shows a message with a way out, above whatever is on the page. Only the first one counts. */
function fail(title, text) {
  if (document.getElementById("failure")) {
    return;
  }
  document.getElementById("loading")?.remove();
  const box = document.createElement("section");
  box.id = "failure";
  box.className = "page center stack";
  box.setAttribute("role", "alert");
  const heading = document.createElement("h2");
  heading.textContent = title;
  const words = document.createElement("p");
  words.textContent = text;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button";
  again.textContent = "Load again";
  again.addEventListener("click", () => location.reload());
  box.append(heading, words, again);
  document.body.prepend(box);
}

watch();
handOver();
start();

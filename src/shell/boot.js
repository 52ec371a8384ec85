// Starts the app, and says so in plain words when it cannot start or has stopped.
// It knows no file name: index.html carries them in the elements app-js and app-wasm.

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
    // Where a server names the wrong media type, init falls back from streaming to the whole buffer.
    await app.default({ module_or_path: response });
  } catch (error) {
    console.error(error);
    fail(
      "Smart Pick could not be loaded",
      "The connection may be down, or a newer version may have just been published. Load the page again.",
    );
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
start();

// <smart-pick>: Smart Pick inside another site's page, in a frame that the page cannot read.
//
//   <script type="module" src="https://HOST/smart-pick.js"></script>
//   <smart-pick specialty="internal-medicine"></smart-pick>
//
// Attributes, all optional and observed: specialty, states, sections, theme, accent, lang, compact, and
// facts (the address of a facts file on the page's own origin). Events: smart-pick-ready,
// smart-pick-counts, smart-pick-share; their `detail` carries counts, and a list only after the visitor
// has pressed the button that names the page.

const PROTOCOL = "smart-pick-embed/2";
const VIEW = new URL("embed", import.meta.url);
const WORDS = ["specialty", "states", "sections", "theme", "accent", "lang"];
/** Bytes of a facts file, and characters of what the frame says of one. */
const MOST_BYTES = 2_000_000;
const LONGEST_WHY = 500;
/** Milliseconds from a change to the message that says so. */
const SOON = 100;
/** Pixels of the frame. */
const LEAST_HEIGHT = 160;
const MOST_HEIGHT = 20_000;
/** Programs of a list that is shared. */
const MOST_PROGRAMS = 10_000;
const EVENTS = { ready: "smart-pick-ready", counts: "smart-pick-counts", shared: "smart-pick-share" };

class SmartPick extends HTMLElement {
  static observedAttributes = [...WORDS, "compact", "facts"];
  #frame;
  #listening;
  #ready = false;
  #facts = "";
  #waiting = false;
  #turn = 0;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("message", (event) => this.#receive(event), { signal });
    this.#ready = false;
    this.#frame = this.#makeFrame();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.replaceChildren(this.#frame);
    this.#readFacts();
  }

  /** A frame that moves loads anew, and says so when it is ready. */
  disconnectedCallback() {
    this.#listening.abort();
    this.#frame = undefined;
  }

  attributeChangedCallback(name) {
    if (!this.#frame) {
      return;
    }
    if (name === "facts") {
      this.#readFacts();
    }
    this.#configureSoon();
  }

  #makeFrame() {
    const frame = document.createElement("iframe");
    frame.src = VIEW.href;
    frame.title = "Smart Pick: residency programs that fit you";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write 'none'; microphone 'none'; camera 'none'; geolocation 'none'";
    frame.setAttribute("part", "frame");
    frame.style.cssText = `display:block;inline-size:100%;block-size:${LEAST_HEIGHT * 3}px;border:0;color-scheme:normal`;
    return frame;
  }

  #receive({ origin, source, data }) {
    // Within a sandboxed page the frame has no origin to name; its window tells it apart.
    const isOurs = origin === VIEW.origin || (origin === "null" && globalThis.origin === "null");
    if (!isOurs || !this.#frame || source !== this.#frame.contentWindow) {
      return;
    }
    if (data?.protocol !== PROTOCOL) {
      return;
    }
    switch (data.type) {
      case "ready":
        this.#ready = true;
        this.#configure();
        this.#tell("ready", {});
        break;
      case "resize":
        this.#resize(data.height);
        break;
      case "counts": {
        const { ranked, listed } = data;
        if (isCount(ranked) && isCount(listed)) {
          this.#tell("counts", { ranked, listed });
        }
        break;
      }
      case "facts-refused":
        if (typeof data.why === "string") {
          leftOut(data.why.slice(0, LONGEST_WHY));
        }
        break;
      case "shared": {
        const { programs } = data;
        if (Array.isArray(programs) && programs.length <= MOST_PROGRAMS && programs.every(isProgram)) {
          this.#tell("shared", { programs });
        }
        break;
      }
    }
  }

  #resize(height) {
    if (Number.isFinite(height)) {
      const fits = Math.min(Math.max(Math.ceil(height), LEAST_HEIGHT), MOST_HEIGHT);
      this.#frame.style.blockSize = `${fits}px`;
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(EVENTS[type], { detail, bubbles: true, composed: true }));
  }

  /** Attributes that change one after the other, as under a slider, are one message with the last of them. */
  #configureSoon() {
    if (!this.#waiting) {
      this.#waiting = true;
      setTimeout(() => {
        this.#waiting = false;
        this.#configure();
      }, SOON);
    }
  }

  #configure() {
    if (!this.#ready || !this.#frame) {
      return;
    }
    const settings = { compact: this.hasAttribute("compact"), facts: this.#facts };
    for (const word of WORDS) {
      settings[word] = this.getAttribute(word) ?? "";
    }
    const message = { protocol: PROTOCOL, type: "configure", settings };
    const to = globalThis.origin === "null" ? "*" : VIEW.origin;
    this.#frame.contentWindow?.postMessage(message, to);
  }

  /** A facts file comes from the page's own origin alone, so that nobody else learns who looks at the page. */
  async #readFacts() {
    const address = this.getAttribute("facts");
    // Of two that are on their way the later one counts, whichever arrives first.
    this.#turn += 1;
    const turn = this.#turn;
    this.#facts = "";
    if (!address) {
      return;
    }
    try {
      const facts = await fetched(new URL(address, document.baseURI));
      if (turn === this.#turn) {
        this.#facts = facts;
        this.#configureSoon();
      }
    } catch (error) {
      leftOut(error.message);
    }
  }
}

async function fetched(url) {
  if (url.origin !== globalThis.origin) {
    throw new Error(`${url.href} is not of this page's origin`);
  }
  const response = await fetch(url, { credentials: "same-origin", redirect: "error" });
  if (!response.ok) {
    throw new Error(`${url.href}: ${response.status}`);
  }
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) {
    throw new Error(`${url.href} is larger than ${MOST_BYTES} bytes`);
  }
  return new TextDecoder().decode(bytes);
}

function leftOut(why) {
  console.warn(`smart-pick: the facts were left out: ${why}`);
}

function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

function isProgram(value) {
  return typeof value === "string" && /^\d{10}$/.test(value);
}

if (!customElements.get("smart-pick")) {
  customElements.define("smart-pick", SmartPick);
}

/** @file From text to what is shown and said, failures too. */

import { byId } from "./dom.js";
import { signed } from "./format.js";
import { Reader } from "./reader.js";
import { chosenEntity, draws, NOTHING_OFF, now, update } from "./state.js";
import { headline } from "./verdict.js";
import { followed, scoreWithout } from "./whatif.js";

/** @typedef {import("../client/index.d.ts").Report} Report */

/** How long the page may be busy before it says so, and quiet before the result is read out, in milliseconds. */
const PATIENCE = 300;
const QUIET = 1200;

const verdict = byId("verdict");
const status = byId("status");
const failure = byId("failure");
const announcer = byId("announcer");

/** What goes on now. */
const work = { loading: false, reading: false };
/** Whether the client's modules could not be loaded: some browsers remember that until the page is loaded anew. */
let unloadable = false;
/** @type {Record<string, ReturnType<typeof setTimeout>>} */
const timers = {};

/** @param {string} name @param {() => void} action @param {number} delay */
function later(name, action, delay) {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(action, delay);
}

/** The reader whose reports the views show. @param {import("../client/index.d.ts").Setup} [setup] */
export function serveReading(setup) {
  const options = (/** @type {string} */ text) => ({
    targets: now.watched,
    keep: text && followed(now.kept, text).pieces,
  });
  const reader = new Reader(() => load(setup), options, show);
  failure.querySelector("button")?.addEventListener("click", () => (unloadable ? location.reload() : reader.retry()));
  draws(["shown", "chosen", "off"], () => later("announce", announce, QUIET));
  return reader;
}

/** The engine comes when the page already stands: it has to be neither there nor sound for the page to open. @param {import("../client/index.d.ts").Setup} [setup] */
async function load(setup) {
  say({ loading: true });
  try {
    unloadable = true;
    const { createAnalyzer } = await import("../client/index.js");
    unloadable = false;
    const analyzer = await createAnalyzer(setup);
    byId("version").textContent = `Engine ${analyzer.version.engine}, model ${analyzer.version.model}.`;
    return analyzer;
  } finally {
    say({ loading: false });
  }
}

/** Says what the page is at. @param {Partial<typeof work>} change */
function say(change) {
  Object.assign(work, change);
  status.textContent = work.loading ? "Loading the engine…" : work.reading ? "Reading…" : "";
  verdict.toggleAttribute("data-waiting", work.reading);
}

/** @param {import("./reader.js").View} view */
function show(view) {
  clearTimeout(timers.busy);
  if (view.phase === "reading") {
    // What is shown stays until there is something newer.
    later("busy", () => say({ reading: true }), PATIENCE);
    return;
  }
  say({ reading: false });
  failure.hidden = view.phase !== "failed";
  if (view.phase === "failed") explain(view);
  if (view.phase !== "done") {
    update({ view, shown: undefined, off: NOTHING_OFF });
    return;
  }
  const kept = followed(now.kept, view.text);
  update({ view, shown: { ...view, kept }, kept, off: samePhrases(view, now.shown) ? now.off : NOTHING_OFF });
}

/**
 * Whether two reports mark the same phrases, so that what is switched off is the same thing in both.
 *
 * @param {{ text: string, report: Report }} one
 * @param {{ text: string, report: Report }} [other]
 */
function samePhrases(one, other) {
  const spans = ({ highlights, sentences }) => [...highlights, ...sentences].map(({ start, end }) => `${start}-${end}`);
  return other?.text === one.text && spans(one.report).join() === spans(other.report).join();
}

/** @param {{ text: string, loaded: boolean, message: string, code: string }} view */
function explain({ text, loaded, message, code }) {
  const kept = text ? " Your text is kept." : "";
  const long = code === "TooLong";
  let cause = `The engine stopped while reading.${kept} Trying again starts it afresh.`;
  if (!loaded) cause = `The engine could not be loaded.${kept} Check the connection, then try again.`;
  else if (long) cause = "This text is too long: at most 4 MiB are read at once. Shorten it, or read it in parts.";
  /** @type {HTMLElement} */ (failure.querySelector("p")).textContent = `${cause} Details: ${message}.`;
  /** @type {HTMLElement} */ (failure.querySelector("button")).hidden = long;
}

/** One sentence for those who hear the page, once it is quiet. */
function announce() {
  const { shown, off } = now;
  if (!shown) return;
  const entity = chosenEntity(now);
  const score = signed(scoreWithout(shown.report, off, entity));
  const said = entity
    ? `${entity.name}: ${entity.label}, score ${score}.`
    : `${headline(shown.report)}, score ${score}.`;
  if (announcer.textContent !== said) announcer.textContent = said;
}

/** @file Wires the parts together: text in, state changed, views drawn. */

import "./trusted.js";
import { serveArticle } from "./article.js";
import { byId } from "./dom.js";
import { serveEntities } from "./entities.js";
import { signed } from "./format.js";
import { open, serveInput, text } from "./input.js";
import { loadLibrary } from "./library.js";
import { serveList } from "./list.js";
import { serveOffline } from "./offline.js";
import { servePopover } from "./popover.js";
import { servePreferences } from "./preferences.js";
import { Reader } from "./reader.js";
import { chosenEntity, draws, NOTHING_OFF, now, update } from "./state.js";
import { serveStrip } from "./strip.js";
import { serveTake } from "./take.js";
import { headline, serveVerdict } from "./verdict.js";
import { scoreWithout } from "./whatif.js";

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

// The engine comes when the page already stands: it has to be neither there nor sound for the page to open.
const reader = new Reader(
  async () => {
    say({ loading: true });
    try {
      unloadable = true;
      const { createAnalyzer } = await import("../client/index.js");
      unloadable = false;
      const analyzer = await createAnalyzer();
      byId("version").textContent = `Engine ${analyzer.version.engine}, model ${analyzer.version.model}.`;
      return analyzer;
    } finally {
      say({ loading: false });
    }
  },
  () => ({ targets: now.watched, duplicates: now.repeats }),
  show,
);

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
  if (view.phase !== "done") update({ view, shown: undefined, off: NOTHING_OFF });
  else update({ view, shown: view, off: samePhrases(view, now.shown) ? now.off : NOTHING_OFF });
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

failure.querySelector("button")?.addEventListener("click", () => (unloadable ? location.reload() : reader.retry()));

servePreferences();
serveVerdict();
serveEntities();
serveArticle();
serveStrip();
servePopover();
serveTake();
serveList(open, (text, signal) => reader.analyze(text, signal));
serveInput((text, delay) => reader.read(text, delay));
draws(["shown", "chosen", "off"], () => later("announce", announce, QUIET));
draws(["watched", "repeats"], () => reader.read(text(), 0));
loadLibrary();
// Keeping the files for later comes after the use of them now.
reader.prepare().then(serveOffline);

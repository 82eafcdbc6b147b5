/** @file Wires the parts together: text in, verdict, entities and marked text out. */

import { clearArticle, onWhole, phraseAt, showArticle } from "./article.js";
import { byId, element } from "./dom.js";
import { draft } from "./draft.js";
import { choose, chosenEntity, clearEntities, onChoice, showEntities } from "./entities.js";
import { capital, signed } from "./format.js";
import { hide as hidePopover, servePopover } from "./popover.js";
import { Reader } from "./reader.js";
import { samples } from "./samples.js";
import { clearVerdict, drawScale, showVerdict } from "./verdict.js";

/** @typedef {import("../client/index.d.ts").Report} Report */

/** A pause in typing after which the text is read, in milliseconds; what is pasted is read at once. */
const PAUSE = 120;
/** Typing goes on for this long before the text is put into storage, in milliseconds. */
const SAVE = 300;
/** How long the page may be busy before it says so, and quiet before the result is read out, in milliseconds. */
const PATIENCE = 300;
const QUIET = 1200;

const input = /** @type {HTMLTextAreaElement} */ (byId("text"));
const restore = byId("restore");
const verdict = byId("verdict");
const status = byId("status");
const failure = byId("failure");
const announcer = byId("announcer");

/** What the page shows. @type {{ text: string, report: Report } | undefined} */
let shown;
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
const reader = new Reader(async () => {
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
}, show);

/** Says what the page is at. @param {Partial<typeof work>} change */
function say(change) {
  Object.assign(work, change);
  status.textContent = work.loading ? "Loading the engine…" : work.reading ? "Reading…" : "";
  verdict.toggleAttribute("data-waiting", work.reading);
}

/** @param {import("./reader.js").View} view */
function show(view) {
  clearTimeout(timers.busy);
  clearTimeout(timers.announce);
  if (view.phase !== "reading") say({ reading: false });
  failure.hidden = true;
  switch (view.phase) {
    case "empty":
      reset("No article yet", "Paste an article, or try one of the samples.");
      break;
    case "loading":
      reset("One moment", "The engine is still loading. The text is read as soon as it is there.");
      break;
    case "reading":
      later("busy", () => say({ reading: true }), PATIENCE);
      return; // What is shown stays until there is something newer.
    case "done":
      shown = view;
      verdict.dataset.phase = "done";
      draw();
      later("announce", announce, QUIET);
      break;
    case "failed":
      reset("No result", "");
      fail(view);
  }
}

function draw() {
  if (!shown) return;
  const { text, report } = shown;
  hidePopover();
  showVerdict(report);
  showEntities(report.entities);
  showArticle(text, report, chosenEntity());
}

/** Takes results away: they would be of another text. @param {string} title @param {string} hint */
function reset(title, hint) {
  shown = undefined;
  verdict.dataset.phase = "empty";
  hidePopover();
  clearVerdict(title, hint);
  clearEntities("Companies and other assets that the text names, each with its own tone.");
  clearArticle("The text again, with the phrases that carry the score marked in it.");
}

/** @param {{ text: string, loaded: boolean, message: string, code: string }} view */
function fail({ text, loaded, message, code }) {
  const kept = text ? " Your text is kept." : "";
  const long = code === "TooLong";
  let cause = `The engine stopped while reading.${kept} Trying again starts it afresh.`;
  if (!loaded) cause = `The engine could not be loaded.${kept} Check the connection, then try again.`;
  else if (long) cause = "This text is too long: at most 4 MiB are read at once. Shorten it, or read it in parts.";
  /** @type {HTMLElement} */ (failure.querySelector("p")).textContent = `${cause} Details: ${message}.`;
  /** @type {HTMLElement} */ (failure.querySelector("button")).hidden = long;
  failure.hidden = false;
}

/** One sentence for those who hear the page, once typing rests. */
function announce() {
  if (!shown) return;
  const { words, label, score } = shown.report;
  const said = words ? `${capital(label)}, score ${signed(score)}.` : "Nothing to read.";
  if (announcer.textContent !== said) announcer.textContent = said;
}

/** Puts a text into the box in place of what is there. @param {string} text */
function replace(text) {
  input.value = text;
  input.scrollTop = 0;
  draft.save(text);
  offerRestore();
  reader.read(text, 0);
}

/** The text in the box if it is the user's own, and no sample. */
function ownText() {
  const text = input.value;
  return text.trim() === "" || samples.some((sample) => sample.text === text) ? "" : text;
}

function offerRestore() {
  restore.hidden = !draft.previous() || draft.previous() === input.value;
}

input.addEventListener("input", (event) => {
  const { inputType } = /** @type {InputEvent} */ (event);
  const atOnce = inputType === "insertFromPaste" || inputType === "insertFromDrop";
  reader.read(input.value, atOnce ? 0 : PAUSE);
  later("save", () => draft.save(input.value), SAVE);
});
window.addEventListener("pagehide", () => draft.save(input.value));

for (const { name, text } of samples) {
  const button = element("button", { type: "button" }, name);
  button.addEventListener("click", () => {
    const own = ownText();
    if (own) draft.setAside(own);
    replace(text);
  });
  byId("samples").append(button);
}
restore.addEventListener("click", () => {
  const text = draft.previous();
  draft.setAside(ownText());
  replace(text);
  input.focus();
});
failure.querySelector("button")?.addEventListener("click", () => (unloadable ? location.reload() : reader.retry()));

onChoice((entity) => {
  if (shown) showArticle(shown.text, shown.report, entity);
  announcer.textContent = entity
    ? `${entity.name}: ${entity.label}, score ${signed(entity.score)}.`
    : "The whole article.";
});
onWhole(() => {
  choose(undefined);
  if (shown) showArticle(shown.text, shown.report);
});
servePopover(byId("article"), (mark) => {
  const phrase = phraseAt(mark);
  if (!shown || !phrase) return;
  const { tags, sentence } = shown.report.highlights[phrase.highlight];
  const entity = chosenEntity();
  return {
    weight: phrase.weight,
    whose: entity ? `of the score for ${entity.name}` : "of the score",
    tags,
    sentence: entity ? undefined : shown.report.sentences[sentence],
  };
});

drawScale();
// What was typed before this script ran is newer than what was kept.
input.value ||= draft.load();
offerRestore();
reader.read(input.value, 0);
reader.prepare();

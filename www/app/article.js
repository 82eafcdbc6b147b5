/**
 * @file The text as it was pasted, with what counts marked in it. Only blocks that changed are drawn anew, so that
 * typing does not make the page jump; a long text is drawn piece by piece, so that nothing freezes.
 */

import { byId, element } from "./dom.js";
import { capital, reasons, signed, some } from "./format.js";
import { blocksOf, phrasesOf } from "./segments.js";
import { chosenEntity, draws, NOTHING_KEPT, now, update } from "./state.js";
import { counts, keeping } from "./whatif.js";

/** @typedef {import("../client/index.d.ts").Entity} Entity */
/** @typedef {import("./segments.js").Block} Block */
/** @typedef {import("./segments.js").Passage} Passage */
/** @typedef {import("./segments.js").Phrase} Phrase */
/** @typedef {import("./segments.js").Run} Run */

/** What the keyboard stops at within the text. */
const STOPS = ".phrase, .why-not";

/** UTF-16 units drawn in one go: several screens full, a few milliseconds. */
const PIECE = 50_000;

const section = byId("article");
const title = byId("article-title");
const summary = /** @type {HTMLElement} */ (section.querySelector(".summary"));
const none = /** @type {HTMLElement} */ (section.querySelector(".none"));
const legend = /** @type {HTMLElement} */ (section.querySelector(".legend"));
const whole = /** @type {HTMLButtonElement} */ (section.querySelector(".whole"));
const marked = /** @type {HTMLElement} */ (section.querySelector(".marked"));

/** What each block on the page shows, to know which ones changed. @type {string[]} */
let drawn = [];
/** Where each block begins, to find a place again. @type {number[]} */
let starts = [];
/** The phrases on the page by their index into the report. @type {Map<number, Phrase>} */
let phrases = new Map();
/** The drawing now going on; a newer one ends it. */
let drawing = 0;

export function serveArticle() {
  whole.addEventListener("click", () => update({ chosen: undefined }));
  draws(["shown", "chosen"], (state) => {
    if (state.shown) draw(state.shown, chosenEntity(state));
    else clear();
  });
  draws(["off"], markOff);
}

/** The phrase that an element on the page marks. @param {HTMLElement} mark */
export function phraseAt(mark) {
  return phrases.get(Number(mark.dataset.highlight));
}

/**
 * The range of a piece of the text as it stands on the page; none while that is still being drawn.
 *
 * @param {number} start
 * @param {number} end
 */
export function rangeOf(start, end) {
  const range = document.createRange();
  return seek(start, (node, at) => range.setStart(node, at)) && seek(end, (node, at) => range.setEnd(node, at))
    ? range
    : undefined;
}

/** @param {number} place @param {(node: Node, at: number) => void} found Whether it is there. */
function seek(place, found) {
  const index = starts.findLastIndex((start) => start <= place);
  const block = marked.children[index];
  if (!block) return false;
  let left = place - starts[index];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { length } = /** @type {Text} */ (walker.currentNode);
    if (left <= length) {
      found(walker.currentNode, left);
      return true;
    }
    left -= length;
  }
  return false;
}

/**
 * Draws the article from everybody's side or from one entity's.
 *
 * @param {NonNullable<import("./state.js").State["shown"]>} shown
 * @param {Entity} [entity]
 */
async function draw({ text, report, kept = NOTHING_KEPT }, entity) {
  const turn = ++drawing;
  const chosen = phrasesOf(text, report, entity);
  const blocks = blocksOf(text, report, chosen.phrases, entity, kept.pieces);
  phrases = new Map(chosen.phrases.map((phrase) => [phrase.highlight, phrase]));
  starts = blocks.map(({ start }) => start);
  title.textContent = entity ? `What it means for ${entity.name}` : "What makes it so";
  summary.textContent = describe(chosen.phrases.length, chosen.left, entity);
  none.textContent = "";
  legend.hidden = false;
  whole.hidden = !entity;
  section.toggleAttribute("data-entity", entity !== undefined);

  while (marked.childElementCount > blocks.length) marked.lastElementChild?.remove();
  drawn.length = marked.childElementCount;
  marked.setAttribute("aria-busy", "true");
  const focused = /** @type {HTMLElement | null} */ (marked.querySelector(".why-not:focus"))?.dataset.start;
  let piece = 0;
  for (const [index, block] of blocks.entries()) {
    if (piece > PIECE) {
      await new Promise((resolve) => setTimeout(resolve));
      if (turn !== drawing) return;
      piece = 0;
    }
    piece += block.end - block.start;
    place(text, block, index);
  }
  marked.removeAttribute("aria-busy");
  // The switch that was pressed is a new one now.
  if (focused) /** @type {HTMLElement | null} */ (marked.querySelector(`.why-not[data-start="${focused}"]`))?.focus();
  makeReachable();
  markOff();
}

/** Takes the article off the page. */
function clear() {
  drawing++;
  drawn = [];
  starts = [];
  phrases = new Map();
  marked.replaceChildren();
  title.textContent = "What makes it so";
  summary.textContent = "";
  none.textContent = "The text again, with the phrases that carry the score marked in it.";
  legend.hidden = true;
  whole.hidden = true;
}

/** Shows which phrases count for nothing now. */
function markOff() {
  if (!now.shown) return;
  const { report } = now.shown;
  for (const mark of /** @type {NodeListOf<HTMLElement>} */ (marked.querySelectorAll(".phrase"))) {
    const highlight = Number(mark.dataset.highlight);
    const on = !report.highlights[highlight] || counts(report, now.off, highlight);
    mark.toggleAttribute("data-off", !on);
  }
}

/** @param {number} shown @param {number} left @param {Entity} [entity] */
function describe(shown, left, entity) {
  const whose = entity ? ` for ${entity.name}: ${signed(entity.score)}, ${entity.label}` : "";
  const carry = shown === 1 ? "carries" : "carry";
  const what = shown === 0 ? "no phrase carries" : `${some(shown + left, "phrase")} ${carry}`;
  const more = left ? ` The strongest ${shown} are marked.` : "";
  return `${capital(what)} the score${whose}.${more}`;
}

/** Draws a block unless it already stands there. @param {string} text @param {Block} block @param {number} index */
function place(text, block, index) {
  const content = text.slice(block.start, block.end);
  const look = block.runs.map(({ start, end, phrase, passage, mention }) => {
    const sign = phrase && Math.sign(phrase.weight) * phrase.strength;
    return [end - start, phrase?.highlight, sign, passage?.reason, passage?.kept, mention].join();
  });
  const key = `${look.join(";")}|${content}`;
  if (drawn[index] === key) return;
  drawn[index] = key;
  const children = dressed(text, block.runs);
  const there = marked.children[index];
  if (there) there.replaceChildren(...children);
  else marked.append(element("div", { class: "block" }, ...children));
}

/** @param {string} text @param {Run[]} runs */
function dressed(text, runs) {
  /** @type {(Node | string)[]} */
  const children = [];
  /** @type {Phrase | undefined} */
  let open;
  for (const run of runs) {
    const piece = dress(text.slice(run.start, run.end), run);
    if (run.passage?.start === run.start) children.push(whyNot(run.passage));
    if (!run.phrase) children.push(piece);
    else if (run.phrase === open) /** @type {Element} */ (children.at(-1)).append(piece);
    else children.push(mark(run.phrase, piece));
    open = run.phrase;
  }
  return children;
}

/** @param {string} piece @param {Run} run */
function dress(piece, { passage, mention }) {
  if (mention) return element("span", { class: "mention" }, piece);
  return passage && !passage.kept ? element("span", { class: "ignored" }, piece) : piece;
}

/** Why a passage is ignored, and the switch that has it count all the same. Its words are generated, so that they are never copied with the text. @param {Passage} passage */
function whyNot({ start, reason, kept }) {
  const why = `${kept ? "counted" : "ignored"}: ${reasons[reason]}`;
  const does = kept ? "Ignore it again" : "Count it all the same";
  return element("button", {
    type: "button",
    class: "why-not",
    "data-start": start,
    "data-why": why,
    "aria-label": `${why}. ${does}`,
    title: does,
    tabindex: -1,
  });
}

/** A button, since it does something: shows its weight. @param {Phrase} phrase @param {Node | string} content */
function mark({ highlight, weight, strength }, content) {
  const attributes = {
    class: `phrase ${weight > 0 ? "good" : "bad"}`,
    "data-highlight": highlight,
    "data-strength": strength,
    role: "button",
    "aria-haspopup": "dialog",
    tabindex: -1,
  };
  return element("mark", attributes, content);
}

/** One stop for the Tab key, however many phrases there are: arrow keys go from one to the next. */
function makeReachable() {
  if (!marked.querySelector('[tabindex="0"]')) marked.querySelector(STOPS)?.setAttribute("tabindex", "0");
}

marked.addEventListener("click", ({ target }) => {
  const place = /** @type {HTMLElement} */ (target).dataset.start;
  if (!place || !now.shown) return;
  const { report, kept = NOTHING_KEPT } = now.shown;
  const at = ({ start }) => start === Number(place);
  const again = kept.pieces.find(at);
  const piece = again ?? report.ignored.find(at);
  if (piece) update({ kept: keeping(now.kept, [piece], !again) });
});

marked.addEventListener("keydown", (event) => {
  const all = /** @type {HTMLElement[]} */ ([...marked.querySelectorAll(STOPS)]);
  const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  /** @type {Record<string, number>} */
  const steps = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const next = all[steps[event.key]];
  if (at < 0 || !next || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  next.focus();
});

marked.addEventListener("focusin", ({ target }) => {
  for (const other of marked.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  /** @type {HTMLElement} */ (target).setAttribute("tabindex", "0");
});

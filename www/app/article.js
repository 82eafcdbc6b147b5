/**
 * @file The text as it was pasted, with what counts marked in it. Only blocks that changed are drawn anew, so that
 * typing does not make the page jump; a long text is drawn piece by piece, so that nothing freezes.
 */

import { byId, element } from "./dom.js";
import { count, signed } from "./format.js";
import { blocksOf, phrasesOf } from "./segments.js";

/** @typedef {import("../client/index.d.ts").Report} Report */
/** @typedef {import("../client/index.d.ts").Entity} Entity */
/** @typedef {import("./segments.js").Block} Block */
/** @typedef {import("./segments.js").Phrase} Phrase */
/** @typedef {import("./segments.js").Run} Run */

/** UTF-16 units drawn in one go: several screens full, a few milliseconds. */
const PIECE = 50_000;

const TITLE = "What makes it so";

const section = byId("article");
const title = byId("article-title");
const summary = /** @type {HTMLElement} */ (section.querySelector(".summary"));
const none = /** @type {HTMLElement} */ (section.querySelector(".none"));
const legend = /** @type {HTMLElement} */ (section.querySelector(".legend"));
const whole = /** @type {HTMLButtonElement} */ (section.querySelector(".whole"));
const marked = /** @type {HTMLElement} */ (section.querySelector(".marked"));

/** What each block on the page shows, to know which ones changed. @type {string[]} */
let drawn = [];
/** The phrases on the page by their index into the report. @type {Map<number, Phrase>} */
let phrases = new Map();
/** The drawing now going on; a newer one ends it. */
let drawing = 0;

/** Calls back when the whole article's view is asked for. @param {() => void} asked */
export function onWhole(asked) {
  whole.addEventListener("click", asked);
}

/** The phrase that an element on the page marks. @param {HTMLElement} mark */
export function phraseAt(mark) {
  return phrases.get(Number(mark.dataset.highlight));
}

/**
 * Draws the article from everybody's side or from one entity's.
 *
 * @param {string} text
 * @param {Report} report
 * @param {Entity} [entity]
 */
export async function showArticle(text, report, entity) {
  const turn = ++drawing;
  const chosen = phrasesOf(text, report, entity);
  const blocks = blocksOf(text, report, chosen.phrases, entity);
  phrases = new Map(chosen.phrases.map((phrase) => [phrase.highlight, phrase]));
  title.textContent = entity ? `What it means for ${entity.name}` : TITLE;
  summary.textContent = describe(chosen.phrases.length, chosen.left, entity);
  none.textContent = "";
  legend.hidden = false;
  whole.hidden = !entity;
  section.toggleAttribute("data-entity", entity !== undefined);

  while (marked.childElementCount > blocks.length) marked.lastElementChild?.remove();
  drawn.length = marked.childElementCount;
  marked.setAttribute("aria-busy", "true");
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
  makeReachable();
}

/** Takes the article off the page. @param {string} hint What will stand there. */
export function clearArticle(hint) {
  drawing++;
  drawn = [];
  phrases = new Map();
  marked.replaceChildren();
  title.textContent = TITLE;
  summary.textContent = "";
  none.textContent = hint;
  legend.hidden = true;
  whole.hidden = true;
}

/** @param {number} shown @param {number} left @param {Entity} [entity] */
function describe(shown, left, entity) {
  const whose = entity ? ` for ${entity.name}: ${signed(entity.score)}, ${entity.label}` : "";
  const phrases =
    shown === 0 ? "No phrase carries" : shown === 1 ? "One phrase carries" : `${count(shown + left)} phrases carry`;
  const more = left ? ` The strongest ${count(shown)} are marked.` : "";
  return `${phrases} the score${whose}.${more}`;
}

/** Draws a block unless it already stands there. @param {string} text @param {Block} block @param {number} index */
function place(text, block, index) {
  const content = text.slice(block.start, block.end);
  const look = block.runs.map(({ start, end, phrase, ignored, mention }) => {
    const sign = phrase && Math.sign(phrase.weight) * phrase.strength;
    return [end - start, phrase?.highlight, sign, ignored?.reason, mention].join();
  });
  const key = `${look.join(";")}|${content}`;
  if (drawn[index] === key) return;
  drawn[index] = key;
  const children = draw(text, block.runs);
  const there = marked.children[index];
  if (there) there.replaceChildren(...children);
  else marked.append(element("div", { class: "block" }, ...children));
}

/** @param {string} text @param {Run[]} runs */
function draw(text, runs) {
  /** @type {(Node | string)[]} */
  const children = [];
  /** @type {Phrase | undefined} */
  let open;
  for (const run of runs) {
    const piece = dress(text.slice(run.start, run.end), run);
    if (!run.phrase) children.push(piece);
    else if (run.phrase === open) /** @type {Element} */ (children.at(-1)).append(piece);
    else children.push(mark(run.phrase, piece));
    open = run.phrase;
  }
  return children;
}

/** @param {string} piece @param {Run} run */
function dress(piece, { ignored, mention }) {
  if (mention) return element("span", { class: "mention" }, piece);
  if (ignored) return element("span", { class: "ignored", title: `Ignored: ${ignored.reason}` }, piece);
  return piece;
}

/** A button, since it does something: shows its weight. @param {Phrase} phrase @param {Node | string} content */
function mark({ highlight, weight, strength }, content) {
  const attributes = {
    class: `phrase ${weight > 0 ? "good" : "bad"}`,
    "data-highlight": highlight,
    "data-strength": strength,
    role: "button",
    tabindex: -1,
  };
  return element("mark", attributes, content);
}

/** One stop for the Tab key, however many phrases there are: arrow keys go from one to the next. */
function makeReachable() {
  if (!marked.querySelector('[tabindex="0"]')) marked.querySelector(".phrase")?.setAttribute("tabindex", "0");
}

marked.addEventListener("keydown", (event) => {
  const all = /** @type {HTMLElement[]} */ ([...marked.querySelectorAll(".phrase")]);
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

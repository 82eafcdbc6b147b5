/** @file The small card beside a phrase: its weight, and what else is true of it. On hover, focus and tap alike. */

import { byId, element } from "./dom.js";
import { points, side, signed } from "./format.js";

/** @typedef {import("../client/index.d.ts").Tag} Tag */

/** What a phrase is said to be. @typedef {{ weight: number, whose: string, tags: Tag[], sentence?: { score: number, label: string } }} Facts */

/** Time to move the pointer from the phrase onto the card, in milliseconds. */
const GRACE = 150;

/** @type {Record<Tag, string>} */
const meanings = {
  negated: "under a negation",
  hedged: "weakened: may, could, if",
  forecast: "about the future",
  comparison: "two figures compared",
  expectation: "against what was expected",
  denied: "an allegation that is rejected",
};

const card = byId("popover");
/** @type {HTMLElement | undefined} */
let anchor;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let closing;

/**
 * Serves the phrases within an element.
 *
 * @param {HTMLElement} within
 * @param {(mark: HTMLElement) => Facts | undefined} facts
 */
export function servePopover(within, facts) {
  const open = (/** @type {Event} */ { target }) => {
    const mark = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest?.(".phrase"));
    const said = mark && facts(mark);
    if (said) show(mark, said);
  };
  for (const event of ["pointerover", "focusin", "click"]) within.addEventListener(event, open);
  within.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(event);
  });
  within.addEventListener("pointerout", leave);
  within.addEventListener("focusout", hide);
  card.addEventListener("pointerenter", () => clearTimeout(closing));
  card.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  document.addEventListener("pointerdown", ({ target }) => {
    if (!card.contains(/** @type {Node} */ (target))) hide();
  });
  for (const event of ["scroll", "resize"])
    window.addEventListener(event, () => anchor && put(anchor), { passive: true });
}

export function hide() {
  clearTimeout(closing);
  card.hidden = true;
  anchor?.removeAttribute("aria-describedby");
  anchor = undefined;
}

function leave() {
  clearTimeout(closing);
  // A phrase that has the focus keeps its card when the pointer goes.
  closing = setTimeout(() => document.activeElement !== anchor && hide(), GRACE);
}

/** @param {HTMLElement} mark @param {Facts} facts */
function show(mark, { weight, whose, tags, sentence }) {
  clearTimeout(closing);
  if (mark !== anchor) hide();
  anchor = mark;
  const lines = [
    element("p", { class: weight > 0 ? "good" : "bad" }, element("b", {}, points(weight)), ` ${whose}`),
    ...tags.map((tag) => element("p", {}, element("b", {}, tag), ` ${meanings[tag]}`)),
  ];
  if (sentence) {
    const score = element("span", { class: side(sentence.label) }, signed(sentence.score));
    lines.push(element("p", { class: "sentence" }, "Its sentence alone: ", score, ` ${sentence.label}`));
  }
  card.replaceChildren(...lines);
  card.hidden = false;
  mark.setAttribute("aria-describedby", card.id);
  put(mark);
}

/** Above the phrase's first line, or below where there is no room; always within the window. @param {HTMLElement} mark */
function put(mark) {
  const line = mark.getClientRects()[0];
  if (!line) return hide();
  const { width, height } = card.getBoundingClientRect();
  const left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - width - 8));
  const top = line.top - height - 8 < 0 ? line.bottom + 8 : line.top - height - 8;
  card.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
}

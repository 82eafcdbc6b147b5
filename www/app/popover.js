/**
 * @file The small card beside a phrase: its weight, for whom, and what else is true of it; and the switches that let the
 * phrase or its sentence count for nothing. On hover, focus and tap alike; Enter goes into the card, Escape back.
 */

import { phraseAt } from "./article.js";
import { byId, element } from "./dom.js";
import { points, side, signed } from "./format.js";
import { chosenEntity, draws, now, update } from "./state.js";
import { toggled } from "./whatif.js";

/** @typedef {import("../client/index.d.ts").Report} Report */
/** @typedef {import("../client/index.d.ts").Tag} Tag */

/** Time to move the pointer from the phrase onto the card, in milliseconds. */
const GRACE = 250;

/** Entities named on the card at most, those it matters to most. */
const MOST_ENTITIES = 3;

/** @type {Record<Tag, string>} */
const meanings = {
  negated: "under a negation",
  hedged: "weakened: may, could, if",
  forecast: "about the future",
  comparison: "two figures compared",
  expectation: "against what was expected",
  denied: "an allegation that is rejected",
};

const within = byId("article");
const card = byId("popover");
const facts = byId("popover-facts");
const switches = {
  phrase: /** @type {HTMLButtonElement} */ (byId("off-phrase")),
  sentence: /** @type {HTMLButtonElement} */ (byId("off-sentence")),
};
/** @type {HTMLElement | undefined} */
let anchor;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let closing;

export function servePopover() {
  const open = (/** @type {Event} */ { target }) => {
    const mark = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest?.(".phrase"));
    if (mark) show(mark);
  };
  for (const event of ["pointerover", "focusin", "click"]) within.addEventListener(event, open);
  within.addEventListener("keydown", onKey);
  within.addEventListener("pointerout", leave);
  within.addEventListener("focusout", ({ relatedTarget }) => {
    if (!card.contains(/** @type {Node | null} */ (relatedTarget)) && relatedTarget !== anchor) leave();
  });
  card.addEventListener("pointerenter", () => clearTimeout(closing));
  card.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  document.addEventListener("pointerdown", ({ target }) => {
    if (!card.contains(/** @type {Node} */ (target))) hide();
  });
  for (const event of ["scroll", "resize"])
    window.addEventListener(event, () => anchor && put(anchor), { passive: true });
  for (const [what, button] of Object.entries(switches)) button.addEventListener("click", () => flip(what));
  draws(["shown", "chosen"], hide);
  draws(["off"], () => anchor && show(anchor));
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const onPhrase = /** @type {Element} */ (event.target).matches(".phrase");
  if (onPhrase && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    show(/** @type {HTMLElement} */ (event.target));
    switches.phrase.focus();
  }
  if (onPhrase && (event.key === "Delete" || event.key === "Backspace")) {
    event.preventDefault();
    flip("phrase");
  }
}

function hide() {
  clearTimeout(closing);
  card.hidden = true;
  anchor?.removeAttribute("aria-describedby");
  anchor = undefined;
}

/** Closes the card for somebody who works by keyboard: back to the phrase. */
function close() {
  if (card.contains(document.activeElement)) anchor?.focus();
  hide();
}

function leave() {
  clearTimeout(closing);
  // A phrase that has the focus keeps its card when the pointer goes, and so does the card itself.
  const held = () => document.activeElement === anchor || card.contains(document.activeElement);
  closing = setTimeout(() => held() || hide(), GRACE);
}

/** @param {HTMLElement} mark */
function show(mark) {
  clearTimeout(closing);
  if (!now.shown || !phraseAt(mark)) return;
  if (mark !== anchor) anchor?.removeAttribute("aria-describedby");
  anchor = mark;
  fill(mark);
  card.hidden = false;
  mark.setAttribute("aria-describedby", facts.id);
  put(mark);
}

/** Lets the phrase of the card, or its sentence, count for nothing, or again. @param {string} what */
function flip(what) {
  const phrase = anchor && phraseAt(anchor);
  if (!now.shown || !phrase) return;
  const { phrases, sentences } = now.off;
  const { sentence } = now.shown.report.highlights[phrase.highlight];
  update({
    off:
      what === "sentence"
        ? { phrases, sentences: toggled(sentences, sentence) }
        : { phrases: toggled(phrases, phrase.highlight), sentences },
  });
}

/** @param {HTMLElement} mark */
function fill(mark) {
  const phrase = phraseAt(mark);
  if (!now.shown || !phrase) return;
  const { report } = now.shown;
  const entity = chosenEntity(now);
  const { tags, sentence: index } = report.highlights[phrase.highlight];
  const sentence = report.sentences[index];
  const whose = entity ? `of the score for ${entity.name}` : "of the score";
  const lines = [weighed(phrase.weight, whose)];
  if (!entity) lines.push(...entitiesOf(report, phrase.highlight));
  lines.push(...tags.map((tag) => element("p", {}, element("b", {}, tag), ` ${meanings[tag]}`)));
  const score = element("span", { class: side(sentence.label) }, signed(sentence.score));
  lines.push(element("p", { class: "sentence" }, "Its sentence alone: ", score, ` ${sentence.label}`));
  facts.replaceChildren(...lines);
  const gone = now.off.sentences.has(index);
  label(switches.phrase, now.off.phrases.has(phrase.highlight), "phrase");
  label(switches.sentence, gone, "sentence");
  switches.phrase.disabled = gone;
}

/** @param {HTMLButtonElement} button @param {boolean} off @param {string} what */
function label(button, off, what) {
  button.textContent = off ? `Count this ${what} again` : `Leave out this ${what}`;
}

/** @param {number} weight @param {string} whose */
function weighed(weight, whose) {
  return element("p", { class: weight > 0 ? "good" : "bad" }, element("b", {}, points(weight)), ` ${whose}`);
}

/** A line for each entity to which the phrase matters. @param {Report} report @param {number} highlight */
function entitiesOf({ entities }, highlight) {
  const shares = entities.flatMap(({ name, highlights }) => {
    const weight = highlights.find((share) => share.highlight === highlight)?.weight ?? 0;
    return weight === 0 ? [] : [{ name, weight }];
  });
  shares.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return shares.slice(0, MOST_ENTITIES).map(({ name, weight }) => weighed(weight, `for ${name}`));
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

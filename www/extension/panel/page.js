/** @file From the panel to the page: marks what carries the score, and shows a phrase where it stands. */

import { phraseAt } from "../../app/article.js";
import { byId } from "../../app/dom.js";
import { phrasesOf } from "../../app/segments.js";
import { chosenEntity, draws, now } from "../../app/state.js";
import { counts } from "../../app/whatif.js";
import { clearMarks, mark, showInPage } from "../tab.js";

/** @typedef {import("../tab.js").Mark} Mark */

/** What is shown now. @type {() => import("./main.js").Source | undefined} */
let source;

/** What is to be marked in a list of headlines. @type {() => Mark[]} */
let headlines;

/** @param {typeof source} shown @param {typeof headlines} listed */
export function servePage(shown, listed) {
  source = shown;
  headlines = listed;
  draws(["shown", "chosen", "off"], paint);
  const open = (/** @type {Event} */ { target }) => {
    const phrase = phraseAt(
      /** @type {HTMLElement} */ (/** @type {Element} */ (target).closest(".phrase") ?? byId("article")),
    );
    if (phrase) reveal(phrase.start, phrase.end);
  };
  byId("article").addEventListener("click", open);
  byId("article").addEventListener("keydown", (event) => event.key === "Enter" && open(event));
}

/** Scrolls the page to a span of the text. @param {number} start @param {number} end */
export function reveal(start, end) {
  const { tab, frame } = source() ?? {};
  if (tab !== undefined && frame !== undefined) showInPage(tab, frame, start, end);
}

/** What is to be done to the page after what goes on now, and whether something does: marks come and go in their order. @type {(() => Promise<unknown>) | undefined} */
let due;
let busy = false;

/** Does this to the page as soon as nothing else is done to it; of several that wait, the last. @param {() => Promise<unknown>} action */
async function next(action) {
  due = action;
  if (busy) return;
  busy = true;
  while (due) {
    const action = due;
    due = undefined;
    await action();
  }
  busy = false;
}

/** Marks the page as the panel shows it. */
export const paint = () =>
  next(async () => {
    const { tab, frame } = source() ?? {};
    const marks = wanted();
    if (marks && tab !== undefined && frame !== undefined) await mark(tab, frame, marks);
  });

/** Takes the marks off a tab. @param {number} tab */
export const unpaint = (tab) => next(() => clearMarks(tab));

/** @returns {Mark[] | undefined} Nothing while there is no report of what was read. */
function wanted() {
  const what = source();
  if (what?.kind === "headlines") return headlines();
  if (!now.shown || now.shown.text !== what?.text) return undefined;
  const { text, report } = now.shown;
  const { phrases } = phrasesOf(text, report, chosenEntity(now));
  return marksOf(
    text,
    phrases.filter(({ highlight }) => counts(report, now.off, highlight)),
  );
}

/** @param {string} text @param {import("../../app/segments.js").Phrase[]} phrases @param {number} [from] Where the text begins in what was read. @returns {Mark[]} */
export function marksOf(text, phrases, from = 0) {
  return phrases.map(({ start, end, weight, strength }) => ({
    start: from + start,
    end: from + end,
    text: text.slice(start, end),
    side: weight > 0 ? "good" : "bad",
    strength,
  }));
}

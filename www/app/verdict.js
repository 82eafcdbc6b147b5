/** @file The answer at a glance: label, score on its scale, chances, confidence, and what to be wary of. */

import { byId, element } from "./dom.js";
import { BANDS, capital, count, labelOf, percent, percents, reasons, side, signed, some, wordsIn } from "./format.js";
import { chosenEntity, draws, NOTHING_KEPT, NOTHING_OFF, now, update } from "./state.js";
import { describeOff, keeping, scoreWithout } from "./whatif.js";

/** @typedef {import("../client/index.d.ts").Report} Report */
/** @typedef {import("./state.js").State} State */

/** Words below which no verdict is given, and below which it is given with a caveat. */
const TOO_LITTLE = 12;
const SHORT = 40;

const part = {
  section: byId("verdict"),
  title: byId("verdict-title"),
  score: byId("score"),
  scale: byId("scale"),
  chances: byId("chances"),
  confidence: byId("confidence"),
  words: byId("words"),
  ignored: byId("ignored"),
  why: byId("why"),
  reasons: byId("reasons"),
  note: byId("note"),
  off: byId("off"),
};

/** What stands there while there is no report. @type {Record<string, [title: string, note: string]>} */
const WITHOUT = {
  empty: ["No article yet", "Paste an article, drop a file, or try one of the samples."],
  loading: ["One moment", "The engine is still loading. The text is read as soon as it is there."],
  failed: ["No result", ""],
};

/** The verdict in one line, for the page's title line and for those who hear it. @param {Report} report */
export function headline({ words, label }) {
  if (words === 0) return "Nothing to read";
  return words < TOO_LITTLE ? "Too little to judge" : capital(label);
}

/** Draws the scale once, and what is on it whenever it changes. @param {string} [hint] What to do where there is no article. */
export function serveVerdict(hint) {
  if (hint) WITHOUT.empty[1] = hint;
  drawScale();
  byId("count-again").addEventListener("click", () => {
    update({ off: NOTHING_OFF });
    part.title.focus();
  });
  part.reasons.addEventListener("change", ({ target }) => {
    const { value, checked } = /** @type {HTMLInputElement} */ (target);
    if (now.shown) update({ kept: keeping(now.kept, passages(now.shown, value), checked) });
  });
  draws(["view", "shown", "off", "chosen"], (state) => {
    const { view, shown } = state;
    part.section.dataset.phase = shown ? "done" : "empty";
    if (shown) showReport(shown, state.off, chosenEntity(state));
    else clear(...(WITHOUT[view.phase] ?? WITHOUT.loading));
  });
}

function drawScale() {
  let from = -1;
  const bands = element("div", { class: "bands", "aria-hidden": "true" });
  for (const [to, name] of BANDS) {
    const [strength, direction] = name.split(" ");
    const label = element("span", { class: "name" }, ...(direction ? [strength, element("br"), direction] : [name]));
    const band = element("span", { class: `band ${side(name)}`, "data-label": name, title: name }, label);
    band.style.setProperty("--width", String(to - from));
    bands.append(band);
    from = to;
  }
  const ends = element("div", { class: "ends", "aria-hidden": "true" });
  ends.append(...["−1", "0", "+1"].map((end) => element("span", {}, end)));
  const markers = ["before", "marker"].map((name) => element("span", { class: name, "aria-hidden": "true" }));
  part.scale.append(bands, ends, ...markers);
}

/** @param {NonNullable<State["shown"]>} shown @param {State["off"]} off @param {import("../client/index.d.ts").Entity} [entity] */
function showReport(shown, off, entity) {
  const { report } = shown;
  const score = scoreWithout(report, off);
  const without = describeOff(off);
  const label = without ? labelOf(score) : report.label;
  part.title.textContent = headline({ ...report, label });
  part.score.textContent = signed(score);
  part.score.className = `score ${side(label)}`;
  part.section.toggleAttribute("data-thin", report.words < TOO_LITTLE);
  part.section.toggleAttribute("data-whatif", without !== "");
  place("--at", score);
  place("--before", report.score);
  for (const band of part.scale.querySelectorAll(".band")) {
    band.toggleAttribute("data-here", /** @type {HTMLElement} */ (band).dataset.label === label);
  }
  showChances(report);
  part.confidence.textContent = report.words ? percent(report.confidence) : "–";
  part.words.textContent = count(report.words);
  showIgnored(shown);
  part.note.textContent = without
    ? "The chances and the confidence are those of the text as it was written."
    : note(report);
  part.off.hidden = without === "";
  const own = entity
    ? [
        ` For ${entity.name}: `,
        element("b", {}, signed(scoreWithout(report, off, entity))),
        `, not ${signed(entity.score)}.`,
      ]
    : [];
  /** @type {HTMLElement} */ (part.off.firstElementChild).replaceChildren(
    `Without ${without}: `,
    element("b", {}, signed(score)),
    `, ${label}, not ${signed(report.score)} as it was written.`,
    ...own,
  );
}

/** @param {string} where @param {number} score */
function place(where, score) {
  part.scale.style.setProperty(where, `${((score + 1) / 2) * 100}%`);
}

/** Back to how the page opens. @param {string} title @param {string} hint */
function clear(title, hint) {
  part.title.textContent = title;
  part.score.textContent = "";
  for (const name of ["data-thin", "data-whatif"]) part.section.removeAttribute(name);
  for (const name of ["--at", "--before"]) part.scale.style.removeProperty(name);
  for (const band of part.scale.querySelectorAll("[data-here]")) band.removeAttribute("data-here");
  for (const slice of /** @type {HTMLCollectionOf<HTMLElement>} */ (part.chances.children)) {
    for (const name of ["--from", "--share"]) slice.style.removeProperty(name);
    /** @type {HTMLElement} */ (slice.lastElementChild).textContent = "";
  }
  part.chances.setAttribute("aria-label", "Chances: not known yet");
  for (const fact of [part.confidence, part.words, part.ignored]) fact.textContent = "–";
  part.why.hidden = true;
  part.off.hidden = true;
  part.note.textContent = hint;
}

/** @param {Report} report */
function showChances({ probabilities }) {
  const shares = [probabilities.negative, probabilities.neutral, probabilities.positive];
  const written = percents(shares);
  const slices = /** @type {HTMLCollectionOf<HTMLElement>} */ (part.chances.children);
  let from = 0;
  for (const [index, share] of shares.entries()) {
    slices[index].style.setProperty("--from", String(from));
    slices[index].style.setProperty("--share", String(share));
    from += share;
    /** @type {HTMLElement} */ (slices[index].lastElementChild).textContent = written[index];
  }
  const said = `negative ${written[0]}, neutral ${written[1]}, positive ${written[2]}`;
  part.chances.setAttribute("aria-label", `Chances: ${said}`);
}

/** What is ignored for a reason, and what would be but is kept. @param {NonNullable<State["shown"]>} shown @param {string} why */
function passages({ report, kept = NOTHING_KEPT }, why) {
  return [...report.ignored, ...kept.pieces].filter(({ reason }) => reason === why);
}

/** How many words were ignored, and folded away: why, each with a box to have them count. @param {NonNullable<State["shown"]>} shown */
function showIgnored(shown) {
  const { report, kept = NOTHING_KEPT } = shown;
  const words = (/** @type {readonly { text: string }[]} */ pieces) =>
    pieces.reduce((sum, { text }) => sum + wordsIn(text), 0);
  part.ignored.textContent = count(words(report.ignored));
  const rows = Object.entries(reasons).flatMap(([reason, name]) => {
    const pieces = passages(shown, reason);
    if (pieces.length === 0) return [];
    const box = element("input", { type: "checkbox", value: reason });
    const on = kept.pieces.filter((piece) => piece.reason === reason).length;
    box.checked = on === pieces.length;
    box.indeterminate = on > 0 && !box.checked;
    return [element("li", {}, element("label", {}, box, element("b", {}, count(words(pieces))), ` ${name}`))];
  });
  const focused = part.reasons.contains(document.activeElement) && document.activeElement?.getAttribute("value");
  part.why.hidden = rows.length === 0;
  part.reasons.replaceChildren(...rows);
  if (focused) part.reasons.querySelector(`[value=${focused}]`)?.focus();
}

/** What to be wary of. @param {Report} report */
function note({ words, mixed, highlights, label, score }) {
  if (words === 0) return "There are no words here that could be good or bad news.";
  const notes = [];
  if (words < TOO_LITTLE) notes.push(`Only ${some(words, "word")} to go by; they read ${label} (${signed(score)}).`);
  else if (words < SHORT) notes.push(`Short: ${words} words, a headline rather than an article.`);
  if (mixed) notes.push("Mixed: real good news and real bad news; the score is what is left of both.");
  if (highlights.length === 0) notes.push("Nothing in it reads as good or as bad news.");
  return notes.join(" ");
}

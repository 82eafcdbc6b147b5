/** @file The answer at a glance: label, score on its scale, chances, confidence, and what to be wary of. */

import { byId, element } from "./dom.js";
import { capital, count, percent, side, signed } from "./format.js";

/** @typedef {import("../client/index.d.ts").Report} Report */

/** The label's bands, as src/report.rs draws them: where each ends, and its name. */
const BANDS = /** @type {const} */ ([
  [-0.6, "strongly negative"],
  [-0.3, "moderately negative"],
  [-0.1, "mildly negative"],
  [0.1, "neutral"],
  [0.3, "mildly positive"],
  [0.6, "moderately positive"],
  [1, "strongly positive"],
]);

/** Fewer words than a headline and a lead: no article, and said so. */
const THIN = 30;

const part = {
  title: byId("verdict-title"),
  score: byId("score"),
  scale: byId("scale"),
  chances: byId("chances"),
  confidence: byId("confidence"),
  words: byId("words"),
  ignored: byId("ignored"),
  note: byId("note"),
};

/** Draws the scale, once. */
export function drawScale() {
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
  const marker = element("span", { class: "marker", "aria-hidden": "true" });
  part.scale.append(bands, ends, marker);
}

/** @param {Report} report */
export function showVerdict(report) {
  part.title.textContent = report.words ? capital(report.label) : "Nothing to read";
  part.score.textContent = signed(report.score);
  part.score.className = `score ${side(report.label)}`;
  part.scale.style.setProperty("--at", `${((report.score + 1) / 2) * 100}%`);
  for (const band of part.scale.querySelectorAll(".band")) {
    band.toggleAttribute("data-here", /** @type {HTMLElement} */ (band).dataset.label === report.label);
  }
  showChances(report);
  part.confidence.textContent = report.words ? percent(report.confidence) : "–";
  part.words.textContent = count(report.words);
  part.ignored.textContent = ignoredWords(report);
  part.note.textContent = note(report);
}

/** Back to how the page opens. @param {string} title @param {string} hint */
export function clearVerdict(title, hint) {
  part.title.textContent = title;
  part.score.textContent = "";
  part.scale.style.removeProperty("--at");
  for (const band of part.scale.querySelectorAll("[data-here]")) band.removeAttribute("data-here");
  for (const slice of /** @type {HTMLCollectionOf<HTMLElement>} */ (part.chances.children)) {
    slice.style.removeProperty("--share");
    /** @type {HTMLElement} */ (slice.lastElementChild).textContent = "";
  }
  part.chances.setAttribute("aria-label", "Chances: not known yet");
  for (const fact of [part.confidence, part.words, part.ignored]) fact.textContent = "–";
  part.note.textContent = hint;
}

/** @param {Report} report */
function showChances({ probabilities }) {
  const { negative, neutral, positive } = probabilities;
  const slices = /** @type {HTMLCollectionOf<HTMLElement>} */ (part.chances.children);
  for (const [index, share] of [negative, neutral, positive].entries()) {
    slices[index].style.setProperty("--share", String(share));
    /** @type {HTMLElement} */ (slices[index].lastElementChild).textContent = percent(share);
  }
  const said = `negative ${percent(negative)}, neutral ${percent(neutral)}, positive ${percent(positive)}`;
  part.chances.setAttribute("aria-label", `Chances: ${said}`);
}

/** How many, and of what sort: "38 (share, newsletter)". @param {Report} report */
function ignoredWords({ ignored }) {
  let words = 0;
  for (const { text } of ignored) words += text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  const reasons = [...new Set(ignored.map(({ reason }) => reason))];
  return words ? `${count(words)} (${reasons.join(", ")})` : "0";
}

/** What to be wary of. @param {Report} report */
function note({ words, mixed, highlights }) {
  if (words === 0) return "There are no words here that could be good or bad news.";
  const notes = [];
  if (words < THIN)
    notes.push(`Too little to judge well: only ${words === 1 ? "one word" : `${words} words`} to go by.`);
  if (mixed)
    notes.push("Mixed: there is real good news and real bad news here, and the score is what is left of both.");
  if (highlights.length === 0) notes.push("Nothing in it reads as good or as bad news.");
  return notes.join(" ");
}

/**
 * @file The course of sentiment through the article: one bar a sentence, good upwards and bad downwards, as wide as the
 * sentence is long. It is a slider: moving on it shows the sentence in the text, Enter leaves it out.
 */

import { rangeOf } from "./article.js";
import { byId, element } from "./dom.js";
import { labelOf, percent, points, signed } from "./format.js";
import { chosenEntity, draws, now, update } from "./state.js";
import { sharesOf, toggled } from "./whatif.js";

/** @typedef {import("../client/index.d.ts").Report} Report */
/** @typedef {import("../client/index.d.ts").Entity} Entity */

/** A bar's height for a sentence that says nothing: still to be seen and hit. */
const FLAT = 0.04;

const strip = byId("strip");
const chart = /** @type {HTMLElement} */ (strip.querySelector("[role=slider]"));
const said = byId("strip-said");
const button = /** @type {HTMLButtonElement} */ (byId("strip-off"));
const paths = ["good", "bad", "flat", "out"].map((name) => ({
  name,
  path: /** @type {SVGPathElement} */ (strip.querySelector(`path.${name}`)),
}));
const cursor = /** @type {SVGRectElement} */ (strip.querySelector("rect.cursor"));

/** The sentence chosen, by its index into the report. */
let at = 0;
/** The heights of the bars, in [-1, 1]. @type {number[]} */
let heights = [];

export function serveStrip() {
  chart.addEventListener("keydown", onKey);
  chart.addEventListener("pointerdown", (event) => {
    chart.setPointerCapture(event.pointerId);
    choose(sentenceAt(event));
  });
  chart.addEventListener("pointermove", (event) => {
    if (chart.hasPointerCapture(event.pointerId)) choose(sentenceAt(event));
  });
  button.addEventListener("click", flip);
  draws(["shown"], () => globalThis.CSS?.highlights?.delete("sentence"));
  draws(["shown", "chosen"], (state) => {
    const sentences = state.shown?.report.sentences ?? [];
    strip.hidden = sentences.length < 2;
    if (!state.shown || strip.hidden) return;
    at = Math.min(at, sentences.length - 1);
    heights = heightsOf(state.shown.report, chosenEntity(state));
    draw();
  });
  draws(["off"], draw);
}

/** The course for the whole article, or the points each sentence brings to one entity beside the most. @param {Report} report @param {Entity} [entity] */
function heightsOf(report, entity) {
  if (!entity) return report.sentences.map(({ score }) => score);
  const sums = report.sentences.map(() => 0);
  for (const { highlight, weight } of sharesOf(report, entity)) sums[report.highlights[highlight].sentence] += weight;
  const most = Math.max(...sums.map(Math.abs)) || 1;
  return sums.map((sum) => sum / most);
}

function draw() {
  const sentences = now.shown?.report.sentences;
  if (!sentences || strip.hidden) return;
  const svg = /** @type {SVGElement} */ (strip.querySelector("svg"));
  const from = sentences[0].start;
  svg.setAttribute("viewBox", `${from} -1 ${sentences[sentences.length - 1].end - from} 2`);
  /** @type {Record<string, string>} */
  const lines = { good: "", bad: "", flat: "", out: "" };
  for (const [index, { start, end }] of sentences.entries()) {
    const height = heights[index];
    const label = labelOf(height);
    const kind = label === "neutral" ? "flat" : height > 0 ? "good" : "bad";
    const tall = height < 0 ? Math.min(height, -FLAT) : Math.max(height, FLAT);
    // A gap between two bars, unless they are very many.
    const gap = sentences.length < 150 ? (end - start) * 0.06 : 0;
    lines[now.off.sentences.has(index) ? "out" : kind] += `M${start + gap} 0V${-tall}H${end - gap}V0Z`;
  }
  for (const { name, path } of paths) path.setAttribute("d", lines[name]);
  point();
}

/** Says which sentence is chosen, and marks it on the chart. */
function point() {
  if (!now.shown) return;
  const { text, report } = now.shown;
  const { start, end, score, weight, label } = report.sentences[at];
  cursor.setAttribute("x", String(start));
  cursor.setAttribute("width", String(end - start));
  const off = now.off.sentences.has(at);
  const share = `${points(score * weight)} of the score, ${percent(weight)} of the weight`;
  const place = `Sentence ${at + 1} of ${report.sentences.length}`;
  said.replaceChildren(element("b", {}, `${place}: ${signed(score)}`), ` ${label} · ${off ? "left out" : share}`);
  button.textContent = off ? "Count it again" : "Leave it out";
  chart.setAttribute("aria-valuemax", String(report.sentences.length));
  chart.setAttribute("aria-valuenow", String(at + 1));
  const words = text.slice(start, Math.min(end, start + 60));
  chart.setAttribute("aria-valuetext", `${place}, ${signed(score)} ${label}${off ? ", left out" : ""}: ${words}`);
}

/** @param {PointerEvent} event */
function sentenceAt({ clientX }) {
  const sentences = now.shown?.report.sentences ?? [];
  const { left, width } = chart.getBoundingClientRect();
  const from = sentences[0].start;
  const place = from + ((clientX - left) / width) * (sentences[sentences.length - 1].end - from);
  const next = sentences.findIndex(({ end }) => end > place);
  return next < 0 ? sentences.length - 1 : next;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const last = (now.shown?.report.sentences.length ?? 1) - 1;
  /** @type {Record<string, number>} */
  const steps = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + 10,
    PageDown: at - 10,
    Home: 0,
    End: last,
  };
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " " || event.key === "Delete") flip();
  else if (event.key in steps) choose(Math.max(0, Math.min(last, steps[event.key])));
  else return;
  event.preventDefault();
}

function flip() {
  const { phrases, sentences } = now.off;
  update({ off: { phrases, sentences: toggled(sentences, at) } });
}

/** Chooses a sentence and brings it into sight, marked. @param {number} index */
function choose(index) {
  if (!now.shown) return;
  at = index;
  point();
  const { start, end } = now.shown.report.sentences[at];
  const range = rangeOf(start, end);
  if (!range) return;
  reveal(range);
  // Where there are no custom highlights, the browser's own selection shows the place.
  if (globalThis.CSS?.highlights) CSS.highlights.set("sentence", new Highlight(range));
  else {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  }
}

/** Scrolls the text so that a range stands below the chart, which stays in sight. @param {Range} range */
function reveal(range) {
  const { top, bottom } = range.getBoundingClientRect();
  const above = strip.getBoundingClientRect().bottom;
  if (top >= above && bottom <= window.innerHeight) return;
  const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  window.scrollBy({ top: top - above - 24, behavior: smooth ? "smooth" : "auto" });
}

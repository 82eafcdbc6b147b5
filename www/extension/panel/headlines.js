/** @file A page of headlines: a score for each. */

import { byId, element } from "../../app/dom.js";
import { labelOf, signed, some } from "../../app/format.js";
import { phrasesOf } from "../../app/segments.js";
import { now } from "../../app/state.js";
import { tone } from "../../app/tone.js";
import { marksOf, reveal } from "./page.js";

/** @typedef {import("../../client/index.d.ts").Report} Report */

const section = byId("headlines");
const title = byId("headlines-title");
const body = /** @type {HTMLTableElement} */ (section.querySelector("table")).tBodies[0];

/** @type {{ start: number, end: number, text: string, report: Report }[]} */
let rows = [];
let stopped = new AbortController();

export function serveHeadlines() {
  body.addEventListener("click", ({ target }) => {
    const row = rows[Number(/** @type {Element} */ (target).closest("tr")?.dataset.row)];
    if (row) reveal(row.start, row.end);
  });
}

/** Puts the list away. */
export function clearHeadlines() {
  stopped.abort();
  rows = [];
  section.hidden = true;
}

/**
 * Reads every headline by itself and lists them.
 *
 * @param {import("../tab.js").Found} found
 * @param {(text: string, signal: AbortSignal) => Promise<Report>} analyze
 * @returns {Promise<{ score: number, label: string, named: string[] } | undefined>} The mean, and the watched names; nothing if something newer came.
 */
export async function readHeadlines({ text, items = [] }, analyze) {
  clearHeadlines();
  stopped = new AbortController();
  const { signal } = stopped;
  const read = [];
  for (const { start, end } of items) {
    const headline = text.slice(start, end);
    const report = await analyze(headline, signal).catch(() => undefined);
    if (signal.aborted) return undefined;
    if (report) read.push({ start, end, text: headline, report });
  }
  rows = read;
  const score = rows.reduce((sum, { report }) => sum + report.score, 0) / (rows.length || 1);
  title.textContent = `${some(rows.length, "headline")}, ${signed(score)} on average`;
  body.replaceChildren(...rows.map(drawn));
  section.hidden = false;
  const names = new Set(rows.flatMap(({ report }) => report.entities.map(({ name }) => name)));
  return { score, label: labelOf(score), named: now.watched.filter((name) => names.has(name)) };
}

/** What to mark in the page. */
export function headlineMarks() {
  return rows.flatMap(({ start, text, report }) => marksOf(text, phrasesOf(text, report).phrases, start));
}

/** @param {typeof rows[number]} row @param {number} index */
function drawn({ text, report }, index) {
  const { score, label, entities } = report;
  const names = entities.slice(0, 3).map(({ name }) => name);
  return element(
    "tr",
    { "data-row": index },
    element(
      "th",
      { scope: "row" },
      element("button", { type: "button", class: "bare" }, text),
      element("small", {}, names.join(", ")),
    ),
    element("td", {}, ...tone(score, label)),
  );
}

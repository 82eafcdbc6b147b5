/** @file Reports as people take them away: text, Markdown, CSV. Knows no DOM. */

import { capital, percent, signed, some } from "./format.js";

/** @typedef {import("../client/index.d.ts").Report} Report */

/** What was read, and what came of it. @typedef {{ name: string, report: Report }} Reading */

/** Phrases of each sign that are told, the strongest first. */
const MOST_PHRASES = 5;
/** Characters of a title at most. */
const LONGEST_TITLE = 90;

/** The first line that is not ignored: what an article is called. @param {string} text @param {Report} [report] */
export function titleOf(text, report) {
  const ignored = report?.ignored ?? [];
  for (const { 0: line, index } of text.matchAll(/\S[^\n]*/g)) {
    if (ignored.some(({ start, end }) => start <= index && index < end)) continue;
    const words = line.trim();
    return words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, "")} …` : words;
  }
  return "Untitled";
}

/** Some lines for a mail or a note. @param {Reading} reading */
export function asText({ name, report }) {
  const entities = byRelevance(report).map(({ name, ticker, score, label, readthrough }) => {
    const about = [ticker, readthrough && "read-through"].filter(Boolean).join(", ");
    return `  ${signed(score)}  ${name}${about ? ` (${about})` : ""}: ${label}`;
  });
  const phrases = strongest(report).map(({ weight, text }) => `  ${signed(weight)}  ${line(text)}`);
  return [
    name,
    verdict(report),
    ...section("For whom:", entities),
    ...section("Why:", phrases),
    "",
    source(report),
    "",
  ].join("\n");
}

/** @param {Reading} reading */
export function asMarkdown({ name, report }) {
  const rows = byRelevance(report).map(({ name, ticker, score, label, relevance }) => {
    return `| ${cell(name)} | ${ticker ?? ""} | ${signed(score)} | ${label} | ${percent(relevance)} |`;
  });
  const table = rows.length
    ? ["", "| name | ticker | score | label | relevance |", "| --- | --- | ---: | --- | ---: |", ...rows]
    : [];
  const phrases = strongest(report).map(({ weight, text }) => `- ${signed(weight)} ${escaped(line(text))}`);
  return [
    `## ${escaped(name)}`,
    "",
    `**${verdict(report)}**`,
    ...table,
    ...(phrases.length ? ["", ...phrases] : []),
    "",
    `*${source(report)}*`,
    "",
  ].join("\n");
}

const COLUMNS = [
  "article",
  "name",
  "ticker",
  "exchange",
  "kind",
  "score",
  "label",
  "confidence",
  "relevance",
  "mentions",
  "words",
];

/** A row for each article and one for each of its entities, as RFC 4180 has it. @param {readonly Reading[]} readings */
export function asCsv(readings) {
  const rows = readings.flatMap(({ name: article, report }) => {
    const { score, label, confidence, words } = report;
    const whole = [article, "", "", "", "article", score, label, confidence, "", "", words];
    const entities = byRelevance(report).map((entity) => {
      const { name, ticker, exchange, kind, score, label, relevance, mentions } = entity;
      return [article, name, ticker, exchange, kind, score, label, "", relevance, mentions.length, ""];
    });
    return [whole, ...entities];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/**
 * Text that a spreadsheet would take for a formula is marked as text, also where it would begin a cell for those that part columns at
 * semicolons or tabs and do not heed the quotes then.
 *
 * @param {string | number | undefined} value
 */
function field(value) {
  if (typeof value === "number") return String(value);
  const text = (value ?? "").replace(/(?<=^|[;\t\r\n])(?="*[=+\-@\t\r])/g, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {Report} report */
function verdict({ label, score, confidence, mixed, words, ignored }) {
  const notes = [`confidence ${percent(confidence)}`, ...(mixed ? ["mixed"] : []), `${some(words, "word")} read`];
  if (ignored.length) notes.push(`${some(ignored.length, "passage")} ignored`);
  return `${capital(label)}, ${signed(score)} (${notes.join(", ")})`;
}

/** @param {Report} report */
const source = ({ model }) => `Read by tickertone (${model}): a reading of the words, not advice.`;

/** @param {Report} report */
const byRelevance = ({ entities }) => entities.toSorted((a, b) => b.relevance - a.relevance);

/** @param {Report} report */
function strongest({ highlights }) {
  const sorted = highlights.toSorted((a, b) => b.weight - a.weight);
  const good = sorted.filter(({ weight }) => weight > 0).slice(0, MOST_PHRASES);
  const bad = sorted.filter(({ weight }) => weight < 0).slice(-MOST_PHRASES);
  return [...good, ...bad.reverse()];
}

/** @param {string} heading @param {string[]} lines */
const section = (heading, lines) => (lines.length ? ["", heading, ...lines] : []);

/** @param {string} text */
const line = (text) => text.replace(/\s+/g, " ");

/** @param {string} text */
const escaped = (text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");

/** @param {string} text */
const cell = (text) => escaped(line(text));

/** A name for a file, made of a title. @param {string} title @param {string} ending */
export function fileName(title, ending) {
  const plain = title.normalize("NFKD").replace(/[^\w\s-]/g, "");
  const words = plain
    .trim()
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);
  return `${["tickertone", ...words.slice(0, 8)].join("-")}.${ending}`;
}

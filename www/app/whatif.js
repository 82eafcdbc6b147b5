/**
 * @file What if a phrase or a sentence counted for nothing? The score is a sum, so the answer is a subtraction, exact but
 * for the rounding of the record. And what if something that is ignored counted? That takes a new reading, for which the
 * pieces are named here. Knows no DOM.
 */

import { some } from "./format.js";

/** @typedef {import("../client/index.d.ts").Report} Report */
/** @typedef {import("../client/index.d.ts").Entity} Entity */
/** @typedef {import("../client/index.d.ts").Ignored} Ignored */
/** @typedef {import("./state.js").Off} Off */

/** Pieces of a text that would be ignored but are to count. @typedef {{ text: string, pieces: readonly Ignored[] }} Kept */

/**
 * The phrases that carry a score, with their weights for it.
 *
 * @param {Report} report
 * @param {Entity} [entity] Whose score; the whole article's if left out.
 */
export function sharesOf(report, entity) {
  const shares = entity?.highlights ?? report.highlights.map(({ weight }, highlight) => ({ highlight, weight }));
  return shares.filter(({ weight }) => weight !== 0);
}

/**
 * The score that is left. A sentence takes its whole share of the article's score with it; of an entity's score, for which
 * the record has no shares by sentence, its marked phrases.
 *
 * @param {Report} report
 * @param {Off} off
 * @param {Entity} [entity] Whose score; the whole article's if left out.
 */
export function scoreWithout(report, off, entity) {
  let left = (entity ?? report).score;
  if (!entity) {
    for (const sentence of off.sentences) left -= report.sentences[sentence].weight * report.sentences[sentence].score;
  }
  for (const { highlight, weight } of sharesOf(report, entity)) {
    const within = off.sentences.has(report.highlights[highlight].sentence);
    if (within ? entity : off.phrases.has(highlight)) left -= weight;
  }
  return Math.round(Math.max(-1, Math.min(1, left)) * 1e4) / 1e4;
}

/** Whether a phrase counts: neither it nor its sentence is switched off. @param {Report} report @param {Off} off @param {number} highlight */
export function counts(report, off, highlight) {
  return !off.phrases.has(highlight) && !off.sentences.has(report.highlights[highlight].sentence);
}

/** The set with this member put in, or taken out if it was there. @param {ReadonlySet<number>} set @param {number} member */
export function toggled(set, member) {
  const changed = new Set(set);
  if (!changed.delete(member)) changed.add(member);
  return changed;
}

/** "2 phrases and one sentence"; empty if nothing is off. @param {Off} off */
export function describeOff({ phrases, sentences }) {
  const parts = [
    [phrases.size, "phrase"],
    [sentences.size, "sentence"],
  ];
  return parts.flatMap(([n, what]) => (n ? [some(Number(n), String(what))] : [])).join(" and ");
}

/** What is kept with these pieces too, or without them. @param {Kept} kept @param {readonly Ignored[]} pieces @param {boolean} on @returns {Kept} */
export function keeping({ text, pieces: before }, pieces, on) {
  const starts = new Set(pieces.map(({ start }) => start));
  const others = before.filter(({ start }) => !starts.has(start));
  return { text, pieces: on ? [...others, ...pieces].sort((a, b) => a.start - b.start) : others };
}

/** What is kept, where it stands after a change of the text; what the change itself has touched is not. @param {Kept} kept @param {string} text @returns {Kept} */
export function followed({ text: before, pieces }, text) {
  if (pieces.length === 0 || text === before) return { text, pieces };
  const shorter = Math.min(before.length, text.length);
  let same = 0;
  while (same < shorter && text[same] === before[same]) same++;
  let rest = 0;
  while (rest < shorter - same && text.at(-1 - rest) === before.at(-1 - rest)) rest++;
  const shift = text.length - before.length;
  const moved = pieces.flatMap((piece) => {
    if (piece.end <= same) return [piece];
    const { start, end } = piece;
    return start >= before.length - rest ? [{ ...piece, start: start + shift, end: end + shift }] : [];
  });
  return { text, pieces: moved };
}

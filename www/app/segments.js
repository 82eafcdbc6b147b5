/**
 * @file What is to be marked where: cuts a text into blocks, and each block into runs that are marked alike. Knows no
 * DOM. Put together again, the runs are the text, unit for unit.
 */

/** @typedef {import("../client/index.d.ts").Report} Report */
/** @typedef {import("../client/index.d.ts").Entity} Entity */
/** @typedef {import("../client/index.d.ts").Ignored} Ignored */

/**
 * A phrase that is marked: index into `Report.highlights`, its weight for the whole article or for one entity, and how
 * strong that is beside the strongest (1 to 4).
 *
 * @typedef {{ highlight: number, start: number, end: number, weight: number, strength: number }} Phrase
 */

/** What is ignored, or would be but is kept. @typedef {Ignored & { kept?: boolean }} Passage */

/** @typedef {{ start: number, end: number, phrase?: Phrase, passage?: Passage, mention: boolean }} Run */
/** @typedef {{ start: number, end: number, runs: Run[] }} Block */

/** The most phrases that are marked, the strongest first: more in one text help nobody and slow the page. */
export const MOST_PHRASES = 2000;

/** Paragraphs share a block up to this length; a browser handles a thousand blocks well, ten thousand badly. */
const SHORTEST_BLOCK = 2000;

/** A block is cut here although the paragraph goes on; no browser lays out megabytes of one paragraph quickly. */
const LONGEST_BLOCK = 20_000;

/**
 * The phrases to mark, in the order of the text, and how many more there are.
 *
 * @param {string} text
 * @param {Report} report
 * @param {Entity} [entity] Whose phrases, with its own weights; the whole article's if left out.
 * @returns {{ phrases: Phrase[], left: number }}
 */
export function phrasesOf(text, report, entity) {
  const shares = entity ? entity.highlights : report.highlights.map(({ weight }, highlight) => ({ highlight, weight }));
  const usable = shares.filter(({ highlight, weight }) => {
    const { field, start, end, text: phrase } = report.highlights[highlight];
    // A mark in the wrong place would be worse than none.
    return weight !== 0 && !field && text.slice(start, end) === phrase;
  });
  const kept = usable.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_PHRASES);
  const strongest = Math.abs(kept[0]?.weight ?? 1);
  const phrases = kept.map(({ highlight, weight }) => {
    const { start, end } = report.highlights[highlight];
    // The square root keeps what carries a tenth of the strongest phrase visible.
    return { highlight, start, end, weight, strength: Math.ceil(4 * Math.sqrt(Math.abs(weight) / strongest)) };
  });
  return { phrases: phrases.toSorted((a, b) => a.start - b.start), left: usable.length - kept.length };
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {readonly Phrase[]} phrases In the order of the text.
 * @param {Entity} [entity] Whose mentions are marked.
 * @param {readonly Ignored[]} [kept] What would be ignored but is kept.
 * @returns {Block[]}
 */
export function blocksOf(text, report, phrases, entity, kept = []) {
  const here = (/** @type {{ field?: string }} */ { field }) => !field;
  const phrase = new Walk(phrases);
  const passages = [...report.ignored.filter(here), ...kept.map((piece) => ({ ...piece, kept: true }))];
  const passage = new Walk(passages.sort((a, b) => a.start - b.start));
  const mention = new Walk(entity?.mentions.filter(here) ?? []);
  return boundaries(text, phrases).map(({ start, end }) => {
    const runs = [];
    for (let at = start; at < end; ) {
      const stop = Math.min(end, phrase.next(at), passage.next(at), mention.next(at));
      runs.push({
        start: at,
        end: stop,
        phrase: phrase.covering(at),
        passage: passage.covering(at),
        mention: mention.covering(at) !== undefined,
      });
      at = stop;
    }
    return { start, end, runs };
  });
}

/**
 * Ascending spans without overlap, asked for ascending places.
 *
 * @template {{ start: number, end: number }} T
 */
class Walk {
  #spans;
  #index = 0;

  /** @param {readonly T[]} spans */
  constructor(spans) {
    this.#spans = spans;
  }

  /** The span over this place. @param {number} at @returns {T | undefined} */
  covering(at) {
    while (this.#index < this.#spans.length && this.#spans[this.#index].end <= at) this.#index++;
    const span = this.#spans[this.#index];
    return span && span.start <= at ? span : undefined;
  }

  /** The next place after this one where a span begins or ends. @param {number} at */
  next(at) {
    const over = this.covering(at);
    return over ? over.end : (this.#spans[this.#index]?.start ?? Number.POSITIVE_INFINITY);
  }
}

/**
 * Where blocks begin and end: after blank lines, or where a paragraph is too long, but never within a phrase.
 *
 * @param {string} text
 * @param {readonly Phrase[]} phrases
 */
function boundaries(text, phrases) {
  /** @type {{ start: number, end: number }[]} */
  const blocks = [];
  const phrase = new Walk(phrases);
  let start = 0;
  const cut = (/** @type {number} */ at) => {
    if (at <= start) return;
    const over = phrase.covering(at);
    if (over && over.start < at) return;
    blocks.push({ start, end: at });
    start = at;
  };
  const paragraph = (/** @type {number} */ end) => {
    for (let at = start + LONGEST_BLOCK; at < end; at += LONGEST_BLOCK) cut(wordEnd(text, at));
    if (end - start >= SHORTEST_BLOCK || end === text.length) cut(end);
  };
  for (const { index, 0: gap } of text.matchAll(/\n[^\S\n]*\n(?:[^\S\n]*\n)*/g)) paragraph(index + gap.length);
  paragraph(text.length);
  return blocks;
}

/** A place from here on that splits no word, or none of an ordinary length, and no character. */
function wordEnd(/** @type {string} */ text, /** @type {number} */ from) {
  let at = from;
  while (at < from + 100 && /\S/.test(text.charAt(at))) at++;
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

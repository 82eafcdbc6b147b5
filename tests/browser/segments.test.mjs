// Cutting a text for the page: put together again the runs are the text, and each says what lies over it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf, MOST_PHRASES, phrasesOf } from "../../www/app/segments.js";

/** A report with highlights, ignored text and one entity at the places given. */
function report(text, { highlights = [], ignored = [], mentions = [] }) {
  const piece = ([start, end]) => ({ start, end, text: text.slice(start, end) });
  const weighed = highlights.map(([start, end, weight]) => ({ ...piece([start, end]), weight, sentence: 0, tags: [] }));
  const shares = weighed.map(({ weight }, highlight) => ({ highlight, weight: -weight }));
  return {
    highlights: weighed,
    ignored: ignored.map((span) => ({ ...piece(span), reason: "share" })),
    entities: [{ name: "A", mentions: mentions.map(piece), highlights: shares.slice(0, 1) }],
  };
}

function cut(text, record, entity) {
  const { phrases, left } = phrasesOf(text, record, entity);
  const blocks = blocksOf(text, record, phrases, entity);
  assert.equal(blocks.map(({ start, end }) => text.slice(start, end)).join(""), text);
  for (const { start, end, runs } of blocks) {
    assert.equal(runs.map((run) => text.slice(run.start, run.end)).join(""), text.slice(start, end));
  }
  return { phrases, left, blocks, runs: blocks.flatMap(({ runs }) => runs) };
}

test("runs say which phrase and which ignored piece they belong to", () => {
  const text = "Good news for A. Share this.";
  const { runs } = cut(text, report(text, { highlights: [[0, 9, 0.4]], ignored: [[17, 28]] }));
  assert.deepEqual(
    runs.map((run) => [text.slice(run.start, run.end), run.phrase?.weight, run.passage?.reason]),
    [
      ["Good news", 0.4, undefined],
      [" for A. ", undefined, undefined],
      ["Share this.", undefined, "share"],
    ],
  );
});

test("an entity has its own weights, and a mention may lie within a phrase", () => {
  const text = "A fell hard, B rose.";
  const record = report(text, {
    highlights: [
      [0, 11, -0.4],
      [13, 19, 0.2],
    ],
    mentions: [[0, 1]],
  });
  const { phrases, runs } = cut(text, record, record.entities[0]);
  assert.deepEqual(
    phrases.map(({ highlight, weight, strength }) => ({ highlight, weight, strength })),
    [{ highlight: 0, weight: 0.4, strength: 4 }],
  );
  assert.deepEqual(
    runs.slice(0, 2).map(({ start, end, mention, phrase }) => [start, end, mention, phrase === phrases[0]]),
    [
      [0, 1, true, true],
      [1, 11, false, true],
    ],
  );
});

test("a phrase whose text is not under its span is not marked, nor one without weight, nor one in the title", () => {
  const text = "up down flat";
  const record = report(text, {
    highlights: [
      [0, 2, 0.1],
      [3, 7, 0],
      [8, 12, 0.1],
    ],
  });
  record.highlights[0].text = "UP";
  record.highlights[2].field = "title";
  assert.deepEqual(cut(text, record).phrases, []);
});

test("of very many phrases the strongest are marked, in the order of the text", () => {
  const text = "x".repeat(3 * (MOST_PHRASES + 10));
  const highlights = Array.from({ length: MOST_PHRASES + 10 }, (_, i) => [3 * i, 3 * i + 2, (i + 1) / 1e6]);
  const { phrases, left } = cut(text, report(text, { highlights }));
  assert.equal(left, 10);
  assert.deepEqual([phrases[0].highlight, phrases.at(-1).highlight], [10, MOST_PHRASES + 9]);
});

test("blocks end after blank lines, and never within a phrase or a character", () => {
  const paragraph = `${"word ".repeat(500)}\n\n`;
  const text = paragraph.repeat(3);
  assert.equal(cut(text, report(text, {})).blocks.length, 3);
  const across = report(text, { highlights: [[paragraph.length - 10, paragraph.length + 4, 0.1]] });
  assert.equal(cut(text, across).blocks.length, 2);
  for (const endless of ["📈".repeat(100_000), "a ".repeat(100_000), `x${"📈".repeat(50_000)}\n\n${"y".repeat(99)}`]) {
    const { blocks } = cut(endless, report(endless, {}));
    assert.ok(blocks.length > 1);
    for (const { start, end } of blocks) assert.ok(endless.slice(start, end).isWellFormed());
  }
});

test("any spans over any text", () => {
  let seed = 7;
  const random = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 200; round++) {
    const text = Array.from({ length: random(9000) }, () => "ab \n\n"[random(5)]).join("");
    const spans = () => {
      const ends = Array.from({ length: 2 * random(20) }, () => random(text.length + 1)).sort((a, b) => a - b);
      return ends.flatMap((end, i) => (i % 2 && end > ends[i - 1] ? [[ends[i - 1], end, (random(9) - 4) / 10]] : []));
    };
    const record = report(text, { highlights: spans(), ignored: spans(), mentions: spans() });
    for (const entity of [undefined, record.entities[0]]) {
      const { runs, phrases } = cut(text, record, entity);
      for (const phrase of phrases) {
        const own = runs.filter((run) => run.phrase === phrase);
        assert.equal(
          own.map(({ start, end }) => text.slice(start, end)).join(""),
          text.slice(phrase.start, phrase.end),
        );
      }
    }
  }
});

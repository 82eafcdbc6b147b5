// What is left of a score when something counts for nothing, and what is taken away of a report: arithmetic and text.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BANDS, labelOf } from "../../www/app/format.js";
import { asCsv, asMarkdown, asText, fileName, titleOf } from "../../www/app/record.js";
import { NOTHING_OFF } from "../../www/app/state.js";
import { counts, describeOff, followed, keeping, scoreWithout, sharesOf, toggled } from "../../www/app/whatif.js";

const read = (name) => readFileSync(new URL(`../cases/${name}`, import.meta.url), "utf8");
const NAMES = ["earnings", "researcher", "pasted"];
const texts = NAMES.map((name) => read(`${name}/article.txt`));
const reports = NAMES.map((name) => JSON.parse(read(`${name}/report.json`)));

/** As much as rounding every number of the record to four decimals can add up to. */
const near = (report) => 5e-5 * (report.highlights.length + report.sentences.length + 2);

test("without a phrase the score is less by its weight, for the article and for each entity", () => {
  for (const report of reports) {
    for (const entity of [undefined, ...report.entities]) {
      const { score } = entity ?? report;
      assert.equal(scoreWithout(report, NOTHING_OFF, entity), score);
      for (const { highlight, weight } of sharesOf(report, entity)) {
        const off = { phrases: new Set([highlight]), sentences: new Set() };
        assert.ok(Math.abs(scoreWithout(report, off, entity) - (score - weight)) < 1e-4);
        assert.equal(counts(report, off, highlight), false);
      }
      const phrases = new Set(report.highlights.keys());
      const rest = scoreWithout(report, { phrases, sentences: new Set() }, entity);
      assert.ok(Math.abs(rest - (entity ?? report).rest) < near(report), `${rest}`);
    }
  }
});

test("without any sentence nothing is left, and a phrase of a sentence left out counts once", () => {
  for (const report of reports) {
    const sentences = new Set(report.sentences.keys());
    assert.ok(Math.abs(scoreWithout(report, { phrases: new Set(), sentences })) < near(report));
    const phrases = new Set(report.highlights.keys());
    assert.ok(Math.abs(scoreWithout(report, { phrases, sentences })) < near(report));
    for (const entity of report.entities) {
      const left = scoreWithout(report, { phrases: new Set(), sentences }, entity);
      assert.ok(Math.abs(left - entity.rest) < near(report));
    }
  }
});

test("switching is its own reverse, and is told in words", () => {
  assert.deepEqual(toggled(toggled(new Set([1]), 2), 2), new Set([1]));
  assert.equal(describeOff(NOTHING_OFF), "");
  assert.equal(describeOff({ phrases: new Set([1, 2]), sentences: new Set([0]) }), "2 phrases and one sentence");
});

test("what is kept moves with the text, unless the change touched it", () => {
  const text = "menu. News of Acme. share. More news. credit.";
  const piece = (words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });
  const [menu, share, credit] = ["menu.", "share.", "credit."].map(piece);
  let kept = keeping({ text, pieces: [] }, [credit, share], true);
  kept = keeping(kept, [menu], true);
  assert.deepEqual(kept.pieces, [menu, share, credit]);
  assert.deepEqual(keeping(kept, [share], false).pieces, [menu, credit]);
  const stands = (after) => {
    const { text, pieces } = followed(kept, after);
    assert.equal(text, after);
    for (const piece of pieces) assert.equal(after.slice(piece.start, piece.end), piece.text);
    return pieces.map((piece) => piece.text);
  };
  assert.deepEqual(stands(text), ["menu.", "share.", "credit."]);
  assert.deepEqual(stands(text.replace("Acme", "Bolt and Acme")), ["menu.", "share.", "credit."]);
  assert.deepEqual(stands(text.replace("share", "like")), ["menu.", "credit."]);
  assert.deepEqual(stands(`More. ${text}`), ["menu.", "share.", "credit."]);
  assert.deepEqual(stands(text.slice(0, 12)), ["menu."]);
  assert.deepEqual(stands(""), []);
});

test("a score's label is the engine's", () => {
  for (const report of reports) {
    for (const { score, label } of [report, ...report.entities, ...report.sentences])
      assert.equal(labelOf(score), label);
  }
  for (const [end, name] of BANDS) {
    assert.equal(labelOf(end - 1e-4), name);
    if (end < 0) assert.equal(labelOf(end), name);
    else if (end < 1) assert.notEqual(labelOf(end), name);
  }
});

test("an article is called by its first line that counts", () => {
  for (const [index, text] of texts.entries()) {
    const title = titleOf(text, reports[index]).replace(/ …$/, "");
    assert.ok(text.includes(title) && title.length > 20, title);
  }
  assert.match(titleOf(texts[2], reports[2]), /^Chipmaker/);
  assert.equal(titleOf(" \n"), "Untitled");
});

test("text and Markdown tell verdict, entities and phrases; markup of the article is text", () => {
  const [report] = reports;
  for (const form of [asText, asMarkdown]) {
    const told = form({ name: "A *bold* <b>title</b>", report });
    for (const { name } of report.entities) assert.ok(told.includes(name), name);
    assert.match(told, /confidence \d+ %/);
  }
  assert.ok(
    asMarkdown({ name: "A *bold* <b>title</b> | x", report }).startsWith(
      "## A \\*bold\\* \\<b\\>title\\</b\\> \\| x\n",
    ),
  );
});

test("CSV: a row for the article and one for each entity; quotes, and no formulas", () => {
  const [report] = reports;
  const rows = asCsv([{ name: '=cmd("x"),\ny', report }]).split("\r\n");
  assert.equal(rows.length, report.entities.length + 3);
  assert.ok(rows[1].startsWith('"\'=cmd(""x""),\ny",,,,article,'));
  assert.ok(rows[1].endsWith(`,${report.words}`));
});

test("file names are plain", () => {
  assert.equal(fileName("Nike’s Q2: “up” & away / Zürich?", "csv"), "tickertone-nikes-q2-up-away-zurich.csv");
  assert.equal(fileName("王", "json"), "tickertone.json");
});

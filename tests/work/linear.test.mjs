// Texts that nobody would write take work in proportion to their length: instructions at four times the length, over those at once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { instructions, missing } from "./count.mjs";

const SHORT = 8_000;
/** Work for a text of four times the length, at most: a little more than four, for tables that grow. */
const MOST = 4.6;

const fill = (unit) => (size) => unit.repeat(Math.ceil(size / unit.length));
/** Different each time: what repeats is cheap, or ignored. */
const count = (unit) => (size) => {
  let text = "";
  for (let n = 0; text.length < size; n++) text += unit(n);
  return text;
};
const letters = (n) => n.toString(26).replace(/./g, (c) => String.fromCharCode(97 + Number.parseInt(c, 26)));

const TEXTS = {
  "one word": fill("a"),
  "one capital": fill("A "),
  "combining marks": fill("\u0301"),
  brackets: fill("("),
  "brackets in words": fill("a ("),
  digits: fill("9"),
  figures: count((n) => `${n}% vs. `),
  "nested quotes": fill("“‘\"'"),
  points: fill("."),
  initials: fill("A.B. "),
  "right-to-left overrides": fill("\u202eprofit fell\u202c "),
  "zero-width": fill("a\u200b"),
  NUL: fill("\0"),
  "what stood for lone surrogates": fill("\ufffd"),
  "line feeds": fill("\n"),
  "list items": count((n) => `• item ${n}\n`),
  "one known name": fill("Tesla "),
  "many known names": fill(
    "Nvidia, Siemens, Toyota, Pfizer, Walmart, HSBC, Infosys, Boeing, Nestle and Netflix fell. ",
  ),
  "many unknown names": count((n) => `Corvane ${letters(n)} Inc (NYSE: ${letters(n).toUpperCase()}) rose. `),
  definitions: count((n) => `${letters(n)}co Holdings plc (“X${letters(n)}”) fell. `),
  "one long sentence": count((n) => `profit ${letters(n)} rose, `),
};

for (const [name, make] of Object.entries(TEXTS)) {
  test(`${name}: linear`, { skip: missing }, () => {
    const [none, short, long] = [0, SHORT, 4 * SHORT].map(
      (size) => instructions({ text: size ? make(size) : "" }).count,
    );
    const ratio = (long - none) / (short - none);
    console.log(
      `${name}: ${Math.round((short - none) / SHORT)} instructions a character, ${ratio.toFixed(2)} times at four times the length`,
    );
    assert.ok(ratio <= MOST, `${ratio.toFixed(2)} times the work for four times the text`);
  });
}

test("as many targets as are allowed: linear", { skip: missing }, () => {
  const targets = Array.from({ length: 200 }, (_, n) => "(".repeat(n + 1));
  const [none, short, long] = [0, SHORT, 4 * SHORT].map(
    (size) => instructions({ text: "(".repeat(size), targets }).count,
  );
  assert.ok((long - none) / (short - none) <= MOST);
});

// Counted work and memory against tests/budget.json; seconds are measured by `make bench` and never tested.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { article, characters } from "../../benches/texts.mjs";
import { Engine, initSync } from "../../pkg/tickertone.js";
import { instructions, missing } from "./count.mjs";

const budget = JSON.parse(readFileSync(new URL("../budget.json", import.meta.url), "utf8")).work;
/** How far a count may be from the committed figure, either way: below it, the figure is to be lowered. */
const MARGIN = 0.05;

function near(what, found, committed) {
  console.log(`${what}: ${Math.round(found)}, committed ${committed}`);
  const said = `${what}: ${Math.round(found)}, but tests/budget.json says ${committed}`;
  assert.ok(found <= committed * (1 + MARGIN), said);
  assert.ok(found >= committed * (1 - MARGIN), `${said}: lower it`);
}

test("instructions a word are those committed", { skip: missing }, () => {
  // The difference of two lengths leaves out the start.
  const [short, long] = [200, 1200].map((count) => instructions({ text: article(count) }));
  const found = (long.count - short.count) / (long.answer.words - short.answer.words);
  near("instructions a word", found, budget.instructions_a_word);
});

test("the module's memory after 1 MB of text is what was committed", () => {
  const { memory } = initSync({ module: readFileSync(new URL("../../pkg/tickertone_bg.wasm", import.meta.url)) });
  const report = new Engine().analyze(characters(1_000_000), {});
  assert.ok(report.words > 100_000);
  near("bytes of memory after 1 MB", memory.buffer.byteLength, budget.memory_after_1mb);
});

// The same text gives the same report everywhere, to the last digit of the record: 1,000 texts in the command line, in Node, in Chromium and in Firefox.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { paragraphs } from "../../benches/texts.mjs";
import { start } from "../browser/harness.mjs";

const TICKERTONE = fileURLToPath(new URL("../../target/release/tickertone", import.meta.url));
const COUNT = 1000;

/** Reads all texts; runs in either host, so that everything it needs comes in by argument. */
async function reports({ client, texts }) {
  const { createAnalyzer } = await import(client);
  const analyzer = await createAnalyzer({ worker: false });
  const all = [];
  for (const text of texts) all.push(await analyzer.analyze(text));
  analyzer.close();
  return all;
}

test(`${COUNT} texts are read alike by the command line, Node, Chromium and Firefox`, async () => {
  const source = paragraphs(2);
  // Something outside ASCII in each, so that the offsets of the hosts' strings differ.
  const texts = Array.from({ length: COUNT }, (_, n) => `${n} 📈 ${source.next().value}`);
  const input = texts.map((text) => `${JSON.stringify({ text })}\n`).join("");
  const { stdout, status } = spawnSync(TICKERTONE, ["batch", "--offsets", "utf-16"], { input, maxBuffer: 1 << 28 });
  assert.equal(status, 0);
  const native = stdout
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(native.length, COUNT);
  assert.ok(new Set(native.map(({ score }) => score)).size > COUNT / 2, "the texts differ");

  const inNode = await reports({ client: new URL("../../pkg/index.js", import.meta.url).href, texts });
  for (const [n, text] of texts.entries()) assert.deepEqual(inNode[n], native[n], `Node: ${text}`);
  for (const browser of ["chromium", "firefox"]) {
    const site = await start({}, browser);
    try {
      const { page } = await site.open("/client/index.js");
      const there = await page.evaluate(reports, { client: "/client/index.js", texts });
      for (const [n, text] of texts.entries()) assert.deepEqual(there[n], native[n], `${browser}: ${text}`);
    } finally {
      await site.close();
    }
  }
});

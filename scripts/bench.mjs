// How long the built engine takes: `node scripts/bench.mjs`, after `make site`. One thread, in Chromium and in Node, on the
// articles of tests/cases put together: from the module's bytes to the first report, and warm.

import { readFileSync } from "node:fs";
import { start } from "../tests/browser/harness.mjs";

const root = new URL("..", import.meta.url);
const text = ["earnings", "pasted", "researcher"]
  .map((name) => readFileSync(new URL(`tests/cases/${name}/article.txt`, root), "utf8"))
  .join("\n\n");

/** Runs in either host: everything it needs comes in by argument. */
async function measure({ glue, wasm, text }) {
  const { instantiate } = await import(glue);
  const bytes = typeof wasm === "string" ? await (await fetch(wasm)).arrayBuffer() : wasm;
  const began = performance.now();
  const Engine = await instantiate(await WebAssembly.compile(bytes));
  const engine = new Engine();
  const { words } = engine.analyze(text, {});
  const first = performance.now() - began;
  // A browser compiles hot code again while it runs: the first calls are not the warm ones.
  for (let i = 0; i < 100; i++) engine.analyze(text, {});
  const times = [];
  for (let i = 0; i < 100; i++) {
    const at = performance.now();
    engine.analyze(text, {});
    times.push(performance.now() - at);
  }
  times.sort((a, b) => a - b);
  return { words, first, median: times[50], p95: times[95] };
}

const show = (host, { words, first, median, p95 }) =>
  console.log(
    `${host}: ${words} words, first report after ${first.toFixed(0)} ms, then ${median.toFixed(1)} ms (95th percentile ${p95.toFixed(1)})`,
  );

const wasm = readFileSync(new URL("pkg/tickertone_bg.wasm", root));
show("Node", await measure({ glue: new URL("pkg/bindings.js", root).href, wasm, text }));

const site = await start();
try {
  const { page } = await site.open("/");
  const served = {
    glue: `${site.origin}/client/bindings.js`,
    wasm: `${site.origin}/client/tickertone_bg.wasm`,
    text,
  };
  show("Chromium", await page.evaluate(measure, served));
} finally {
  await site.close();
}

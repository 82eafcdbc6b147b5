// The client in Node, on the package as it is published: no worker, the module read from disk.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createAnalyzer } from "../../pkg/index.js";
import { Queue } from "../../pkg/queue.js";

const MODULE = new URL("../../pkg/tickertone_bg.wasm", import.meta.url);
const TEXT = "“Kiwi Robotics” profit rose 12% 📈. Shares of Tesla (NASDAQ: TSLA) fell on weak demand, analysts said.";

test("a report's spans fit the string, broken surrogates and all", async () => {
  const analyzer = await createAnalyzer();
  const broken = `\uD83D ${TEXT} \uDC00`;
  for (const text of [TEXT, broken]) {
    const report = await analyzer.analyze(text, { title: "Profit soars 📈 at Kiwi", targets: ["Kiwi Robotics"] });
    assert.ok(report.highlights.length > 0);
    for (const { start, end, field, text: phrase } of report.highlights) {
      assert.equal((field === "title" ? "Profit soars 📈 at Kiwi" : text).slice(start, end), phrase);
    }
  }
  analyzer.close();
});

test("the module may be a URL, a path, a response, bytes or compiled", async () => {
  const bytes = readFileSync(MODULE);
  const response = () => new Response(bytes, { headers: { "content-type": "application/wasm" } });
  for (const wasm of [
    MODULE,
    MODULE.href,
    bytes,
    response(),
    Promise.resolve(response()),
    await WebAssembly.compile(bytes),
  ]) {
    const analyzer = await createAnalyzer({ wasm });
    assert.match(analyzer.version.engine, /^\d+\.\d+\.\d+$/);
    analyzer.close();
  }
});

test("errors say what is wrong, with a code", async () => {
  const analyzer = await createAnalyzer();
  await assert.rejects(analyzer.analyze("a".repeat(5 << 20)), { code: "TooLong" });
  await assert.rejects(analyzer.analyze(42), { code: "Options" });
  await assert.rejects(analyzer.analyze(TEXT, { tilte: "x" }), { code: "Options", message: /"tilte"/ });
  await assert.rejects(analyzer.analyze(TEXT, { targets: "Tesla" }), { code: "Options" });
  await assert.rejects(analyzer.analyze(TEXT, { keep: [{ start: 0.5, end: 2 }] }), { code: "Options" });
  await assert.rejects(createAnalyzer({ model: new Uint8Array([1, 2, 3]) }), { code: "Model" });
  analyzer.close();
  await assert.rejects(analyzer.analyze(TEXT), { code: "Closed" });
});

test("aborting rejects at once", async () => {
  const analyzer = await createAnalyzer();
  await assert.rejects(analyzer.analyze(TEXT, { signal: AbortSignal.abort() }), { name: "AbortError" });
  const controller = new AbortController();
  const result = analyzer.analyze(TEXT, { signal: controller.signal });
  controller.abort();
  await assert.rejects(result, { name: "AbortError" });
  assert.equal((await analyzer.analyze(TEXT)).schema, 1);
});

test("an engine still busy long after the abort is thrown away", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const stopped = [];
  let fail;
  const host = (name) => ({
    analyze: (text) =>
      new Promise((resolve, reject) => {
        if (text === "endless") fail = reject;
        else resolve(`${text} by ${name}`);
      }),
    stop: () => {
      stopped.push(name);
      fail?.(Object.assign(new Error("stopped"), { code: "Crashed" }));
    },
  });
  const queue = new Queue(async () => host("second"), host("first"));
  const controller = new AbortController();
  const endless = queue.analyze("endless", { signal: controller.signal });
  const next = queue.analyze("short");
  await new Promise(setImmediate);
  controller.abort();
  await assert.rejects(endless, { name: "AbortError" });
  assert.deepEqual(stopped, []);
  t.mock.timers.tick(60_000);
  assert.equal(await next, "short by second");
  assert.ok(stopped.includes("first"));
});

test("a host that has nothing to do ends, and the next request starts another", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const stopped = [];
  const host = (name) => ({ analyze: async (text) => `${text} by ${name}`, stop: () => stopped.push(name) });
  const names = ["second", "third"];
  const queue = new Queue(async () => host(names.shift()), host("first"), 1000);
  t.mock.timers.tick(999);
  assert.equal(await queue.analyze("one"), "one by first");
  t.mock.timers.tick(999);
  assert.deepEqual(stopped, []);
  t.mock.timers.tick(1);
  assert.deepEqual(stopped, ["first"]);
  assert.equal(await queue.analyze("two"), "two by second");
  t.mock.timers.tick(1000);
  assert.deepEqual(stopped, ["first", "second"]);
  queue.close();
});

test("a crash of one analyzer does not touch another", async (t) => {
  const [one, other] = [await createAnalyzer(), await createAnalyzer()];
  const before = await other.analyze(TEXT);
  const trap = t.mock.method(TextEncoder.prototype, "encodeInto", () => {
    throw new WebAssembly.RuntimeError("unreachable");
  });
  await assert.rejects(one.analyze(TEXT), { code: "Crashed" });
  trap.mock.restore();
  assert.deepEqual(await other.analyze(TEXT), before);
  assert.deepEqual(await one.analyze(TEXT), before);
});

test("other names of a target are read as the target", async () => {
  const analyzer = await createAnalyzer();
  const report = await analyzer.analyze(TEXT, { aliases: { "My cars": ["Tesla", "TSLA"] } });
  const mine = report.entities.filter(({ name }) => name === "My cars");
  assert.equal(mine.length, 1);
  assert.ok(mine[0].mentions.some(({ start, end }) => TEXT.slice(start, end).startsWith("Tesla")));
  assert.ok(!report.entities.some(({ name }) => name === "Tesla"));
  for (const aliases of [{ Tesla: "TSLA" }, { Tesla: [1] }, "Tesla"]) {
    await assert.rejects(analyzer.analyze(TEXT, { aliases }), { code: "Options" });
  }
});

test("a module that cannot be had is an error with a code", async () => {
  const missing = () => new Response("", { status: 404 });
  for (const wasm of [missing(), new Uint8Array([1, 2]), new URL("file:///no/such.wasm"), "not a URL"]) {
    await assert.rejects(createAnalyzer({ wasm }), { code: "Load", name: "Error" });
  }
});

test("after a crash the engine starts afresh", async (t) => {
  const analyzer = await createAnalyzer();
  const trap = t.mock.method(TextEncoder.prototype, "encodeInto", () => {
    throw new WebAssembly.RuntimeError("unreachable");
  });
  await assert.rejects(analyzer.analyze(TEXT), { code: "Crashed" });
  trap.mock.restore();
  assert.equal((await analyzer.analyze(TEXT)).schema, 1);
});

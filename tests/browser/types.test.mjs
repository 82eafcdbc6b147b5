// The client's declarations, as TypeScript reads them: the record is the engine's, field by field and word by word.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../target/types/", import.meta.url));
const tsc = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));

/** Whether TypeScript finds nothing wrong with a source. */
function check(name, source) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.mts`, source);
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "esnext", "--lib", "esnext,dom"];
  const { status, stdout } = spawnSync(tsc, [...flags, `${folder}${name}.mts`], { encoding: "utf8" });
  return { right: status === 0, stdout };
}

// tests/record.d.ts is made from the types of src/report.rs; `cargo test` keeps it so. The client counts in UTF-16.
const same = (change) => `
import type * as client from "../../pkg/index.js";
import type * as engine from "../../tests/record.js";
type Flat<T> = T extends object ? { [K in keyof T]: Flat<T[K]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type Engine = Omit<engine.Report, "offsets"> & { offsets: "utf-16" };
type Client = ${change};
export const same: Same<Flat<Client>, Flat<Engine>> = true;
`;

test("the record's types are the engine's", () => {
  const { right, stdout } = check("same", same("client.Report"));
  assert.ok(right, stdout);
  for (const change of [
    'Omit<client.Report, "rest">',
    "client.Report & { more?: number }",
    'Omit<client.Report, "label"> & { label: string }',
    'Omit<client.Report, "entities"> & { entities: (client.Entity & { ticker: string })[] }',
    'Omit<client.Report, "highlights"> & { highlights: (Omit<client.Highlight, "tags"> & { tags: "negated"[] })[] }',
  ]) {
    assert.ok(!check("other", same(change)).right, `${change} was taken for the record`);
  }
});

test("every entry can be used as it is declared", () => {
  const { right, stdout } = check(
    "use",
    `import { createAnalyzer, type AnalyzerError, type Report } from "../../pkg/index.js";
import { createAnalyzer as inline } from "../../pkg/inline.js";
import { TickTone } from "../../pkg/element.js";
import "../../pkg/worker.js";
TickTone.setup = { worker: false };
const { signal } = new AbortController();
const options = { title: "", targets: ["Acme"], aliases: { Acme: ["ACM"] }, signal };
for (const create of [createAnalyzer, inline]) {
  const report: Report = await (await create({ wasm: new Uint8Array() })).analyze("", options);
  report.score satisfies number;
}
document.createElement("tick-tone").report satisfies Report | undefined;
export const known = (error: AnalyzerError) => error.code === "TooLong" || error.code === "Load";
`,
  );
  assert.ok(right, stdout);
});

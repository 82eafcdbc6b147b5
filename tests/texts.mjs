// Fifty texts of our own that every host must read alike, and what the command line says of them.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** The first texts of a file of labelled ones: the last column. */
function authored(name, count) {
  const lines = read(`training/authored/${name}.tsv`).split("\n", count);
  return lines.map((line) => line.split("\t").at(-1));
}

export const texts = [
  ...["earnings", "pasted", "researcher"].map((name) => read(`tests/cases/${name}/article.txt`)),
  ...authored("paragraphs", 17),
  ...authored("opposed", 10),
  ...authored("microblog", 10),
  ...authored("longform", 10),
];

/** The records of the native engine, with spans as JavaScript counts. `cargo build --all-features` makes the program. */
export function nativeReports() {
  const program = fileURLToPath(new URL(`${process.env.CARGO_TARGET_DIR ?? "target"}/debug/tickertone`, root));
  const input = texts.map((text) => `${JSON.stringify({ text })}\n`).join("");
  const output = execFileSync(program, ["batch", "--offsets", "utf-16"], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

// What a visitor downloads, raw and brotli, against the budgets of tests/budget.json.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const WEIGHTS = ["src/model/data/model.bin", "src/entity/data/classifier.bin"];
const BUILDS = `${process.env.CARGO_TARGET_DIR ?? "target"}/wasm32-unknown-unknown/release/build`;

function size(path) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

const total = (sizes) => ({
  raw: sizes.reduce((sum, { raw }) => sum + raw, 0),
  brotli: sizes.reduce((sum, { brotli }) => sum + brotli, 0),
});

/** Whether a file is asked for only when a file is dropped that needs it: a web page, a mail, a PDF. */
const later = (name) => /^vendor\/(html|mail|pdf)\//.test(name);

/** The newest folder into which build.rs wrote the tables of names. */
function names() {
  const builds = existsSync(BUILDS) ? readdirSync(BUILDS) : [];
  const outputs = builds
    .map((name) => `${BUILDS}/${name}/out`)
    .filter((path) => /\/tickertone-/.test(path) && existsSync(path));
  const age = (path) => statSync(path).mtimeMs;
  const newest = outputs.sort((a, b) => age(b) - age(a))[0];
  return newest ? readdirSync(newest).map((name) => `${newest}/${name}`) : [];
}

/** Prints the table of a site; whether every part is within its budget. */
export function weigh(site) {
  const budget = JSON.parse(readFileSync("tests/budget.json", "utf8")).download;
  // The page never asks for the licences.
  const files = readdirSync(site, { recursive: true })
    .filter((name) => statSync(`${site}/${name}`).isFile() && !name.endsWith("LICENSE"))
    .map((name) => ({ name, ...size(`${site}/${name}`) }));
  const wasm = total(files.filter(({ name }) => name.endsWith(".wasm")));
  const parts = {
    weights: total(WEIGHTS.filter(existsSync).map(size)),
    names: total(names().map(size)),
    page: total(files.filter(({ name }) => !name.endsWith(".wasm") && !later(name))),
    readers: total(files.filter(({ name }) => later(name) && !name.startsWith("vendor/pdf"))),
    all: total(files.filter(({ name }) => !later(name))),
    pdf: total(files.filter(({ name }) => name.startsWith("vendor/pdf"))),
  };
  // The weights and the names lie in the module; what they leave of it is code.
  parts.code = {
    raw: wasm.raw - parts.weights.raw - parts.names.raw,
    brotli: wasm.brotli - parts.weights.brotli - parts.names.brotli,
  };

  const row = (name, raw, brotli, limit = "", mark = "") =>
    console.log(
      `${name.padEnd(36)}${String(raw).padStart(11)}${String(brotli).padStart(11)}${String(limit).padStart(11)}  ${mark}`,
    );
  row("download, bytes", "raw", "brotli", "budget");
  for (const { name, raw, brotli } of files.sort((a, b) => b.brotli - a.brotli)) row(name, raw, brotli);
  let within = true;
  for (const [name, limit] of Object.entries(budget)) {
    const { raw, brotli } = parts[name];
    const fits = brotli <= limit;
    within &&= fits;
    row(`= ${name}`, raw, brotli, limit, fits ? "" : "OVER BUDGET");
  }
  return within;
}

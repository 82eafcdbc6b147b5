// Measures tickertone and its peers in Node, Chromium and Firefox on the same texts, in one run, and leaves the figures in
// target/bench/hosts.json for document.mjs:  node benches/browser/run.mjs   (after `make site`; QUICK=1: only see that it runs)

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import sirv from "sirv";
import { texts } from "../texts.mjs";
import { hosts } from "./hosts.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OUT = "target/bench";
const RUNTIME = "benches/node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm";

const quick = process.env.QUICK === "1";
/** How long each text is read, how often at least, and from how many starts the median of the cold ones is taken. */
const SCALE = quick ? { patience: 100, least: 1, starts: 1 } : { patience: 4000, least: 3, starts: 5 };

/** What each engine loads besides its code, and on which texts it is measured. A BERT would need an hour for a megabyte. */
const ENGINES = {
  tickertone: { binaries: ["pkg/tickertone_bg.wasm"] },
  vader: { binaries: [] },
  afinn: { binaries: [] },
  wink: { binaries: [] },
  bert: { binaries: [RUNTIME, `${OUT}/bert.onnx`], only: quick ? ["100"] : ["100", "800", "5000"] },
};

/** Serves the repository with the headers that make a page cross-origin isolated. */
async function serve() {
  const setHeaders = (response) => {
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  };
  const server = createServer(sirv(ROOT, { dev: true, setHeaders }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close().closeAllConnections() };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
/** Bytes to download: brotli, but for weights of others, which their hosts serve as they are. */
const size = (path) => {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quick ? 2 : 11 };
  return path.endsWith(".onnx") ? bytes.length : brotliCompressSync(bytes, { params }).length;
};

process.chdir(ROOT);
mkdirSync(OUT, { recursive: true });
await build({
  entryPoints: Object.keys(ENGINES).map((name) => `benches/browser/engines/${name}.mjs`),
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "esm",
  logLevel: "error",
});

const all = texts();
for (const [name, text] of Object.entries(all)) writeFileSync(`${OUT}/${name}.txt`, text);
const results = {
  quick,
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0].model,
  words: Object.fromEntries(Object.entries(all).map(([name, text]) => [name, text.split(/\s+/).length])),
  download: {},
  hosts: {},
};
for (const [name, { binaries }] of Object.entries(ENGINES)) {
  results.download[name] = [`${OUT}/${name}.js`, ...binaries].map(size).reduce((sum, size) => sum + size);
}

const server = await serve();
const url = (path) => `${server.origin}/${path}`;
try {
  for (const [host, open] of Object.entries(hosts)) {
    const { version, measure, close } = await open(server.origin);
    results.hosts[host] = { version, engines: {} };
    for (const [name, { binaries, only }] of Object.entries(ENGINES)) {
      const own = Object.fromEntries(
        Object.keys(all)
          .filter((text) => !only || only.includes(text))
          .map((text) => [text, url(`${OUT}/${text}.txt`)]),
      );
      const task = {
        source: url(`${OUT}/${name}.js`),
        binaries: binaries.map(url),
        texts: own,
        cold: "800" in own ? "800" : "100",
        patience: SCALE.patience,
        least: SCALE.least,
      };
      const figures = await measure(task);
      const firsts = [figures.first];
      while (firsts.length < SCALE.starts) firsts.push((await measure({ ...task, patience: 0 })).first);
      results.hosts[host].engines[name] = { ...figures, first: median(firsts) };
      console.error(`${host}, ${name}: first report after ${figures.first.toFixed(0)} ms`);
    }
    await close();
  }
} finally {
  server.close();
}
writeFileSync(`${OUT}/hosts.json`, `${JSON.stringify(results, null, 2)}\n`);

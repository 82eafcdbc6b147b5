// Writes docs/BENCHMARKS.md from what the benchmarks left in target/: `make bench` calls it last.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { quick, date, processor, words, download, hosts } = JSON.parse(readFileSync("target/bench/hosts.json", "utf8"));

const NAMES = {
  tickertone: "tickertone",
  bert: "BERT-base, int8",
  vader: "vader-sentiment",
  wink: "wink-sentiment",
  afinn: "sentiment (AFINN)",
};
const TEXTS = { 100: "100 words", 800: "800 words", 5000: "5,000 words", "1mb": "1 MB" };
const STAGES = {
  text: "clean, split, tokenise",
  entities: "find names",
  network: "network",
  report: "all, with the report",
};

const ms = (value) =>
  `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} ms`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;
const times = (ratio) => `${ratio < 10 ? ratio.toPrecision(2) : Math.round(ratio).toLocaleString("en")}×`;
const table = (head, rows) =>
  [head, head.map((_, i) => (i ? "---:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** The median of a native stage in milliseconds, as criterion left it; `undefined` if it did not run. */
function stage(...names) {
  const path = `target/criterion/${names.join("/")}/new/estimates.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).median.point_estimate / 1e6 : undefined;
}
const or = (value, form) => (value === undefined ? "–" : form(value));

function native() {
  const rows = Object.entries(STAGES).map(([name, said]) => [
    said,
    ...Object.keys(TEXTS).map((text) => or(stage(name, text), ms)),
  ]);
  return `${table(["native, one thread", ...Object.values(TEXTS)], rows)}\n\nStarting the engine takes ${or(stage("start"), ms)}.`;
}

/** A host's medians: tickertone's with the 95th percentile, the others' as multiples of it. */
function host([name, { version, engines }]) {
  const own = engines.tickertone;
  const rows = Object.entries(NAMES).map(([key, said]) => {
    const { first, warm, peak } = engines[key];
    const cells = Object.keys(TEXTS).map((text) => {
      if (!warm[text]) return "–";
      const { median, p95 } = warm[text];
      return key === "tickertone"
        ? `${ms(median)} (${ms(p95)})`
        : `${times(median / own.warm[text].median)} ${ms(median)}`;
    });
    return [said, ms(first), ...cells, ...(peak ? [mb(peak)] : [])];
  });
  const head = [version, "first report", ...Object.values(TEXTS), ...(own.peak ? ["peak memory"] : [])];
  return `### ${name}\n\n${table(head, rows)}`;
}

function ratios() {
  const rows = Object.entries(TEXTS).map(([text, said]) => [
    said,
    ...Object.values(hosts).map(({ engines }) =>
      or(stage("report", text), (native) => times(engines.tickertone.warm[text].median / native)),
    ),
  ]);
  return table(["time over native", ...Object.keys(hosts)], rows);
}

const sizes = () =>
  table(
    ["", "download"],
    Object.entries(NAMES).map(([key, said]) => [said, mb(download[key])]),
  );

const memory = Object.entries(hosts).map(([name, { engines }]) => `${name} ${mb(engines.tickertone.memory)}`);

const document = `# Benchmarks

\`make bench\` measures all of this in one run and writes this file${quick ? " (this is a quick run, which only shows that it works: its figures mean nothing)" : ""}.
Run on ${date}, ${processor}, one thread everywhere. Times on a busy machine move by a factor of two from run to run; ratios within one run are
what to compare.

The texts come from a seeded generator of distinct paragraphs (\`benches/texts.mjs\`): ${Object.entries(TEXTS)
  .map(
    ([text, said]) =>
      `${said === "1 MB" ? `1 MB is ${words[text].toLocaleString("en")} words` : `"${said}" has ${words[text].toLocaleString("en")}`}`,
  )
  .join(", ")}.

![Time against length](speed.svg)

![Accuracy against download](reach.svg)

## The native engine by stage

\`cargo bench --bench engine\` (criterion, medians).

${native()}

Where the time goes on 1 MB (\`make flame\`, by perf; widths are shares of the samples):

![Flame graph](flame.svg)

## Beside its peers

Medians of repeated calls once the code is warm; for tickertone the 95th percentile in brackets, for the others the multiple of tickertone's time
first. "First report": from all bytes in memory to the report on the first text of 800 words (100 where that is not measured), code compiled on the way.

${Object.entries(hosts).map(host).join("\n\n")}

The module's own memory after 1 MB of text: ${memory.join(", ")}.

${ratios()}

What they do is not the same: the lexicons give one number for the whole text, and tickertone a report with companies, phrases and sentences. The
BERT is a classifier of BERT-base's size with int8 weights under onnxruntime-web (its WebAssembly backend). **Its weights are random** (\`benches/bert.py\`):
they are as fast as trained ones, and say nothing of accuracy. It reads 512 tokens at a time, 1.35 to a word; the megabyte would take it too long.

${sizes()}

All under brotli, but for the weights of BERT-base, which hosts of models serve as they are (published int8 files of FinBERT have about 110 MB).
`;
// What page and extension take is measured by scripts of their own, and stands in the same file from here on.
const rest = readFileSync("docs/BENCHMARKS.md", "utf8").replace(/^[\s\S]*?(?=## The page\n)/, "");
writeFileSync("docs/BENCHMARKS.md", `${document}\n${rest}`);

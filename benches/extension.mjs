// How the extension holds out: `node benches/extension.mjs`, after `make extension`. Fifty pages in a row and what memory the
// panel's process then has of its own; and how long a text takes when the engine's worker has ended. In Chromium on Linux;
// fails where tests/budget.json allows less.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { press, servePages, shows, startBrowser, until } from "../tests/browser/extension-harness.mjs";
import { articles, fixtures } from "../tests/browser/pages/pages.mjs";

const { panelMegabytes, comeback } = JSON.parse(
  readFileSync(new URL("../tests/budget.json", import.meta.url), "utf8"),
).extension;
const PAGES = 50;
const TIMES = 15;
/** The worker ends after so long without work: IDLE in www/extension/panel/main.js, and a little more. */
const IDLE = 22_000;

const pages = await servePages();
const browser = await startBrowser("chromium");
try {
  const kinds = fixtures.filter(({ kind, name }) => kind === "article" && name !== "long");
  const { page } = await browser.open(`${pages.origin}/${kinds[0].name}`);
  const panel = await press(browser, page, "article");
  const before = megabytes();
  for (let i = 1; i < PAGES; i++) {
    await page.goto(`${pages.origin}/${kinds[i % kinds.length].name}`);
    await until(() => panel.evaluate(() => document.body.dataset.kind === "none"));
    await browser.press(page);
    await shows(panel, "article");
  }
  await until(() => panel.workers().length === 0 || new Promise((resolve) => setTimeout(resolve, IDLE, false)));
  const session = await panel.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const after = megabytes();
  console.log(
    `Panel after ${PAGES} pages and without a worker: ${after.toFixed(1)} MB of its own, ${(usedSize / 1e6).toFixed(1)} of them objects; after the first page ${before.toFixed(1)} MB`,
  );

  const times = await panel.evaluate(returns, articles.outlook.paragraphs.join("\n\n"), TIMES);
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1];
  console.log(
    `Worker ended: the next report after ${median.toFixed(0)} ms, the slowest of ${TIMES} ${times.at(-1).toFixed(0)}`,
  );
  if (after > panelMegabytes || median > comeback) process.exitCode = 1;
} finally {
  await browser.close();
  pages.close();
}

/** What the extension's process shares with no other: Chromium's own measure of a process. */
function megabytes() {
  const all = execFileSync("ps", ["-eo", "pid,ppid,args"], { encoding: "utf8" }).split("\n");
  const rows = all.map((row) => row.trim().match(/^(\d+)\s+(\d+)\s+(.*)/)).filter(Boolean);
  const parents = new Map(rows.map(([, pid, parent]) => [pid, parent]));
  const own = ([, pid]) => {
    for (let at = pid; at; at = parents.get(at)) if (at === String(browser.browser.process().pid)) return true;
    return false;
  };
  const sizes = rows
    .filter((row) => row[3].includes("--extension-process") && own(row))
    .map(([, pid]) => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
  const kilobytes = sizes.flatMap((text) => [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].map(([, n]) => Number(n)));
  return kilobytes.reduce((sum, n) => sum + n, 0) / 1000;
}

/** Runs in the panel: how long each analysis takes that finds its worker ended. */
async function returns(text, times) {
  const { createAnalyzer } = await import("../../client/index.js");
  const idle = 50;
  const analyzer = await createAnalyzer({ idle });
  const took = [];
  for (let i = 0; i < times; i++) {
    await new Promise((resolve) => setTimeout(resolve, idle * 4));
    const began = performance.now();
    await analyzer.analyze(text);
    took.push(performance.now() - began);
  }
  analyzer.close();
  return took;
}

// The hosts: Node, Chromium and Firefox, each of which measures in a process or page of its own.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import puppeteer from "puppeteer-core";
import { program } from "../../tests/browser/programs.mjs";

const HERE = fileURLToPath(import.meta.url);
const MEASURE = new URL("measure.mjs", import.meta.url);

/** Measures in a fresh Node, whose peak memory comes with the figures. */
async function inNode(task) {
  const { stdout } = await promisify(execFile)(process.execPath, [HERE, JSON.stringify(task)], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

/** A browser; each task gets a page, which is cross-origin isolated and so has precise clocks. */
function inBrowser(browser, name) {
  return async (origin) => {
    const args = browser === "chrome" ? ["--no-sandbox"] : [];
    const running = await puppeteer.launch({
      browser,
      executablePath: program(name),
      headless: true,
      args,
      protocolTimeout: 0,
    });
    return {
      version: await running.version(),
      async measure(task) {
        const page = await running.newPage();
        try {
          await page.goto(`${origin}/benches/browser/blank.html`);
          return await page.evaluate(
            async (task) => (await import("/benches/browser/measure.mjs")).measure(task),
            task,
          );
        } finally {
          await page.close();
        }
      },
      close: () => running.close(),
    };
  };
}

/** Each opens to `{version, measure(task), close()}`. */
export const hosts = {
  Node: async () => ({ version: `Node ${process.version}`, measure: inNode, close() {} }),
  Chromium: inBrowser("chrome", "chromium"),
  Firefox: inBrowser("firefox", "firefox"),
};

if (process.argv[1] === HERE) {
  const { measure } = await import(MEASURE);
  const figures = await measure(JSON.parse(process.argv[2]));
  console.log(JSON.stringify({ ...figures, peak: process.resourceUsage().maxRSS * 1024 }));
}

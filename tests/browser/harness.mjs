// What every browser test needs: the assembled site served on a free port, and a Chromium that reports what it did.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

// Without these Chromium itself asks for updates, and a test for silence would hear it.
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** How long anything may take, in milliseconds. */
const SLOWEST = 120_000;

/** The first browser on the PATH; `CHROMIUM` overrides. */
export function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const paths = names.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)));
  const found = paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error("no Chromium on the PATH; set CHROMIUM to its path");
  return found;
}

/** Serves the site and launches Chromium. Call `close()` after the tests. */
export async function start(options = {}) {
  const server = await serve();
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({
    executablePath: executable(),
    chromiumSandbox: false,
    args: QUIET,
    ...options,
  });
  return {
    origin,
    browser,
    open: (path = "/", context = {}) => open(browser, new URL(path, origin).href, context),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Opens a page in a context of its own. `requests` are the URLs asked for so far, by the page and its workers; `errors`
 * what it logged as errors or threw; both go on filling. `context` goes to Playwright's `newContext`.
 */
async function open(browser, url, context) {
  // The service worker would answer for the network; the tests of it let it.
  const surroundings = await browser.newContext({ serviceWorkers: "block", ...context });
  // A machine that is busy with other things is slow, not wrong.
  surroundings.setDefaultTimeout(SLOWEST);
  const requests = [];
  const errors = [];
  surroundings.on("request", (request) => requests.push(request.url()));
  surroundings.on("weberror", (error) => errors.push(String(error.error())));
  surroundings.on("console", (message) => {
    // A browser asks for an icon by itself where the document names none.
    if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico")) errors.push(message.text());
  });
  const page = await surroundings.newPage();
  await page.goto(url);
  return { page, context: surroundings, requests, errors };
}

/** The requests that left `origin`: there must be none. */
export function strays(requests, origin) {
  return requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== origin);
}

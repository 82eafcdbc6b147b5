// What every browser test needs: the assembled site served on a free port, and a browser that reports what it did: the
// Chromium of this machine, or with BROWSER=firefox its Firefox.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, firefox } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { program } from "./programs.mjs";

/** The browser that the tests run in, by what Playwright calls it. */
export const BROWSER = process.env.BROWSER ?? "chromium";

/** What Playwright starts each with. @type {Record<string, { type: import("playwright-core").BrowserType, options: object }>} */
const BROWSERS = {
  chromium: {
    type: chromium,
    options: {
      chromiumSandbox: false,
      // Without these Chromium itself asks for updates, and a test for silence would hear it.
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
      ],
    },
  },
  // A Firefox as Mozilla makes it, by WebDriver BiDi. Playwright from 1.65 on asks more of it than the long-term release knows.
  firefox: { type: firefox, options: { channel: "moz-firefox" } },
};

/** Where the browser puts what it saves. */
const downloads = mkdtempSync(join(tmpdir(), "tickertone-"));
process.on("exit", () => rmSync(downloads, { recursive: true, force: true }));

/** How long anything may take, in milliseconds. */
const SLOWEST = 120_000;

/** Serves the site and launches a browser, with `settings` for Playwright's `launch`. Call `close()` after the tests. */
export async function start(settings = {}, name = BROWSER) {
  const { type, options } = BROWSERS[name];
  const server = await serve();
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await type.launch({
    executablePath: program(name),
    downloadsPath: downloads,
    ...options,
    ...settings,
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

/** The text of the file that pressing something has the browser save. */
export async function saved(page, press) {
  if (BROWSER === "chromium") {
    const [download] = await Promise.all([page.waitForEvent("download"), press()]);
    return readFileSync(await download.path(), "utf8");
  }
  // Playwright passes over what Firefox says of a file that the page itself has made; the file comes all the same.
  const before = readdirSync(downloads);
  await press();
  for (const began = Date.now(); Date.now() - began < SLOWEST; await page.waitForTimeout(100)) {
    const names = readdirSync(downloads).filter((name) => !before.includes(name) && !name.endsWith(".part"));
    const text = names.map((name) => readFileSync(join(downloads, name), "utf8")).join("");
    if (text) return text;
  }
  throw new Error("nothing was saved");
}

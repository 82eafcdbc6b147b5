// What the tests of the extension need: the fixtures served, and a browser in which the extension is installed and its
// button can be pressed, as a reader presses it.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { fixtures } from "./pages/pages.mjs";

const folder = (browser) => fileURLToPath(new URL(`../../dist/extension/${browser}`, import.meta.url));
const onPath = (names) => execFileSync("sh", ["-c", names.map((name) => `command -v ${name}`).join(" || ")], { encoding: "utf8" }).trim();

/** Serves every fixture at /its-name, and its files at /files/its-name/file. */
export async function servePages() {
  const asked = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    const [first, name, file] = new URL(url, "http://localhost").pathname.slice(1).split("/");
    const fixture = fixtures.find((fixture) => fixture.name === (first === "files" ? name : first));
    const body = first === "files" ? fixture?.files?.[file] : fixture?.html;
    if (body === undefined) return response.writeHead(404).end();
    const type = { "Content-Type": "text/html; charset=utf-8" };
    response.writeHead(200, first === "files" ? type : { ...type, ...fixture.headers }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Chromium with the extension. `press` presses its button on a page and gives the panel that opens beside it. */
export async function startChromium() {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? onPath(["chromium", "chromium-browser", "google-chrome"]),
    pipe: true,
    enableExtensions: true,
    args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
  });
  const id = await browser.installExtension(folder("chromium"));
  const extension = (await browser.extensions()).get(id);
  return {
    browser,
    id,
    async press(page) {
      await page.bringToFront();
      await extension.triggerAction(page);
      const target = await browser.waitForTarget((target) => target.url().endsWith("/extension/panel/index.html"));
      return target.asPage();
    },
    /** Calls a function in the background script, which may have ended before. */
    async background(call, ...args) {
      const worker = (await extension.workers())[0] ?? (await browser.waitForTarget((target) => target.type() === "service_worker").then((target) => target.worker()));
      return worker.evaluate(call, ...args);
    },
    close: () => browser.close(),
  };
}

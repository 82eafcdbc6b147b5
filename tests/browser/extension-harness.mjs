// What the tests of the extension need: the fixtures served, and browsers in which the extension is installed and its button
// is pressed as a reader presses it, with no more permission than that gives.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { fixtures } from "./pages/pages.mjs";
import { program } from "./programs.mjs";

/** How long anything may take, in milliseconds: a machine that is busy with other things is slow, not wrong. */
const SLOWEST = 30_000;
const PANEL = "/extension/panel/index.html";

const built = (browser) => fileURLToPath(new URL(`../../dist/extension/${browser}`, import.meta.url));

/** Serves every fixture at /its-name, and its files at /files/its-name/file. `asked` are the addresses asked for. */
export async function servePages() {
  const asked = [];
  const server = createServer(({ url }, response) => {
    const [first, name, file] = new URL(url, "http://localhost").pathname.slice(1).split("/");
    // A browser asks for an icon by itself.
    if (first === "favicon.ico") return response.writeHead(204).end();
    asked.push(url);
    const fixture = fixtures.find((fixture) => fixture.name === (first === "files" ? name : first));
    const body = first === "files" ? fixture?.files?.[file] : fixture?.html;
    const headers = first === "files" ? {} : fixture?.headers;
    if (body === undefined) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(body);
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

/**
 * A browser with the extension. `open` opens a page and collects what goes wrong on it; `panel` gives the panel for the page,
 * ready to be asked; `press` presses the button.
 */
export const startBrowser = (name) => (name === "firefox" ? startFirefox() : startChromium());

async function open(browser, url) {
  const page = await browser.newPage();
  page.setDefaultTimeout(SLOWEST);
  const errors = [];
  // A browser asks for an icon by itself, whatever the page's policy is.
  const note = (text) => /favicon\.ico/.test(text) || errors.push(text);
  page.on("console", (message) => message.type() === "error" && note(message.text()));
  page.on("pageerror", (error) => note(String(error)));
  await page.goto(url);
  await page.bringToFront();
  return { page, errors };
}

async function startChromium() {
  const browser = await puppeteer.launch({
    executablePath: program("chromium"),
    pipe: true,
    enableExtensions: true,
    protocolTimeout: SLOWEST,
    args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
  });
  const id = await browser.installExtension(built("chromium"));
  const extension = (await browser.extensions()).get(id);
  const isPanel = (target) => target.url().endsWith(PANEL);
  const isWorker = (target) => target.type() === "service_worker" && target.url().includes(id);
  // Just installed, the extension hears no press before its background script has begun.
  await browser.waitForTarget(isWorker);
  return {
    name: "chromium",
    browser,
    open: (url) => open(browser, url),
    async panel(page) {
      await page.bringToFront();
      if (!browser.targets().some(isPanel)) await extension.triggerAction(page);
      const panel = await (await browser.waitForTarget(isPanel)).asPage();
      panel.setDefaultTimeout(SLOWEST);
      return panel;
    },
    press: (page) => extension.triggerAction(page),
    /** Calls a function in the background script. */
    async background(call, ...args) {
      const worker = await (await browser.waitForTarget(isWorker)).worker();
      return worker.evaluate(call, ...args);
    },
    shut: (page) => page.close(),
    close: () => browser.close(),
  };
}

/** In Firefox a sidebar is out of a driver's reach: the panel stands in a tab of its own and is told which tab it serves. */
async function startFirefox() {
  const id = "tickertone@tickertone.invalid";
  const host = "7d1f8e52-0a7c-4c53-9d0b-2f6f3a1c9e41";
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program("firefox"),
    protocolTimeout: SLOWEST,
    // Lets the tests press the button, which is no part of any page.
    args: ["-remote-allow-system-access"],
    extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [id]: host }) },
  });
  await browser.installExtension(built("firefox"));
  const { session } = (await browser.newPage()).mainFrame().browsingContext.userContext.browser;
  /** Evaluates an expression in the browser's own window. */
  const chrome = async (expression) => {
    const { result } = await session.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const target = { context: result.contexts[0].context };
    const answer = await session.send("script.evaluate", { expression, target, awaitPromise: true });
    assert.equal(answer.result.type, "success", JSON.stringify(answer.result));
    return answer.result.result.value;
  };
  const parent = 'ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs").ExtensionParent';
  const button = `${parent}.apiManager.global.browserActionFor(${parent}.GlobalManager.getExtension("${id}"))`;
  // The sidebar would answer as well as the panel in the tab.
  await chrome("globalThis.realShow = SidebarController.show; SidebarController.show = async () => {}; 0");
  return {
    name: "firefox",
    browser,
    chrome,
    open: (url) => open(browser, url),
    async panel(page) {
      await page.bringToFront();
      const tab = await chrome(`${parent}.apiManager.global.tabTracker.getId(gBrowser.selectedTab)`);
      const panel = await browser.newPage();
      panel.setDefaultTimeout(SLOWEST);
      // The driver does not hear when such an address has been loaded.
      panel.goto(`moz-extension://${host}${PANEL}?tab=${tab}`).catch(() => {});
      await until(() => panel.evaluate(() => document.body?.dataset.kind === "none").catch(() => false));
      await page.bringToFront();
      return panel;
    },
    press: () => chrome(`${button}.triggerAction(window); 0`),
    /** What the sidebar shows once the button is pressed and nothing keeps it from opening. */
    async sidebar() {
      await chrome("SidebarController.show = globalThis.realShow; 0");
      await chrome(`${button}.triggerAction(window); 0`);
      await until(() => chrome("SidebarController.isOpen"));
      return chrome("SidebarController.currentID");
    },
    async shut(page, panel) {
      await panel.close();
      await page.close();
    },
    close: () => browser.close(),
  };
}

/** Waits until it is so. */
export async function until(holds) {
  for (const end = Date.now() + SLOWEST; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 50))) {
    assert.ok(Date.now() < end, `waited too long for ${holds}`);
  }
}

/** Presses the button on a page; resolves with the panel when it shows what it should take the page for. */
export async function press(browser, page, kind) {
  const panel = await browser.panel(page);
  await until(() => panel.evaluate(() => document.body.dataset.kind !== undefined));
  await browser.press(page);
  await shows(panel, kind);
  return panel;
}

/** Waits until the panel shows a result of this kind. */
export async function shows(panel, kind) {
  const ready = (kind) => {
    if (document.body.dataset.kind !== kind) return false;
    if (kind === "headlines") return !document.getElementById("headlines").hidden;
    const marked = document.querySelector(".marked");
    return kind === "nothing" || (marked.textContent !== "" && !marked.hasAttribute("aria-busy"));
  };
  try {
    await until(() => panel.evaluate(ready, kind));
  } catch (error) {
    const state = () => [
      document.body.dataset.kind,
      ...["about", "status", "verdict-title"].map((id) => document.getElementById(id).textContent),
    ];
    throw new Error(`the panel shows ${await panel.evaluate(state)}, not ${kind}`, { cause: error });
  }
}

/** The text that the panel shows, and its phrases by look, as `seen` gives them. */
export async function reading(panel) {
  return panel.evaluate(async () => {
    const phrases = {};
    const add = (look, text) => {
      phrases[look] = (phrases[look] ?? "") + text.replace(/\s/g, "");
    };
    if (document.body.dataset.kind === "headlines") {
      const texts = [...document.querySelectorAll("#headlines tbody button")].map(({ textContent }) => textContent);
      const { createAnalyzer } = await import("../../client/index.js");
      const { phrasesOf } = await import("../../app/segments.js");
      const analyzer = await createAnalyzer();
      for (const text of texts) {
        for (const { start, end, weight, strength } of phrasesOf(text, await analyzer.analyze(text)).phrases) {
          add(`${weight > 0 ? "good" : "bad"}-${strength}`, text.slice(start, end));
        }
      }
      analyzer.close();
      return { text: texts.join("\n\n"), phrases };
    }
    for (const mark of document.querySelectorAll(".marked .phrase:not([data-off])")) {
      add(`${mark.classList.contains("good") ? "good" : "bad"}-${mark.dataset.strength}`, mark.textContent);
    }
    return { text: document.querySelector(".marked").textContent, phrases };
  });
}

/** What is marked on the page now, by look. */
export async function marksOn(page) {
  const marked = () => {
    const looks = {};
    for (const [name, highlight] of CSS.highlights) {
      const look = name.match(/^tickertone-(?:light|dark)-(.*)/)?.[1];
      const text = [...highlight].map((range) => range.toString().replace(/\s/g, "")).join("");
      if (look) looks[look] = (looks[look] ?? "") + text;
    }
    return looks;
  };
  return Object.assign({}, ...(await Promise.all(page.frames().map((frame) => frame.evaluate(marked)))));
}

/** The same, after a while in which what is expected may come. */
export async function seen(page, expected) {
  const wanted = JSON.stringify(sorted(expected));
  let looks = await marksOn(page);
  for (const end = Date.now() + 10_000; JSON.stringify(sorted(looks)) !== wanted && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    looks = await marksOn(page);
  }
  return looks;
}

const sorted = (looks) => Object.entries(looks).sort();

/** The page to the last character, shadow roots and frames too, and where each paragraph stands. */
export async function snapshot(page) {
  const take = () => {
    const write = (node) => {
      if (node.nodeType !== Node.ELEMENT_NODE) return `[${node.nodeType} ${JSON.stringify(node.nodeValue)}]`;
      const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join("");
      const shadow = node.shadowRoot ? `{${[...node.shadowRoot.childNodes].map(write).join("")}}` : "";
      return `<${node.localName}${attributes}>${shadow}${[...node.childNodes].map(write).join("")}</>`;
    };
    const places = [...document.querySelectorAll("p, h1, h2, h3")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].join();
    });
    return [write(document.documentElement), places.join(" "), document.styleSheets.length].join("\n");
  };
  return (await Promise.all(page.frames().map((frame) => frame.evaluate(take)))).join("\n");
}

export const clear = (panel) => panel.evaluate(() => document.getElementById("clear").click());

/** Whether the tint of the strongest marks is to be seen on a page with this ground. @param {number} ground Grey, from 0 to 255. */
export async function tinted(browser, page, ground) {
  const colours = ground > 127 ? ["11 92 173", "168 67 0"] : ["128 184 247", "243 162 98"];
  const blends = colours.map((colour) => colour.split(" ").map((part) => part * 0.3 + ground * 0.7));
  const picture = await page.screenshot({ encoding: "base64", fullPage: true });
  // A page of its own, for this one's policy may forbid pictures.
  const blank = await browser.browser.newPage();
  const count = async (picture, blends) => {
    const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let found = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (blends.some((blend) => blend.every((part, index) => Math.abs(data[at + index] - part) < 3))) found++;
    }
    return found;
  };
  const pixels = await blank.evaluate(count, picture, blends);
  await blank.close();
  return pixels > 500;
}

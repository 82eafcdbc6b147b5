// The panel and the page beside it, in Chromium: figures, badge, watchlist, what if, selection, pages that change.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import {
  clear,
  marksOn,
  press,
  reading,
  seen,
  servePages,
  shows,
  snapshot,
  startBrowser,
  until,
} from "./extension-harness.mjs";
import { fixtures } from "./pages/pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let pages;
let browser;
before(async () => {
  pages = await servePages();
  browser = await startBrowser("chromium");
});
after(async () => {
  await browser?.close();
  pages.close();
});

/** Makes a test of one page with the panel beside it. */
function beside(name, fixture, body) {
  test(name, async () => {
    const { kind } = fixtures.find(({ name }) => name === fixture);
    const { page, errors } = await browser.open(`${pages.origin}/${fixture}`);
    const panel = await press(browser, page, kind);
    await body(page, panel);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

const click = (panel, selector) => panel.evaluate((selector) => document.querySelector(selector).click(), selector);
const textOf = (panel, selector) =>
  panel.evaluate((selector) => document.querySelector(selector).textContent, selector);

/** Waits until just the phrases that the panel shows are marked. */
async function agree(page, panel) {
  const { phrases } = await reading(panel);
  assert.deepEqual(await seen(page, phrases), phrases);
  return phrases;
}

/** What the button says on the tab in front. */
const button = () =>
  browser.background(async () => {
    const [{ id }] = await chrome.tabs.query({ active: true, currentWindow: true });
    return [await chrome.action.getBadgeText({ tabId: id }), await chrome.action.getTitle({ tabId: id })];
  });

beside("the figures are the command line's, to the last digit", "wire", async (_page, panel) => {
  const cases = new URL("../cases/", import.meta.url);
  for (const name of ["earnings", "pasted", "researcher"]) {
    const text = readFileSync(new URL(`${name}/article.txt`, cases), "utf8");
    const expected = JSON.parse(readFileSync(new URL(`${name}/report.json`, cases), "utf8"));
    const report = await panel.evaluate(async (text) => {
      const { now } = await import("../../app/state.js");
      const box = document.getElementById("pasted");
      box.value = text;
      box.dispatchEvent(new Event("input"));
      // The box writes line ends its own way.
      while (now.shown?.text !== box.value) await new Promise((resolve) => setTimeout(resolve, 20));
      return now.shown.report;
    }, text);
    assert.equal(report.score, expected.score);
    assert.deepEqual(report.probabilities, expected.probabilities);
    assert.deepEqual(
      report.entities.map(({ name, score, relevance }) => [name, score, relevance]),
      expected.entities.map(({ name, score, relevance }) => [name, score, relevance]),
    );
    assert.deepEqual(
      report.highlights.map(({ text, weight }) => [text, weight]),
      expected.highlights.map(({ text, weight }) => [text, weight]),
    );
  }
  await panel.evaluate(() => {
    const box = document.getElementById("pasted");
    box.value = "";
    box.dispatchEvent(new Event("input"));
  });
});

beside("the badge shows the score; a watched name is told, and forgotten again", "news", async (_page, panel) => {
  const score = (await textOf(panel, "#score")).replace(/0(?=\.)/, "");
  await until(async () => (await button())[0] === score);
  const watch = '#entities .watch[aria-label="Watch Lindqvist Tools"]';
  await click(panel, watch);
  await until(async () => /Watched: Lindqvist Tools/.test((await button())[1]));
  await click(panel, watch);
  await until(async () => !/Watched/.test((await button())[1]));
});

beside("a list of names comes from the page and goes back to it", "wire", async (_page, panel) => {
  const add = (names) =>
    panel.evaluate((names) => {
      document.getElementById("add-name").value = names;
      document.querySelector("#entities form").requestSubmit();
    }, names);
  await add("Tesla; Harbour Bank;  Old Mill ; Tesla");
  const watched = () => panel.evaluate(() => import("../../app/state.js").then(({ now }) => now.watched));
  assert.deepEqual(await watched(), ["Tesla", "Harbour Bank", "Old Mill"]);
  const copied = await panel.evaluate(async () => {
    let text;
    navigator.clipboard.writeText = async (given) => {
      text = given;
    };
    document.getElementById("copy-names").click();
    return text;
  });
  assert.equal(copied, "Tesla; Harbour Bank; Old Mill");
  for (let left = 3; left > 0; left--) await click(panel, "#absent button");
  assert.deepEqual(await watched(), []);
});

beside("what is left out is not marked, and one company's phrases are", "cookie-wall", async (page, panel) => {
  const before = await agree(page, panel);
  await panel.evaluate(() => {
    document.querySelector(".marked .phrase").click();
    document.getElementById("off-phrase").click();
  });
  const less = await agree(page, panel);
  assert.notDeepEqual(less, before);
  await click(panel, "#count-again");
  assert.deepEqual(await agree(page, panel), before);
  await click(panel, "#entities tbody .name");
  await agree(page, panel);
});

for (const [name, scheme] of [
  ["news", "light"],
  ["headlines", "dark"],
]) {
  beside(
    `axe-core finds nothing in the panel, ${scheme}, beside ${name}; nothing sticks out`,
    name,
    async (_page, panel) => {
      await panel.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: scheme },
        { name: "prefers-reduced-motion", value: "reduce" },
      ]);
      await panel.evaluate(axe);
      const found = await panel.evaluate(async () => {
        const { violations } = await globalThis.axe.run();
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => [id, target, failureSummary]),
        );
      });
      assert.deepEqual(found, []);
      assert.equal(
        await panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        0,
      );
      await panel.emulateMediaFeatures([]);
    },
  );
}

beside("a phrase that is clicked comes into sight in the page", "long", async (page, panel) => {
  await panel.evaluate(() => [...document.querySelectorAll(".marked .phrase")].at(-1).click());
  await until(() =>
    page.evaluate(() => scrollY > 1000 && [...CSS.highlights.keys()].some((name) => name.endsWith("-here"))),
  );
});

beside("a headline that is clicked comes into sight in the page", "headlines", async (page, panel) => {
  await page.evaluate(() => {
    document.querySelector("main").style.paddingTop = "300vh";
  });
  await panel.evaluate(() => [...document.querySelectorAll("#headlines tbody button")].at(-1).click());
  await until(() => page.evaluate(() => scrollY > 100));
});

beside("what is selected is scored alone", "news", async (page, panel) => {
  const selected = await page.evaluate(() => {
    const [, second] = document.querySelectorAll("article p");
    getSelection().setBaseAndExtent(second.firstChild, 0, second.firstChild, 100);
    return getSelection().toString();
  });
  await browser.press(page);
  await shows(panel, "selection");
  await until(async () => (await textOf(panel, ".marked")) === selected.trim());
  await agree(page, panel);
});

beside("another article on the same page takes the marks off", "single-page", async (page, panel) => {
  const phrases = await agree(page, panel);
  assert.notDeepEqual(phrases, {});
  await page.evaluate(() => globalThis.walk());
  assert.deepEqual(await seen(page, {}), {});
  await until(async () => (await textOf(panel, "#about")) === "The page has changed.");
  assert.equal((await button())[0], "");
  await click(panel, "#again");
  await shows(panel, "article");
  assert.match(await textOf(panel, ".marked"), /^Brightwater Motors/);
  await agree(page, panel);
});

beside("words that change lose their mark, others keep theirs", "wire", async (page, panel) => {
  const before = await agree(page, panel);
  const gone = await page.evaluate(() => {
    const [range] = [...CSS.highlights].find(([name]) => name.startsWith("tickertone-"))[1];
    const text = range.toString();
    const node = range.startContainer;
    node.data = node.data.slice(0, range.startOffset) + text.toUpperCase() + node.data.slice(range.endOffset);
    return text.replace(/\s/g, "");
  });
  const count = (looks) => Object.values(looks).join("").length;
  await until(async () => count(await marksOn(page)) === count(before) - gone.length);
});

beside("a page that is loaded anew has no marks, and the panel says so", "news", async (page, panel) => {
  await page.reload();
  await until(async () => (await textOf(panel, "#about")) === "The page has changed.");
  assert.deepEqual(await seen(page, {}), {});
});

test("without custom highlights, elements carry the marks and go without a trace", async () => {
  const { page } = await browser.open(`${pages.origin}/inline-markup`);
  const before = await snapshot(page);
  await browser.panel(page);
  // In the extension's own world the browser seems not to know them.
  await browser.press(page);
  const panel = await press(browser, page, "article");
  await agree(page, panel);
  await panel.evaluate(async () => {
    const [{ id }] = await chrome.tabs.query({ active: true, currentWindow: true });
    const { clearMarks } = await import("../tab.js");
    await clearMarks(id);
    const func = () => Object.defineProperty(CSS, "highlights", { value: undefined });
    await chrome.scripting.executeScript({ target: { tabId: id }, func });
    document.getElementById("again").click();
  });
  const marked = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("tickertone-mark")].map(({ textContent }) => textContent).join(""),
    );
  const phrases = () =>
    panel.evaluate(() =>
      [...document.querySelectorAll(".marked .phrase")].map(({ textContent }) => textContent).join(""),
    );
  const bare = (text) => text.replace(/\s/g, "");
  await until(async () => (await marked()) !== "" && bare(await marked()) === bare(await phrases()));
  const painted = await page.evaluate(
    () => getComputedStyle(document.querySelector("tickertone-mark")).textDecorationLine,
  );
  assert.equal(painted, "underline");
  await clear(panel);
  await until(async () => (await marked()) === "");
  assert.equal(await snapshot(page), before);
  await page.close();
});

test("a page where no extension may go says so, and a text can be pasted", async () => {
  const { page } = await browser.open("chrome://version/");
  const panel = await browser.panel(page);
  await browser.press(page);
  await shows(panel, "nothing");
  assert.match(await textOf(panel, "#about"), /lets no extension read this page/);
  assert.ok(await panel.evaluate(() => document.getElementById("other").open));
  await page.close();
});

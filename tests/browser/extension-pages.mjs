// The built extension on pages of every kind: the right text is found, the marks lie on just the phrases, nothing is moved,
// nothing is left behind, nothing is asked for.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clear, press, reading, seen, servePages, snapshot, startBrowser, tinted } from "./extension-harness.mjs";
import { fixtures } from "./pages/pages.mjs";

/** Pages on which the pixels are looked at, and how light their ground is. */
const GROUNDS = { figures: 255, frame: 255, "shadow-dom": 255, dark: 17 };

const words = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of one list that another does not have. */
function without(words, others) {
  const left = new Map();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const n = left.get(word) ?? 0;
    left.set(word, n - 1);
    return n <= 0;
  });
}

/** Makes the tests of one browser. @param {"chromium" | "firefox"} name */
export function testPages(name) {
  let pages;
  let browser;
  before(async () => {
    pages = await servePages();
    browser = await startBrowser(name);
  });
  after(async () => {
    await browser?.close();
    pages.close();
  });

  for (const fixture of fixtures) {
    test(`${name}: ${fixture.name}`, async () => {
      const { page, errors } = await browser.open(`${pages.origin}/${fixture.name}`);
      if (fixture.act === "scroll") await scrolled(page, fixture.expected);
      const before = await snapshot(page);
      const asked = pages.asked.length;

      const panel = await press(browser, page, fixture.kind);
      const { text, phrases } = await reading(panel);
      const expected = words(fixture.expected);
      const found = words(text);
      const missing = without(expected, found);
      const foreign = without(found, expected);
      assert.ok(missing.length <= expected.length * 0.05, `missing: ${missing.join(" ")}`);
      assert.ok(foreign.length <= found.length * 0.05, `foreign: ${foreign.join(" ")}`);

      const marks = await seen(page, phrases);
      assert.deepEqual(marks, phrases);
      if (fixture.kind === "article") assert.ok(Object.keys(phrases).length > 0, "nothing is marked");
      assert.deepEqual(await snapshot(page), before, "the page is as it was, marked");
      if (fixture.name in GROUNDS) assert.ok(await tinted(browser, page, GROUNDS[fixture.name]), "no tint is seen");

      if (fixture.kind !== "nothing") await clear(panel);
      assert.deepEqual(await seen(page, {}), {});
      assert.deepEqual(await snapshot(page), before, "the page is as it was, cleared");
      assert.deepEqual(pages.asked.slice(asked), [], "requests");
      assert.deepEqual(errors, []);
      await browser.shut(page, panel);
    });
  }
}

/** Scrolls down until a page that grows has as many paragraphs as the text; its title is a heading. */
async function scrolled(page, expected) {
  const all = expected.split("\n\n").length - 1;
  const grown = () => page.evaluate((all) => document.querySelectorAll("article p").length === all, all);
  const scroll = (at) => {
    scrollTo(0, at);
    return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  };
  for (let at = 100; !(await grown()); at += 100) await page.evaluate(scroll, at);
}

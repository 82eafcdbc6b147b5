// The main views look as they did: each is held against a small picture of it in pictures/, with a tolerance. The report is
// a stored one, so that what the engine learns changes no picture. After a change that is meant: UPDATE=1, and look at them.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { BROWSER, start } from "./harness.mjs";
import { paste } from "./visit.mjs";

const PICTURES = new URL("./pictures/", import.meta.url);
const RESULTS = new URL("../../test-results/", import.meta.url);
const FONTS = new URL(`${BROWSER}-fonts.json`, PICTURES);
const UPDATE = process.env.UPDATE === "1";

/** Size of a picture beside the window: text is a texture, and what matters is where things stand and what colour they are. */
const SCALE = 0.25;
/** How far apart two colours may be, in [0, 1], and the share of pixels that may be farther. */
const COLOUR = 0.1;
const PIXELS = 0.004;

const text = readFileSync(new URL("article.txt", PICTURES), "utf8");
const ENGINE = `const report = ${readFileSync(new URL("report.json", PICTURES), "utf8")};
export const createAnalyzer = async () => ({ version: { engine: "0", model: "none" }, analyze: async () => report, close() {} });`;

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Opens the page in a window of this width, with the stored report for an engine. */
async function open(width, settings) {
  const viewport = { width, height: width < 600 ? 1600 : 1000 };
  const opened = await site.open("about:blank", { viewport, deviceScaleFactor: SCALE, ...settings });
  const { page } = opened;
  await page.route("**/client/index.js", (route) => route.fulfill({ contentType: "text/javascript", body: ENGINE }));
  await page.goto(site.origin);
  await page.waitForFunction(() => document.getElementById("version").textContent);
  return opened;
}

/** How wide a line is in the page's fonts: other fonts break lines elsewhere, and then no picture fits. */
const widths = (page) =>
  page.evaluate(() => {
    const { fontFamily: sans } = getComputedStyle(document.body);
    const { fontFamily: serif } = getComputedStyle(document.getElementById("verdict-title"));
    const pen = document.createElement("canvas").getContext("2d");
    return [sans, serif].map((family) => {
      pen.font = `100px ${family}`;
      return Math.round(pen.measureText("Moderately positive, +0.42").width);
    });
  });

const VIEWS = {
  empty: { width: 1440 },
  article: { width: 1440, look: (page) => paste(page, text) },
  "article-narrow": { width: 360, look: (page) => paste(page, text) },
  "what-if": {
    width: 1440,
    async look(page) {
      await paste(page, text);
      await page.locator(".marked .phrase").nth(2).focus();
      await page.keyboard.press("Delete");
      await page.getByText("Why words were ignored").click();
      await page.locator(".marked .phrase").nth(2).focus();
    },
  },
  entity: {
    width: 768,
    async look(page) {
      await paste(page, text);
      await page.locator("#entities tbody .name").first().click();
    },
  },
  list: {
    width: 1440,
    async look(page) {
      for (const more of ["", " Once more."]) {
        await paste(page, `${text}${more}`);
        await page.getByRole("button", { name: "Keep this, start another" }).click();
      }
      await page.waitForFunction(() => document.querySelectorAll("#desk tbody tr").length === 2);
    },
  },
  settings: { width: 768, look: (page) => page.getByRole("button", { name: "Settings" }).click() },
};

// By WebDriver BiDi a test cannot yet ask for these.
if (BROWSER === "chromium") {
  VIEWS["article-dark"] = { ...VIEWS.article, settings: { colorScheme: "dark" } };
  VIEWS["article-forced"] = { ...VIEWS.article, settings: { forcedColors: "active" } };
}

for (const [name, { width, look, settings }] of Object.entries(VIEWS)) {
  test(`${name}, ${width} px`, async (t) => {
    const { page, context } = await open(width, { reducedMotion: "reduce", ...settings });
    try {
      const fonts = `[${(await widths(page)).join(", ")}]`;
      if (UPDATE) writeFileSync(FONTS, `${fonts}\n`);
      else if (readFileSync(FONTS, "utf8").trim() !== fonts) {
        t.skip("this machine has other fonts than the one of the pictures");
        return;
      }
      await look?.(page);
      await page.waitForTimeout(500); // Whatever moves has come to rest, in browsers that cannot be told to keep still.
      const taken = await page.screenshot();
      const stored = new URL(`${BROWSER}-${name}.png`, PICTURES);
      if (UPDATE) writeFileSync(stored, taken);
      const [now, then] = [PNG.sync.read(taken), PNG.sync.read(readFileSync(stored))];
      assert.deepEqual([now.width, now.height], [then.width, then.height]);
      const difference = new PNG({ width: now.width, height: now.height });
      const off = pixelmatch(then.data, now.data, difference.data, now.width, now.height, { threshold: COLOUR });
      const share = off / (now.width * now.height);
      if (share > PIXELS) {
        mkdirSync(RESULTS, { recursive: true });
        writeFileSync(new URL(`${BROWSER}-${name}.png`, RESULTS), taken);
        writeFileSync(new URL(`${BROWSER}-${name}-difference.png`, RESULTS), PNG.sync.write(difference));
      }
      assert.ok(share <= PIXELS, `${(100 * share).toFixed(2)} % of the pixels differ: see test-results/`);
    } finally {
      await context.close();
    }
  });
}

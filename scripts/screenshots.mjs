// Takes the README's pictures of the built page: `make screenshots`.

import { readFileSync } from "node:fs";
import { press, reading, seen, servePages, startBrowser } from "../tests/browser/extension-harness.mjs";
import { start } from "../tests/browser/harness.mjs";
import { paste } from "../tests/browser/visit.mjs";

const ARTICLES = ["cases/earnings", "cases/researcher", "browser/pictures"];
const articleOf = (name) => readFileSync(new URL(`../tests/${name}/article.txt`, import.meta.url), "utf8");

const site = await start();
try {
  const { page } = await site.open("/", { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await page.getByRole("button", { name: "A recall" }).click();
  await page.locator("#entities tbody button").first().waitFor();
  await page.screenshot({ path: "docs/page.png" });

  // A phrase left out, from one company's side.
  await page.locator("#entities tbody .name").first().click();
  await page.locator(".marked .phrase").nth(4).focus();
  await page.keyboard.press("Delete");
  await page.screenshot({ path: "docs/what-if.png" });

  for (const name of ARTICLES) {
    await page.getByRole("button", { name: "Keep this, start another" }).click();
    await paste(page, articleOf(name));
  }
  await page.getByRole("button", { name: "Keep this, start another" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#desk tbody tr").length === 3);
  await page.locator("#desk").screenshot({ path: "docs/list.png" });
} finally {
  await site.close();
}

// The panel beside an article, each as high as the other; a driver sees them as two pages.
const HEIGHT = 820;
const LOOK = `body { max-width: 42rem; margin: 2rem auto; padding: 0 2rem; font: 18px/1.6 Georgia, serif; color: #222 }
  nav, aside, footer, .newsletter-signup { display: none } h1 { line-height: 1.2 }`;
const pages = await servePages();
const extended = await startBrowser("chromium");
try {
  const { page } = await extended.open(`${pages.origin}/figures`);
  await page.setViewport({ width: 760, height: HEIGHT });
  await page.addStyleTag({ content: LOOK });
  const panel = await press(extended, page, "article");
  const { phrases } = await reading(panel);
  await seen(page, phrases);
  await panel.setViewport({ width: 420, height: HEIGHT });
  const pictures = [await page.screenshot({ encoding: "base64" }), await panel.screenshot({ encoding: "base64" })];
  const sheet = await extended.browser.newPage();
  await sheet.setViewport({ width: 1181, height: HEIGHT });
  await sheet.setContent(
    `<style>body { display: flex; gap: 1px; margin: 0; background: #999 }</style>${pictures.map((data) => `<img src="data:image/png;base64,${data}">`).join("")}`,
  );
  await sheet.screenshot({ path: "docs/extension.png" });
} finally {
  await extended.close();
  pages.close();
}

// Takes the README's pictures of the built page: `make screenshots`.

import { readFileSync } from "node:fs";
import { start } from "../tests/browser/harness.mjs";
import { paste } from "../tests/browser/visit.mjs";

const CASES = new URL("../tests/cases/", import.meta.url);
const articleOf = (name) => readFileSync(new URL(`${name}/article.txt`, CASES), "utf8").replaceAll("\r\n", "\n");

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

  for (const name of ["earnings", "pasted", "researcher"]) {
    await page.getByRole("button", { name: "Keep this, start another" }).click();
    await paste(page, articleOf(name));
  }
  await page.getByRole("button", { name: "Keep this, start another" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#desk tbody tr").length === 3);
  await page.locator("#desk").screenshot({ path: "docs/list.png" });
} finally {
  await site.close();
}

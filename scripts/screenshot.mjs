// Takes the README's picture of the built page: `node scripts/screenshot.mjs`, after `make site`.

import { start } from "../tests/browser/harness.mjs";

const site = await start();
try {
  const { page } = await site.open("/", { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await page.getByRole("button", { name: "A recall" }).click();
  await page.locator("#entities tbody button").first().waitFor();
  await page.screenshot({ path: "docs/page.png" });
} finally {
  await site.close();
}

// Everybody can use it: axe-core finds nothing on any view, light or dark, wide or narrow; nothing sticks out sideways.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { BROWSER, start } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** By WebDriver BiDi Firefox cannot be asked for colours and stillness; by its settings it can. */
function preferring(colorScheme) {
  const dark = Number(colorScheme === "dark");
  const still = { "ui.prefersReducedMotion": 1, "ui.systemUsesDarkTheme": dark };
  return BROWSER === "firefox"
    ? { firefoxUserPrefs: { ...still, "layout.css.prefers-color-scheme.content-override": 1 - dark } }
    : {};
}

/** What axe-core finds: rule and place. */
async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );
}

async function check(page, view) {
  assert.deepEqual(await violations(page), [], view);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(excess, 0, `${view} scrolls sideways`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 320]) {
    test(`${colorScheme}, ${width} px`, async () => {
      // Without motion, so that no colour is judged half-way.
      const site = await start(preferring(colorScheme));
      const { page, context } = await site.open("/", {
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: "reduce",
      });
      assert.ok(await page.evaluate((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme));
      await check(page, "empty");
      for (const name of ["Earnings", "A hire", "A recall"]) {
        await page.getByRole("button", { name, exact: true }).click();
        await page.locator(".marked .phrase").first().waitFor();
        await check(page, name);
      }
      await page.locator("#entities tbody .name").first().click();
      await check(page, "one entity");
      await page.getByRole("button", { name: "Back to the whole article" }).click();
      await page.locator(".marked .phrase").first().focus();
      await page.locator("#popover").waitFor();
      await check(page, "card");
      await page.keyboard.press("Delete");
      await check(page, "what if");
      await page.getByText("Why words were ignored").click();
      await page.locator("#entities .watch").first().click();
      await page.getByRole("button", { name: "Keep this, start another" }).click();
      await page.locator("#text").fill("Shares in Zzyzx fell, and there is more to say of it than fits here.");
      await page.getByRole("button", { name: "Keep this, start another" }).click();
      await page.locator("#desk tbody tr").first().waitFor();
      await check(page, "list");
      await page.getByRole("button", { name: "Settings" }).click();
      await check(page, "settings");
      await page.getByRole("radio", { name: "green and purple" }).check();
      await page.getByRole("button", { name: "Close" }).click();
      await page.getByRole("button", { name: "A recall", exact: true }).click();
      await page.locator(".marked .phrase").first().waitFor();
      await check(page, "second palette");
      await page.locator("#text").evaluate((box) => {
        box.value = "profit rose ".repeat(450_000);
        box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
      });
      await page.getByRole("alert").filter({ hasText: "too long" }).waitFor();
      await page.locator("#text").fill("");
      await check(page, "empty again");
      await context.close();
      await site.close();
    });
  }
}

// Without a network after the first visit; and never two versions at once.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { start } from "./harness.mjs";
import { paste } from "./visit.mjs";

const SITE = fileURLToPath(new URL("../../dist/site", import.meta.url));

/** Waits until the files are kept. */
const ready = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

test("after one visit it works with the server gone", async () => {
  const site = await start();
  const { page, context } = await site.open("/", { serviceWorkers: "allow" });
  await ready(page);
  await context.setOffline(true);
  await page.reload();
  await paste(page, "Profit rose sharply and the outlook was raised.");
  await context.close();
  await site.close();
});

test("a new version waits until it is asked for, and comes whole or not at all", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tickertone-"));
  cpSync(SITE, folder, { recursive: true });
  const server = await serve({ folder });
  const site = await start();
  try {
    const { page, context } = await site.open(`http://127.0.0.1:${server.address().port}/`, {
      serviceWorkers: "allow",
    });
    await ready(page);
    await page.reload();

    // A file changes but the list of files does not know it: half a version.
    const changed = (path, edit) => writeFileSync(join(folder, path), edit(readFileSync(join(folder, path), "utf8")));
    changed("index.html", (html) => html.replace("A reading of the words", "A second reading"));
    changed("sw.js", (source) => source.replace(/VERSION = "\w+"/, 'VERSION = "half"'));
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update()));
    await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()).installing);
    await page.reload();
    assert.match(await page.locator("footer").textContent(), /A reading of the words/);
    assert.ok(await page.locator("#update").isHidden());

    const digest = await page.evaluate(
      async (html) => {
        const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(html));
        return btoa(String.fromCharCode(...new Uint8Array(bytes)));
      },
      readFileSync(join(folder, "index.html"), "utf8"),
    );
    changed("sw.js", (source) => source.replace('"half"', '"whole"').replace(/("\.\/":"sha256-)[^"]+/, `$1${digest}`));
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update()));
    await page.locator("#update").waitFor();
    assert.match(await page.locator("footer").textContent(), /A reading of the words/);
    await page.getByRole("button", { name: "Use it" }).click();
    await page.getByText("A second reading").waitFor();
    assert.deepEqual(await page.evaluate(() => caches.keys()), ["tickertone-whole"]);
    await context.close();
  } finally {
    await site.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

// extension-pages.mjs in Firefox, and the sidebar.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser } from "./extension-harness.mjs";
import { testPages } from "./extension-pages.mjs";

testPages("firefox");

test("firefox: the button opens the sidebar", async () => {
  const firefox = await startBrowser("firefox");
  try {
    assert.match(await firefox.sidebar(), /^tickertone/);
  } finally {
    await firefox.close();
  }
});

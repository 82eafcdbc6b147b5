// What the tests of the page share: a visit for each test, and ways to wait until the page has settled.

import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

/** Serves the site for the tests of this file. `visit` makes a test of one visit to the page; `site()` is what was started. */
export function visits() {
  let site;
  before(async () => {
    site = await start();
  });
  after(() => site.close());
  return {
    site: () => site,
    visit: (name, body, context) =>
      test(name, async () => {
        const opened = await site.open("/", context);
        try {
          await body(opened);
        } finally {
          await opened.context.close();
        }
      }),
  };
}

/** Waits until the page shows the report of just this text. */
export async function settled(page, text) {
  await page.waitForFunction((text) => {
    const marked = document.querySelector(".marked");
    return marked.textContent === text && !marked.hasAttribute("aria-busy");
  }, text);
}

export async function paste(page, text) {
  await page.getByRole("textbox", { name: "Article" }).fill(text);
  await settled(page, text);
}

/** The report that the engine gives of a text. */
export function reportOf(page, text, options) {
  return page.evaluate(
    async ({ text, options }) => {
      const { createAnalyzer } = await import("/client/index.js");
      const analyzer = await createAnalyzer();
      const report = await analyzer.analyze(text, options);
      analyzer.close();
      return report;
    },
    { text, options },
  );
}

/** Chooses a sample and returns its text and the report that the engine gives of it. */
export async function sample(page, name) {
  await page.getByRole("button", { name, exact: true }).click();
  const text = await page.getByRole("textbox", { name: "Article" }).inputValue();
  await settled(page, text);
  return { text, report: await reportOf(page, text) };
}

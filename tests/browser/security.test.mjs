// Attempts to break the page's policy, and to smuggle code through an article into the page or into what is taken away from it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asCsv, asMarkdown } from "../../www/app/record.js";
import { strays } from "./harness.mjs";
import { paste, visits } from "./visit.mjs";

const { visit, site } = visits();

const MARKUP = [
  "<script>globalThis.broken = 1</script>",
  '<img src="x" onerror="globalThis.broken = 2">',
  '<svg onload="globalThis.broken = 3"><a href="javascript:globalThis.broken=4">profit rose</a></svg>',
  '<iframe srcdoc="<script>parent.broken = 5</script>"></iframe>',
  '"><style>body{display:none}</style><base href="http://127.0.0.1:9/">',
  "[shares fell](javascript:globalThis.broken=6) {{constructor.constructor('globalThis.broken=7')()}}",
];
const ARTICLE = `${MARKUP[0]}\n\nTesla ${MARKUP[1]} profit rose sharply. Boeing ${MARKUP[2]} warned of a loss.\n\n${MARKUP.slice(3).join("\n\n")}`;

/** What an attack would have left behind. */
const harm = (page) =>
  page.evaluate(() => ({
    broken: globalThis.broken,
    foreign: document.querySelectorAll("main :is(img, iframe, script, style, base, object, embed, a, link, meta)")
      .length,
    handlers: [...document.querySelectorAll("*")].filter((e) => e.getAttributeNames().some((n) => n.startsWith("on")))
      .length,
  }));
const UNHARMED = { broken: undefined, foreign: 0, handlers: 0 };

visit("markup in an article, a name or a title stays text", async ({ page, requests, errors }) => {
  await paste(page, ARTICLE);
  const before = requests.length;
  for (const name of [MARKUP[1], '"><script>globalThis.broken = 8</script>']) {
    await page.locator("#add-name").fill(name);
    await page.getByRole("button", { name: "Add", exact: true }).click();
  }
  await page.getByRole("button", { name: "Keep this, start another" }).click();
  await page.locator("#desk tbody tr").first().waitFor();
  assert.deepEqual(await harm(page), UNHARMED);
  assert.equal(requests.length, before);
  assert.deepEqual(strays(requests, site().origin), []);
  assert.deepEqual(errors, []);
});

visit("a saved web page is read without running or loading anything", async ({ page, requests }) => {
  const html = `<html><head><title>Profit rose</title><script>parent.broken = 1</script></head><body onload="broken=2">
    <article><h1>Profit rose at Tesla</h1>${"<p>Profit at Tesla rose sharply in the quarter, the company said.</p>".repeat(5)}
    <img src="/app/never.png" onerror="globalThis.broken=3"><iframe src="/app/never.html"></iframe></article></body></html>`;
  await page.locator("#files").setInputFiles({ name: "page.html", mimeType: "text/html", buffer: Buffer.from(html) });
  await page.waitForFunction(() => document.querySelector(".marked").textContent.includes("rose sharply"));
  assert.deepEqual(await harm(page), UNHARMED);
  assert.ok(!requests.some((url) => url.includes("never")));
});

visit("the policy stops what an injected script would try", async ({ page }) => {
  const outcomes = await page.evaluate(async (other) => {
    const attempts = {
      markup: () => document.body.insertAdjacentHTML("beforeend", "<b>x</b>"),
      inner: () => Object.assign(document.createElement("div"), { innerHTML: "<img src=x onerror=broken=1>" }),
      // biome-ignore lint/security/noGlobalEval: it is there to be stopped.
      eval: () => globalThis.eval("1"),
      function: () => new Function("return 1")(),
      timer: () => setTimeout("globalThis.broken = 1"),
      // A script of another origin, even as a worker.
      worker: () => new Worker(other),
      data: () => new Worker("data:text/javascript,1"),
      script: () => Object.assign(document.createElement("script"), { text: "globalThis.broken = 2" }),
      address: () => Object.assign(document.createElement("script"), { src: other }),
      policy: () => trustedTypes.createPolicy("another", { createHTML: (html) => html }),
      handler: () => document.body.setAttribute("onclick", "globalThis.broken = 3"),
      import: () => import("data:text/javascript,globalThis.broken = 4"),
      fetch: () => fetch(other),
    };
    const stopped = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      // A task of its own: what the remote control itself runs may do more.
      stopped[name] = await new Promise((resolve) => setTimeout(resolve)).then(attempt).then(
        () => false,
        () => true,
      );
    }
    return stopped;
  }, "http://localhost:9/x.js");
  for (const [name, stopped] of Object.entries(outcomes)) assert.ok(stopped, `${name} got through`);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
});

visit("inline scripts, javascript: links and forms do nothing", async ({ page, requests }) => {
  const { origin } = site();
  await paste(page, "Profit rose.");
  const before = requests.length;
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "javascript:globalThis.broken=1" });
    const form = Object.assign(document.createElement("form"), { action: "http://localhost:9/", method: "post" });
    document.body.append(link, form);
    link.click();
    form.submit();
  });
  await page.waitForTimeout(300);
  assert.equal(new URL(page.url()).origin, origin);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
  assert.deepEqual(requests.slice(before), []);
});

const report = (name, phrase) => ({
  score: 0.4,
  label: "moderately positive",
  confidence: 0.9,
  mixed: false,
  words: 9,
  model: "m-1",
  ignored: [],
  highlights: [{ weight: 0.4, text: phrase }],
  entities: [
    {
      name,
      ticker: "=A",
      exchange: "@B",
      kind: "custom",
      score: 0.4,
      label: "moderately positive",
      relevance: 1,
      mentions: [],
    },
  ],
});

/** The cells of a CSV file: by RFC 4180, and as a spreadsheet has them that parts columns at semicolons or tabs. */
function cells(csv) {
  const quoted = [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)];
  const rough = csv.split(/[;\t\r\n]/).map((cell) => cell.replace(/^"+/, ""));
  return [...quoted.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain), ...rough];
}

test("no cell of the CSV export is a formula, whatever parts its columns", () => {
  for (const start of ["=", "+", "-", "@", "\t=", "\r="]) {
    for (const before of ["", "a;", "a,", 'a"', "a\t", "a\r\n"]) {
      const evil = `${before}${start}HYPERLINK("http://x";"y")`;
      const csv = asCsv([{ name: evil, report: report(evil, evil) }]);
      for (const cell of cells(csv)) assert.doesNotMatch(cell, /^[=+@\t\r]|^-(?![\d.]+$)/, JSON.stringify(csv));
    }
  }
});

test("no markup or link survives in the Markdown export", () => {
  for (const evil of [...MARKUP, "![x](http://x/y)", "a | b\n| c", "`x`", "# y", "<http://x>", "\\[x](y)"]) {
    const markdown = asMarkdown({ name: evil.replace(/\n/g, " "), report: report(evil, evil) });
    // Escaped signs taken out, none is left but those of the form itself.
    const bare = markdown.replace(/\\[\\`*_[\]<>#|]/g, "");
    assert.doesNotMatch(bare, /[[\]<>`\\]/, markdown);
    const rows = bare.split("\n").filter((line) => line.startsWith("|"));
    assert.deepEqual(
      rows.map((row) => row.split("|").length),
      [7, 7, 7],
      markdown,
    );
  }
});

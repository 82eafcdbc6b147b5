// What npm would publish, installed into fresh projects and run there: every host gives the native engine's records.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { start, strays } from "../browser/harness.mjs";
import { program as browser } from "../browser/programs.mjs";
import { nativeReports, texts } from "../texts.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));
const budget = JSON.parse(readFileSync(new URL("../budget.json", import.meta.url), "utf8")).package;
// Its real path: on some systems the folder for temporary files is a link, and bundlers resolve links.
const work = realpathSync(mkdtempSync(join(tmpdir(), "tickertone-packaging-")));
const expected = nativeReports();

const npm = (args, cwd) => execFileSync("npm", [...args, "--ignore-scripts"], { cwd, encoding: "utf8" });

let tarball;
let host;
before(async () => {
  const [{ filename }] = JSON.parse(npm(["pack", "--json", "--pack-destination", work], pkg));
  tarball = join(work, filename);
  host = await start();
});
after(async () => {
  await host.close();
  rmSync(work, { recursive: true, force: true });
});

/** A fresh copy of a project with the package installed. */
function project(name) {
  const folder = join(work, name);
  cpSync(join(here, "projects", name), folder, { recursive: true });
  npm(["install", "--offline", "--no-audit", "--no-fund", tarball], folder);
  return folder;
}

/** Reads all texts on a page that has left its analyzer in `globalThis`. */
async function readOn(page) {
  return page.evaluate(async (texts) => {
    const analyzer = await globalThis.analyzer;
    return Promise.all(texts.map((text) => analyzer.analyze(text)));
  }, texts);
}

/** Serves a folder under its page's policy and reads all texts there. */
async function readServed(folder) {
  const server = await serve({ folder });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const { page, context, requests, errors } = await host.open(`${origin}/`);
  const reports = await readOn(page);
  assert.deepEqual(errors, []);
  assert.deepEqual(strays(requests, origin), []);
  const asked = requests.map((url) => new URL(url).pathname);
  await context.close();
  server.close();
  return { reports, asked };
}

test("the package holds exactly what is wanted, within its budget", () => {
  const [{ files, size, unpackedSize }] = JSON.parse(npm(["pack", "--dry-run", "--json"], pkg));
  assert.deepEqual(files.map(({ path }) => path).sort(), [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "analyzer.js",
    "bindings.js",
    "element.d.ts",
    "element.js",
    "engine.js",
    "errors.js",
    "index.d.ts",
    "index.js",
    "inline.d.ts",
    "inline.js",
    "module.js",
    "package.json",
    "passage.js",
    "queue.js",
    "remote.js",
    "tickertone_bg.wasm",
    "worker.d.ts",
    "worker.js",
  ]);
  assert.ok(size <= budget.tarball, `the tarball has ${size} bytes`);
  assert.ok(unpackedSize <= budget.unpacked, `unpacked it has ${unpackedSize} bytes`);
});

test("every entry gives its types first", () => {
  const { exports } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
  for (const name of [".", "./worker", "./inline", "./element"]) assert.equal(Object.keys(exports[name])[0], "types");
});

const runtimes = {
  Node: [process.execPath, "main.js"],
  Deno: [join(here, "node_modules/.bin/deno"), "run", "--no-remote", "--allow-read", "main.js"],
};
for (const [name, [program, ...args]] of Object.entries(runtimes)) {
  test(name, () => {
    const folder = project("node");
    const env = { ...process.env, DENO_DIR: join(work, "deno"), DENO_NO_UPDATE_CHECK: "1" };
    const output = execFileSync(program, args, { cwd: folder, env, input: JSON.stringify(texts), maxBuffer: 1 << 26 });
    const [beside, inline] = JSON.parse(output);
    assert.deepEqual(beside, expected);
    assert.deepEqual(inline, expected);
  });
}

test("the README's example", () => {
  const folder = project("node");
  const [, example] = readFileSync(join(pkg, "README.md"), "utf8").match(/```js\n(.*?)```/s);
  writeFileSync(join(folder, "readme.js"), example);
  const output = execFileSync(process.execPath, ["readme.js"], { cwd: folder, encoding: "utf8" });
  assert.match(output, /^0\.\d+ Acme\n$/);
});

test("plain HTML", async () => {
  const { reports } = await readServed(project("html"));
  assert.deepEqual(reports, expected);
});

test("the README's one line of HTML", async () => {
  const folder = project("html");
  const [, example] = readFileSync(join(pkg, "README.md"), "utf8").match(/```html\n(.*?)```/s);
  const page = readFileSync(join(folder, "index.html"), "utf8").replace(/<script.*<\/script>/, example);
  writeFileSync(join(folder, "index.html"), page);
  const server = await serve({ folder });
  const opened = await host.open(`http://127.0.0.1:${server.address().port}/`);
  await opened.page.waitForFunction(() => document.querySelector("tick-tone").report?.entities[0].name === "Acme");
  assert.deepEqual(opened.errors, []);
  await opened.context.close();
  server.close();
});

test("the element", async () => {
  const server = await serve({ folder: project("html") });
  const { page, errors, context } = await host.open(`http://127.0.0.1:${server.address().port}/element.html`);
  const element = page.locator("tick-tone");
  const before = await element.innerHTML();
  await page.waitForFunction(() => document.querySelector("tick-tone").report);
  const seen = await element.evaluate((element) => {
    const marked = [...CSS.highlights.values()].flatMap((ranges) => [...ranges]);
    const { summary } = Object.fromEntries([...element.shadowRoot.children].map((child) => [child.part.value, child]));
    return { report: element.report, marked: marked.map(String), summary: summary.textContent };
  });
  const { highlights, entities } = seen.report;
  const squeeze = (text) => text.replace(/\s+/g, " ");
  assert.deepEqual(seen.marked.map(squeeze).sort(), highlights.map(({ text }) => squeeze(text)).sort());
  assert.ok(seen.marked.length > 0 && entities.some(({ name }) => name === "Kiwi Robotics"));
  for (const { name } of entities) assert.ok(seen.summary.includes(name), seen.summary);
  assert.equal(await element.innerHTML(), before);
  // It reads what is put in later, and leaves nothing behind.
  const reports = await element.evaluate(async (element, texts) => {
    const reports = [];
    element.removeAttribute("targets");
    for (const text of texts) {
      const paragraph = document.createElement("p");
      paragraph.style.whiteSpace = "pre";
      paragraph.textContent = text;
      const came = new Promise((resolve) => element.addEventListener("tick-tone-report", resolve, { once: true }));
      element.replaceChildren(paragraph);
      reports.push((await came).detail);
    }
    element.remove();
    return { reports, left: [...CSS.highlights.values()].map((ranges) => ranges.size) };
  }, texts);
  assert.deepEqual(reports.left, [0, 0]);
  assert.deepEqual(reports.reports, expected);
  assert.deepEqual(errors, []);
  await context.close();
  server.close();
});

test("Vite", async () => {
  const root = project("vite");
  const { build } = await import("vite");
  await build({ root, logLevel: "error" });
  const { reports, asked } = await readServed(join(root, "dist"));
  assert.deepEqual(reports, expected);
  assert.ok(
    asked.some((path) => /\/worker-\w/.test(path)),
    `no worker among ${asked}`,
  );
});

test("webpack", async () => {
  const context = project("webpack");
  const { default: webpack } = await import("webpack");
  const output = { path: join(context, "dist") };
  await new Promise((resolve, reject) => {
    webpack({ context, entry: "./main.js", output, mode: "production", performance: false }, (error, stats) => {
      if (error ?? stats.hasErrors()) reject(error ?? new Error(stats.toString()));
      else resolve();
    });
  });
  cpSync(join(context, "index.html"), join(output.path, "index.html"));
  const { reports } = await readServed(output.path);
  assert.deepEqual(reports, expected);
});

test("esbuild", async () => {
  const folder = project("esbuild");
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: folder,
    entryPoints: { main: "main.js", worker: "tickertone/worker" },
    loader: { ".wasm": "file" },
    bundle: true,
    format: "esm",
    outdir: "dist",
    logLevel: "silent",
  });
  cpSync(join(folder, "index.html"), join(folder, "dist/index.html"));
  const { reports, asked } = await readServed(join(folder, "dist"));
  assert.deepEqual(reports, expected);
  assert.ok(asked.includes("/worker.js"));
});

test("a page from a file, where nothing can be fetched", async () => {
  const folder = project("file");
  const { build } = await import("esbuild");
  const main = "main.js";
  await build({ absWorkingDir: folder, entryPoints: [main], bundle: true, outfile: main, allowOverwrite: true });
  const { page, context, errors } = await host.open(`file://${folder}/index.html`);
  assert.deepEqual(await readOn(page), expected);
  assert.deepEqual(errors, []);
  await context.close();
});

test("an extension of Manifest V3", async () => {
  const folder = project("extension");
  // Of an unpacked extension Chromium makes the name from its path.
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  const id = digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  const context = await chromium.launchPersistentContext(join(work, "profile"), {
    executablePath: browser("chromium"),
    headless: false,
    chromiumSandbox: false,
    args: ["--headless=new", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  try {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/index.html`);
    assert.deepEqual(await readOn(page), expected);
  } finally {
    await context.close();
  }
});

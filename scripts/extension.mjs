// Puts the extension together, after scripts/assemble.mjs: dist/tickertone-chromium.zip and dist/tickertone-firefox.zip, and
// the same unpacked in dist/extension/. The same sources give the same bytes.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";

const BROWSERS = ["chromium", "firefox"];
/** The earliest time that a zip can state: no build differs by its clock. */
const TIME = new Date(1980, 0, 1);
/** What the manifests name: where the extension begins. */
const STARTS = ["extension/background.js", "extension/panel/index.html"];
/** What no import leads to: what is injected, pictures and a licence. */
const BESIDES = ["extension/page", "extension/icons", "readability/Readability.js", "readability/LICENSE.md"];

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** A file as it is shipped: of the extension, of the package that is injected as it is, or of the assembled site. */
function sourceOf(path) {
  if (path.startsWith("extension/")) return `www/${path}`;
  return path.startsWith("readability/") ? `node_modules/@mozilla/${path}` : `dist/site/${path}`;
}

/** All files that these lead to, by import, link or script. */
function reached(starts) {
  const found = new Set();
  const next = [...starts];
  for (let path = next.pop(); path; path = next.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    if (!/\.(js|html)$/.test(path)) continue;
    // Types are imported in comments.
    const source = readFileSync(sourceOf(path), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    const names = source.matchAll(
      /(?:\bfrom |\bimport |\bimport\(|\bnew URL\(|<link[^>]* href=|<script[^>]* src=)"([^":]+)"/g,
    );
    for (const [, name] of names) next.push(posix.join(posix.dirname(path), name));
  }
  return found;
}

/** The panel, with the sections of the page that it shares. */
function panel(html) {
  const page = readFileSync("www/index.html", "utf8");
  return html.replace(/ *<page-section name="(\w+)"><\/page-section>\n/g, (_, name) => {
    const section = page.match(new RegExp(` *<section id="${name}"[\\s\\S]*?</section>\n`));
    if (!section) throw new Error(`www/index.html has no section "${name}"`);
    return section[0];
  });
}

const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile());

const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"$/m)[1];
rmSync("dist/extension", { recursive: true, force: true });
for (const browser of BROWSERS) {
  const folder = `dist/extension/${browser}`;
  for (const path of [...reached(STARTS), ...BESIDES]) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    cpSync(sourceOf(path), `${folder}/${path}`, { recursive: true });
  }
  const index = `${folder}/extension/panel/index.html`;
  writeFileSync(index, panel(readFileSync(index, "utf8")));
  const manifest = JSON.parse(readFileSync(`www/extension/${browser}/manifest.json`, "utf8"));
  writeFileSync(`${folder}/manifest.json`, `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(licence, `${folder}/${licence}`);

  const names = files(folder).sort();
  const entries = names.map((name) => [name.slice(folder.length + 1), new Uint8Array(readFileSync(name))]);
  const zip = zipSync(Object.fromEntries(entries), { level: 9, mtime: TIME, os: 3 });
  writeFileSync(`dist/tickertone-${browser}.zip`, zip);
  console.log(`dist/tickertone-${browser}.zip: ${names.length} files, ${zip.length} bytes`);
}

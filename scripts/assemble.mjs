// Puts together what `wasm-pack build` left in pkg/: the npm package (pkg/) and the site (dist/site/); then weighs the site.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { weigh } from "./weigh.mjs";

/** Copies what the page takes from npm, with the licences. */
function vendor(to) {
  const take = (from, name) => cpSync(`node_modules/${from}`, `${to}/${name}`);
  take("idb/build/index.js", "idb.js");
  take("idb/LICENSE", "idb.LICENSE");
  const mail = "postal-mime/dist/esm";
  for (const file of readdirSync(`node_modules/${mail}`).filter((name) => name.endsWith(".js"))) {
    take(`${mail}/${file}`, `mail/${file}`);
  }
  take("postal-mime/LICENSE.txt", "mail/LICENSE");
  for (const file of ["pdf.min.mjs", "pdf.worker.min.mjs"]) take(`pdfjs-dist/build/${file}`, `pdf/${file}`);
  take("pdfjs-dist/LICENSE", "pdf/LICENSE");
  mkdirSync(`${to}/html`);
  // A script of the old kind; as a module it only lacks the export.
  const readability = readFileSync("node_modules/@mozilla/readability/Readability.js", "utf8");
  writeFileSync(`${to}/html/readability.js`, `${readability}\nexport default Readability;\n`);
  take("@mozilla/readability/LICENSE.md", "html/LICENSE");
}

/** Tells the service worker which files make up this version. */
function version(site) {
  const digest = (content, form) => createHash("sha256").update(content).digest(form);
  const names = readdirSync(site, { recursive: true }).filter((name) => statSync(`${site}/${name}`).isFile());
  const needed = names.filter((name) => name !== "sw.js" && !/LICENSE$/.test(name)).sort();
  // The folder stands for its index: many hosts redirect the one to the other.
  const path = (name) => (name === "index.html" ? "./" : `./${name}`);
  const files = needed.map((name) => [path(name), `sha256-${digest(readFileSync(`${site}/${name}`), "base64")}`]);
  const constants = {
    VERSION: digest(JSON.stringify(files), "hex").slice(0, 12),
    FILES: Object.fromEntries(files),
    LATER: needed.map(path).filter((name) => name.startsWith("./vendor/pdf/")),
  };
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`);
  writeFileSync(`${site}/sw.js`, lines.join("") + readFileSync(`${site}/sw.js`, "utf8"));
}

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const manifest = readFileSync("Cargo.toml", "utf8");
const field = (name) => manifest.match(new RegExp(`^${name} = "(.*)"$`, "m"))[1];
const client = readdirSync("www/client");

const files = [...client, "tickertone.js", "tickertone_bg.wasm"].sort();
const npmPackage = {
  name: field("name"),
  version: field("version"),
  description: field("description"),
  license: field("license"),
  type: "module",
  exports: {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./worker.js": "./worker.js",
    "./tickertone_bg.wasm": "./tickertone_bg.wasm",
    "./package.json": "./package.json",
  },
  files,
  sideEffects: ["./worker.js"],
  engines: { node: ">=20" },
};
for (const file of client) cpSync(`www/client/${file}`, `pkg/${file}`);
for (const file of ["LICENSE-MIT", "LICENSE-APACHE", "README.md"]) cpSync(file, `pkg/${file}`);
writeFileSync("pkg/package.json", `${JSON.stringify(npmPackage, null, 2)}\n`);

rmSync("dist/site", { recursive: true, force: true });
mkdirSync("dist/site/client", { recursive: true });
const elsewhere = ["client", "extension"];
for (const entry of readdirSync("www").filter((name) => !elsewhere.includes(name))) {
  cpSync(`www/${entry}`, `dist/site/${entry}`, { recursive: true });
}
for (const file of files.filter((name) => !name.endsWith(".d.ts"))) cpSync(`pkg/${file}`, `dist/site/client/${file}`);
vendor("dist/site/vendor");
version("dist/site");

if (!weigh("dist/site")) process.exit(1);

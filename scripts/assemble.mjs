// Puts together what `wasm-pack build` left in pkg/: the npm package (pkg/) and the site (dist/site/); then weighs the site.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { weigh } from "./weigh.mjs";

/** Copies what the page takes from npm, with the licences. */
function vendor(to) {
  const take = (from, name) => cpSync(`node_modules/${from}`, `${to}/${name}`);
  mkdirSync(`${to}/html`, { recursive: true });
  // The package's small build is a script of the old kind; as a module it only lacks the export.
  const idb = readFileSync("node_modules/idb/build/umd.js", "utf8");
  writeFileSync(`${to}/idb.js`, `${idb}\nexport const { openDB } = globalThis.idb;\n`);
  take("idb/LICENSE", "idb.LICENSE");
  const mail = "postal-mime/dist/esm";
  for (const file of readdirSync(`node_modules/${mail}`).filter((name) => name.endsWith(".js"))) {
    take(`${mail}/${file}`, `mail/${file}`);
  }
  take("postal-mime/LICENSE.txt", "mail/LICENSE");
  for (const file of ["pdf.min.mjs", "pdf.worker.min.mjs"]) take(`pdfjs-dist/build/${file}`, `pdf/${file}`);
  take("pdfjs-dist/LICENSE", "pdf/LICENSE");
  // Of the old kind too.
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

/**
 * wasm-bindgen's glue holds its one instance in the scope of the module. As a function it makes an instance each call, so
 * that a crashed one can be left; and without its loaders, for the client has its own.
 */
function asFactory(glue) {
  const loaders = glue.indexOf("async function __wbg_load(");
  const exported = glue.match(/^export (class Engine) /gm);
  if (loaders < 0 || exported?.length !== 1) throw new Error("wasm-bindgen's glue has changed: look at asFactory");
  const body = glue.slice(0, loaders).replace("export class Engine ", "class Engine ");
  return `/** Makes an instance of the module; returns its Engine. */
export async function instantiate(module) {
${body}
__wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
return Engine;
}
`;
}

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const manifest = readFileSync("Cargo.toml", "utf8");
const field = (name) => manifest.match(new RegExp(`^${name} = "(.*)"$`, "m"))[1];
const client = readdirSync("www/client");

const entry = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });

writeFileSync("pkg/bindings.js", asFactory(readFileSync("pkg/tickertone.js", "utf8")));
writeFileSync("pkg/module.js", `export const base64 =\n  "${readFileSync("pkg/tickertone_bg.wasm", "base64")}";\n`);

const files = [...client, "bindings.js", "module.js", "tickertone_bg.wasm"].sort();
const npmPackage = {
  name: field("name"),
  version: field("version"),
  description: field("description"),
  keywords: JSON.parse(manifest.match(/^keywords = (.*)$/m)[1]),
  license: field("license"),
  type: "module",
  exports: {
    ".": entry("index"),
    "./worker": entry("worker"),
    "./inline": entry("inline"),
    "./element": entry("element"),
    "./tickertone_bg.wasm": "./tickertone_bg.wasm",
    "./package.json": "./package.json",
  },
  types: "./index.d.ts",
  files: [...files, "LICENSE-APACHE", "LICENSE-MIT"],
  sideEffects: ["./worker.js", "./element.js"],
  engines: { node: ">=20.16" },
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
// What the page does not use stays out of it.
const others = /\.d\.ts$|^(element|passage|inline|module)\.js$/;
for (const file of files.filter((name) => !others.test(name))) cpSync(`pkg/${file}`, `dist/site/client/${file}`);
vendor("dist/site/vendor");
version("dist/site");

if (!weigh("dist/site")) process.exit(1);

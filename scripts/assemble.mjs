// Puts together what `wasm-pack build` left in pkg/: the npm package (pkg/) and the site (dist/site/); then weighs the site.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { weigh } from "./weigh.mjs";

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

if (!weigh("dist/site")) process.exit(1);

/** @file Taking a result away: the clipboard, a file, the printer. */

import { byId, element } from "./dom.js";
import { asCsv, asMarkdown, asText, fileName, titleOf } from "./record.js";
import { draws, now } from "./state.js";

const bar = /** @type {HTMLFieldSetElement} */ (byId("take"));
const said = byId("take-said");

/** @type {Record<string, (reading: import("./record.js").Reading) => void>} */
const ways = {
  text: (reading) => copy(asText(reading), said),
  markdown: (reading) => copy(asMarkdown(reading), said),
  json: ({ name, report }) => save(fileName(name, "json"), "application/json", `${JSON.stringify(report, null, 2)}\n`),
  csv: (reading) => save(fileName(reading.name, "csv"), "text/csv", asCsv([reading])),
  print: () => window.print(),
};

export function serveTake() {
  bar.addEventListener("click", ({ target }) => {
    const way = /** @type {HTMLElement} */ (target).dataset?.way;
    if (!way || !now.shown) return;
    const { text, report } = now.shown;
    ways[way]({ name: titleOf(text, report), report });
  });
  draws(["shown"], ({ shown }) => {
    bar.disabled = !shown;
    said.textContent = "";
  });
}

/** @param {string} text @param {HTMLElement} said Where to say how it went. */
export async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = "Copied.";
  } catch {
    said.textContent = "This browser does not let the page copy.";
  }
}

/** Gives the browser a file to save. @param {string} name @param {string} type @param {string} content */
export function save(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  element("a", { href: url, download: name }).click();
  // The download has begun with the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

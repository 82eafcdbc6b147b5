/** @file From a file to its text. What reads a format comes only when such a file does. */

/** Reads by the file's ending. @type {Record<string, (file: File) => Promise<string>>} */
const readers = {
  txt: (file) => file.text(),
  md: (file) => file.text(),
  html: async (file) => (await import("./html.js")).articleOf(await file.text()),
  eml: mailOf,
  pdf: pagesOf,
};
readers.htm = readers.html;
readers.markdown = readers.md;

/** The endings that can be read, as a file chooser wants them. */
export const ACCEPTED = Object.keys(readers)
  .map((ending) => `.${ending}`)
  .join(",");

/** @param {string} name */
const ending = (name) => name.toLowerCase().match(/\.(\w+)$/)?.[1] ?? "";

/** Whether a file can be read. @param {File} file */
export const readable = ({ name }) => ending(name) in readers;

/** The text of a file; empty if it has none. @param {File} file */
export const textOf = (file) => readers[ending(file.name)](file);

/** @param {File} file */
async function mailOf(file) {
  const { default: PostalMime } = await import("../vendor/mail/postal-mime.js");
  const { subject, text, html } = await PostalMime.parse(await file.arrayBuffer());
  const body = text?.trim() ? text : html ? (await import("./html.js")).articleOf(html) : "";
  return [subject, body].filter(Boolean).join("\n\n");
}

/** @param {File} file */
async function pagesOf(file) {
  const pdf = await import("../vendor/pdf/pdf.min.mjs");
  pdf.GlobalWorkerOptions.workerSrc = new URL("../vendor/pdf/pdf.worker.min.mjs", import.meta.url).href;
  const task = pdf.getDocument({ data: await file.arrayBuffer(), isEvalSupported: false, useWasm: false });
  try {
    const document = await task.promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(linesOf(items));
    }
    return pages.join("\n\n").trim();
  } finally {
    await task.destroy();
  }
}

/**
 * Lines that stand close below one another make a paragraph; a wider gap begins another.
 *
 * @param {{ str: string, hasEOL: boolean, height: number, transform: number[] }[]} items
 */
export function linesOf(items) {
  let text = "";
  let above = 0;
  let fresh = true;
  for (const { str, hasEOL, height, transform } of items) {
    if (fresh && str.trim()) {
      const gap = above - transform[5];
      if (text) text += gap > 1.7 * (height || 10) || gap < 0 ? "\n\n" : text.endsWith("-") ? "" : " ";
      above = transform[5];
      fresh = false;
    }
    text += str;
    if (hasEOL) fresh = true;
  }
  return text;
}

/**
 * The files among what was dropped, those in folders too.
 *
 * @param {DataTransfer} transfer
 */
export async function filesIn({ items, files }) {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null);
  if (!entries.some((entry) => entry?.isDirectory)) return [...files];
  return (await Promise.all(entries.map((entry) => within(/** @type {FileSystemEntry} */ (entry))))).flat();
}

/** @param {FileSystemEntry} entry @returns {Promise<File[]>} */
async function within(entry) {
  if (entry.isFile) return [await new Promise((ok, no) => /** @type {FileSystemFileEntry} */ (entry).file(ok, no))];
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const found = [];
  // A folder is handed out in parts, the last of them empty.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const part = await new Promise((ok, no) => reader.readEntries(ok, no));
    if (part.length === 0) return found.flat();
    found.push(...(await Promise.all(part.map(within))));
  }
}

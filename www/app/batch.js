/** @file Many files, read one after the other into the list; it can be stopped at any time. */

import { textOf } from "./files.js";
import { keep } from "./library.js";
import { titleOf } from "./record.js";
import { now, update } from "./state.js";

/** @typedef {import("../client/index.d.ts").Report} Report */

/** Files that wait. @type {File[]} */
let waiting = [];
let stopped = new AbortController();

/**
 * Reads files into the list after those that wait already; resolves when all are through, or at once where others are
 * being read.
 *
 * @param {readonly File[]} files
 * @param {(text: string, signal: AbortSignal) => Promise<Report>} analyze
 */
export async function readFiles(files, analyze) {
  waiting.push(...files);
  if (now.progress) {
    update({ progress: { ...now.progress, total: now.progress.total + files.length } });
    return;
  }
  stopped = new AbortController();
  const { signal } = stopped;
  update({ progress: { done: 0, total: files.length } });
  for (let file = waiting.shift(); file && now.progress; file = waiting.shift()) {
    const made = await readOne(file, (text) => analyze(text, signal));
    if (signal.aborted) break;
    await keep(made);
    update({ progress: { ...now.progress, done: now.progress.done + 1 } });
  }
  update({ progress: undefined });
}

export function cancel() {
  waiting = [];
  stopped.abort();
}

/** @param {File} file @param {(text: string) => Promise<Report>} analyze */
async function readOne(file, analyze) {
  let text = "";
  try {
    text = await textOf(file);
    if (text.trim() === "") return { name: file.name, text, error: "no text in it" };
    const report = await analyze(text);
    return { name: titleOf(text, report), text, report };
  } catch (error) {
    return { name: file.name, text, error: /** @type {Error} */ (error).message };
  }
}

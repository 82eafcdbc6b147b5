/** @file The way into a tab: puts the scripts of page/ there, on demand, and calls them. */

import { api, STYLE_ORIGIN } from "./browser.js";
import { STYLES } from "./styles.js";

/**
 * What page/read.js gives of a frame.
 *
 * @typedef {object} Found
 * @property {"selection" | "article" | "headlines" | "nothing"} kind
 * @property {string} text What is to be scored; all spans are into it.
 * @property {number} words
 * @property {string} [why] Why there is nothing: "canvas", "pdf" or "empty".
 * @property {{ start: number, end: number }[]} [items] The headlines in the text.
 */

/** A place to mark in a page, and how. @typedef {{ start: number, end: number, text: string, side: "good" | "bad", strength: number }} Mark */

const OWN = ["tree", "compose", "article", "headlines", "read", "marker"];
/** What is put into a page. Firefox takes a path without the slash as relative to the page that asks. */
const SCRIPTS = ["/readability/Readability.js", ...OWN.map((name) => `/extension/page/${name}.js`)];

/**
 * The permission that a click gives may reach the page's process after the script does, on a busy machine long after, and a frame
 * may go while it is read: when to try again, in milliseconds.
 */
const TRIES = [100, 400, 1000];

/** A frame inside counts only where it holds much more than the page around it. */
const OUTER = 2;

/**
 * Reads a tab: the frame with most of what is asked for. Rejects where the browser lets no extension in.
 *
 * @param {number} tab
 * @param {boolean} selection Whether only what is selected is asked for.
 * @returns {Promise<Found & { frame: number }>}
 */
export async function readTab(tab, selection) {
  const target = { tabId: tab, allFrames: true };
  const func = (/** @type {boolean} */ selection) => globalThis.tickertone.read(selection);
  const results = await patiently(async () => {
    await api.scripting.executeScript({ target, files: SCRIPTS });
    return api.scripting.executeScript({ target, func, args: [selection] });
  });
  const found = results.flatMap(({ frameId, result }) => (result ? [{ ...result, frame: frameId }] : []));
  if (found.length === 0) throw new Error("no frame of this tab could be read");
  const rank = ({ kind, words, frame }) => {
    const order = ["nothing", "headlines", "article", "selection"].indexOf(kind);
    return order * 1e9 + words * (frame === 0 ? OUTER : 1);
  };
  return found.sort((a, b) => rank(b) - rank(a))[0];
}

/**
 * What `ask` gives, asked again where it fails.
 *
 * @template T
 * @param {() => Promise<T>} ask
 * @param {number} [tried]
 * @returns {Promise<T>}
 */
async function patiently(ask, tried = 0) {
  try {
    return await ask();
  } catch (error) {
    if (tried === TRIES.length) throw error;
    await new Promise((resolve) => setTimeout(resolve, TRIES[tried]));
    return patiently(ask, tried + 1);
  }
}

/** Whether what was read there is still there. @param {number} tab @param {number} frame */
export async function standsIn(tab, frame) {
  const func = () => globalThis.tickertone?.reading !== undefined;
  return (await call(tab, frame, func)) === true;
}

/** Marks places in the page; true where all of them stand there as they were read. @param {number} tab @param {number} frame @param {readonly Mark[]} marks */
export async function mark(tab, frame, marks) {
  const style = { target: { tabId: tab, frameIds: [frame] }, css: STYLES, origin: STYLE_ORIGIN };
  try {
    // Twice the same would stand there twice.
    await api.scripting.removeCSS(style);
    await api.scripting.insertCSS(style);
  } catch {
    return false;
  }
  return call(tab, frame, (marks) => globalThis.tickertone?.mark(marks) ?? false, [marks]);
}

/** Scrolls the page to a place and lets it flash. @param {number} tab @param {number} frame @param {number} start @param {number} end */
export function showInPage(tab, frame, start, end) {
  return call(tab, frame, (start, end) => globalThis.tickertone?.show(start, end), [start, end]);
}

/** Takes all marks off a tab. @param {number} tab */
export async function clearMarks(tab) {
  const target = { tabId: tab, allFrames: true };
  try {
    await patiently(() => api.scripting.executeScript({ target, func: () => globalThis.tickertone?.clear() }));
    await api.scripting.removeCSS({ target, css: STYLES, origin: STYLE_ORIGIN });
  } catch {
    // The tab is closed or shows another site: with the page went its marks.
  }
}

/** Calls a function in one frame; `undefined` where the tab or the permission is gone. */
async function call(tab, frame, func, args = []) {
  try {
    const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, func, args });
    return result;
  } catch {
    return undefined;
  }
}

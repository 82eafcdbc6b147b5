/** @file The button's badge: the score of what was read in a tab, and a dot on the icon where a watched name is in it. */

import { side, signed } from "../app/format.js";
import { api } from "./browser.js";

/** White on these can be read. @type {Record<string, string>} */
const COLOURS = { good: "#0b5cad", bad: "#a84300", flat: "#6d7178" };

const icon = (/** @type {boolean} */ dot) => ({ 32: api.runtime.getURL(`extension/icons/32${dot ? "-dot" : ""}.png`) });

/**
 * @param {number} tab
 * @param {{ score: number, label: string }} verdict
 * @param {readonly string[]} named The watched names that it names.
 */
export async function showBadge(tab, { score, label }, named) {
  const names = named.length ? `. Watched: ${named.join(", ")}` : "";
  await Promise.all([
    // Four characters have room: "+.24".
    api.action.setBadgeText({ tabId: tab, text: signed(score).replace(/0(?=\.)/, "") }),
    api.action.setBadgeBackgroundColor({ tabId: tab, color: COLOURS[side(label)] }),
    api.action.setIcon({ tabId: tab, path: icon(named.length > 0) }),
    api.action.setTitle({ tabId: tab, title: `${label}, ${signed(score)}${names}` }),
  ]);
}

/** @param {number} tab */
export async function clearBadge(tab) {
  await Promise.all([
    api.action.setBadgeText({ tabId: tab, text: "" }),
    api.action.setIcon({ tabId: tab, path: icon(false) }),
    api.action.setTitle({ tabId: tab, title: "Score this page" }),
  ]);
}

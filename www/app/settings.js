/** @file What the reader has chosen for good: colours, watched names, whether articles are kept. It stays in the browser's local storage. */

/** @typedef {{ palette: "blue" | "green", watched: string[], history: boolean }} Settings */

const KEY = "tickertone.settings";

/** @type {Settings} */
const DEFAULTS = { palette: "blue", watched: [], history: false };

/** What is kept, with the defaults for whatever is missing or damaged. @returns {Settings} */
export function loadSettings() {
  /** @type {Partial<Settings>} */
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    // Storage is switched off, or holds something else.
  }
  return {
    palette: kept.palette === "green" ? "green" : DEFAULTS.palette,
    watched: Array.isArray(kept.watched) ? kept.watched.filter((name) => typeof name === "string") : DEFAULTS.watched,
    history: kept.history === true,
  };
}

/** @param {Partial<Settings>} change */
export function saveSettings(change) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...loadSettings(), ...change }));
  } catch {
    // Storage is switched off or full: the choice holds until the page is closed.
  }
}

export function forgetSettings() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

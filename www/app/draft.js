/**
 * @file The text in the box, kept for this tab so that a reload or a crash loses nothing. It stays in the browser's session
 * storage and goes when the tab is closed.
 */

const TEXT = "tickertone.text";

export const draft = {
  /** The text as it was typed last; empty if none. */
  load() {
    try {
      return sessionStorage.getItem(TEXT) ?? "";
    } catch {
      return ""; // Storage is switched off.
    }
  },
  /** @param {string} text */
  save(text) {
    try {
      // What was there is of no use any more, and the browser may need its room.
      sessionStorage.removeItem(TEXT);
      if (text) sessionStorage.setItem(TEXT, text);
    } catch {
      // Over the browser's quota, or storage is switched off.
    }
  },
};

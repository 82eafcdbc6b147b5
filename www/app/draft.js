/**
 * @file The user's text, kept for this tab so that a reload or a crash loses nothing. It stays in the browser's session
 * storage and goes when the tab is closed.
 */

const TEXT = "tickertone.text";
const PREVIOUS = "tickertone.previous";

/** What a sample took the place of; here too, for storage may be full or switched off. @type {string | undefined} */
let previous;

/** Whether it could be done. @param {(storage: Storage) => void} action */
function attempt(action) {
  try {
    action(sessionStorage);
    return true;
  } catch {
    return false; // Over the browser's quota, or storage is switched off.
  }
}

/** @param {string} key @param {string} text Empty, or too long for the browser: nothing is kept, nor what was before. */
function keep(key, text) {
  const kept = text !== "" && attempt((storage) => storage.setItem(key, text));
  if (!kept) attempt((storage) => storage.removeItem(key));
  return kept;
}

/** @param {string} key */
function recall(key) {
  let text = "";
  attempt((storage) => {
    text = storage.getItem(key) ?? "";
  });
  return text;
}

export const draft = {
  /** The text as it was typed last; empty if none. */
  load: () => recall(TEXT),
  /** @param {string} text */
  save(text) {
    if (keep(TEXT, text) || text === "") return;
    // The newest text has the first claim on the room there is.
    keep(PREVIOUS, "");
    keep(TEXT, text);
  },
  /** The text that a sample took the place of; empty if none. */
  previous: () => (previous ??= recall(PREVIOUS)),
  /** @param {string} text Empty forgets it. */
  setAside(text) {
    previous = text;
    keep(PREVIOUS, text);
  },
};

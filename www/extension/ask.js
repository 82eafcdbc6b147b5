/**
 * @file What the reader asked for, from the background script to the panel. It goes through the session's storage, since
 * the panel may not stand yet when the button is pressed, and the background script may be gone when it does.
 */

import { api } from "./browser.js";

/**
 * To read a tab. `selected` is the text that was selected where the menu was opened; the browser gives it even where no
 * script may go.
 *
 * @typedef {{ tab: number, selected?: string, at: number }} Ask
 */

const key = (/** @type {number} */ window) => `ask-${window}`;

/** @param {number} window @param {number} tab @param {string} [selected] */
export const ask = (window, tab, selected) => {
  // The time makes asking twice a change.
  return api.storage.session.set({ [key(window)]: { tab, selected, at: Date.now() } });
};

/** Hands over what is asked in a window: what waits already, and whatever comes. @param {number} window @param {(ask: Ask) => void} handle */
export async function onAsk(window, handle) {
  const mine = key(window);
  const take = (/** @type {Ask | undefined} */ asked) => {
    if (!asked) return;
    api.storage.session.remove(mine);
    handle(asked);
  };
  api.storage.session.onChanged.addListener((changes) => take(changes[mine]?.newValue));
  take((await api.storage.session.get(mine))[mine]);
}

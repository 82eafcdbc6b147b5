/** @file What Chromium and Firefox name differently; every other module uses these names. */

/** The browser's interface for extensions; both give promises. */
export const api = globalThis.browser ?? globalThis.chrome;

/** Opens the panel beside the page. Only at once after a click or a key does a browser allow it. @param {number} window */
export const openPanel = (window) =>
  api.sidePanel ? api.sidePanel.open({ windowId: window }) : api.sidebarAction.open();

/**
 * As whose the marks' style goes into a page. Chromium paints no tint that is the user's; in Firefox a page's own style, and
 * what is put beside it, does not reach into shadow roots.
 */
export const STYLE_ORIGIN = api.sidePanel ? "AUTHOR" : "USER";

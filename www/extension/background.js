/** @file Answers the button, the menu and the keys. Holds nothing, so that it may end at any time. */

import { ask } from "./ask.js";
import { clearBadge } from "./badge.js";
import { api, openPanel } from "./browser.js";
import { clearMarks } from "./tab.js";

api.runtime.onInstalled.addListener(() => {
  api.contextMenus.removeAll(() => {
    api.contextMenus.create({ id: "page", contexts: ["page"], title: "Score this page" });
    api.contextMenus.create({ id: "selection", contexts: ["selection"], title: "Score the selection" });
  });
});

api.action.onClicked.addListener((tab) => read(tab));
api.contextMenus.onClicked.addListener(({ selectionText }, tab) => tab && read(tab, selectionText));
api.commands.onCommand.addListener((name, tab) => {
  if (name === "clear" && tab) clearMarks(tab.id);
});

// The script in a page says that the page is another now; the panel hears it too, if it is open.
api.runtime.onMessage.addListener(({ changed }, { tab }) => {
  if (changed && tab) clearBadge(tab.id);
});

/** @param {{ id: number, windowId: number }} tab @param {string} [selected] */
function read({ id, windowId }, selected) {
  openPanel(windowId);
  ask(windowId, id, selected);
}

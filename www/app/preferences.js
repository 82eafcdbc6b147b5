/** @file The settings: colours, whether articles are kept for good, and the way to delete all that is kept. */

import { byId } from "./dom.js";
import { deleteEverything, keepForGood } from "./library.js";
import { forgetSettings, loadSettings, saveSettings } from "./settings.js";
import { draws, update } from "./state.js";

const dialog = /** @type {HTMLDialogElement} */ (byId("preferences"));
const history = /** @type {HTMLInputElement} */ (byId("history"));
const wipe = /** @type {HTMLButtonElement} */ (byId("wipe"));
const sure = byId("sure");

export function servePreferences() {
  byId("open-preferences").addEventListener("click", () => {
    sure.hidden = true;
    byId("wiped").textContent = "";
    dialog.showModal();
  });
  dialog.addEventListener("change", ({ target }) => {
    const { name, value } = /** @type {HTMLInputElement} */ (target);
    if (name !== "palette") return;
    const palette = /** @type {import("./settings.js").Settings["palette"]} */ (value);
    saveSettings({ palette });
    choose(palette);
  });
  history.addEventListener("change", () => {
    saveSettings({ history: history.checked });
    keepForGood(history.checked);
  });
  wipe.addEventListener("click", () => {
    sure.hidden = false;
    byId("wipe-yes").focus();
  });
  byId("wipe-no").addEventListener("click", () => {
    sure.hidden = true;
    wipe.focus();
  });
  byId("wipe-yes").addEventListener("click", async () => {
    await deleteEverything();
    forgetSettings();
    choose(loadSettings().palette);
    sure.hidden = true;
    byId("wiped").textContent = "Deleted. What stands in the box is still there.";
    wipe.focus();
  });
  draws(["history"], (state) => {
    history.checked = state.history;
  });
  const { palette, ...kept } = loadSettings();
  update(kept);
  choose(palette);
}

/** @param {import("./settings.js").Settings["palette"]} palette */
function choose(palette) {
  document.documentElement.dataset.palette = palette;
  const radio = dialog.querySelector(`[name="palette"][value="${palette}"]`);
  /** @type {HTMLInputElement} */ (radio).checked = true;
}

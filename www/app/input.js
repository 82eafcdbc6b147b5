/** @file The box for the text: what is typed, pasted or opened is read and kept. */

import { byId, element } from "./dom.js";
import { draft } from "./draft.js";
import { keep } from "./library.js";
import { titleOf } from "./record.js";
import { samples } from "./samples.js";
import { draws, now, update } from "./state.js";

/** A pause in typing after which the text is read, in milliseconds; what is pasted is read at once. */
const PAUSE = 120;
/** Typing goes on for this long before the text is put into storage, in milliseconds. */
const SAVE = 300;
/** A text stands for this long before it joins the list, where there is one or history is on, in milliseconds. */
const SETTLED = 3000;

/** What an input event calls a text that came whole. */
const PASTED = new Set(["insertFromPaste", "insertFromDrop"]);

const box = /** @type {HTMLTextAreaElement} */ (byId("text"));
const another = /** @type {HTMLButtonElement} */ (byId("another"));
/** The article in the box, so that its versions are one article in the list. */
let id = crypto.randomUUID();
/** @type {Record<string, ReturnType<typeof setTimeout>>} */
const timers = {};
/** @type {(text: string, delay: number) => void} */
let read;

/** @param {string} name @param {() => void} action @param {number} delay */
function later(name, action, delay) {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(action, delay);
}

/** @param {(text: string, delay: number) => void} onText What to do with a text, after so many milliseconds without a newer one. */
export function serveInput(onText) {
  read = onText;
  box.addEventListener("input", (event) => {
    const { inputType } = /** @type {InputEvent} */ (event);
    read(box.value, PASTED.has(inputType) ? 0 : PAUSE);
    offerAnother();
    later("save", () => draft.save(box.value), SAVE);
  });
  box.addEventListener("beforeinput", (event) => {
    const { inputType } = /** @type {InputEvent} */ (event);
    // Who pastes over a whole article has begun another.
    if (box.selectionEnd - box.selectionStart < box.value.length || !PASTED.has(inputType)) return;
    keepOwn(ownText());
    id = crypto.randomUUID();
  });
  window.addEventListener("pagehide", () => draft.save(box.value));
  for (const { name, text } of samples) {
    const button = element("button", { type: "button" }, name);
    button.addEventListener("click", () => open(text));
    byId("samples").append(button);
  }
  another.addEventListener("click", () => {
    open("");
    box.focus();
  });
  draws(["shown"], ({ shown }) => {
    if (!shown) return;
    const listed = now.articles.find(({ text }) => text === shown.text);
    if (listed && !listed.report) keepOwn(shown.text);
    else if (now.history || now.articles.length) later("history", () => keepOwn(ownText()), SETTLED);
  });
  // What was typed before this script ran is newer than what was kept.
  box.value ||= draft.load();
  offerAnother();
  read(box.value, 0);
}

/** The text in the box. */
export const text = () => box.value;

/**
 * Puts a text into the box; what stands there goes into the list, if it is the user's own.
 *
 * @param {string} text
 * @param {import("./library.js").Article["kept"]} [pieces] What is to count although it would be ignored.
 */
export function open(text, pieces = []) {
  keepOwn(ownText());
  id = crypto.randomUUID();
  box.value = text;
  box.scrollTop = 0;
  draft.save(text);
  offerAnother();
  update({ kept: { text, pieces } });
  read(text, 0);
}

/** @param {string} text */
function keepOwn(text) {
  if (!text) return;
  const { report, kept } = now.shown?.text === text ? now.shown : {};
  keep({ id, name: titleOf(text, report), text, report, kept: kept?.pieces.length ? kept.pieces : undefined });
}

/** The text in the box if it is the user's own, no sample. */
function ownText() {
  const text = box.value;
  return text.trim() === "" || samples.some((sample) => sample.text === text) ? "" : text;
}

function offerAnother() {
  another.disabled = box.value.trim() === "";
}

/**
 * @file What the page shows, in one place. Whatever changes it goes through `update`; every view draws itself from it and
 * keeps nothing of its own but where the reader is (a scroll, a fold).
 */

/** @typedef {import("../client/index.d.ts").Report} Report */

/** What is switched off, by index into the report. @typedef {{ phrases: ReadonlySet<number>, sentences: ReadonlySet<number> }} Off */

/** @type {Off} */
export const NOTHING_OFF = { phrases: new Set(), sentences: new Set() };

/** @type {import("./whatif.js").Kept} */
export const NOTHING_KEPT = { text: "", pieces: [] };

/**
 * @typedef {object} State
 * @property {import("./reader.js").View} view What the engine is at, and what became of it.
 * @property {{ text: string, report: Report, kept?: import("./whatif.js").Kept } | undefined} shown The report on the page, the text it is of, and what was kept in it.
 * @property {string | undefined} chosen The entity from whose side the article is shown; kept by name, for its place changes with the text.
 * @property {Off} off What counts for nothing for now.
 * @property {import("./whatif.js").Kept} kept What would be ignored but is to count.
 * @property {readonly string[]} watched Names that are looked for in every article.
 * @property {readonly import("./library.js").Article[]} articles The list, the newest first.
 * @property {boolean} history Whether the list is kept when the tab is closed.
 * @property {{ done: number, total: number } | undefined} progress How far the reading of files is.
 */

/** @type {State} */
const state = {
  view: { phase: "empty" },
  shown: undefined,
  chosen: undefined,
  off: NOTHING_OFF,
  kept: NOTHING_KEPT,
  watched: [],
  articles: [],
  history: false,
  progress: undefined,
};

/** @type {{ keys: readonly (keyof State)[], render: (state: Readonly<State>) => void }[]} */
const views = [];

/** The state as it is now. @type {Readonly<State>} */
export const now = state;

/**
 * Draws now, and again whenever one of these changes.
 *
 * @param {readonly (keyof State)[]} keys
 * @param {(state: Readonly<State>) => void} render
 */
export function draws(keys, render) {
  views.push({ keys, render });
  render(state);
}

/** @param {Partial<State>} change */
export function update(change) {
  Object.assign(state, change);
  for (const { keys, render } of views) if (keys.some((key) => key in change)) render(state);
}

/** The entity chosen, if the text still names it. @param {Readonly<State>} state */
export function chosenEntity({ shown, chosen }) {
  return shown?.report.entities.find(({ name }) => name === chosen);
}

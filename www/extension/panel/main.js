/** @file The panel beside a page: asks for the page's text, shows the report of it, and marks the page. */

import { serveArticle } from "../../app/article.js";
import { byId } from "../../app/dom.js";
import { draft } from "../../app/draft.js";
import { serveEntities } from "../../app/entities.js";
import { servePopover } from "../../app/popover.js";
import { serveReading } from "../../app/reading.js";
import { loadSettings } from "../../app/settings.js";
import { draws, now, update } from "../../app/state.js";
import { serveStrip } from "../../app/strip.js";
import { serveTake } from "../../app/take.js";
import { serveVerdict } from "../../app/verdict.js";
import { onAsk } from "../ask.js";
import { clearBadge, showBadge } from "../badge.js";
import { api } from "../browser.js";
import { readTab, standsIn } from "../tab.js";
import { clearHeadlines, headlineMarks, readHeadlines, serveHeadlines } from "./headlines.js";
import { paint, servePage, unpaint } from "./page.js";

/** What is read in a tab: `frame` is missing where the text has no place in the page. @typedef {import("../tab.js").Found & { tab?: number, frame?: number }} Source */

/** The engine's worker ends after so many milliseconds without work; the next text starts another. */
const IDLE = 20_000;
/** A pause in typing after which a text is read, in milliseconds. */
const PAUSE = 120;
/** Tabs of which the text is remembered. */
const MOST_TABS = 20;

const HINT = "Press tickertone’s button in the toolbar to score the page beside.";

/** @type {Record<string, string>} */
const SAID = {
  selection: "The selection alone.",
  article: "",
  pasted: "Your own text.",
};
/** @type {Record<string, string>} */
const WHY = {
  canvas: "This page draws its text as a picture, so it cannot be read. Select and copy the text and paste it below.",
  pdf: "The browser’s PDF viewer cannot be read. Select and copy the text and paste it below.",
  empty: "There is no text on this page that could be scored. You can paste one below.",
  forbidden: "The browser lets no extension read this page. You can paste its text below.",
};

const about = byId("about");
const again = byId("again");
const clear = byId("clear");
const other = /** @type {HTMLDetailsElement} */ (byId("other"));
const pasted = /** @type {HTMLTextAreaElement} */ (byId("pasted"));

/** The last text of each tab. @type {Map<number, Source>} */
const sources = new Map();
/** What is shown now. @type {Source | undefined} */
let source;
/** The tab that is beside the panel. @type {number | undefined} */
let beside;
/** What was asked last of each tab: a newer question makes the answer to an older one void. @type {Map<number, object>} */
const asked = new Map();

update({ watched: loadSettings().watched });
serveVerdict(HINT);
serveEntities();
serveArticle();
serveStrip();
servePopover();
serveTake();
const reader = serveReading({ idle: IDLE });
serveHeadlines();
servePage(() => source, headlineMarks);
draws(["watched"], () => source && score(source));
draws(["kept"], ({ kept, shown }) => kept === shown?.kept || (source && score(source)));
draws(["shown"], ({ shown }) => shown && source?.tab !== undefined && badge(source.tab, shown));
again.addEventListener("click", () => beside !== undefined && read(beside));
clear.addEventListener("click", () => beside !== undefined && unpaint(beside));
pasted.value = draft.load();
other.open = pasted.value !== "";
pasted.addEventListener("input", () => {
  draft.save(pasted.value);
  show({ kind: "pasted", text: pasted.value, words: 0 }, PAUSE);
});
reader.prepare();
follow();

/** Follows the tab in front of this window, or stays with the one named in the address. */
async function follow() {
  const fixed = new URLSearchParams(location.search).get("tab");
  const [tab] = fixed
    ? [await api.tabs.get(Number(fixed))]
    : await api.tabs.query({ active: true, currentWindow: true });
  turnTo(tab.id);
  await onAsk(tab.windowId, (ask) => {
    if (fixed && ask.tab !== tab.id) return;
    turnTo(ask.tab);
    read(ask.tab, ask.selected);
  });
  api.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (!fixed && windowId === tab.windowId) turnTo(tabId);
  });
  api.tabs.onRemoved.addListener((id) => sources.delete(id));
  api.tabs.onUpdated.addListener(async (id, { status }) => {
    const known = sources.get(id);
    if (status === "complete" && known?.frame !== undefined && !(await standsIn(id, known.frame))) gone(id);
  });
  api.runtime.onMessage.addListener(({ changed }, sender) => {
    if (changed && sender.tab?.id !== undefined) gone(sender.tab.id);
  });
}

/** Shows what is known of a tab. @param {number} tab */
function turnTo(tab) {
  if (tab === beside) return;
  beside = tab;
  show(sources.get(tab));
}

/** The page of a tab is another now. @param {number} tab */
function gone(tab) {
  if (!sources.delete(tab)) return;
  clearBadge(tab).catch(() => {});
  if (tab !== beside || source?.tab !== tab) return;
  show(undefined);
  about.textContent = "The page has changed.";
}

/** @param {number} tab @param {string} [selected] What the browser says is selected. */
async function read(tab, selected) {
  const mine = {};
  asked.set(tab, mine);
  about.textContent = "Reading the page…";
  /** @type {Source} */
  let found;
  try {
    found = await readTab(tab, selected !== undefined);
  } catch {
    found = { kind: "nothing", text: "", words: 0, why: "forbidden" };
  }
  // Where the script sees no selection (a viewer, a frame of another site), the browser's word for it will do.
  if (selected && found.kind !== "selection") found = { kind: "selection", text: selected, words: 0 };
  if (asked.get(tab) !== mine) return;
  asked.delete(tab);
  const made = { ...found, tab };
  sources.delete(tab);
  sources.set(tab, made);
  if (sources.size > MOST_TABS) sources.delete(sources.keys().next().value);
  if (tab === beside) show(made);
}

/** @param {Source | undefined} next @param {number} [delay] */
function show(next, delay = 0) {
  source = next;
  update({ chosen: undefined });
  document.body.dataset.kind = next?.kind ?? "none";
  about.textContent = next?.kind === "nothing" ? WHY[next.why ?? "empty"] : next ? (SAID[next.kind] ?? "") : "";
  again.hidden = beside === undefined;
  clear.hidden = next?.frame === undefined || next.kind === "nothing";
  if (next?.kind === "nothing") other.open = true;
  score(next, delay);
}

/** @param {Source | undefined} what @param {number} [delay] */
async function score(what, delay = 0) {
  clearHeadlines();
  reader.read(what?.kind === "headlines" ? "" : (what?.text ?? ""), delay);
  if (what?.kind !== "headlines") return;
  const mean = await readHeadlines(what, (text, signal) => reader.analyze(text, signal));
  if (!mean || what.tab === undefined) return;
  paint();
  showBadge(what.tab, mean, mean.named).catch(() => {});
}

/** @param {number} tab @param {NonNullable<import("../../app/state.js").State["shown"]>} shown */
function badge(tab, { text, report }) {
  if (source?.text !== text) return;
  const named = report.entities.filter(({ name }) => now.watched.includes(name)).map(({ name }) => name);
  // The tab may have been closed meanwhile.
  showBadge(tab, report, named).catch(() => {});
}

/**
 * @file The articles that are kept: those of this tab, and, where the reader has switched that on, those of earlier
 * visits. They lie in the browser's own database and nowhere else.
 */

import { openDB } from "../vendor/idb.js";
import { now, update } from "./state.js";

/** @typedef {import("../client/index.d.ts").Report} Report */
/** @typedef {import("../client/index.d.ts").Ignored} Ignored */

/**
 * `tab` is the tab it belongs to; empty where it is kept for good. `order` is the time it came, with what came at once in its order.
 *
 * @typedef {{ id: string, tab: string, order: number, name: string, text: string, report?: Report, kept?: readonly Ignored[], error?: string }} Article
 */

const DATABASE = "tickertone";
/** What a tab that crashed has left goes after a day. */
const DAY = 24 * 60 * 60 * 1000;

/** Survives a reload and a crash, not the closing of the tab. */
const tab = ownTab();
/** @type {Promise<import("idb").IDBPDatabase> | undefined} */
let opened;

function ownTab() {
  try {
    const kept = sessionStorage.getItem("tickertone.tab") ?? crypto.randomUUID();
    sessionStorage.setItem("tickertone.tab", kept);
    return kept;
  } catch {
    return crypto.randomUUID();
  }
}

/** Does something with the database; where the browser has none to offer, the list lasts as long as the page. @template T @param {(db: import("idb").IDBPDatabase) => Promise<T>} action @returns {Promise<T | undefined>} */
async function attempt(action) {
  try {
    opened ??= openDB(DATABASE, 1, { upgrade: (db) => db.createObjectStore("articles", { keyPath: "id" }) });
    return await action(await opened);
  } catch {
    opened = undefined;
    return undefined;
  }
}

/** Brings back what is kept. */
export async function loadLibrary() {
  const all = /** @type {Article[]} */ ((await attempt((db) => db.getAll("articles"))) ?? []);
  const old = all.filter((article) => article.tab && article.tab !== tab && article.order < Date.now() - DAY);
  await attempt((db) => Promise.all(old.map(({ id }) => db.delete("articles", id))));
  const known = new Set(now.articles.map(({ id }) => id));
  const mine = all.filter((article) => (!article.tab || article.tab === tab) && !known.has(article.id));
  if (mine.length) update({ articles: [...mine.sort((a, b) => b.order - a.order), ...now.articles] });
}

/**
 * Puts an article into the list, the newest first; one of the same id or the same text takes the other's place.
 *
 * @param {Omit<Article, "id" | "tab" | "order"> & { id?: string }} made
 */
export async function keep(made) {
  const same = now.articles.find(({ id, text }) => id === made.id || (text !== "" && text === made.text));
  if (same?.report && same.text === made.text && same.kept?.length === made.kept?.length) return;
  const { id = crypto.randomUUID(), ...rest } = made;
  /** @type {Article} */
  const article = { id: same?.id ?? id, tab: now.history ? "" : tab, order: Date.now(), ...rest };
  update({ articles: [article, ...now.articles.filter((other) => other !== same)] });
  await attempt((db) => db.put("articles", article));
}

/** @param {Article} article */
export async function remove(article) {
  update({ articles: now.articles.filter((other) => other !== article) });
  await attempt((db) => db.delete("articles", article.id));
}

/** Empties the list. */
export async function clearLibrary() {
  const gone = now.articles;
  update({ articles: [] });
  await attempt((db) => Promise.all(gone.map(({ id }) => db.delete("articles", id))));
}

/** Keeps the list for good, or for this tab alone. @param {boolean} history */
export async function keepForGood(history) {
  const articles = now.articles.map((article) => ({ ...article, tab: history ? "" : tab }));
  update({ history, articles });
  await attempt(async (db) => {
    const { store, done } = db.transaction("articles", "readwrite");
    for (const article of articles) store.put(article);
    await done;
  });
}

/** Deletes all articles, of this tab and of others. */
export async function deleteEverything() {
  update({ articles: [], history: false, watched: [] });
  await attempt((db) => db.clear("articles"));
}

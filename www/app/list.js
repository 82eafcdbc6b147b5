/**
 * @file The list of articles: sorted, filtered, for the whole of each or for one watched name; open one, take away all.
 */

import { cancel, readFiles } from "./batch.js";
import { byId, element } from "./dom.js";
import { ACCEPTED, filesIn, readable } from "./files.js";
import { percent, signed, some } from "./format.js";
import { clearLibrary, remove } from "./library.js";
import { asCsv } from "./record.js";
import { draws, now } from "./state.js";
import { save } from "./take.js";
import { tone } from "./tone.js";

/** @typedef {import("../client/index.d.ts").Report} Report */
/** @typedef {import("./library.js").Article} Article */
/** @typedef {{ article: Article, name: string, score: number, label: string, relevance: number, about: string }} Row */

/** Entities named for each article. */
const MOST_ENTITIES = 3;
/** Rows drawn at first; a list of thousands is sorted and filtered, not scrolled. */
const PAGE = 100;

const section = byId("desk");
const table = /** @type {HTMLTableElement} */ (section.querySelector("table"));
const body = table.tBodies[0];
const filter = /** @type {HTMLInputElement} */ (byId("desk-filter"));
const whose = /** @type {HTMLSelectElement} */ (byId("desk-whose"));
const progress = byId("progress");
const said = byId("desk-said");
const more = /** @type {HTMLButtonElement} */ (section.querySelector(".more"));
const chooser = /** @type {HTMLInputElement} */ (byId("files"));
const folder = /** @type {HTMLInputElement} */ (byId("folder"));

/** @type {{ by: "order" | "name" | "score" | "relevance", down: boolean }} */
let sorted = { by: "order", down: true };
let most = PAGE;
/** While files are read the list is drawn so often, in milliseconds: each time takes as long as reading a file or two. */
const PACE = 250;
/** Whether the list is to be drawn soon. */
let due = false;

/**
 * @param {typeof import("./input.js").open} open Puts an article into the box.
 * @param {(text: string, signal: AbortSignal) => Promise<Report>} analyze
 */
export function serveList(open, analyze) {
  chooser.accept = ACCEPTED;
  const read = (/** @type {readonly File[]} */ files) => take(files, open, analyze);
  for (const input of [chooser, folder]) {
    input.addEventListener("change", () => {
      read([...(input.files ?? [])]);
      input.value = "";
    });
  }
  byId("open-files").addEventListener("click", () => chooser.click());
  byId("open-folder").addEventListener("click", () => folder.click());
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", async (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    read(await filesIn(event.dataTransfer));
  });
  byId("cancel").addEventListener("click", cancel);
  byId("desk-csv").addEventListener("click", () => save("tickertone.csv", "text/csv", asCsv(readings())));
  byId("desk-json").addEventListener("click", () => {
    const records = readings().map(({ name, report }) => ({ article: name, ...report }));
    save("tickertone.json", "application/json", `${JSON.stringify(records, null, 2)}\n`);
  });
  byId("desk-clear").addEventListener("click", clearLibrary);
  for (const input of [filter, whose]) input.addEventListener("input", draw);
  more.addEventListener("click", () => {
    most = Number.POSITIVE_INFINITY;
    draw();
  });
  table.tHead?.addEventListener("click", ({ target }) => {
    const by = /** @type {HTMLElement} */ (target).closest("button")?.dataset.by;
    if (!by) return;
    sorted = { by: /** @type {typeof sorted.by} */ (by), down: sorted.by === by ? !sorted.down : by !== "name" };
    draw();
  });
  body.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    const article = now.articles.find(({ id }) => id === button?.closest("tr")?.dataset.id);
    if (!button || !article) return;
    if (button.classList.contains("open")) open(article.text, article.kept);
    else remove(article);
  });
  draws(["articles", "watched", "shown"], () => {
    if (!due) setTimeout(draw, now.progress ? PACE : 0);
    due = true;
  });
  draws(["progress"], ({ progress: at }) => {
    progress.hidden = !at;
    if (!at) return;
    const bar = /** @type {HTMLProgressElement} */ (progress.querySelector("progress"));
    bar.max = at.total;
    bar.value = at.done;
    /** @type {HTMLElement} */ (progress.querySelector("span")).textContent = `${at.done} of ${at.total} read`;
  });
}

/**
 * @param {readonly File[]} files
 * @param {typeof import("./input.js").open} open
 * @param {(text: string, signal: AbortSignal) => Promise<Report>} analyze
 */
async function take(files, open, analyze) {
  const usable = files.filter(readable);
  const left = files.length - usable.length;
  said.textContent = left ? `${some(left, "file")} left out: only ${ACCEPTED.replaceAll(",", ", ")} can be read.` : "";
  if (usable.length === 0) return;
  const before = new Set(now.articles);
  await readFiles(usable, analyze);
  const read = now.articles.filter((article) => !before.has(article));
  if (usable.length === 1 && read[0]?.report) open(read[0].text);
}

/** What is in the list, as it is filtered and sorted. */
function readings() {
  return rows().flatMap(({ article: { name, report } }) => (report ? [{ name, report }] : []));
}

function rows() {
  const wanted = filter.value.trim().toLowerCase();
  const all = now.articles.flatMap((article) => rowOf(article) ?? []);
  const kept = all.filter(({ name, about }) => `${name} ${about}`.toLowerCase().includes(wanted));
  const { by, down } = sorted;
  const value = (/** @type {Row} */ row) => (by === "order" ? row.article.order : row[by]);
  const order = (/** @type {Row} */ a, /** @type {Row} */ b) => {
    const [one, other] = [value(a), value(b)];
    return typeof one === "string" ? one.localeCompare(String(other)) : one - Number(other);
  };
  kept.sort(down ? (a, b) => order(b, a) : order);
  return kept;
}

/** What the list says of an article; nothing if it does not name the entity that is asked for. @param {Article} article @returns {Row | undefined} */
function rowOf(article) {
  const { name, report, error } = article;
  if (!report)
    return whose.value ? undefined : { article, name, score: 0, label: "", relevance: 0, about: error ?? "" };
  const entities = report.entities.toSorted((a, b) => b.relevance - a.relevance);
  const about = entities
    .slice(0, MOST_ENTITIES)
    .map(({ name }) => name)
    .join(", ");
  if (!whose.value) return { article, name, score: report.score, label: report.label, relevance: 1, about };
  const entity = entities.find(({ name }) => name === whose.value);
  return entity && { article, name, score: entity.score, label: entity.label, relevance: entity.relevance, about };
}

function draw() {
  due = false;
  section.hidden = now.articles.length === 0;
  drawChoices();
  table.toggleAttribute("data-whole", !whose.value);
  const all = rows();
  body.replaceChildren(...all.slice(0, most).map(drawn));
  more.hidden = all.length <= most;
  more.textContent = `Show all ${all.length}`;
  const scores = all.filter(({ article }) => article.report).map(({ score }) => score);
  const mean = scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : 0;
  byId("desk-mean").textContent =
    scores.length > 1 ? `${some(scores.length, "article")}, ${signed(mean)} on average` : "";
  for (const header of table.tHead?.querySelectorAll("th") ?? []) {
    const own = header.querySelector("button")?.dataset.by === sorted.by;
    if (own) header.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
    else header.removeAttribute("aria-sort");
  }
}

/** The whole article, or one of the names that are watched. */
function drawChoices() {
  const names = [...new Set(now.watched)].sort((a, b) => a.localeCompare(b));
  const chosen = names.includes(whose.value) ? whose.value : "";
  whose.replaceChildren(
    element("option", { value: "" }, "the whole article"),
    ...names.map((name) => element("option", { value: name }, name)),
  );
  whose.value = chosen;
  /** @type {HTMLElement} */ (whose.parentElement).hidden = names.length === 0;
}

/** @param {Row} row */
function drawn({ article, name, score, label, relevance, about }) {
  const { id, report, text, error } = article;
  const current = text === now.shown?.text;
  const title = text
    ? element("button", { type: "button", class: "open bare", "aria-current": current && "true" }, name)
    : element("span", {}, name);
  const told = report ? tone(score, label) : [element("small", {}, `Not read: ${error ?? "waiting"}`)];
  return element(
    "tr",
    { "data-id": id },
    element("th", { scope: "row" }, title, element("small", {}, report ? about : "")),
    element("td", {}, ...told),
    element("td", { class: "share" }, report && whose.value ? percent(relevance) : ""),
    element("td", {}, element("button", { type: "button", class: "remove", "aria-label": `Remove ${name}` }, "×")),
  );
}

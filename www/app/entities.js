/** @file The table of companies and assets: choose one, watch one, add one that was not found. */

import { byId, element } from "./dom.js";
import { kinds, percent } from "./format.js";
import { saveSettings } from "./settings.js";
import { draws, now, update } from "./state.js";
import { copy } from "./take.js";
import { tone } from "./tone.js";

/** @typedef {import("../client/index.d.ts").Entity} Entity */

/** Rows at first; the rest is a click away. */
const FIRST = 8;

const section = byId("entities");
const table = /** @type {HTMLTableElement} */ (section.querySelector("table"));
const body = table.tBodies[0];
const none = /** @type {HTMLElement} */ (section.querySelector(".none"));
const more = /** @type {HTMLButtonElement} */ (section.querySelector(".more"));
const form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
const said = byId("add-said");
const names = byId("copy-names");
const absent = byId("absent");

/** As they stand in the table. @type {readonly Entity[]} */
let entities = [];
let all = false;

export function serveEntities() {
  body.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    const row = button?.closest("tr");
    if (!button || !row) return;
    const { name } = entities[Number(row.dataset.entity)];
    if (button.classList.contains("watch")) watch(name, !now.watched.includes(name));
    else choose(name === now.chosen ? undefined : name);
  });
  more.addEventListener("click", () => {
    all = true;
    draw();
    body.querySelectorAll("tr")[FIRST].querySelector("button")?.focus();
  });
  absent.addEventListener("click", ({ target }) => {
    const name = /** @type {HTMLElement} */ (target).closest("button")?.dataset.name;
    if (!name) return;
    watch(name, false);
    const next = absent.querySelector("button") ?? form.querySelector("input");
    next?.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add(/** @type {HTMLInputElement} */ (form.elements.namedItem("name")));
  });
  names.addEventListener("click", () => copy(now.watched.join("; "), said));
  draws(["shown", "watched"], ({ shown, watched }) => {
    names.hidden = watched.length === 0;
    entities = shown ? shown.report.entities.toSorted((a, b) => b.relevance - a.relevance) : [];
    none.textContent = shown
      ? entities.length
        ? "Choose one to see the article from its side. A star marks it in every article."
        : "No company or asset was recognised."
      : "Companies and other assets that the text names, each with its own tone.";
    draw();
  });
  draws(["chosen"], markChosen);
}

/** Shows the article from the side of this name, and goes there where it stands below the window. @param {string | undefined} name */
function choose(name) {
  update({ chosen: name });
  const title = byId("article-title");
  if (name && title.getBoundingClientRect().top > window.innerHeight) title.scrollIntoView();
}

/** Keeps a name for every article, or forgets it. @param {string} name @param {boolean} on */
function watch(name, on) {
  const watched = now.watched.filter((other) => other !== name);
  if (on) watched.push(name);
  keepWatched(watched);
}

/** @param {string[]} watched */
function keepWatched(watched) {
  saveSettings({ watched });
  update({ watched });
}

/** Watches the names typed, with semicolons between; what the text has under another spelling, as it has it. @param {HTMLInputElement} box */
function add(box) {
  const typed = box.value.split(";").map((name) => name.trim().replace(/\s+/g, " "));
  const names = [...new Set(typed.filter(Boolean).map(asFound))];
  box.value = "";
  const text = now.shown?.text.toLowerCase();
  const missing = names.filter((name) => text && !text.includes(name.toLowerCase()));
  const which = missing.join("”, “");
  said.textContent = which && `“${which}” is not in this article. It will be looked for in the next.`;
  if (names.length) keepWatched([...now.watched.filter((other) => !names.includes(other)), ...names]);
}

/** @param {string} typed */
function asFound(typed) {
  const same = (/** @type {string | undefined} */ name) => name?.toLowerCase() === typed.toLowerCase();
  return entities.find(({ name, ticker }) => same(name) || same(ticker))?.name ?? typed;
}

function draw() {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const place = focused && body.contains(focused) && [focused.dataset.name, focused.className];
  const shown = all ? entities : entities.slice(0, FIRST);
  body.replaceChildren(...shown.map(row));
  markChosen();
  // The rows are new; whoever was on one of them by keyboard stays there.
  if (place) {
    for (const button of body.querySelectorAll("button")) {
      if (button.dataset.name === place[0] && button.className === place[1]) button.focus();
    }
  }
  table.hidden = entities.length === 0;
  more.hidden = shown.length === entities.length;
  more.textContent = `Show all ${entities.length}`;
  showAbsent();
}

function markChosen() {
  for (const button of body.querySelectorAll(".name")) {
    button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.name === now.chosen));
  }
}

/** The names watched that this article does not have. */
function showAbsent() {
  const missing = now.watched.filter((name) => !entities.some((entity) => entity.name === name));
  absent.hidden = missing.length === 0;
  const items = missing.map((name) =>
    element(
      "li",
      {},
      name,
      element("button", { type: "button", "data-name": name, "aria-label": `Stop watching ${name}` }, "×"),
    ),
  );
  /** @type {HTMLElement} */ (absent.querySelector("ul")).replaceChildren(...items);
}

/** @param {Entity} entity @param {number} index */
function row(entity, index) {
  const { name, ticker, exchange, kind, score, label, relevance, mentions, readthrough } = entity;
  const watched = now.watched.includes(name);
  const about = element("small", {}, ...(ticker ? [element("b", {}, ticker), " · "] : []), kinds[kind]);
  if (ticker && exchange) about.title = `${exchange}: ${ticker}`;
  if (readthrough)
    about.append(" · ", element("span", { title: "Touched by statements about others only" }, "read-through"));
  const meter = element("span", { class: "meter", "aria-hidden": "true" });
  meter.style.setProperty("--size", `${relevance * 100}%`);
  const star = element(
    "button",
    {
      type: "button",
      class: "watch",
      "data-name": name,
      "aria-pressed": String(watched),
      "aria-label": `Watch ${name}`,
      title: watched ? "Watched in every article" : "Watch in every article",
    },
    watched ? "★" : "☆",
  );
  return element(
    "tr",
    { "data-entity": index, "data-watched": watched },
    element(
      "th",
      { scope: "row" },
      element("button", { type: "button", class: "name bare", "data-name": name }, name),
      about,
    ),
    element("td", {}, ...tone(score, label)),
    element("td", {}, meter, element("small", {}, percent(relevance))),
    element("td", {}, element("small", {}, String(mentions.length))),
    element("td", {}, star),
  );
}

/** @file The table of companies and assets. Choosing a name shows the article from its side. */

import { byId, element } from "./dom.js";
import { kinds, percent, side, signed } from "./format.js";

/** @typedef {import("../client/index.d.ts").Entity} Entity */

/** Rows at first; the rest is a click away. */
const FIRST = 8;

const section = byId("entities");
const table = /** @type {HTMLTableElement} */ (section.querySelector("table"));
const body = table.tBodies[0];
const none = /** @type {HTMLElement} */ (section.querySelector(".none"));
const more = /** @type {HTMLButtonElement} */ (section.querySelector(".more"));

/** @type {readonly Entity[]} */
let entities = [];
/** Kept by name, for the place changes with the text. @type {string | undefined} */
let chosen;
let all = false;

/**
 * Calls back with the entity chosen, or none when the choice is taken back.
 *
 * @param {(entity: Entity | undefined) => void} changed
 */
export function onChoice(changed) {
  body.addEventListener("click", (event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest("tr");
    if (!row) return;
    const entity = entities[Number(row.dataset.entity)];
    choose(entity.name === chosen ? undefined : entity.name);
    changed(chosenEntity());
  });
  more.addEventListener("click", () => {
    all = true;
    draw();
    body.querySelectorAll("button")[FIRST].focus();
  });
}

/** The entity chosen, if the text still names it. */
export function chosenEntity() {
  return entities.find(({ name }) => name === chosen);
}

/** Takes the table off the page. @param {string} hint What will stand there. */
export function clearEntities(hint) {
  showEntities([]);
  none.textContent = hint;
}

/** @param {string | undefined} name */
export function choose(name) {
  chosen = name;
  for (const button of body.querySelectorAll("button")) {
    const row = /** @type {HTMLElement} */ (button.closest("tr"));
    const pressed = entities[Number(row.dataset.entity)].name === name;
    button.setAttribute("aria-pressed", String(pressed));
  }
}

/** @param {readonly Entity[]} found */
export function showEntities(found) {
  entities = found.toSorted((a, b) => b.relevance - a.relevance);
  draw();
}

function draw() {
  const focused = body.contains(document.activeElement) && document.activeElement?.textContent;
  const shown = all ? entities : entities.slice(0, FIRST);
  body.replaceChildren(...shown.map(row));
  choose(chosenEntity()?.name);
  // The rows are new; whoever was on one of them by keyboard stays there.
  for (const button of body.querySelectorAll("button")) if (button.textContent === focused) button.focus();
  table.hidden = entities.length === 0;
  none.textContent = table.hidden ? "No company or asset was recognised." : "";
  more.hidden = shown.length === entities.length;
  more.textContent = `Show all ${entities.length}`;
}

/** @param {Entity} entity @param {number} index */
function row(entity, index) {
  const { name, ticker, exchange, kind, score, label, relevance, mentions, readthrough } = entity;
  const about = element("small", {}, ...(ticker ? [element("b", {}, ticker), " · "] : []), kinds[kind]);
  if (ticker && exchange) about.title = `${exchange}: ${ticker}`;
  if (readthrough)
    about.append(" · ", element("span", { title: "Touched by statements about others only" }, "read-through"));
  const bar = element("span", { class: `balance ${side(label)}`, "aria-hidden": "true" });
  bar.style.setProperty("--from", `${Math.min(0.5, (score + 1) / 2) * 100}%`);
  bar.style.setProperty("--size", `${(Math.abs(score) / 2) * 100}%`);
  const tone = element("small", {}, element("b", {}, signed(score)), ` ${label}`);
  const meter = element("span", { class: "meter", "aria-hidden": "true" });
  meter.style.setProperty("--size", `${relevance * 100}%`);
  return element(
    "tr",
    { "data-entity": index },
    element("th", { scope: "row" }, element("button", { type: "button" }, name), about),
    element("td", {}, bar, tone),
    element("td", {}, meter, element("small", {}, percent(relevance))),
    element("td", {}, element("small", {}, String(mentions.length))),
  );
}

// <tick-tone>: reads the text inside it, marks its phrases and shows score and companies. The only file here that knows the
// DOM. The text's own elements stay as they are: marks are ranges (CSS Custom Highlight API), the rest is a shadow tree.

import { createAnalyzer } from "./index.js";
import { readText } from "./passage.js";

const SUMMARY = `
  :host { display: block; }
  [part="summary"] { font: 0.9em/1.5 system-ui, sans-serif; border-block-end: 1px solid; margin-block-end: 1em; }
  [part="summary"]:empty { display: none; }
  ul { display: flex; flex-wrap: wrap; gap: 0 1.5em; list-style: none; margin: 0; padding: 0; }
`;
// Two kinds of line besides two colours, so that nothing hangs on the colours.
const MARKS = `
  ::highlight(tick-tone-good) { text-decoration: underline solid light-dark(#14743f, #62cf93) 0.12em; }
  ::highlight(tick-tone-bad) { text-decoration: underline dashed light-dark(#b3261e, #ff9a90) 0.12em; }
`;

/** One engine for all elements; made when the first is on the page, and again if that failed. */
let shared;

function engine() {
  shared ??= createAnalyzer(TickTone.setup).catch((error) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

function sheet(rules) {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}

/** The ranges of good and of bad phrases, which all elements share as the registry is the document's. */
let marks;

/** Those ranges; nothing in a browser that has no such registry. */
function registry() {
  if (marks || !globalThis.CSS?.highlights) return marks;
  marks = { good: new Highlight(), bad: new Highlight() };
  for (const [name, ranges] of Object.entries(marks)) CSS.highlights.set(`tick-tone-${name}`, ranges);
  document.adoptedStyleSheets.push(sheet(MARKS));
  return marks;
}

const signed = (score) => (score < 0 ? "\u2212" : "+") + Math.abs(score).toFixed(2);

export class TickTone extends HTMLElement {
  static observedAttributes = ["heading", "targets"];
  static setup;

  #report;
  #summary = document.createElement("div");
  /** @type {Range[]} */
  #ranges = [];
  #reading = new AbortController();
  #observer = new MutationObserver(() => this.#read());

  constructor() {
    super();
    this.#summary.part = "summary";
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets.push(sheet(SUMMARY));
    root.append(this.#summary, document.createElement("slot"));
  }

  get report() {
    return this.#report;
  }

  connectedCallback() {
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    this.#read();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#reading.abort();
    this.#unmark();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#read();
  }

  async #read() {
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    const passage = readText(this);
    const names = this.getAttribute("targets")?.split(",") ?? [];
    const targets = names.map((name) => name.trim()).filter(Boolean);
    const title = this.getAttribute("heading") ?? undefined;
    try {
      const analyzer = await engine();
      const report = await analyzer.analyze(passage.text, { title, targets, signal });
      this.#report = report;
      this.#show(report);
      this.#mark(report, passage);
      this.#tell("tick-tone-report", report);
    } catch (error) {
      if (signal.aborted) return;
      this.#unmark();
      this.#summary.textContent = error.message;
      this.#tell("tick-tone-error", error);
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  #show({ score, label, entities }) {
    const verdict = document.createElement("strong");
    verdict.textContent = `${signed(score)} ${label}`;
    const list = document.createElement("ul");
    for (const { name, ticker, score, label } of entities) {
      const item = document.createElement("li");
      item.textContent = `${name}${ticker ? ` (${ticker})` : ""} ${signed(score)} ${label}`;
      list.append(item);
    }
    this.#summary.replaceChildren(verdict, ...(entities.length ? [list] : []));
  }

  #mark({ highlights }, passage) {
    this.#unmark();
    const { good, bad } = registry() ?? {};
    if (!good) return;
    for (const { start, end, field, weight } of highlights) {
      if (field || weight === 0) continue;
      const range = passage.range(start, end);
      (weight > 0 ? good : bad).add(range);
      this.#ranges.push(range);
    }
  }

  #unmark() {
    for (const range of this.#ranges) for (const ranges of Object.values(marks)) ranges.delete(range);
    this.#ranges = [];
  }
}

customElements.define("tick-tone", TickTone);

import type { Report, Setup } from "./index.js";

/**
 * `<tick-tone>`: reads the text inside it, marks the phrases and shows score and companies above it. Attributes: `heading`
 * (a title that stands apart) and `targets` (names to score, with commas between them). The part `summary` can be styled,
 * and `::highlight(tick-tone-good)`, `::highlight(tick-tone-bad)`.
 */
export class TickTone extends HTMLElement {
  /** How the engine that all elements share is made; to be set before the first one is on the page. */
  static setup: Setup | undefined;
  /** What was found, once the event `tick-tone-report` (or, with `detail` the error, `tick-tone-error`) has come. */
  readonly report: Report | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "tick-tone": TickTone;
  }
}

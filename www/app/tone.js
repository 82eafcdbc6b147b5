/** @file How good or bad something is, in a cell of a table. */

import { element } from "./dom.js";
import { side, signed } from "./format.js";

/** A bar from the middle of the scale, and below it the score with its label. @param {number} score @param {string} label */
export function tone(score, label) {
  const bar = element("span", { class: `balance ${side(label)}`, "aria-hidden": "true" });
  bar.style.setProperty("--from", `${Math.min(0.5, (score + 1) / 2) * 100}%`);
  bar.style.setProperty("--size", `${(Math.abs(score) / 2) * 100}%`);
  return [bar, element("small", {}, element("b", {}, signed(score)), ` ${label}`)];
}

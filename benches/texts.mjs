// Financial news from a seed: paragraphs that are put together from the parts below, no two alike, so that nothing is
// left out as a repeat. The same seed gives the same text everywhere.
//
//   node benches/texts.mjs FOLDER    writes the benchmark's texts as FOLDER/100.txt, 800.txt, 5000.txt and 1mb.txt

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NAMES =
  "Siemens|Nvidia|Toyota|Pfizer|Walmart|HSBC|Infosys|Boeing|Nestle|Netflix|Tesla|Maersk|Corvane Inc|Halden Foods plc|Quillo Bank|Brightwater Corp";
const DATA = {
  name: NAMES,
  quantity:
    "revenue|operating profit|net income|free cash flow|the order book|same-store sales|net debt|the loss per share",
  up: "rose|climbed|jumped|grew|edged up|advanced",
  down: "fell|slid|dropped|shrank|edged down|declined",
  period: "the first quarter|the second quarter|the third quarter|the fourth quarter|the half year|the full year",
  place: "Germany|Japan|Brazil|the United States|India|Poland|Canada|Vietnam",
  unit: "chip unit|retail arm|drug pipeline|leasing business|cloud division|truck plant|wealth unit|cargo fleet",
  cause:
    "weak demand|higher freight rates|a recall|strong pricing|lower input costs|a strike|new contracts|currency effects",
  voice: "the chief executive|the finance chief|a spokeswoman|an analyst|the chairman|a union official",
  hedge: "may|could|is expected to|will|is unlikely to|plans to",
  deed: "raise its dividend|cut costs|sell the division|refinance its bonds|open a plant|delay the launch|settle the case",
  firm: "Arden Research|Loxley Partners|Merrow Securities|Tamsin Capital",
  view: "cut its rating|raised its target|kept its view|began coverage",
  tone: "cautious|upbeat|mixed|calm|worried|confident",
};
const SENTENCES = [
  "{name} said {quantity} {up} {percent} to {dollars} million in {period}, compared to {dollars} million a year earlier.",
  "{name} said {quantity} {down} {percent} to EUR {amount} million in {period}, hurt by {cause}.",
  "Shares of {name} {down} {percent} after {voice} warned that the {unit} {hedge} {deed}.",
  "Shares of {name} {up} {percent} in {place}, while {name} {down} {percent}.",
  "“We did not see {cause} in {period},” {voice} said, adding that {quantity} at the {unit} {up} {percent}.",
  "{firm} {view} on {name}, citing {cause} and a {tone} outlook for {place}.",
  "The {unit} of {name} narrowed its loss to {dollars} million from {dollars} million, despite {cause}.",
  "{name} {hedge} {deed} in {place}, according to {voice}.",
  "In {place} the group counts {amount} customers, {percent} more than {name}, though {quantity} {down}.",
  "{voice} of {name} was {tone} on {period}: the {unit} {hedge} {deed}.",
  "Regulators in {place} fined {name} {dollars} million over its {unit}, and {quantity} {down} {percent}.",
  "Without {cause}, {quantity} at {name} would have been {percent} higher, {firm} estimated.",
];
const LISTS = Object.fromEntries(Object.entries(DATA).map(([key, words]) => [key, words.split("|")]));

/** Numbers in [0, 1) from a seed (a linear congruential generator; the factors are Knuth's for MMIX, cut to 32 bits). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Paragraphs without end. */
export function* paragraphs(seed) {
  const next = numbers(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const fill = (key) => {
    if (key === "percent") return `${(next() * 40).toFixed(1)}%`;
    if (key === "dollars") return `$${fill("amount")}`;
    if (key === "amount") return (next() * 9000 + 10).toFixed(1);
    return pick(LISTS[key]);
  };
  const sentence = () => {
    const filled = pick(SENTENCES).replace(/\{(\w+)\}/g, (_, key) => fill(key));
    return filled[0].toUpperCase() + filled.slice(1);
  };
  const seen = new Set();
  while (true) {
    const paragraph = Array.from({ length: 2 + Math.floor(next() * 4) }, sentence).join(" ");
    if (seen.has(paragraph)) continue;
    seen.add(paragraph);
    yield paragraph;
  }
}

/** Paragraphs until `enough` says so of the text. */
function until(seed, enough) {
  const parts = [];
  for (const paragraph of paragraphs(seed)) {
    parts.push(paragraph);
    if (enough(paragraph)) return parts.join("\n\n");
  }
}

/** An article of `count` words, the last paragraph whole. */
export function article(count, seed = 1) {
  let words = 0;
  return until(seed, (paragraph) => {
    words += paragraph.split(" ").length;
    return words >= count;
  });
}

/** A text of `size` ASCII characters and the rest of a paragraph. */
export function characters(size, seed = 1) {
  let length = 0;
  return until(seed, (paragraph) => {
    length += paragraph.length + 2;
    return length >= size;
  });
}

/** The benchmark's texts by name. */
export const texts = () => ({
  100: article(100),
  800: article(800),
  5000: article(5000),
  "1mb": characters(1_000_000),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (!folder) throw new Error("say into which folder");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts())) writeFileSync(`${folder}/${name}.txt`, text);
}

/** @file Numbers and names as people read them. */

/** @typedef {import("../client/index.d.ts").Kind} Kind */
/** @typedef {import("../client/index.d.ts").Label} Label */
/** @typedef {import("../client/index.d.ts").Reason} Reason */

/** The labels' bands, as src/report.rs draws them: where each ends, and its name. @type {readonly [number, Label][]} */
export const BANDS = [
  [-0.6, "strongly negative"],
  [-0.3, "moderately negative"],
  [-0.1, "mildly negative"],
  [0.1, "neutral"],
  [0.3, "mildly positive"],
  [0.6, "moderately positive"],
  [1, "strongly positive"],
];

/** A score in words. The ends of the bands belong to the stronger label. @param {number} score @returns {Label} */
export function labelOf(score) {
  const band = BANDS.find(([end]) => (end < 0 ? score <= end : score < end));
  return band ? band[1] : "strongly positive";
}

/** @param {number} value @param {string} size Its size as it is to be written. */
function withSign(value, size) {
  if (Number(size) === 0) return size;
  return (value < 0 ? "−" : "+") + size;
}

/**
 * A score (of 4 decimals) with a sign, and a real minus: "+0.20", "−0.05", "0.00". Cut, not rounded: 0.0957 is neutral and
 * must not read as 0.10, which is not.
 * @param {number} value
 */
export function signed(value) {
  return withSign(value, (Math.floor(Math.round(Math.abs(value) * 1e4) / 100) / 100).toFixed(2));
}

/** A weight keeps two figures however small it is: in a long text each phrase carries little. @param {number} weight */
export function points(weight) {
  const digits = weight === 0 ? 2 : Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(Math.abs(weight)))));
  return withSign(weight, Math.abs(weight).toFixed(digits));
}

/** @param {number} share In [0, 1]. */
export const percent = (share) => `${Math.round(share * 100)} %`;

/**
 * Shares of one whole, whose whole per cent sum to 100: those that rounding down takes most from are rounded up.
 * @param {readonly number[]} shares Sum to 1.
 */
export function percents(shares) {
  const parts = shares.map((share, index) => ({ index, whole: Math.floor(share * 100), rest: (share * 100) % 1 }));
  const short = 100 - parts.reduce((sum, { whole }) => sum + whole, 0);
  for (const part of [...parts].sort((a, b) => b.rest - a.rest).slice(0, short)) part.whole += 1;
  return parts.map(({ whole }) => `${whole} %`);
}

/** @param {number} value */
export const count = (value) => value.toLocaleString("en");

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "good", "bad" or "flat", as the label says: the classes of the style sheet. @param {string} label */
export function side(label) {
  if (label.endsWith("positive")) return "good";
  return label.endsWith("negative") ? "bad" : "flat";
}

/** @type {Record<Kind, string>} */
export const kinds = {
  company: "company",
  private: "private company",
  index: "index",
  etf: "ETF",
  commodity: "commodity",
  currency: "currency",
  crypto: "crypto asset",
  custom: "added by you",
};

/** Why a piece of text counts for nothing. @type {Record<Reason, string>} */
export const reasons = {
  navigation: "menus and links",
  share: "share buttons",
  newsletter: "newsletter sign-up",
  cookie: "cookie notice",
  disclaimer: "legal notice",
  contact: "contact details",
  credit: "by-line or photo credit",
  related: "links to other articles",
  duplicate: "paragraph that was there before",
};

/** "one word", "12 words". @param {number} n @param {string} what */
export const some = (n, what) => (n === 1 ? `one ${what}` : `${count(n)} ${what}s`);

/** How many words a text has, as readers count them. @param {string} text */
export const wordsIn = (text) => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;

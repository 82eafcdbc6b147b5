/** @file Numbers and names as people read them. */

/** @typedef {import("../client/index.d.ts").Kind} Kind */

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

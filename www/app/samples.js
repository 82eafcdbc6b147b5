/**
 * @file The sample articles. They are modules, not files fetched on a click, so that the page asks for nothing once it
 * is loaded.
 */

import earnings from "./samples/earnings.js";
import recall from "./samples/recall.js";
import researcher from "./samples/researcher.js";

/** Name on the button and text. @type {readonly { name: string, text: string }[]} */
export const samples = [
  { name: "Earnings", text: earnings },
  { name: "A hire", text: researcher },
  { name: "A recall", text: recall },
];

/**
 * @file The article of a web page that was saved. The page is parsed into a document of its own, which runs and loads
 * nothing; only its text is taken.
 */

import Readability from "../vendor/html/readability.js";
import { whileParsing } from "./trusted.js";

/** Elements that stand on lines of their own. */
const BLOCKS = "address,article,blockquote,dd,div,dt,figcaption,h1,h2,h3,h4,h5,h6,li,p,pre,section,td,th,tr";

/** The title and the text; of a page without an article, all its text. @param {string} source */
export const articleOf = (source) => whileParsing(() => parsed(source));

/** @param {string} source */
function parsed(source) {
  const page = new DOMParser().parseFromString(source, "text/html");
  const article = new Readability(/** @type {Document} */ (page.cloneNode(true)), {
    serializer: (node) => node,
  }).parse();
  if (!article?.content) return linesOf(page.body);
  const title = article.title?.trim();
  const text = linesOf(/** @type {Element} */ (/** @type {unknown} */ (article.content)));
  return title && !text.startsWith(title) ? `${title}\n\n${text}` : text;
}

/** The text with an empty line after each block. @param {Element} root */
function linesOf(root) {
  for (const hidden of root.querySelectorAll("script,style,noscript,template")) hidden.remove();
  for (const pause of root.querySelectorAll("br")) pause.replaceWith("\n");
  for (const block of root.querySelectorAll(BLOCKS)) block.append("\n\n");
  const lines = (root.textContent ?? "").split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

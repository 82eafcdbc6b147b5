// wink-sentiment: AFINN with negation and emoji, one score for the whole text.

import wink from "wink-sentiment";

export async function load() {
  return { score: (text) => wink(text) };
}

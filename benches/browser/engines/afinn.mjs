// AFINN's word list (npm `sentiment`): one score for the whole text.

import Sentiment from "sentiment";

export async function load() {
  const sentiment = new Sentiment();
  return { score: (text) => sentiment.analyze(text) };
}

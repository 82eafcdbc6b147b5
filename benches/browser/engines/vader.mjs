// VADER's lexicon and rules: one score for the whole text.

import { SentimentIntensityAnalyzer } from "vader-sentiment";

export async function load() {
  return { score: (text) => SentimentIntensityAnalyzer.polarity_scores(text) };
}

export type Report = { 
/**
 * Version of this record's shape.
 */
schema: number, 
/**
 * Name and version of the model.
 */
model: string, 
/**
 * The unit of all spans.
 */
offsets: Unit, 
/**
 * In [-1, 1].
 */
score: number, 
/**
 * The score in words.
 */
label: Label, 
/**
 * Chances of the three classes.
 */
probabilities: Probabilities, 
/**
 * In [0, 1]: the chance that the label's sign is right.
 */
confidence: number, 
/**
 * Whether real good and bad news are both present.
 */
mixed: boolean, 
/**
 * By falling relevance.
 */
entities: Array<Entity>, 
/**
 * In the order of the text, title first, without overlap.
 */
highlights: Array<Highlight>, 
/**
 * What the highlights leave over: `score = Σ highlights.weight + rest`.
 */
rest: number, 
/**
 * In the order of the text, title first.
 */
sentences: Array<Sentence>, 
/**
 * In the order of the text.
 */
ignored: Array<Ignored>, 
/**
 * Words that were read: those of the sentences, not of what is ignored.
 */
words: number, };
export type Entity = { 
/**
 * The canonical name, or the brand, subsidiary or former name that the text uses alone; for a target exactly the target.
 */
name: string, 
/**
 * Bare symbol: TSLA, 7203, BTC, SPX.
 */
ticker?: string, 
/**
 * NASDAQ, NYSE, XETRA, TSE ...
 */
exchange?: string, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * In [-1, 1]: good or bad news for it.
 */
score: number, 
/**
 * The score in words.
 */
label: Label, 
/**
 * Chances of the three classes.
 */
probabilities: Probabilities, 
/**
 * In [0, 1]: how much of the article, title and lead counting more, concerns it.
 */
relevance: number, 
/**
 * Where it is named, ascending; where it is only meant ("the company", "it") is not among them.
 */
mentions: Array<Span>, 
/**
 * Whether only second-order statements ("a setback for rivals such as ...") touch it.
 */
readthrough: boolean, 
/**
 * `score = Σ highlights.weight + rest`.
 */
highlights: Array<Share>, 
/**
 * What the highlights leave over.
 */
rest: number, };
export type Highlight = { 
/**
 * The text under the span.
 */
text: string, 
/**
 * Its signed share of the document's score, in points of score; near 0 if it matters to an entity only.
 */
weight: number, 
/**
 * Index into [`Report::sentences`].
 */
sentence: number, 
/**
 * What else is true of it.
 */
tags: Array<Tag>, 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last unit.
 */
end: number, 
/**
 * `Title` when it lies in the title; absent for the text.
 */
field?: Field, };
export type Share = { 
/**
 * Index into [`Report::highlights`].
 */
highlight: number, 
/**
 * Signed, in points of the entity's score.
 */
weight: number, };
export type Sentence = { 
/**
 * Its own score in [-1, 1].
 */
score: number, 
/**
 * Its share of the document's attention, in [0, 1]: the document's score is `Σ weight · score`.
 */
weight: number, 
/**
 * Its score in words.
 */
label: Label, 
/**
 * Whether it speaks of the future.
 */
forecast: boolean, 
/**
 * Whether it is hedged.
 */
hedged: boolean, 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last unit.
 */
end: number, 
/**
 * `Title` when it lies in the title; absent for the text.
 */
field?: Field, };
export type Ignored = { 
/**
 * The text under the span.
 */
text: string, 
/**
 * Why.
 */
reason: Reason, 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last unit.
 */
end: number, 
/**
 * `Title` when it lies in the title; absent for the text.
 */
field?: Field, };
export type Span = { 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last unit.
 */
end: number, 
/**
 * `Title` when it lies in the title; absent for the text.
 */
field?: Field, };
export type Field = "title";
export type Unit = "utf-8" | "utf-16";
export type Label = "strongly negative" | "moderately negative" | "mildly negative" | "neutral" | "mildly positive" | "moderately positive" | "strongly positive";
export type Probabilities = { 
/**
 * Bad news.
 */
negative: number, 
/**
 * Neither.
 */
neutral: number, 
/**
 * Good news.
 */
positive: number, };
export type Kind = "company" | "private" | "index" | "etf" | "commodity" | "currency" | "crypto" | "custom";
export type Tag = "negated" | "hedged" | "forecast" | "comparison" | "expectation" | "denied";
export type Reason = "navigation" | "share" | "newsletter" | "cookie" | "disclaimer" | "contact" | "credit" | "related" | "duplicate";

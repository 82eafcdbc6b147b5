// What createAnalyzer() gives. The records mirror src/report.rs; a test proves that they are equal.

/** Makes an analyzer: loads the engine and resolves when it is ready. */
export function createAnalyzer(setup?: Setup): Promise<Analyzer>;

export interface Setup {
  /**
   * The WebAssembly module: where it lies, a response, its bytes, or compiled. Unless given, the file beside this one.
   */
  wasm?: Source | Promise<Source>;
  /** Other weights than those built in: the bytes of a model file. */
  model?: Uint8Array;
  /**
   * `true` runs the engine in a module worker (the default where there are workers), `false` on this thread (the default
   * in Node). A function that makes the worker, from this package's `worker.js`, serves hosts that must make it
   * themselves; it is called again after a crash.
   */
  worker?: boolean | (() => Worker);
  /** Milliseconds without work after which the worker ends and gives back its memory; the next analysis starts another. Never unless given. */
  idle?: number;
}

export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

export interface Analyzer {
  /** The engine's version, and the model's name and version. */
  readonly version: { engine: string; model: string };
  /** Reads an article. Requests run one at a time, in order. Rejects with an {@link AnalyzerError}. */
  analyze(text: string, options?: Options): Promise<Report>;
  /** Frees the engine. What still waits is rejected with the code `Closed`. */
  close(): void;
}

export interface Options {
  /** A title that stands apart from the text. */
  title?: string;
  /** Names to score besides those that are found. */
  targets?: readonly string[];
  /** Names to score as well, each with the other names it goes by. */
  aliases?: Readonly<Record<string, readonly string[]>>;
  /** Keep repeated paragraphs instead of ignoring them. */
  duplicates?: boolean;
  /** Spans of the text that count whatever they look like, such as some of the `ignored` of an earlier report. */
  keep?: readonly Span[];
  /** Aborting rejects at once with the signal's reason, by default an `AbortError`; what still waits is never run. */
  signal?: AbortSignal;
}

export interface AnalyzerError extends Error {
  /**
   * - `TooLong`: text and title together are over 4 MiB of UTF-8
   * - `Options`: an argument is not what it must be
   * - `Load`: the WebAssembly module could not be fetched or compiled
   * - `Model`: the bytes given are not a usable model
   * - `Crashed`: the engine failed; the next analysis starts it afresh
   * - `Closed`: the analyzer was closed
   */
  code: "TooLong" | "Options" | "Load" | "Model" | "Crashed" | "Closed";
}

/** What tickertone says of an article. */
export interface Report {
  /** Version of this record's shape. */
  schema: number;
  /** Name and version of the model. */
  model: string;
  /** The unit of all spans: UTF-16 code units, as `String.prototype.slice` counts. */
  offsets: "utf-16";
  /** In [-1, 1]; the sum of all `highlights[].weight` and `rest`. */
  score: number;
  label: Label;
  probabilities: Probabilities;
  /** In [0, 1]: the chance that the label's sign is right. */
  confidence: number;
  /** Whether real good and bad news are both present. */
  mixed: boolean;
  /** By falling relevance. */
  entities: Entity[];
  /** In the order of the text, title first, without overlap. */
  highlights: Highlight[];
  /** What the highlights leave over. */
  rest: number;
  /** In the order of the text, title first. */
  sentences: Sentence[];
  /** In the order of the text. */
  ignored: Ignored[];
  /** Words that were read. */
  words: number;
}

/** By |score|: below 0.10 neutral, to 0.30 mildly, to 0.60 moderately, from 0.60 strongly. */
export type Label =
  | "strongly negative"
  | "moderately negative"
  | "mildly negative"
  | "neutral"
  | "mildly positive"
  | "moderately positive"
  | "strongly positive";

/** The chances of the three classes; they sum to 1. */
export interface Probabilities {
  negative: number;
  neutral: number;
  positive: number;
}

/** A half-open range of the text given, or of its title. */
export interface Span {
  start: number;
  end: number;
  /** Present where the range lies in the title that was given apart. */
  field?: "title";
}

export type Kind = "company" | "private" | "index" | "etf" | "commodity" | "currency" | "crypto" | "custom";

/** A company or asset and what the text says of it. */
export interface Entity {
  /** The canonical name, or the brand, subsidiary or former name that the text uses alone; for a target exactly the target. */
  name: string;
  /** Bare symbol: TSLA, 7203, BTC, SPX. */
  ticker?: string;
  /** NASDAQ, NYSE, XETRA, TSE ... */
  exchange?: string;
  kind: Kind;
  /** In [-1, 1]; the sum of its `highlights[].weight` and `rest`. */
  score: number;
  label: Label;
  probabilities: Probabilities;
  /** In [0, 1]: how much of the article, title and lead counting more, concerns it. */
  relevance: number;
  /** Where it is named, ascending. */
  mentions: Span[];
  /** Whether only second-order statements touch it. */
  readthrough: boolean;
  /** Shares of its score; `highlight` is an index into `Report.highlights`. */
  highlights: { highlight: number; weight: number }[];
  rest: number;
}

export type Tag = "negated" | "hedged" | "forecast" | "comparison" | "expectation" | "denied";

/** A phrase and its share of the score. */
export interface Highlight extends Span {
  text: string;
  /** Signed share of the document's score; 0 where it matters to an entity only. */
  weight: number;
  /** Index into `Report.sentences`. */
  sentence: number;
  tags: Tag[];
}

/** A sentence and its share of the score. */
export interface Sentence extends Span {
  /** Its own score, in [-1, 1]. */
  score: number;
  /** Its share of the document's attention, in [0, 1]. */
  weight: number;
  label: Label;
  forecast: boolean;
  hedged: boolean;
}

export type Reason =
  | "navigation"
  | "share"
  | "newsletter"
  | "cookie"
  | "disclaimer"
  | "contact"
  | "credit"
  | "related"
  | "duplicate";

/** A piece of text that counts for nothing. */
export interface Ignored extends Span {
  text: string;
  reason: Reason;
}

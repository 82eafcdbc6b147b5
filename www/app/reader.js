/** @file From text to report: loads the engine once, waits for a pause in typing, and lets only the newest text win. */

/** @typedef {import("../client/index.d.ts").Analyzer} Analyzer */
/** @typedef {import("../client/index.d.ts").AnalyzerError} AnalyzerError */
/** @typedef {import("../client/index.d.ts").Report} Report */

/**
 * What there is to show. `loading` and `reading` have a text that waits; `failed` says whether the engine was there.
 *
 * @typedef {{ phase: "empty" }
 *   | { phase: "loading" | "reading", text: string }
 *   | { phase: "done", text: string, report: Report }
 *   | { phase: "failed", text: string, loaded: boolean, message: string, code: AnalyzerError["code"] }} View
 */

export class Reader {
  #load;
  #options;
  #show;
  /** @type {Promise<Analyzer> | undefined} */
  #analyzer;
  #ready = false;
  #text = "";
  #controller = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => Promise<Analyzer>} load Makes the analyzer; called again after it has failed.
   * @param {(text?: string) => import("../client/index.d.ts").Options} options How to read the text of the page, or another; asked for anew each time.
   * @param {(view: View) => void} show
   */
  constructor(load, options, show) {
    this.#load = load;
    this.#options = options;
    this.#show = show;
  }

  /** Loads the engine before there is a text, so that the first report comes at once. */
  async prepare() {
    try {
      await this.#engine();
    } catch (error) {
      if (this.#text.trim() === "") this.#fail(error);
    }
  }

  /**
   * Reads this text instead of whatever was asked before.
   *
   * @param {string} text
   * @param {number} delay How long to wait for more, in milliseconds.
   */
  read(text, delay) {
    this.#controller.abort();
    clearTimeout(this.#timer);
    this.#text = text;
    if (text.trim() === "") this.#show({ phase: "empty" });
    else this.#timer = setTimeout(() => this.#run(), delay);
  }

  /** Tries again after a failure. */
  retry() {
    if (this.#text.trim() === "") {
      this.#show({ phase: "empty" });
      this.prepare();
    } else this.read(this.#text, 0);
  }

  /** The report of another text, which is not shown. @param {string} text @param {AbortSignal} signal */
  async analyze(text, signal) {
    const analyzer = await this.#engine();
    return analyzer.analyze(text, { ...this.#options(), signal });
  }

  async #run() {
    const text = this.#text;
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.#show({ phase: this.#ready ? "reading" : "loading", text });
    try {
      const analyzer = await this.#engine();
      const report = await analyzer.analyze(text, { ...this.#options(text), signal });
      if (!signal.aborted) this.#show({ phase: "done", text, report });
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    const { message, code } = /** @type {AnalyzerError} */ (error);
    this.#show({ phase: "failed", text: this.#text, loaded: this.#ready, message, code });
  }

  #engine() {
    this.#analyzer ??= this.#load().then(
      (analyzer) => {
        this.#ready = true;
        return analyzer;
      },
      (error) => {
        this.#analyzer = undefined;
        throw error;
      },
    );
    return this.#analyzer;
  }
}

/** @file What there is to score on this page: the selection, an article, a list of headlines, or nothing that can be read. */

(() => {
  const { article, compose, headlines, words } = globalThis.tickertone;

  /** Fewer words than this are no text. */
  const FEW = 5;
  /** Fewer than this, beside a large canvas or many headlines, are no article. */
  const SHORT = 80;
  /** A list has at least so many headlines. */
  const LIST = 5;
  /** A canvas over this share of the window is what the page is about. */
  const LARGE = 0.4;

  /** @param {boolean} selection Whether only what is selected is asked for. */
  function read(selection) {
    const found = selected() ?? (selection ? nothing("empty") : whole());
    globalThis.tickertone.reading = found.kind === "nothing" ? undefined : found;
    const { kind, text, items, why } = found;
    return { kind, text, items, why, words: words(text) };
  }

  const nothing = (/** @type {string} */ why) => ({ kind: "nothing", text: "", pieces: [], why });

  function selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return undefined;
    const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
    const reading = compose(document.body, (node) => {
      const range = ranges.find((range) => range.intersectsNode(node));
      if (!range) return undefined;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      return { from, to };
    });
    return words(reading.text) ? { kind: "selection", ...reading } : undefined;
  }

  function whole() {
    if (!document.body) return nothing("empty");
    if (document.contentType === "application/pdf" || document.querySelector('embed[type="application/pdf"]'))
      return nothing("pdf");
    const wanted = article();
    const reading = wanted ? compose(document.body, wanted) : { text: "", pieces: [] };
    const long = words(reading.text);
    if (long < SHORT && painted()) return nothing("canvas");
    const list = headlines();
    if (list.items.length >= LIST && (long < SHORT || isList(reading.text, list)))
      return { kind: "headlines", ...list };
    return long < FEW ? nothing("empty") : { kind: "article", ...reading };
  }

  /** Whether what Readability took for an article is a list: every second paragraph has a headline of its own. */
  function isList(text, list) {
    const blocks = text.split("\n\n");
    const titles = new Set(list.items.map(({ start, end }) => list.text.slice(start, end)));
    const prose = blocks.filter((block) => !titles.has(block) && words(block) >= FEW).length;
    const headings = blocks.filter((block) => titles.has(block)).length;
    return headings >= LIST && headings * 2 >= prose;
  }

  /** Whether the page draws its text as a picture. */
  function painted() {
    const window = innerWidth * innerHeight;
    return [...document.querySelectorAll("canvas")].some(({ clientWidth, clientHeight }) => {
      return clientWidth * clientHeight > window * LARGE;
    });
  }

  Object.assign(globalThis.tickertone, { read });
})();

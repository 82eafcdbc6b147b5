/**
 * @file The text of a page and where each piece of it stands. White space is folded as a browser shows it; between blocks
 * stands an empty line, as the engine wants it.
 */

(() => {
  const { walk } = globalThis.tickertone;

  /** Text that stands in one node without a change but for white space. @typedef {{ start: number, node: Text, offset: number, length: number }} Piece */
  /** @typedef {{ text: string, pieces: Piece[] }} Reading */

  /**
   * @param {Element} root
   * @param {(node: Text, owner: Element) => { from: number, to: number } | boolean | undefined} wanted Whether a text node, or which part of it, belongs to the text.
   * @returns {Reading}
   */
  function compose(root, wanted) {
    let text = "";
    /** @type {Piece[]} */
    const pieces = [];
    /** What stands between the last word and the next. @type {{ between: string, node?: Text, offset?: number }} */
    let gap = { between: "" };

    /** @param {string} words @param {Text} node @param {number} offset */
    const put = (words, node, offset) => {
      const last = pieces[pieces.length - 1];
      if (last?.node === node && last.offset + last.length === offset && last.start + last.length === text.length) {
        last.length += words.length;
      } else pieces.push({ start: text.length, node, offset, length: words.length });
      text += words;
    };
    /** @param {string} words @param {Text} node @param {number} offset */
    const add = (words, node, offset) => {
      if (text && gap.between === " " && gap.node) put(" ", gap.node, gap.offset);
      else if (text) text += gap.between;
      gap = { between: "" };
      put(words, node, offset);
    };
    const pause = () => {
      gap = { between: "\n\n" };
    };

    walk(root, {
      enter(element, { block }) {
        if (element.localName === "br") gap = { between: gap.between.startsWith("\n") ? "\n\n" : "\n" };
        else if (block) pause();
      },
      leave: (_, { block }) => block && pause(),
      text(node, owner, pre) {
        const part = wanted(node, owner);
        if (!part) return;
        const { from, to } = part === true ? { from: 0, to: node.data.length } : part;
        const data = node.data.slice(from, to);
        if (pre) {
          if (data) add(data, node, from);
          return;
        }
        let at = 0;
        const space = (/** @type {number} */ end) => {
          if (end > at && !gap.between) gap = { between: " ", node, offset: from + at };
        };
        // Runs in which nothing is to be folded: whole paragraphs, mostly.
        for (const { 0: run, index } of data.matchAll(/[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*/g)) {
          space(index);
          add(run, node, from + index);
          at = index + run.length;
        }
        space(data.length);
      },
    });
    return { text, pieces };
  }

  /** Several readings as one, with empty lines between. @param {Reading[]} readings */
  function joined(readings) {
    let text = "";
    /** @type {Piece[]} */
    const pieces = [];
    const items = readings.map((reading) => {
      if (text) text += "\n\n";
      const start = text.length;
      text += reading.text;
      for (const piece of reading.pieces) pieces.push({ ...piece, start: piece.start + start });
      return { start, end: text.length };
    });
    return { text, pieces, items };
  }

  /**
   * Where a span of the text stands: a part of each text node, or nothing where the page no longer says what was read.
   *
   * @param {Reading} reading
   * @param {number} start
   * @param {number} end
   * @returns {{ node: Text, from: number, to: number }[] | undefined}
   */
  function placesOf({ text, pieces }, start, end) {
    const places = [];
    let low = 0;
    for (let high = pieces.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (pieces[middle].start + pieces[middle].length <= start) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < pieces.length && pieces[index].start < end; index++) {
      const piece = pieces[index];
      const first = Math.max(start, piece.start);
      const last = Math.min(end, piece.start + piece.length);
      const from = piece.offset + first - piece.start;
      const to = from + last - first;
      const there = piece.node.isConnected ? piece.node.data.slice(from, to) : "";
      if (there !== text.slice(first, last) && there.replace(/[\t\n\r\f]/g, " ") !== text.slice(first, last))
        return undefined;
      const before = places[places.length - 1];
      if (before?.node === piece.node) before.to = to;
      else places.push({ node: piece.node, from, to });
    }
    return places.length ? places : undefined;
  }

  Object.assign(globalThis.tickertone, { compose, joined, placesOf });
})();

// The text of an element as a reader sees it, and the way back from its spans to ranges of the document.

const UNREAD = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TEXTAREA", "SELECT"]);

/** Reads what is shown inside `root`: paragraphs apart from each other, line breaks of the source taken for spaces. */
export function readText(root) {
  const pieces = [];
  let text = "";
  /** What stands between the last text and the next, should one come. */
  let gap = "";
  const read = (parent, pre) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if ((!text || gap) && !node.data.trim()) continue;
        if (text) text += gap;
        gap = "";
        pieces.push({ node, start: text.length });
        // White space keeps its length, so that offsets into the text are offsets into the node.
        text += pre ? node.data : node.data.replace(/\s/g, " ");
      } else if (node.nodeName === "BR") {
        gap ||= "\n";
      } else if (node.nodeType === Node.ELEMENT_NODE && !UNREAD.has(node.nodeName)) {
        const { display, visibility, whiteSpace } = getComputedStyle(node);
        if (display === "none" || visibility === "hidden") continue;
        const block = !display.startsWith("inline") && display !== "contents";
        if (block) gap = "\n\n";
        read(node, whiteSpace.startsWith("pre"));
        if (block) gap = "\n\n";
      }
    }
  };
  read(root, getComputedStyle(root).whiteSpace.startsWith("pre"));

  /** The last piece that begins before an offset. */
  const before = (offset) => pieces.findLast(({ start }) => start < offset);
  return {
    text,
    range(start, end) {
      const [first, last] = [before(start + 1), before(end)];
      const range = new Range();
      range.setStart(first.node, start - first.start);
      range.setEnd(last.node, end - last.start);
      return range;
    },
  };
}

/**
 * @file One walk through a page as it is seen: shadow roots in place of what they hide, slots with what is put into them,
 * nothing that is not shown. What is read and where it stands both come from here. The scripts of this folder share the
 * name `tickertone` in the extension's own world; the page does not see it.
 */

(() => {
  globalThis.tickertone ??= {};

  /** No words of the article, whatever is in them. */
  const SKIPPED = new Set(
    "script style noscript template svg math canvas video audio iframe object embed select textarea input head".split(
      " ",
    ),
  );

  /** A letter, perhaps with the quotation mark before it. */
  const LETTER = 2;

  /** @param {Node} node @returns {Iterable<Node>} */
  function childrenOf(node) {
    if (node instanceof HTMLSlotElement) {
      const given = node.assignedNodes();
      if (given.length) return given;
    }
    return (node.shadowRoot ?? node).childNodes;
  }

  /**
   * How an element is laid out; nothing for one that is not shown.
   *
   * @param {Element} element
   * @returns {{ block: boolean, seen: boolean, pre: boolean } | undefined}
   */
  function layoutOf(element) {
    if (SKIPPED.has(element.localName)) return undefined;
    const { display, float, visibility, whiteSpace } = getComputedStyle(element);
    if (display === "none") return undefined;
    // A large first letter floats, and belongs to its word.
    const letter = float !== "none" && (element.textContent ?? "").length <= LETTER;
    const block = !letter && !/^(inline|contents|ruby)/.test(display);
    return { block, seen: visibility === "visible", pre: /^(pre|break-spaces)/.test(whiteSpace) };
  }

  /**
   * Walks in the order of the page. A page can be nested deeper than the stack is, so this keeps its own.
   *
   * @param {Node} root
   * @param {{ enter?: (element: Element, layout: { block: boolean }) => void,
   *   text?: (node: Text, owner: Element, pre: boolean) => void, leave?: (element: Element, layout: { block: boolean }) => void }} visitor
   */
  function walk(root, { enter, text, leave }) {
    const layout = root instanceof Element && layoutOf(root);
    if (!layout) return;
    enter?.(root, layout);
    const stack = [{ element: root, layout, rest: childrenOf(root)[Symbol.iterator]() }];
    while (stack.length) {
      const top = stack[stack.length - 1];
      const { value: node, done } = top.rest.next();
      if (done) {
        leave?.(top.element, top.layout);
        stack.pop();
      } else if (node.nodeType === Node.TEXT_NODE) {
        if (top.layout.seen) text?.(node, top.element, top.layout.pre);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const layout = layoutOf(node);
        if (!layout) continue;
        enter?.(node, layout);
        stack.push({ element: node, layout, rest: childrenOf(node)[Symbol.iterator]() });
      }
    }
  }

  /** The element around it, through slots and out of shadow roots. @param {Node} node @returns {Element | null} */
  function parentOf(node) {
    const parent = node.assignedSlot ?? node.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }

  Object.assign(globalThis.tickertone, { walk, parentOf });
})();

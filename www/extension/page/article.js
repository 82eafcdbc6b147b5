/**
 * @file What of a page is the article. Readability decides, on a copy of what is shown; here its answer is carried back to
 * the page's own text nodes.
 */

(() => {
  const { walk, parentOf } = globalThis.tickertone;

  /** Names the element of the page that a copied one stands for. */
  const STAMP = "data-tickertone";
  /** What Readability looks at. Without styles, handlers and addresses of images the copy can neither load nor run anything. */
  const ATTRIBUTES = "class id role rel href dir lang itemprop itemtype aria-modal name property content".split(" ");
  /** What asks for money or an address, as its class or id says; unless it is so long that the article may be in it. */
  const OFFER = /paywall|subscri(be|ption)|newsletter|sign-?up/i;
  const LONGEST_OFFER = 300;
  /** A heading is the title if it is this much of it, or the other way round. */
  const MOST_OF = 0.5;

  const folded = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();

  /**
   * @returns {((node: Text, owner: Element) => boolean) | undefined} Whether a text node belongs to the article; nothing
   *   where there is none.
   */
  function article() {
    const { copy, numbers, headings } = copyPage();
    const found = new globalThis.Readability(copy, { serializer: (node) => node }).parse();
    if (!found?.content) return undefined;
    const kept = keptTexts(found.content);
    const title = titleAmong(headings, folded(found.title ?? ""));
    return (node, owner) => {
      const text = folded(node.data);
      // White space at the end of an inline element parts words.
      if (!text) return true;
      for (let element = owner; element; element = parentOf(element)) {
        if (element === title) return true;
        const texts = kept.get(String(numbers.get(element)));
        if (texts) return texts.has(text);
      }
      return false;
    };
  }

  /** A document with what the page shows. The number of each element is its stamp in the copy. */
  function copyPage() {
    const copy = document.implementation.createHTMLDocument(document.title);
    for (const meta of document.querySelectorAll("meta[name], meta[property]"))
      copy.head.append(copied(copy, meta, "meta"));
    /** @type {Map<Element, number>} */
    const numbers = new Map();
    /** @type {Element[]} */
    const headings = [];
    const open = [copy.documentElement];
    copy.body.remove();
    let offers = 0;
    walk(document.body, {
      enter(element, { block }) {
        // Readability knows no elements of a site's own making.
        const own = /-|^slot$/.test(element.localName);
        const twin = copied(copy, element, own ? (block ? "div" : "span") : element.localName);
        twin.setAttribute(STAMP, String(numbers.size));
        numbers.set(element, numbers.size);
        if (/^h[12]$/.test(element.localName)) headings.push(element);
        if (isOffer(element)) offers++;
        open[open.length - 1].append(twin);
        open.push(twin);
      },
      text: (node) => offers || open[open.length - 1].append(copy.createTextNode(node.data)),
      leave(element) {
        if (isOffer(element)) offers--;
        open.pop();
      },
    });
    return { copy, numbers, headings };
  }

  /** @param {Element} element */
  const isOffer = (element) =>
    OFFER.test(`${element.id} ${element.getAttribute("class")}`) && (element.textContent ?? "").length <= LONGEST_OFFER;

  /** @param {Document} copy @param {Element} element @param {string} name */
  function copied(copy, element, name) {
    const twin = copy.createElement(name);
    for (const attribute of ATTRIBUTES) {
      const value = element.getAttribute(attribute);
      if (value !== null) twin.setAttribute(attribute, value);
    }
    return twin;
  }

  /** The texts that Readability has left in each element of the page. @param {Element} content @returns {Map<string, Set<string>>} */
  function keptTexts(content) {
    const kept = new Map();
    const walker = content.ownerDocument.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const number = walker.currentNode.parentElement?.closest(`[${STAMP}]`)?.getAttribute(STAMP);
      if (!number) continue;
      if (!kept.has(number)) kept.set(number, new Set());
      kept.get(number).add(folded(walker.currentNode.data));
    }
    return kept;
  }

  /** The heading that says what the page's title says; Readability leaves it out of the text. @param {Element[]} headings @param {string} title */
  function titleAmong(headings, title) {
    const texts = headings.map((element) => ({ element, text: folded(element.textContent ?? "") }));
    const same = texts.find(({ text }) => {
      const [short, long] = [text, title].sort((a, b) => a.length - b.length);
      return short && long.includes(short) && short.length >= long.length * MOST_OF;
    });
    const firsts = texts.filter(({ element }) => element.localName === "h1");
    return (same ?? (firsts.length === 1 ? firsts[0] : undefined))?.element;
  }

  Object.assign(globalThis.tickertone, { article });
})();

/** @file A page that is a list of headlines: each is one item. */

(() => {
  const { walk, parentOf, compose, joined } = globalThis.tickertone;

  /** Words that make a link a headline, if it stands in no heading; a heading needs fewer. */
  const LINK_WORDS = 5;
  const HEADING_WORDS = 3;
  const MOST = 300;
  const ASIDE = new Set(["nav", "footer"]);

  const words = (/** @type {string} */ text) => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;

  /** The headlines of the page, with where each stands in their common text. */
  function headlines() {
    /** @type {Element[]} */
    const linked = [];
    /** @type {Element[]} */
    const links = [];
    let aside = 0;
    walk(document.body, {
      enter(element) {
        const name = element.localName;
        if (ASIDE.has(name)) aside++;
        if (aside) return;
        if (/^h[1-6]$/.test(name) && (within(element, isLink) || element.querySelector("a[href]")))
          linked.push(element);
        else if (isLink(element)) links.push(element);
      },
      leave(element) {
        if (ASIDE.has(element.localName)) aside--;
      },
    });
    const headings = new Set(linked);
    const free = links.filter(
      (link) => !within(link, (element) => headings.has(element)) && !linked.some((heading) => link.contains(heading)),
    );
    const seen = new Set();
    const candidates = [
      ...linked.map((element) => ({ element, least: HEADING_WORDS })),
      ...free.map((element) => ({ element, least: LINK_WORDS })),
    ].sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const readings = candidates.flatMap(({ element, least }) => {
      const reading = compose(element, () => true);
      if (words(reading.text) < least || seen.has(reading.text)) return [];
      seen.add(reading.text);
      return [reading];
    });
    return { ...joined(readings.slice(0, MOST)), headings: linked.length };
  }

  const isLink = (/** @type {Element} */ element) => element.localName === "a" && element.hasAttribute("href");

  /** @param {Element} element @param {(element: Element) => boolean} test */
  function within(element, test) {
    for (let outer = parentOf(element); outer; outer = parentOf(outer)) if (test(outer)) return true;
    return false;
  }

  Object.assign(globalThis.tickertone, { headlines, words });
})();

/**
 * @file Marks what was scored. A mark is painted over the page, as the browser paints a selection, and only where the page
 * still says what was scored; the page's own tree is left alone. Where a browser cannot paint so, elements are put around
 * the words, and taken out without a trace.
 */

(() => {
  const own = globalThis.tickertone;
  const PREFIX = "tickertone-";
  /** How long a phrase that is shown flashes, in milliseconds. */
  const FLASH = 1500;

  /** @typedef {{ start: number, end: number, text: string, side: "good" | "bad", strength: number }} Mark */

  /** What is marked now. @type {readonly Mark[]} */
  let marks = [];
  /** The looks that are painted now. Firefox lets no extension go through the page's own list. @type {Set<string>} */
  let painted = new Set();
  /** Nodes that were cut for marks: what each was, and the nodes that stand for it now. @type {Map<Text, { data: string, parts: Node[] }>} */
  const cut = new Map();
  /** Where a page changes under a mark, the mark is looked at again. */
  const watcher = new MutationObserver(() => paint());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let flashing;

  const highlights = globalThis.CSS?.highlights;

  /** Marks these places instead of those before; true if all stand there as they were read. @param {readonly Mark[]} wanted */
  function mark(wanted) {
    clear();
    if (!own.reading) return false;
    marks = wanted;
    const there = paint();
    if (highlights) {
      // Only the elements in which marks stand, not the page.
      const parents = marks.flatMap(
        (mark) => own.placesOf(own.reading, mark.start, mark.end)?.map(({ node }) => node.parentNode) ?? [],
      );
      for (const parent of new Set(parents))
        watcher.observe(parent, { characterData: true, childList: true, subtree: true });
    }
    return there === marks.length;
  }

  /** Paints what still stands there, and says how much that is. */
  function paint() {
    /** @type {Map<string, { node: Text, from: number, to: number }[]>} */
    const looks = new Map();
    let there = 0;
    for (const { start, end, text, side, strength } of marks) {
      // The words scored, the words read and the words that stand there now must be the same.
      const places = own.reading?.text.slice(start, end) === text && own.placesOf(own.reading, start, end);
      if (!places) continue;
      there++;
      const look = `${groundOf(places[0].node)}-${side}-${strength}`;
      looks.set(look, [...(looks.get(look) ?? []), ...places]);
    }
    if (highlights) {
      for (const look of painted) if (!looks.has(look)) highlights.delete(PREFIX + look);
      for (const [look, places] of looks) highlights.set(PREFIX + look, new Highlight(...places.map(rangeOf)));
      painted = new Set(looks.keys());
    } else wrap(looks);
    return there;
  }

  /** Takes every mark off. */
  function clear() {
    marks = [];
    watcher.disconnect();
    clearTimeout(flashing);
    for (const look of painted) highlights?.delete(PREFIX + look);
    painted.clear();
    unwrap();
  }

  /** @param {{ node: Text, from: number, to: number }} place */
  function rangeOf({ node, from, to }) {
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, to);
    return range;
  }

  /** Light letters stand on a dark ground. @param {Text} node */
  function groundOf(node) {
    const [red, green, blue] = getComputedStyle(own.parentOf(node))
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [0, 0, 0];
    return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "dark" : "light";
  }

  // --- without custom highlights

  /** @param {Map<string, { node: Text, from: number, to: number }[]>} looks */
  function wrap(looks) {
    const places = [...looks].flatMap(([look, places]) => places.map((place) => ({ ...place, look })));
    for (const node of new Set(places.map(({ node }) => node))) {
      const data = node.data;
      /** @type {Node[]} */
      const parts = [];
      let at = 0;
      for (const { from, to, look } of places.filter((place) => place.node === node).sort((a, b) => a.from - b.from)) {
        // The page's own node stays, cut short: whoever holds it finds it again.
        if (at === 0) node.data = data.slice(0, from);
        else parts.push(document.createTextNode(data.slice(at, from)));
        const element = document.createElement("tickertone-mark");
        element.dataset.look = look;
        element.append(data.slice(from, to));
        parts.push(element);
        at = to;
      }
      parts.push(document.createTextNode(data.slice(at)));
      node.after(...parts);
      cut.set(node, { data, parts });
    }
  }

  function unwrap() {
    for (const [node, { data, parts }] of cut) {
      const now = [node, ...parts].map((part) => part.textContent).join("");
      for (const part of parts) part.remove();
      // What the page has changed meanwhile stays changed.
      node.data = now === data ? data : now;
    }
    cut.clear();
  }

  // --- showing one

  /** Scrolls to a place and lets it flash. @param {number} start @param {number} end */
  function show(start, end) {
    // Elements hide the places that they stand at.
    unwrap();
    const places = own.reading && own.placesOf(own.reading, start, end);
    if (!highlights) paint();
    if (!places) return false;
    const [first] = places;
    const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
    const behavior = smooth ? "smooth" : "auto";
    const { height } = own.parentOf(first.node).getBoundingClientRect();
    // A long paragraph's middle may be far from the phrase.
    if (height < innerHeight / 2) own.parentOf(first.node).scrollIntoView({ block: "center", behavior });
    else scrollBy({ top: rangeOf(first).getBoundingClientRect().top - innerHeight / 2, behavior });
    if (highlights) {
      const { side = "good" } = marks.find((mark) => mark.start === start) ?? {};
      const look = `${groundOf(first.node)}-${side}-here`;
      const flash = new Highlight(...places.map(rangeOf));
      flash.priority = 1;
      highlights.set(PREFIX + look, flash);
      painted.add(look);
      clearTimeout(flashing);
      flashing = setTimeout(() => highlights.delete(PREFIX + look), FLASH);
    }
    return true;
  }

  // --- another article at the same page

  let address = location.pathname + location.search;

  function moved() {
    const now = location.pathname + location.search;
    if (now === address) return;
    address = now;
    clear();
    if (own.reading) (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ changed: true }).catch(() => {});
    own.reading = undefined;
  }

  own.leave?.();
  const events = [
    [globalThis.navigation, "currententrychange"],
    [globalThis, "popstate"],
  ];
  for (const [target, event] of events) target?.addEventListener(event, moved);
  own.leave = () => {
    clear();
    for (const [target, event] of events) target?.removeEventListener(event, moved);
  };

  Object.assign(own, { mark, clear, show });
})();

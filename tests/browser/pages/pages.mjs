// Pages of every kind that an article comes in, made of articles.mjs: the markup around it is what differs. `expected` is what
// a reader would call the article; `kind` what the extension should take the page for.

import * as articles from "./articles.mjs";

export { articles };

/** @typedef {{ name: string, kind: string, expected: string, html: string, headers?: Record<string, string>, files?: Record<string, string>, act?: string }} Fixture */

const textOf = ({ title, paragraphs }) => [title, ...paragraphs].join("\n\n");
const p = ({ paragraphs }) => paragraphs.map((text) => `<p>${text}</p>`).join("\n");

const nav = `<nav><ul>${["Home", "Markets", "Companies", "Opinion", "Podcasts", "Sign in"].map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul></nav>`;
const related = `<aside class="related"><h3>Related stories</h3><ul>${articles.headlines
  .slice(0, 4)
  .map((title) => `<li><a href="/story">${title}</a></li>`)
  .join("")}</ul></aside>`;
const share = `<div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Post</a> <a href="#">Mail</a></div>`;
const newsletter = `<div class="newsletter-signup"><h4>Get the morning briefing</h4><p>Sign up for our newsletter.</p><input type="email"><button>Sign up</button></div>`;
const footer = `<footer><p>© Example Media. All rights reserved. <a href="/terms">Terms</a> <a href="/privacy">Privacy policy</a></p></footer>`;
const cookies = `<div id="cookie-consent" class="cookie-banner" role="dialog" style="position:fixed;inset:auto 0 0 0;background:#eee">
  <p>We and our 214 partners use cookies to personalise content and to measure advertising. You can accept all of them or manage your choices at any time.</p>
  <button>Accept all</button> <button>Manage choices</button></div>`;

const page = (title, body, head = "", attributes = 'lang="en"') =>
  `<!doctype html>\n<html ${attributes}><head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>${body}</body></html>`;

/** The usual page of a newspaper around a body. */
const newspaper = ({ title }, body, more = "", head = "", attributes) =>
  page(
    `${title} | Example News`,
    `<header class="site">${nav}</header><main><article><h1>${title}</h1>${body}</article>${related}${newsletter}</main>${footer}${more}`,
    head,
    attributes,
  );

const { outlook, recall, merger, wire, quotes, short, arabic } = articles;
const script = (code) => `<script>${code}</script>`;

/** Enough of it for 300 kB. */
const long = {
  title: outlook.title,
  paragraphs: Array.from({ length: 60 }, (_, day) =>
    [outlook, recall, merger, wire].flatMap(({ paragraphs }) =>
      paragraphs.map((text, index) => `Day ${day + 1}, item ${index + 1}. ${text}`),
    ),
  ).flat(),
};

/** @param {string} name @param {{ title: string, paragraphs: string[] }} article @param {string} html @param {Partial<Fixture>} [more] @returns {Fixture} */
const fixture = (name, article, html, more = {}) => ({
  name,
  kind: "article",
  expected: textOf(article),
  html,
  ...more,
});

export const fixtures = [
  fixture("news", outlook, newspaper(outlook, `${share}${p(outlook)}${share}`)),
  fixture(
    "blog",
    merger,
    page(
      merger.title,
      `<div id="wrap"><div class="post"><h2 class="post-title">${merger.title}</h2><div class="entry-content">${p(merger)}</div></div>
      <div id="sidebar"><h3>About me</h3><p>I write about banks.</p><h3>Archive</h3><ul><li><a href="/1">January</a></li><li><a href="/2">February</a></li></ul></div></div>`,
    ),
  ),
  fixture("wire", wire, page(wire.title, `<h1>${wire.title}</h1>${p(wire)}`)),
  fixture(
    "breaks",
    recall,
    page(recall.title, `<div class="story"><h1>${recall.title}</h1>${recall.paragraphs.join("<br><br>\n")}</div>`),
  ),
  fixture(
    "divs",
    merger,
    page(
      merger.title,
      `<div>${nav}</div><div class="c1"><h1>${merger.title}</h1>${merger.paragraphs.map((text) => `<div class="c2"><div>${text}</div></div>`).join("")}</div>${footer}`,
    ),
  ),
  fixture(
    "inline-markup",
    outlook,
    newspaper(
      outlook,
      p(outlook)
        .replaceAll("record quarterly profit", "<b>record</b> <i>quarterly\n   pro</i><a href='/p'>fit</a>")
        .replaceAll("raised its outlook", "<span>raised</span>\n<em>its <u>out</u>look</em>")
        .replaceAll("EUR", "<abbr>EUR</abbr>"),
    ),
  ),
  fixture(
    "cookie-wall",
    recall,
    newspaper(
      recall,
      p(recall),
      `${cookies}<div class="overlay" style="position:fixed;inset:0;background:#0008"></div>`,
    ),
  ),
  fixture(
    "paywall-stub",
    { title: merger.title, paragraphs: merger.paragraphs.slice(0, 2) },
    newspaper(
      merger,
      `${p({ paragraphs: merger.paragraphs.slice(0, 2) })}<div class="paywall subscribe-promo"><h3>Subscribe to read on</h3><a href="/subscribe">See the offers</a></div>
      <div style="display:none">${p({ paragraphs: merger.paragraphs.slice(2) })}</div>`,
    ),
  ),
  fixture(
    "frame",
    recall,
    page("A portal", `${nav}<iframe src="/files/frame/inner" width="600" height="600"></iframe>${footer}`),
    {
      files: { inner: newspaper(recall, p(recall)) },
    },
  ),
  fixture(
    "srcdoc-frame",
    wire,
    page(
      "A portal",
      `${nav}<iframe width="600" height="600" srcdoc="${page(wire.title, `<h1>${wire.title}</h1>${p(wire)}`).replaceAll('"', "&quot;")}"></iframe>`,
    ),
  ),
  fixture(
    "article-beside-frames",
    outlook,
    newspaper(
      outlook,
      p(outlook),
      `<iframe srcdoc="<p>Buy now: the new savings plan of your bank, with a bonus for new customers."></iframe><iframe src="/files/article-beside-frames/advert"></iframe>`,
    ),
    {
      files: { advert: page("Advert", "<p>Fly to the sun for less. Offers end on Sunday.</p>") },
    },
  ),
  fixture(
    "shadow-dom",
    merger,
    page(
      merger.title,
      `<news-article></news-article>${footer}${script(`
      const root = document.querySelector("news-article").attachShadow({ mode: "open" });
      root.innerHTML = ${JSON.stringify(`<style>p { margin: 1em }</style><h1>${merger.title}</h1><div>${p(merger)}</div>`)};`)}`,
    ),
  ),
  fixture(
    "shadow-slots",
    outlook,
    page(
      outlook.title,
      `<x-page><h1 slot="title">${outlook.title}</h1>${outlook.paragraphs.map((text) => `<x-block><p>${text}</p></x-block>`).join("")}<p slot="unused">Nobody sees this sentence about a crash.</p></x-page>${script(`
      document.querySelector("x-page").attachShadow({ mode: "open" }).innerHTML = "<main><header><slot name=title></slot></header><section><slot></slot></section></main>";
      for (const block of document.querySelectorAll("x-block")) block.attachShadow({ mode: "open" }).innerHTML = "<slot></slot>";`)}`,
    ),
  ),
  fixture("strict-csp", recall, newspaper(recall, p(recall)), {
    headers: {
      "Content-Security-Policy":
        "default-src 'none'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin allow-scripts",
    },
  }),
  fixture("trusted-types", wire, newspaper(wire, p(wire), "<p hidden></p>"), {
    headers: {
      "Content-Security-Policy": "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'none'",
    },
  }),
  fixture("trusted-types-short", short, newspaper(short, p(short)), {
    headers: {
      "Content-Security-Policy": "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'none'",
    },
  }),
  fixture("right-to-left", arabic, newspaper(arabic, p(arabic), "", "", 'lang="ar" dir="rtl"')),
  fixture("cjk-quotes", quotes, newspaper(quotes, p(quotes))),
  fixture("dark", outlook, newspaper(outlook, p(outlook), "", "<style>body { background: #111; color: #ddd }</style>")),
  fixture(
    "endless-scroll",
    recall,
    newspaper(
      recall,
      `${p({ paragraphs: recall.paragraphs.slice(0, 2) })}<div id="rest"></div>`,
      script(`
      const rest = ${JSON.stringify(recall.paragraphs.slice(2))};
      addEventListener("scroll", () => { const text = rest.shift(); if (text) { const p = document.createElement("p"); p.textContent = text; document.getElementById("rest").append(p); } });`) +
        "<style>article { min-height: 400vh }</style>",
    ),
    { act: "scroll" },
  ),
  fixture("long", long, newspaper(long, p(long))),
  fixture(
    "single-page",
    outlook,
    page(
      "App",
      `<div id="root"></div>${script(`
      const stories = ${JSON.stringify({ one: outlook, two: recall })};
      globalThis.go = (name) => {
        document.title = stories[name].title;
        const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
        const article = document.createElement("article");
        article.append(make("h1", stories[name].title), ...stories[name].paragraphs.map((text) => make("p", text)));
        document.getElementById("root").replaceChildren(article);
      };
      go("one");
      globalThis.walk = () => { history.pushState({}, "", "?two"); go("two"); };`)}`,
    ),
  ),
  fixture(
    "table-layout",
    merger,
    page(
      merger.title,
      `<table width="100%"><tr><td>${nav}</td><td><h1>${merger.title}</h1>${p(merger)}</td></tr><tr><td colspan="2">${footer}</td></tr></table>`,
    ),
  ),
  fixture(
    "figures",
    recall,
    newspaper(
      recall,
      `<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""></figure>${p(recall)}`,
      `<svg><text>Chart</text></svg><noscript><p>Switch on scripts.</p></noscript>`,
    ),
  ),
  fixture(
    "lists",
    {
      title: wire.title,
      paragraphs: [
        ...wire.paragraphs,
        "Copper rose 0.4%, a third week of gains.",
        "Zinc gained 1.1% on news of a strike.",
        "Nickel was little changed after heavy losses.",
      ],
    },
    newspaper(
      wire,
      `${p(wire)}<ul><li>Copper rose 0.4%, a third week of gains.</li><li>Zinc gained 1.1% on news of a strike.</li><li>Nickel was little changed after heavy losses.</li></ul>`,
    ),
  ),
  fixture("preformatted", wire, `${wire.title}\n\n${wire.paragraphs.join("\n\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  }),
  fixture("short", short, newspaper(short, p(short))),
  fixture(
    "hidden-parts",
    outlook,
    newspaper(
      outlook,
      `${p(outlook)}<p hidden>A hidden collapse in profit.</p><p style="visibility:hidden">An invisible bankruptcy.</p><template><p>No plunge.</p></template>`,
    ),
  ),
  fixture(
    "drop-cap",
    merger,
    newspaper(merger, p(merger).replace("<p>H", '<p><span style="float:left;font-size:3em">H</span>')),
  ),
  {
    name: "headlines",
    kind: "headlines",
    expected: articles.headlines.join("\n\n"),
    html: page(
      "Front page",
      `${nav}<main>${articles.headlines.map((title, index) => `<div class="teaser"><h3><a href="/story/${index}">${title}</a></h3><p>Our reporters have the details of this story.</p></div>`).join("")}</main>${footer}`,
    ),
  },
  {
    name: "headline-links",
    kind: "headlines",
    expected: articles.headlines.join("\n\n"),
    html: page(
      "Ticker",
      `${nav}<ul>${articles.headlines.map((title, index) => `<li><a href="/story/${index}">${title}</a> <time>10:0${index}</time></li>`).join("")}</ul>${footer}`,
    ),
  },
  {
    name: "canvas",
    kind: "nothing",
    expected: "",
    html: page(
      "A document",
      `<div>File Edit View Insert Format Tools Help</div><canvas style="width:100vw;height:90vh"></canvas>`,
    ),
  },
  { name: "empty", kind: "nothing", expected: "", html: page("Nothing", "<div></div>") },
];

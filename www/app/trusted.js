/**
 * @file What the page's policy on trusted types lets through. Strings become code or markup nowhere but here: scripts of workers if they
 * are the page's own, and saved web pages while they are parsed, into a document that runs and loads nothing.
 */

let parsing = false;

globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  createHTML: (html) => (parsing ? html : null),
});

/** Does what parses a document of its own. @template T @param {() => T} action @returns {T} */
export function whileParsing(action) {
  parsing = true;
  try {
    return action();
  } finally {
    parsing = false;
  }
}

/**
 * @file What the page's policy on trusted types lets through. Strings become code or markup nowhere but here: scripts of workers if they
 * are the page's own, and saved web pages, which are parsed into a document that runs and loads nothing.
 */

globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  createHTML: (html, _type, sink) => (sink === "DOMParser parseFromString" ? html : null),
});

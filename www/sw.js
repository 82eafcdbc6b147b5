// Keeps the page's files, so that it works without a network. scripts/assemble.mjs puts three constants in front: VERSION
// (a digest of all files), FILES (the digest of each, as `integrity` wants it) and LATER (those that are kept once asked for).
//
// A version is whole or not there: a file that is not the very one named fails the installation. A new version waits
// until no page uses the old one, or until a reader asks for it.

const CACHE = `tickertone-${VERSION}`;

self.addEventListener("install", (event) => {
  const now = Object.keys(FILES).filter((path) => !LATER.includes(path));
  event.waitUntil(Promise.all(now.map(store)));
});

self.addEventListener("activate", (event) => event.waitUntil(removeOthers()));

self.addEventListener("message", ({ data }) => {
  if (data === "use") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  const folder = new URL("./", self.location);
  if (method !== "GET" || origin !== folder.origin) return;
  const path = `./${pathname.slice(folder.pathname.length).replace(/^index\.html$/, "")}`;
  if (path in FILES) event.respondWith(kept(path));
});

async function kept(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? store(path);
}

async function store(path) {
  const response = await fetch(path, { integrity: FILES[path], cache: "no-cache" });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const cache = await caches.open(CACHE);
  await cache.put(path, response.clone());
  return response;
}

async function removeOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith("tickertone-") && name !== CACHE) await caches.delete(name);
  }
}

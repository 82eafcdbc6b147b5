/** @file Keeps the page for use without a network, and says when a new version is ready. */

import { byId } from "./dom.js";

const notice = byId("update");

export async function serveOffline() {
  const container = navigator.serviceWorker;
  // The first worker takes over no page; any change after that is a new version, which must not meet the old one's files.
  container?.addEventListener("controllerchange", () => location.reload());
  try {
    const registration = await container?.register(new URL("../sw.js", import.meta.url));
    if (registration) watch(registration, container);
  } catch {
    // Not allowed here, or no network: the page works all the same.
  }
}

/** @param {ServiceWorkerRegistration} registration @param {ServiceWorkerContainer} container */
function watch(registration, container) {
  const offer = () => {
    notice.hidden = !(registration.waiting && container.controller);
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  notice.querySelector("button")?.addEventListener("click", () => registration.waiting?.postMessage("use"));
  offer();
}

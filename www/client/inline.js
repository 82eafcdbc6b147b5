// createAnalyzer() with the module inside the script, for places that cannot fetch. It runs on the thread that asks, for
// where no module can be fetched no worker can either; `worker` may still be a function that makes one.

import { makeAnalyzer } from "./analyzer.js";
import { base64 } from "./module.js";

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** @type {import("./inline.d.ts").createAnalyzer} */
export async function createAnalyzer({ wasm = bytes(), model, worker = false, idle } = {}) {
  return makeAnalyzer(wasm, model, worker, idle);
}

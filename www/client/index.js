// createAnalyzer() with the module and the worker that lie beside this file. Nothing runs on import.

import { makeAnalyzer } from "./analyzer.js";

// Written so that bundlers see both files and carry them along.
const ownModule = () => new URL("./tickertone_bg.wasm", import.meta.url);
const ownWorker = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "tickertone" });

/** @type {import("./index.d.ts").createAnalyzer} */
export async function createAnalyzer({ wasm = ownModule(), model, worker = typeof Worker === "function", idle } = {}) {
  return makeAnalyzer(wasm, model, worker === true ? ownWorker : worker, idle);
}

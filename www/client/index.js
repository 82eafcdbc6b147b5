// createAnalyzer(): the engine as a promise, in a worker or on this thread. No DOM; nothing runs on import.

import { compile, startHere } from "./engine.js";
import { Queue } from "./queue.js";
import { startWorker } from "./remote.js";

const ownWorker = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "tickertone" });

/** @type {import("./index.d.ts").createAnalyzer} */
export async function createAnalyzer({ wasm, model, worker = typeof Worker === "function", idle } = {}) {
  const module = await compile(wasm);
  const spawn = worker === true ? ownWorker : worker;
  const start = () => (spawn ? startWorker(module, model, spawn) : startHere(module, model));
  const host = await start();
  const queue = new Queue(start, host, idle);
  return {
    version: host.version,
    analyze: (text, options) => queue.analyze(text, options),
    close: () => queue.close(),
  };
}

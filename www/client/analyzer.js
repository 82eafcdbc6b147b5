// The engine as a promise, in a worker or on this thread.

import { compile, startHere } from "./engine.js";
import { Queue } from "./queue.js";
import { startWorker } from "./remote.js";

/** `spawn` makes the worker; without it the engine runs on this thread. After `idle` milliseconds without work it ends. */
export async function makeAnalyzer(wasm, model, spawn, idle) {
  const module = await compile(wasm);
  const start = () => (spawn ? startWorker(module, model, spawn) : startHere(module, model));
  const host = await start();
  const queue = new Queue(start, host, idle);
  return {
    version: host.version,
    analyze: (text, options) => queue.analyze(text, options),
    close: () => queue.close(),
  };
}

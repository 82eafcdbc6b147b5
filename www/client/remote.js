// The engine in a worker; worker.js is the other side.

import { coded } from "./errors.js";

/** Spawns a worker, gives it the module (and a model) and waits until it stands. */
export async function startWorker(module, model, spawn) {
  const worker = spawn();
  const calls = new Map();
  let last = 0;
  let dead = false;

  const call = (message) =>
    new Promise((resolve, reject) => {
      worker.postMessage({ id: ++last, ...message });
      calls.set(last, { resolve, reject });
    });
  const stop = (error) => {
    dead = true;
    worker.terminate();
    for (const { reject } of calls.values()) reject(error);
    calls.clear();
  };
  worker.onmessage = ({ data: { id, result, error } }) => {
    const { resolve, reject } = calls.get(id);
    calls.delete(id);
    if (error) reject(Object.assign(new Error(error.message), error));
    else resolve(result);
  };
  worker.onerror = (event) => {
    event.preventDefault?.();
    stop(coded("Crashed", `the worker crashed (${event.message ?? "it could not be loaded"})`));
  };

  const version = await call({ module, model });
  return {
    version,
    get dead() {
      return dead;
    },
    analyze: (text, options) => call({ text, options }),
    stop: () => stop(coded("Crashed", "the worker was stopped")),
  };
}

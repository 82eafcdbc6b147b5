// Loads the module and runs the engine on the thread that asks: the worker's, or the caller's own.

import { instantiate } from "./bindings.js";
import { coded } from "./errors.js";

/** Makes a WebAssembly.Module of a URL, a response, bytes or a module. */
export async function compile(wasm) {
  try {
    return await load(await wasm);
  } catch (error) {
    throw coded("Load", `the engine could not be loaded: ${error.message}`, error);
  }
}

async function load(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) {
    const url = new URL(source, globalThis.location?.href);
    // Node's fetch does not read files. (Not an import: bundlers for the web would follow it.)
    const fs = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
    return load(await (fs ? fs.readFile(url) : fetch(url)));
  }
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`${source.url} answered ${source.status}`);
  const typed = source.headers.get("content-type")?.startsWith("application/wasm");
  return typed ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}

/**
 * Starts an engine on this thread, with the model built in or the bytes of another. After a crash its memory is not to be
 * trusted: it must be left for a new one.
 */
export async function startHere(module, model) {
  const Engine = await instantiate(module);
  const engine = new Engine(model);
  return {
    version: engine.version(),
    async analyze(text, options) {
      try {
        return engine.analyze(text, options);
      } catch (error) {
        if (error.code) throw error;
        throw coded("Crashed", `the engine crashed (${error.message}); the next analysis starts it afresh`, error);
      }
    },
    stop() {},
  };
}

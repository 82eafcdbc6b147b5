// Loads the module and runs the engine on the thread that asks: the worker's, or the caller's own.

import { coded } from "./errors.js";

/** Makes a WebAssembly.Module of a URL, a response, bytes or a module. */
export async function compile(wasm = new URL("./tickertone_bg.wasm", import.meta.url)) {
  let source = await wasm;
  if (typeof source === "string" || source instanceof URL) {
    const url = new URL(source, globalThis.location?.href ?? import.meta.url);
    // Node's fetch does not read files.
    source = url.protocol === "file:" && globalThis.process ? await readFile(url) : await fetch(url);
  }
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof Response) {
    if (!source.ok) throw new Error(`the engine could not be loaded: ${source.url} answered ${source.status}`);
    const typed = source.headers.get("content-type")?.startsWith("application/wasm");
    if (typed) return WebAssembly.compileStreaming(source);
    source = await source.arrayBuffer();
  }
  return WebAssembly.compile(source);
}

async function readFile(url) {
  const fs = await import(/* @vite-ignore */ "node:fs/promises");
  return fs.readFile(url);
}

// One instance a thread, made on first use. After a crash its memory is not to be trusted: the next start imports a
// second copy of the bindings, which brings a second instance.
let instance;
let copies = 0;

async function instantiate(module) {
  const copy = copies++ ? `?${copies}` : "";
  const bindings = await import(/* @vite-ignore */ `./tickertone.js${copy}`);
  await bindings.default({ module_or_path: module });
  return bindings;
}

/** Starts the engine on this thread, with the model built in or the bytes of another. */
export async function startHere(module, model) {
  instance ??= instantiate(module);
  const { Engine } = await instance;
  const engine = new Engine(model);
  return {
    version: engine.version(),
    async analyze(text, options) {
      try {
        return engine.analyze(text, options);
      } catch (error) {
        if (error.code) throw error;
        instance = undefined;
        throw coded("Crashed", `the engine crashed (${error.message}); the next analysis starts it afresh`, error);
      }
    },
    stop() {},
  };
}

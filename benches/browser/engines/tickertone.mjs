// tickertone, straight from the bindings: one call, the full report.

import { Engine, initSync } from "../../../pkg/tickertone.js";

export async function load([wasm]) {
  const { memory } = initSync({ module: new WebAssembly.Module(wasm) });
  const engine = new Engine();
  return { score: (text) => engine.analyze(text, {}), memory: () => memory.buffer.byteLength };
}

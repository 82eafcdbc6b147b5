// esbuild does not follow `new URL(...)`: the two files are named to it.
import { createAnalyzer } from "tickertone";
import wasm from "tickertone/tickertone_bg.wasm";

const worker = () => new Worker("./worker.js", { type: "module" });
globalThis.analyzer = createAnalyzer({ wasm, worker });

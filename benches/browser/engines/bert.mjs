// A classifier of BERT-base's size with int8 weights under onnxruntime-web, on one thread. Its weights are random (bert.py), which is
// as fast as trained ones; so are the ids of its tokens, of which a word of English news makes 1.35. A text longer than 512 tokens is read
// in windows, as such classifiers are used.

import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";

const TOKENS_A_WORD = 1.35;
const WINDOW = 512;
const PIECES = 30522;

export async function load([wasm, model]) {
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = wasm;
  const session = await InferenceSession.create(new Uint8Array(model), { executionProviders: ["wasm"] });
  const window = async (length) => {
    const ids = BigInt64Array.from({ length }, (_, i) => BigInt((i * 7919) % PIECES));
    await session.run({ input_ids: new Tensor("int64", ids, [1, length]) });
  };
  return {
    async score(text) {
      const tokens = Math.ceil(text.split(/\s+/).length * TOKENS_A_WORD);
      for (let at = 0; at < tokens; at += WINDOW) await window(Math.min(WINDOW, tokens - at));
    },
  };
}

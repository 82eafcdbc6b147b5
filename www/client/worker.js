// The worker's side of remote.js. In: {id, module, model?} once, then {id, text, options}. Out: {id, result} or {id, error}.

import { startHere } from "./engine.js";

let host;

self.onmessage = async ({ data: { id, module, model, text, options } }) => {
  try {
    if (module) {
      host = await startHere(module, model);
      self.postMessage({ id, result: host.version });
    } else {
      self.postMessage({ id, result: await host.analyze(text, options) });
    }
  } catch (error) {
    const { name, message, code } = error;
    self.postMessage({ id, error: { name, message, code } });
  }
};

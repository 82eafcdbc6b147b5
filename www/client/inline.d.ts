// As index.d.ts, but the module comes with the script and `worker` is false unless it is a function.
export * from "./index.js";

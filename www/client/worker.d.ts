// A script for `new Worker(..., { type: "module" })`; it exports nothing.
export {};

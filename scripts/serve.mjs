// Serves the assembled site on this machine alone:  PORT=8080 node scripts/serve.mjs [FOLDER]

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const SITE = fileURLToPath(new URL("../dist/site", import.meta.url));

/** Resolves to a server that listens on 127.0.0.1; port 0 takes a free one. */
export function serve({ folder = SITE, port = 0 } = {}) {
  // The page states its own policy; sent as a header too, it also holds for the worker.
  const policy = readFileSync(`${folder}/index.html`, "utf8").match(
    /Content-Security-Policy"\s+content="([^"]+)"/,
  )?.[1];
  if (!policy) throw new Error(`${folder}/index.html states no Content-Security-Policy`);
  const setHeaders = (response) => {
    response.setHeader("Content-Security-Policy", policy.replace(/\s+/g, " "));
    response.setHeader("X-Content-Type-Options", "nosniff");
  };
  // `dev`: read from disk each time, nothing cached.
  const server = createServer(sirv(folder, { dev: true, setHeaders }));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 8080);
  try {
    await serve({ folder: process.argv[2], port });
    console.log(`tickertone: http://127.0.0.1:${port}/ (Ctrl-C ends it)`);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(`port ${port} is taken: choose another with PORT=${port + 1}`);
    process.exitCode = 1;
  }
}

// Counts the work of the release build of the command line under callgrind: instructions, the same on a busy machine as on an idle one.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const TICKERTONE = fileURLToPath(new URL("../../target/release/tickertone", import.meta.url));

/** Why nothing can be counted here, if so. */
export const missing =
  spawnSync("valgrind", ["--version"]).status === 0 ? false : "valgrind is missing: install it to count instructions";

/** Instructions that one line of a batch takes, start and all, and the answer. */
export function instructions(request) {
  const args = ["--tool=callgrind", "--callgrind-out-file=/dev/null", TICKERTONE, "batch"];
  const { stdout, stderr, status } = spawnSync("valgrind", args, {
    input: `${JSON.stringify(request)}\n`,
    encoding: "utf8",
    env: { ...process.env, RAYON_NUM_THREADS: "1" },
    maxBuffer: 1 << 28,
  });
  const counted = stderr.match(/Collected : (\d+)/);
  if (status !== 0 || !counted) throw new Error(`status ${status}: ${stderr.slice(-2000)}`);
  return { count: Number(counted[1]), answer: JSON.parse(stdout) };
}

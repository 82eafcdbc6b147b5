/** An error with a stable word for programs: `Load`, `Crashed`, `Closed`, or what the engine says. */
export function coded(code, message, cause) {
  return Object.assign(new Error(message, cause && { cause }), { code });
}

/** An error with a stable word for programs: `Crashed`, `Closed`, or what the engine says. */
export function coded(code, message, cause) {
  return Object.assign(new Error(message, cause && { cause }), { code });
}

import { setFlagsFromString } from "node:v8";

/**
 * Tells V8 that this process will be over before optimised code has paid for itself. A build works half a second, and the
 * optimising compiler would take as much processor time again for code that then runs once: on two cores it costs more
 * than it gains. With a larger budget of calls and loops before it begins, only builds of many thousand slides meet it.
 */
export function expectShortRun(): void {
  // A V8 that no longer knew the flag would say so on the terminal; up to Node 24 they do.
  if (Number.parseInt(process.versions.node, 10) <= 24) setFlagsFromString("--interrupt-budget=1000000");
}

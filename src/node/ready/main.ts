/**
 * The command line with the commands that are over in a moment and that people run again and again, without those that
 * stay or need large packages. `scripts/compile.ts` makes one script of it, which `load.ts` runs.
 */

import type { ExitCode, Io } from "../command.ts";
import { command as build } from "../commands/build.ts";
import { command as check } from "../commands/check.ts";
import { runCommandLine } from "../dispatch.ts";

/** The same as `main` of `cli.ts`, for the commands of `READY`. */
export function main(words: readonly string[], io: Io): Promise<ExitCode> {
  return runCommandLine(words, io, {
    build: async () => ({ command: build }),
    check: async () => ({ command: check }),
  });
}

/** The export alone, as a script of its own: a build need not load what writes office files. */

import type { ExitCode, Io } from "../command.ts";
import { command } from "../commands/export.ts";
import { runCommandLine } from "../dispatch.ts";

/** The same as `main` of `cli.ts`, for `tadrich export`. */
export function main(words: readonly string[], io: Io): Promise<ExitCode> {
  return runCommandLine(words, io, { export: async () => ({ command }) });
}

/** What an import says on a terminal. */

import { formatDiagnostics } from "../../deck/format.ts";
import { type Diagnostic, toSource } from "../../deck/index.ts";
import type { Io } from "../command.ts";
import { runsFromSource } from "../package.ts";

/** @param named Path of the text as diagnostics name it. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], named: string, text: string, io: Io): void {
  const sources = new Map([[named, toSource(text, named)]]);
  io.error(
    formatDiagnostics(diagnostics, sources, { isolate: io.isTerminal, color: io.isTerminal && !io.env.NO_COLOR }),
  );
}

/** How the command is called from here: by npm in a checkout of the project, else by its name. */
export function invocation(command: "import" | "repair"): string {
  return runsFromSource() ? `npm run ${command} --` : `tadrich ${command}`;
}

/** A word of a command line, quoted for a POSIX shell where it must be. */
export function quote(word: string): string {
  return /^[\w./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

import type { ExitCode, Io } from "./command.ts";
import { type Commands, runCommandLine } from "./dispatch.ts";

/** The commands, each loaded only when it is called. */
const COMMANDS: Commands = {
  build: () => import("./commands/build.ts"),
  check: () => import("./commands/check.ts"),
  import: () => import("./commands/import.ts"),
  repair: () => import("./commands/repair.ts"),
  present: () => import("./commands/present.ts"),
  export: () => import("./commands/export.ts"),
  edit: () => import("./commands/edit.ts"),
};

/** Runs one command line (without `node` and the script) and answers with the exit code. */
export function main(words: readonly string[], io: Io): Promise<ExitCode> {
  return runCommandLine(words, io, COMMANDS);
}

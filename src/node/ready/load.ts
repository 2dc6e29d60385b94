import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import type { ExitCode, Io } from "../command.ts";

/**
 * A build of a few slides works a tenth of a second, and would spend as much again on reading, linking and compiling our
 * own modules. So `lib/` holds the commands that are over in a moment as one classic script, with what V8 compiled of it
 * beside it: Node 20 keeps no such cache of its own (`module.enableCompileCache` is of 22.1), and for ES modules takes
 * none. V8 itself refuses a cache that another version has made, or other flags (`cachedDataRejected`); the script is then
 * compiled as usual.
 */
export interface ReadyScript {
  readonly script: Script;
  readonly main: (words: readonly string[], io: Io) => Promise<ExitCode>;
}

/** The commands that stand in such a script, and in which of them. */
export const READY: ReadonlyMap<string, string> = new Map([
  ["build", "ready.js"],
  ["check", "ready.js"],
  ["export", "ready-export.js"],
]);

/** The script is one function of these, which answers with `main`: it has neither a module's `require` nor its address. */
export const PARAMETERS = ["require", "moduleUrl"] as const;

/**
 * Loads the script at `path`, from its cache where V8 takes it.
 * @returns null where there is no such script, as in a checkout: the modules are loaded instead.
 */
export function loadReady(path: string): ReadyScript | null {
  // Text of single bytes: the script was written without any other sign, and V8 need not decode it.
  const source = readIfThere(path)?.toString("latin1");
  if (source === undefined) return null;
  const cachedData = readIfThere(cachePath(path));
  const script = new Script(source, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
  const start = script.runInThisContext() as (require: NodeJS.Require, moduleUrl: string) => ReadyScript["main"];
  return { script, main: start(createRequire(path), pathToFileURL(path).href) };
}

/** Compiled code is of one kind of processor, which V8 does not look at. */
export function cachePath(path: string): string {
  return `${path}.${process.arch}.cache`;
}

/**
 * Tells V8 that this process will be over before optimised code, or a slowly growing heap, has paid for itself. A build
 * works half a second, and the optimising compiler would take as much processor time again for code that then runs once: on
 * two cores it costs more than it gains. With a larger budget of calls and loops before it begins, only builds of many
 * thousand slides meet it. And where the space for new objects grows to its usual 16 MB at once instead of by doubling,
 * half as many collections copy what a build keeps to its end anyhow. V8 compares its flags with those that a cache was
 * made with, so this comes before the script is loaded.
 */
export function expectShortRun(script: string): void {
  const node = Number.parseInt(process.versions.node, 10);
  for (const [flag, last, scripts] of SHORT_RUN_FLAGS)
    if (node <= last && scripts.includes(script)) setFlagsFromString(flag);
}

/**
 * With the last Node that was seen to know each (`node --v8-options`): one that does not says so on the terminal. An export
 * of a hundred slides would take 15 MB more for the larger space, and gain little.
 */
const SHORT_RUN_FLAGS: readonly (readonly [flag: string, last: number, scripts: readonly string[]])[] = [
  ["--interrupt-budget=1000000", 20, ["ready.js", "ready-export.js"]],
  ["--semi-space-growth-factor=16", 24, ["ready.js"]],
];

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}

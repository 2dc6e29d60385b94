import { nearest } from "../deck/nearest.ts";
import { helpOf, readArguments } from "./arguments.ts";
import type { Command, ExitCode, Io } from "./command.ts";
import { describeFailure, Failure } from "./failure.ts";
import { version } from "./package.ts";

/** The commands by name, each loaded only when it is called. */
export type Commands = Readonly<Record<string, () => Promise<{ readonly command: Command }>>>;

/** Runs one command line (without `node` and the script) and answers with the exit code. */
export async function runCommandLine(words: readonly string[], io: Io, commands: Commands): Promise<ExitCode> {
  try {
    return await dispatch(words, io, commands);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    io.error(describeFailure(error));
    return 2;
  }
}

async function dispatch([name, ...words]: readonly string[], io: Io, commands: Commands): Promise<ExitCode> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    io.out(await overview(commands));
    return 0;
  }
  if (name === "--version" || name === "-v") {
    io.out(`${version()}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw unknownCommand(name, commands);
  const { command } = await load();
  const { values, positionals } = readArguments(command, words);
  if (values.help === true) {
    io.out(helpOf(command));
    return 0;
  }
  return command.run(values, positionals, io);
}

function unknownCommand(name: string, known: Commands): Failure {
  const near = nearest(name, ["--help", "--version"]) ?? nearest(name.replace(/^-+/, ""), Object.keys(known));
  return new Failure(
    "usage",
    `Unknown ${name.startsWith("-") ? "option" : "command"} ${name}.`,
    near === null ? "tadrich --help lists the commands." : `Did you mean ${near}?`,
  );
}

async function overview(table: Commands): Promise<string> {
  const commands = await Promise.all(Object.values(table).map((load) => load()));
  const rows = commands.map(({ command }) => `  ${command.name.padEnd(10)}${command.summary}`);
  return `Tadrich turns Hebrew slide source into briefings, right to left.\n\nUsage: tadrich <command> [options]\n\n${rows.join("\n")}\n\n  tadrich <command> --help shows a command's options; --version the version.\n`;
}

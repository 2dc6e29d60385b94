import { parseArgs } from "node:util";
import { nearest } from "../deck/nearest.ts";
import type { Command, Option, Values } from "./command.ts";
import { Failure } from "./failure.ts";

const HELP: Option = { type: "boolean", short: "h", help: "Show this help." };

/**
 * Reads the words behind a command's name.
 * @throws Failure `usage` for an unknown option, with the nearest known one, or a missing value.
 */
export function readArguments(command: Command, words: readonly string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: HELP }).map(([name, { type, short, multiple }]) => [
      name,
      { type, multiple: multiple ?? false, ...(short === undefined ? {} : { short }) },
    ]),
  );
  refuseUnknown(command, words, options);
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    const [message = "The arguments cannot be read."] = String(error instanceof Error ? error.message : error).split(
      "\n",
    );
    throw new Failure("usage", message, `tadrich ${command.name} --help`);
  }
}

function refuseUnknown(command: Command, words: readonly string[], options: Record<string, { short?: string }>): void {
  const { tokens } = parseArgs({ args: [...words], options: options as never, strict: false, tokens: true });
  for (const token of tokens ?? []) {
    if (token.kind !== "option" || token.name in options) continue;
    const known = nearest(token.name, Object.keys(options));
    throw new Failure(
      "usage",
      `Unknown option ${token.rawName}.`,
      known === null ? `tadrich ${command.name} --help lists the options.` : `Did you mean --${known}?`,
    );
  }
}

/** The text of `tadrich <command> --help`. */
export function helpOf(command: Command): string {
  const rows = Object.entries({ ...command.options, help: HELP }).map(([name, option]) => {
    const value = option.type === "string" ? ` ${option.value ?? "VALUE"}` : "";
    return [`${option.short === undefined ? "    " : `-${option.short}, `}--${name}${value}`, option.help] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  const details = command.details === "" ? "" : `\n${command.details.trim()}\n`;
  return `${command.summary}\n\nUsage: tadrich ${command.name} ${command.usage}\n\n${lines.join("\n")}\n${details}`;
}

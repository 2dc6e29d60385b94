/** What a command may touch of the outside. The tests give their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether messages go to a person at a terminal: colours, progress. */
  readonly isTerminal: boolean;
  out(text: string): void;
  error(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
}

export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
  /** What stands for the value in the help, e.g. `FILE`. */
  readonly value?: string;
  readonly help: string;
}

export type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** 0 clean, 1 errors in the source, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** One row of the command line; `src/node/cli.ts` has the table. */
export interface Command {
  readonly name: string;
  /** What stands after the name, e.g. `[DECK …]`. */
  readonly usage: string;
  readonly summary: string;
  /** Examples and explanations below the options; may be empty. */
  readonly details: string;
  readonly options: Readonly<Record<string, Option>>;
  run(values: Values, positionals: readonly string[], io: Io): Promise<ExitCode>;
}

/** The value of an option that is given at most once, as text. */
export function textValue(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** The values of an option that may be given several times. */
export function textValues(values: Values, name: string): readonly string[] {
  const value = values[name];
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === "string");
  return typeof value === "string" ? [value] : [];
}

export function flag(values: Values, name: string): boolean {
  return values[name] === true;
}

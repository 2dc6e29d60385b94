/** What can go wrong with the machine rather than with the author's text. */
export type FailureCode =
  | "usage"
  | "not-found"
  | "not-readable"
  | "exists"
  | "outside"
  | "no-browser"
  | "port-busy"
  | "too-large"
  | "too-long"
  | "broken"
  | "incomplete-install";

/**
 * The one error that the product throws on purpose. It is thrown at the edge and caught once, in the command line,
 * which prints `message` and `help` and exits with 2. Anything else that is thrown is a bug and shows its stack.
 */
export class Failure extends Error {
  readonly code: FailureCode;
  /** What the user can do about it, or null. */
  readonly help: string | null;

  constructor(code: FailureCode, message: string, help: string | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "Failure";
    this.code = code;
    this.help = help;
  }
}

/** A failure as a terminal shows it: what is wrong, and what can be done. */
export function describeFailure({ message, help }: Failure): string {
  return `tadrich: ${message}\n${help === null ? "" : `  ${help}\n`}`;
}

/** Does an error come from the operating system? It tells of the machine (a full disk, a stick that was pulled out), not of a bug. */
export function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** Whether an error of the operating system has one of these codes, e.g. `ENOENT`. */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  return isOfSystem(error) && codes.includes(String(error.code));
}

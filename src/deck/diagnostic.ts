/** Making and ordering diagnostics. Printing them is in `format.ts`, and nowhere else. */
import { fill, type MessageTable, messageColumn } from "./message-row.ts";
import { MESSAGES } from "./messages.ts";
import type { Diagnostic, Fix, Lang, Severity, Span } from "./types.ts";

export type Args = Readonly<Record<string, string | number>>;

/** What a diagnostic may say beyond its row in the message table. */
export interface DiagnoseOptions {
  readonly lang?: Lang;
  readonly fix?: Fix | null;
  /** False leaves the row's help out, e.g. when there is no nearest name to propose. */
  readonly help?: boolean;
  /** The table that has the code's row; the common one where not given. */
  readonly messages?: MessageTable;
}

/** A diagnostic from a message table. An unknown code is a mistake of the program, so it throws. */
export function diagnose(
  code: string,
  path: string,
  span: Span | null,
  args: Args = {},
  { lang = "he", fix = null, help = true, messages = MESSAGES }: DiagnoseOptions = {},
): Diagnostic {
  const row = messages[code];
  if (row === undefined) throw new Error(`No message for diagnostic ${code}`);
  const column = messageColumn(lang);
  return {
    severity: row.severity,
    code,
    message: fill(row.message[column], args),
    path,
    span,
    help: help && row.help ? fill(row.help[column], args) : null,
    fix,
  };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Sorted by file, place, gravity and code; those without a place first. The input is left as it is. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
      RANK[a.severity] - RANK[b.severity] ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many there are of each severity. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

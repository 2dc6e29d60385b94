/**
 * A row of a table of messages: severity, then Hebrew, Arabic, English; then help in the same order, or none. `{name}` is
 * filled from the diagnostic's arguments.
 */
import { stringColumn } from "./strings.ts";
import type { Lang, Severity } from "./types.ts";

type Texts = readonly [he: string, ar: string, en: string];

export interface MessageRow {
  readonly severity: Severity;
  readonly message: Texts;
  readonly help: Texts | null;
}

/** Rows by the diagnostic's code. */
export type MessageTable = Readonly<Record<string, MessageRow>>;

/** A row of each severity. */
export const error = (message: Texts, help: Texts | null = null): MessageRow => ({ severity: "error", message, help });
export const warning = (message: Texts, help: Texts | null = null): MessageRow => ({
  severity: "warning",
  message,
  help,
});
export const hint = (message: Texts, help: Texts | null = null): MessageRow => ({ severity: "hint", message, help });

/** Column of a language in a {@link MessageTable}, by the fallback that `strings.ts` states. */
export function messageColumn(lang: Lang): 0 | 1 | 2 {
  return COLUMN_INDEX[stringColumn(lang)];
}

const COLUMN_INDEX = { he: 0, ar: 1, en: 2 } as const;

/** Fills `{name}` from the arguments; a name without an argument stays as it is. */
export function fill(template: string, args: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/**
 * The one printer of diagnostics:
 *
 *     slides/hanoi-summit.md:41:7 warning bidi/ambiguous-minus …
 *       41 | the line
 *          |     ^^^
 *          = help
 */
import { countDiagnostics, sortDiagnostics } from "./diagnostic.ts";
import { indexLines, type LineIndex, lineColumn, type Place } from "./source.ts";
import type { Diagnostic, Fix, Lang, Severity, Source } from "./types.ts";

export interface FormatOptions {
  /** Put Hebrew in isolates, so that a terminal that reorders text leaves the place in front of it alone. */
  readonly isolate?: boolean;
  /** ANSI colours. */
  readonly color?: boolean;
  /** Columns of the excerpt; longer lines are clipped around the place. */
  readonly width?: number;
}

/** A diagnostic as data for machines: places are lines and columns from 1, the end is exclusive. */
export interface DiagnosticJson {
  readonly path: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly help: string | null;
  readonly start: (Place & { readonly offset: number }) | null;
  readonly end: (Place & { readonly offset: number }) | null;
  readonly fix: Fix | null;
}

/** Sources by path; a diagnostic whose source is not there is printed without its place. */
export type Sources = ReadonlyMap<string, Source>;

const FSI = "\u2068";
const LRI = "\u2066";
const RLI = "\u2067";
const PDI = "\u2069";
/** Fills the line of the caret. White space at a line's end would leave the isolate (UAX #9 L1); this does not. */
const NBSP = "\u00A0";
const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, hint: 36 };

/** One diagnostic, with the line that it is about where the source is known. No newline at the end. */
export function formatDiagnostic(diagnostic: Diagnostic, source: Source | null, options: FormatOptions = {}): string {
  return formatWith(
    diagnostic,
    source,
    source && diagnostic.span && lineColumn(source, diagnostic.span.start),
    options,
  );
}

/** All of them, sorted, with a newline after each; empty for none. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: FormatOptions = {},
): string {
  const indexes = indexAll(diagnostics, sources);
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => {
      const source = sources.get(diagnostic.path) ?? null;
      const place = diagnostic.span && (indexes.get(diagnostic.path)?.at(diagnostic.span.start) ?? null);
      return `${formatWith(diagnostic, source, place, options)}\n`;
    })
    .join("");
}

/** All of them for machines, sorted. */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[], sources: Sources): readonly DiagnosticJson[] {
  const indexes = indexAll(diagnostics, sources);
  return sortDiagnostics(diagnostics).map(({ path, severity, code, message, help, span, fix }) => {
    const place = (offset: number | undefined) => {
      const at = offset === undefined ? undefined : indexes.get(path)?.at(offset);
      return offset === undefined || !at ? null : { ...at, offset };
    };
    return { path, severity, code, message, help, start: place(span?.start), end: place(span?.end), fix };
  });
}

function indexAll(diagnostics: readonly Diagnostic[], sources: Sources): ReadonlyMap<string, LineIndex> {
  const indexes = new Map<string, LineIndex>();
  for (const { path } of diagnostics) {
    const source = sources.get(path);
    if (source && !indexes.has(path)) indexes.set(path, indexLines(source));
  }
  return indexes;
}

/** `2 errors, 1 warning`; hints are not counted. Empty when there is neither. */
export function formatSummary(diagnostics: readonly Diagnostic[], lang: Lang = "he"): string {
  const { error, warning } = countDiagnostics(diagnostics);
  const parts = [error > 0 ? COUNTS[lang].error(error) : "", warning > 0 ? COUNTS[lang].warning(warning) : ""];
  return parts.filter((part) => part !== "").join(lang === "ar" || lang === "fa" ? "، " : ", ");
}

type Count = Readonly<Record<"error" | "warning", (n: number) => string>>;
const HEBREW: Count = {
  error: (n) => (n === 1 ? "שגיאה אחת" : `${n} שגיאות`),
  warning: (n) => (n === 1 ? "אזהרה אחת" : `${n} אזהרות`),
};
const ARABIC: Count = { error: (n) => `الأخطاء: ${n}`, warning: (n) => `التحذيرات: ${n}` };
const ENGLISH: Count = {
  error: (n) => `${n} error${n === 1 ? "" : "s"}`,
  warning: (n) => `${n} warning${n === 1 ? "" : "s"}`,
};
const COUNTS: Readonly<Record<Lang, Count>> = { he: HEBREW, yi: HEBREW, ar: ARABIC, fa: ARABIC, en: ENGLISH };

function formatWith(
  diagnostic: Diagnostic,
  source: Source | null,
  place: Place | null,
  options: FormatOptions,
): string {
  const { severity, code, span } = diagnostic;
  const isolate = (text: string): string => (options.isolate ? `${FSI}${text}${PDI}` : text);
  const paint = (text: string): string => (options.color ? `\u001B[${COLORS[severity]}m${text}\u001B[0m` : text);
  const path = isolate(printable(diagnostic.path));
  const head = `${place ? `${path}:${place.line}:${place.column}` : path} ${paint(severity)} ${code}`;
  const lines = [`${head} ${isolate(printable(diagnostic.message))}`];
  const gutter = " ".repeat(place ? String(place.line).length + 2 : 2);
  if (source && span && place) {
    const { line, caret } = excerpt(source, span.start, span.end, options);
    lines.push(`${gutter.slice(String(place.line).length)}${place.line} | ${line}`, `${gutter} | ${paint(caret)}`);
  }
  if (diagnostic.help !== null) lines.push(`${gutter} = ${isolate(printable(diagnostic.help))}`);
  return lines.join("\n");
}

/** Never a control character on a terminal: neither an escape sequence nor an override of direction. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, (c) =>
    c === "\t" ? " " : "\uFFFD",
  );
}

/** The line of a place, clipped to the width, and a line with carets below the place. */
function excerpt(source: Source, start: number, end: number, options: FormatOptions): { line: string; caret: string } {
  const width = options.width ?? 100;
  const { text } = source;
  const at = Math.min(start, text.length);
  const before = clipStart(
    text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - width, 0), at),
    Math.floor(width / 2),
    text,
    at,
  );
  const rest = text.slice(at, at + width).split("\n", 1)[0]!;
  const room = Math.max(10, width - cells(before));
  const shown = [...rest].slice(0, room).join("");
  const cut = at + shown.length < text.length && text[at + shown.length] !== "\n";
  const line = printable(`${before}${shown}${cut ? "…" : ""}`);
  const marked = Math.max(1, cells(text.slice(at, Math.min(end, at + shown.length))));
  const lead = cells(before);
  if (!options.isolate) return { line, caret: `${" ".repeat(lead)}${"^".repeat(marked)}` };
  const mark = isRightToLeft(line) ? RLI : LRI;
  const trail = NBSP.repeat(Math.max(0, cells(line) - lead - marked));
  return { line: `${mark}${line}${PDI}`, caret: `${mark}${NBSP.repeat(lead)}${"^".repeat(marked)}${trail}${PDI}` };
}

/** The end of what stands before the place, with an ellipsis where the line begins earlier. */
function clipStart(before: string, width: number, text: string, at: number): string {
  const kept = [...before].slice(-width).join("");
  const first = at - kept.length;
  return first > 0 && text[first - 1] !== "\n" ? `…${kept}` : kept;
}

/** Columns that a text takes: points and other marks take none. */
function cells(text: string): number {
  let count = 0;
  for (const c of text) if (!/\p{M}|\p{Cf}/u.test(c)) count++;
  return count;
}

/** UAX #9 P2: the direction of the first strong character. */
function isRightToLeft(text: string): boolean {
  const strong = /\p{L}/u.exec(text)?.[0];
  return strong !== undefined && /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(strong);
}

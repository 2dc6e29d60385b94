/** What one run of the parser carries from hand to hand. */
import { type Args, type DiagnoseOptions, diagnose } from "./diagnostic.ts";
import type { MarkdownReader, Token } from "./lex.ts";
import { nearest } from "./nearest.ts";
import type { Chunk } from "./scan.ts";
import type { Diagnostic, Lang, Source, Span } from "./types.ts";

export interface Context {
  readonly source: Source;
  readonly lang: Lang;
  readonly markdown: MarkdownReader;
  readonly diagnostics: Diagnostic[];
  /** Block tokens of every Markdown chunk, read before anything is converted, so that link definitions are known. */
  readonly tokens: Map<Chunk, readonly Token[]>;
  /** Numbers of the footnotes that have been referred to, in order of first reference. */
  readonly footnotes: Map<string, number>;
  readonly footnoteIds: ReadonlySet<string>;
  /** Links to `#id`, to be checked when all ids are known. */
  readonly fragments: { readonly id: string; readonly span: Span }[];
}

export function report(
  context: Context,
  code: string,
  span: Span | null,
  args: Args = {},
  more: DiagnoseOptions = {},
): void {
  context.diagnostics.push(diagnose(code, context.source.path, span, args, { lang: context.lang, ...more }));
}

/** Reports a name that nobody knows, with the nearest one that somebody does, and a replacement where it is written. */
export function reportUnknown(
  context: Context,
  code: string,
  name: string,
  candidates: readonly string[],
  span: Span,
  args: Args = {},
): void {
  const near = nearest(name, candidates);
  const at = context.source.text.indexOf(name, span.start);
  const inside = name !== "" && at >= 0 && at + name.length <= span.end;
  const fix = near !== null && inside ? { span: { start: at, end: at + name.length }, text: near, safe: false } : null;
  report(context, code, span, { name, nearest: near ?? "", ...args }, { help: near !== null, fix });
}

/** `<!-- tadrich-ignore code -->`: the author has seen it and means it. */
import { indexLines } from "./source.ts";
import type { Diagnostic, Source } from "./types.ts";

/** What every such comment has; most sources have none, and their lines need not be counted. */
const NAME = /tadrich-ignore|תדריך-התעלם/;
const COMMENT = /<!--\s*(?:tadrich-ignore|תדריך-התעלם)(?![\p{L}\p{N}-])([^<>]{0,500})-->/gu;

/**
 * The diagnostics without those that a comment in the source switches off, on its own line or the next. The comment names
 * codes (`bidi/range`), or rooms (`bidi`), with spaces or commas between; without any it means all. Diagnostics without a
 * place, and those of other files, stay.
 */
export function applyIgnores(source: Source, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length === 0 || !NAME.test(source.text)) return diagnostics;
  const lines = indexLines(source);
  const ignored = new Map<number, Set<string>>();
  for (const match of source.text.matchAll(COMMENT)) {
    const codes = match[1]!.split(/[\s,،]+/).filter((code) => code !== "");
    const first = lines.at(match.index).line;
    const last = lines.at(match.index + match[0].length).line;
    for (let line = first; line <= last + 1; line++) {
      const known = ignored.get(line) ?? new Set();
      for (const code of codes.length > 0 ? codes : ["*"]) known.add(code);
      ignored.set(line, known);
    }
  }
  if (ignored.size === 0) return diagnostics;
  return diagnostics.filter(({ path, span, code }) => {
    const codes = span && path === source.path ? ignored.get(lines.at(span.start).line) : undefined;
    return !codes || !(codes.has(code) || codes.has("*") || codes.has(code.split("/", 1)[0]!));
  });
}

/** From the words of a node back to the source: a text may differ from its source by escapes, references and line ends. */
import { rawOffset } from "./entities.ts";
import type { InlineCode, Source, Span, Text } from "./types.ts";

/**
 * The source offset of the character at `offset` of a node's text. Most texts stand in the source letter for letter and
 * then it is a sum; else the piece of source is read again. Where several source characters stand for one (`&amp;`, a
 * line end with a quote mark after it) it is the first of them.
 */
export function sourceOffset(source: Source, node: Text | InlineCode, offset: number): number {
  const { start, end } = node.span;
  if (node.type === "inline-code") return codeStart(source, node) + offset;
  if (end - start === node.text.length) return start + offset;
  return start + rawOffset(source.text.slice(start, end), offset);
}

/** The source span of `[from, to)` of a node's text. */
export function sourceSpan(source: Source, node: Text | InlineCode, from: number, to: number): Span {
  const start = sourceOffset(source, node, from);
  if (to <= from) return { start, end: start };
  return {
    start,
    end: to >= node.text.length && node.type === "text" ? node.span.end : sourceOffset(source, node, to),
  };
}

/** Where the content of a code span begins: after its backticks, and the space that CommonMark 6.1 takes off. */
function codeStart(source: Source, { text, span }: InlineCode): number {
  const raw = source.text.slice(span.start, span.end);
  const fence = /^`+/.exec(raw)?.[0].length ?? 0;
  const inner = raw.length - 2 * fence;
  return span.start + fence + (inner === text.length + 2 ? 1 : 0);
}

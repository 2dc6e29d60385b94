/** Dividing inlines at an offset of the line's text, each part keeping its place in the source. */
import type { Inline, Span, Text } from "../../deck/types.ts";
import { isAtom, lineLength } from "./content.ts";

/** From the first to the last of the inlines. */
export function joinSpans(inlines: readonly Inline[]): Span {
  return { start: inlines[0]?.span.start ?? 0, end: inlines.at(-1)?.span.end ?? 0 };
}

/** Two parts of an inline; `at` lies inside it. A link or an object is never divided. */
export function splitInline(inline: Inline, at: number): readonly [Inline, Inline] {
  if (inline.type === "text") return splitText(inline, at);
  if (isAtom(inline) || inline.type === "link") throw new Error(`A run divides a ${inline.type}`);
  const [left, right] = splitInlines(inline.children, at);
  const middle = joinSpans(right).start;
  return [
    { ...inline, children: left, span: { start: inline.span.start, end: joinSpans(left).end } },
    { ...inline, children: right, span: { start: middle, end: inline.span.end } },
  ];
}

/** Inlines before and after an offset. */
export function splitInlines(inlines: readonly Inline[], at: number): readonly [readonly Inline[], readonly Inline[]] {
  let offset = 0;
  for (const [index, inline] of inlines.entries()) {
    const end = offset + lineLength(inline);
    if (at <= offset) return [inlines.slice(0, index), inlines.slice(index)];
    if (at < end) {
      const [left, right] = splitInline(inline, at - offset);
      return [
        [...inlines.slice(0, index), left],
        [right, ...inlines.slice(index + 1)],
      ];
    }
    offset = end;
  }
  return [inlines, []];
}

function splitText(inline: Text, at: number): readonly [Text, Text] {
  return [sliceText(inline, 0, at), sliceText(inline, at, inline.text.length)];
}

/**
 * A part of a text. Its place is exact where the text stands in the source letter by letter; where it does not (an
 * escape, a reference such as `&amp;`), the part points to all of it.
 */
export function sliceText({ text, span }: Text, start: number, end: number): Text {
  const exact = text.length === span.end - span.start;
  const place = exact ? { start: span.start + start, end: span.start + end } : span;
  return { type: "text", text: text.slice(start, end), span: place };
}

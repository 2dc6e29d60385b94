/** Small constructors of deck nodes. A drafted deck has no source yet, so every place is empty until it is written. */

import type { Block, FootnoteRef, Inline, ListItem, Paragraph, Span } from "../../deck/types.ts";
import type { BriefParagraph } from "../brief.ts";

export const NOWHERE: Span = { start: 0, end: 0 };

export function inlineText(text: string): readonly Inline[] {
  return text === "" ? [] : [{ type: "text", text, span: NOWHERE }];
}

export function paragraph(inlines: readonly Inline[]): Paragraph {
  return { type: "paragraph", inlines, span: NOWHERE };
}

export function item(text: string): ListItem {
  return { blocks: [paragraph(inlineText(text))], checked: null, span: NOWHERE };
}

export function list(texts: readonly string[], ordered = false): Block {
  return { type: "list", ordered, start: 1, steps: false, items: texts.map(item), span: NOWHERE };
}

/** A paragraph of the brief with its bold stretches and the marks of its footnotes. */
export function proseInlines(
  { text, strong, marks }: Pick<BriefParagraph, "text" | "strong" | "marks">,
  known: readonly string[],
): readonly Inline[] {
  const cuts = new Set([
    0,
    text.length,
    ...strong.flatMap(({ start, end }) => [start, end]),
    ...marks.map(({ at }) => at),
  ]);
  const borders = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const inlines: Inline[] = [];
  borders.forEach((start, index) => {
    for (const mark of marks) if (mark.at === start && known.includes(mark.id)) inlines.push(reference(mark.id, known));
    const piece = text.slice(start, borders[index + 1] ?? start);
    if (piece === "") return;
    const isStrong = strong.some((span) => span.start <= start && start < span.end);
    const children = inlineText(piece);
    inlines.push(...(isStrong ? [{ type: "strong" as const, children, span: NOWHERE }] : children));
  });
  return inlines;
}

function reference(id: string, known: readonly string[]): FootnoteRef {
  return { type: "footnote-ref", id, number: known.indexOf(id) + 1, span: NOWHERE };
}

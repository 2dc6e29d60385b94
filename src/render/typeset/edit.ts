/** Typographic edits made on the texts of a line. */
import type { Inline, Text } from "../../deck/types.ts";
import { applyEdits, type Edit } from "../../text/typography.ts";
import { isAtom } from "./content.ts";

/** The inlines with the edits made; one that would cross from one text into another is left out. */
export function editInlines(inlines: readonly Inline[], edits: readonly Edit[]): readonly Inline[] {
  return edit(inlines, { edits, next: 0, offset: 0 });
}

/** How far the line has been read: `next` is the first edit that is not yet made or passed. */
interface Progress {
  readonly edits: readonly Edit[];
  next: number;
  offset: number;
}

function edit(inlines: readonly Inline[], progress: Progress): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === "text") return editText(inline, progress);
    if (isAtom(inline)) {
      progress.offset++;
      return [inline];
    }
    return [{ ...inline, children: edit(inline.children, progress) }];
  });
}

function editText(inline: Text, progress: Progress): readonly Text[] {
  const start = progress.offset;
  const end = start + inline.text.length;
  progress.offset = end;
  const own: Edit[] = [];
  for (let next = progress.edits[progress.next]; next && next.start < end; next = progress.edits[progress.next]) {
    if (next.start >= start && next.end <= end) {
      own.push({ start: next.start - start, end: next.end - start, text: next.text });
    }
    progress.next++;
  }
  if (own.length === 0) return [inline];
  const keepsPlaces = own.every(({ start: from, end: to, text }) => text.length === to - from);
  return keepsPlaces ? [{ ...inline, text: applyEdits(inline.text, own) }] : cut(inline, own);
}

/** Where an edit changes the length, its text becomes a node of its own, so that the others keep exact places. */
function cut(inline: Text, edits: readonly Edit[]): readonly Text[] {
  const { text, span } = inline;
  const exact = text.length === span.end - span.start;
  const parts: Text[] = [];
  const add = (start: number, end: number, shown: string): void => {
    const place = exact ? { start: span.start + start, end: span.start + end } : span;
    if (shown !== "") parts.push({ type: "text", text: shown, span: place });
  };
  let from = 0;
  for (const one of edits) {
    add(from, one.start, text.slice(from, one.start));
    add(one.start, one.end, one.text);
    from = one.end;
  }
  add(from, text.length, text.slice(from));
  return parts;
}

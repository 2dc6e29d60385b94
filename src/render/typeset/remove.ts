/** The inverse of wrapping: isolates taken away. */
import type { Inline, Text } from "../../deck/types.ts";
import { isAtom } from "./content.ts";

/** The children of isolates in their place, at any depth. The texts stay divided as they were. */
export function dropIsolates(inlines: readonly Inline[]): readonly Inline[] {
  if (!inlines.some((inline) => "children" in inline)) return inlines;
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === "isolate") return dropIsolates(inline.children);
    return "children" in inline ? [{ ...inline, children: dropIsolates(inline.children) }] : [inline];
  });
}

/** Isolates taken away, and what they had divided joined again: texts, and two halves of the same emphasis. */
export function removeIsolates(inlines: readonly Inline[]): readonly Inline[] {
  return join(dropIsolates(inlines));
}

function join(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    const both = last === undefined ? null : joinTwo(last, inline);
    if (both !== null) joined[joined.length - 1] = both;
    else joined.push(inline);
  }
  return joined.map((inline) =>
    "children" in inline && !isAtom(inline) ? { ...inline, children: join(inline.children) } : inline,
  );
}

/** One inline of two that touch in the source and were one there; null where they were two. */
function joinTwo(left: Inline, right: Inline): Inline | null {
  if (left.type === "text" && right.type === "text") return joinTexts(left, right);
  if (left.span.end !== right.span.start || left.type !== right.type) return null;
  if (!("children" in left) || !("children" in right) || left.type === "link") return null;
  const span = { start: left.span.start, end: right.span.end };
  return { ...left, children: [...left.children, ...right.children], span };
}

function joinTexts(left: Text, right: Text): Text {
  const sameText = left.span.start === right.span.start && left.span.end === right.span.end;
  const span = sameText ? left.span : { start: left.span.start, end: right.span.end };
  return { type: "text", text: left.text + right.text, span };
}

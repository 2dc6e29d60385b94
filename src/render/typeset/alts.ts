/** Alternative texts of pictures inside a line. */
import type { Inline } from "../../deck/types.ts";

/** The inlines with the alternative text of every picture mapped, at any depth. */
export function mapAlts(inlines: readonly Inline[], map: (text: string) => string): readonly Inline[] {
  if (!inlines.some((inline) => inline.type === "image" || "children" in inline)) return inlines;
  return inlines.map((inline) => {
    if (inline.type === "image") return { ...inline, alt: map(inline.alt) };
    return "children" in inline ? { ...inline, children: mapAlts(inline.children, map) } : inline;
  });
}

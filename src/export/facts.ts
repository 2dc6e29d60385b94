import type { Inline, Meta } from "../deck/types.ts";
import { setText } from "../render/typeset.ts";

const SEPARATOR = "  ·  ";

/**
 * Facts of the front matter on one line, with a dot between them. Each is set for itself: joined first, `1146 · 11 March`
 * would be taken for a run of numbers, which stands the other way round.
 */
export function joinFacts(facts: readonly string[], meta: Meta): readonly Inline[] {
  const span = { start: 0, end: 0 };
  return facts
    .filter((fact) => fact !== "")
    .flatMap((fact, at): readonly Inline[] => [
      ...(at === 0 ? [] : [{ type: "text" as const, text: SEPARATOR, span }]),
      ...setText(fact, meta),
    ]);
}

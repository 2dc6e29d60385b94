/** Which layout a slide has when its author did not say. */
import type { Block, BlockType, Layout } from "./types.ts";

/** Blocks that make a slide theirs, in order of precedence. */
const LEADING: readonly (readonly [BlockType, Layout])[] = [
  ["comparison", "compare"],
  ["options", "options"],
  ["columns", "columns"],
  ["timeline", "timeline"],
  ["judgment", "judgment"],
  ["number", "number"],
  ["table", "table"],
  ["figure", "figure"],
];

/**
 * The layout of what stands on a slide: the first of the leading blocks that is there; a quote or sources where nothing
 * but paragraphs stands beside; else points.
 */
export function inferLayout(body: readonly Block[]): Layout {
  const types = new Set(body.map((block) => block.type));
  const leading = LEADING.find(([type]) => types.has(type));
  if (leading) return leading[1];
  types.delete("paragraph");
  if (types.size === 1 && types.has("quote")) return "quote";
  return types.size === 1 && types.has("sources") ? "sources" : "points";
}

/** `{.class #id key=value}` as Pandoc and others have it, with Hebrew names. */
import type { Span } from "./types.ts";

export interface Attribute {
  /** As written, without `.`, `#` or quotes. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** What stands between a pair of braces, with the place of each part. */
export interface Attributes {
  readonly classes: readonly Attribute[];
  readonly ids: readonly Attribute[];
  readonly pairs: readonly Attribute[];
  /** Words that are none of the three. */
  readonly strays: readonly Attribute[];
  readonly span: Span;
}

const WORD = "[\\p{L}\\p{M}\\p{N}_\u05BE-]+";
const PART = new RegExp(`\\s*(?:\\.(${WORD})|#(${WORD})|(${WORD})=(?:"([^"]*)"|([^\\s"]+))|(\\S+))`, "uy");

/**
 * Reads `text`, which begins with `{` and ends with `}` and stands at `offset` in the source. Null when the first word
 * is not an attribute: then the braces are the author's text.
 */
export function parseAttributes(text: string, offset: number): Attributes | null {
  const classes: Attribute[] = [];
  const ids: Attribute[] = [];
  const pairs: Attribute[] = [];
  const strays: Attribute[] = [];
  const part = new RegExp(PART);
  const inner = text.slice(1, -1);
  for (let match = part.exec(inner); match !== null; match = part.exec(inner)) {
    const end = offset + 1 + part.lastIndex;
    const span = { start: end - match[0].trimStart().length, end };
    if (match[1] !== undefined) classes.push({ name: match[1], value: "", span });
    else if (match[2] !== undefined) ids.push({ name: "id", value: match[2], span });
    else if (match[3] !== undefined) pairs.push({ name: match[3], value: match[4] ?? match[5] ?? "", span });
    else if (classes.length + ids.length + pairs.length === 0) return null;
    else strays.push({ name: match[6] ?? "", value: "", span });
  }
  if (classes.length + ids.length + pairs.length === 0) return null;
  return { classes, ids, pairs, strays, span: { start: offset, end: offset + text.length } };
}

const TRAILING = /(?<!\\)\{[^{}\n]{1,2000}\}[ \t]*$/;

/** The attributes at the end of a line's text, and where the text before them ends. */
export function splitTrailingAttributes(
  text: string,
  offset: number,
): { readonly length: number; readonly attributes: Attributes | null } {
  const match = text.trimEnd().endsWith("}") ? TRAILING.exec(text) : null;
  const attributes = match && parseAttributes(match[0].trimEnd(), offset + match.index);
  if (!match || !attributes) return { length: text.trimEnd().length, attributes: null };
  return { length: text.slice(0, match.index).trimEnd().length, attributes };
}

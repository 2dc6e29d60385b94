/** The readings of one line, each with its features. */

import { addCutFeatures, type SearchOptions, searchCuttings } from "./candidates.ts";
import { addLineFeatures, emptyVector, feature, type Vector } from "./features.ts";
import type { Lexer, Scored } from "./lexer.ts";
import type { LineKind } from "./types.ts";
import { looksVisual, reverseVisual, reverseWords } from "./visual.ts";

export interface Candidate {
  readonly text: string;
  readonly cuts: readonly number[];
  readonly kind: Extract<LineKind, "intact" | "runs" | "visual" | "words">;
  readonly vector: Vector;
  readonly tokens: readonly Scored[];
}

export function readLine(raw: string, lexer: Lexer, weights: Vector, options: SearchOptions): Candidate[] {
  const found = searchCuttings(raw, lexer, weights, options);
  const cuttings = found.some(({ cuts }) => cuts.length === 0) ? found : [{ text: raw, cuts: [] }, ...found];
  const candidates = cuttings.map(({ text, cuts }) =>
    describe(text, cuts, cuts.length === 0 ? "intact" : "runs", raw, lexer, options),
  );
  if (looksVisual(raw)) candidates.push(describe(reverseVisual(raw), [], "visual", raw, lexer, options));
  const words = reverseWords(raw);
  if (words !== raw.trim() && !candidates.some(({ text }) => text.trim() === words)) {
    candidates.push(describe(words, [], "words", raw, lexer, options));
  }
  return candidates;
}

/** A candidate with its features. */
export function describe(
  text: string,
  cuts: readonly number[],
  kind: Candidate["kind"],
  raw: string,
  lexer: Lexer,
  { style }: Pick<SearchOptions, "style">,
): Candidate {
  const vector = emptyVector();
  const tokens = text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => lexer.token(word));
  for (const token of tokens) {
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) + (token.vector[at] as number);
  }
  lexer.addNeighbours(vector, tokens);
  if (kind === "runs" || kind === "intact") addCutFeatures(vector, raw, cuts, style);
  if (kind === "visual") vector[feature.reversed] = 1;
  if (kind === "words") vector[feature.wordsReversed] = 1;
  addLineFeatures(vector, text, style.endSpaces);
  return { text, cuts, kind, vector, tokens };
}

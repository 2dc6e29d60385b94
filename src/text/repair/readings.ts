/** The readings of one line, each with its features. */

import { addCutFeatures, type CutLine, cutLine } from "./cutting.ts";
import { addLineFeatures, dot, emptyVector, feature, type Vector } from "./features.ts";
import type { Lexer, Scored } from "./lexer.ts";
import type { Style } from "./lines.ts";
import { type SearchOptions, searchCuttings } from "./search.ts";
import type { LineKind } from "./types.ts";
import { looksVisual, reverseVisual, reverseWords } from "./visual.ts";

export interface Candidate {
  readonly text: string;
  readonly cuts: readonly number[];
  readonly kind: Extract<LineKind, "intact" | "runs" | "visual" | "words">;
  readonly vector: Vector;
  readonly tokens: readonly Scored[];
}

export function readLine(raw: string, lexer: Lexer, options: SearchOptions): Candidate[] {
  const line = cutLine(raw, options.style);
  const found = searchCuttings(raw, lexer, options);
  const cuttings = found.some(({ cuts }) => cuts.length === 0) ? found : [{ text: raw, cuts: [] }, ...found];
  const candidates = within(
    cuttings.map(({ text, cuts }) => describe(text, cuts, cuts.length === 0 ? "intact" : "runs", line, lexer)),
    lexer.weights,
  );
  if (looksVisual(raw)) candidates.push(describe(reverseVisual(raw), [], "visual", line, lexer));
  const words = reverseWords(raw);
  if (words !== raw.trim() && !candidates.some(({ text }) => text.trim() === words)) {
    candidates.push(describe(words, [], "words", line, lexer));
  }
  return candidates;
}

/** The readings of a line with their features as another lexer sees them. */
export function rereadLine(raw: string, candidates: readonly Candidate[], lexer: Lexer, style: Style): Candidate[] {
  const line = cutLine(raw, style);
  return candidates.map(({ text, cuts, kind }) => describe(text, cuts, kind, line, lexer));
}

/** Without the readings that are so far behind the best one that no neighbour could bring them back. */
function within(candidates: readonly Candidate[], weights: Vector): Candidate[] {
  const scores = candidates.map(({ vector }) => dot(vector, weights));
  const least = Math.max(...scores) - HOPELESS;
  return candidates.filter(({ kind }, index) => kind === "intact" || (scores[index] as number) >= least);
}

const HOPELESS = 14;

/** A candidate with its features. */
export function describe(
  text: string,
  cuts: readonly number[],
  kind: Candidate["kind"],
  line: CutLine,
  lexer: Lexer,
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
  if (kind === "runs" || kind === "intact") addCutFeatures(vector, line, cuts);
  if (kind === "visual") vector[feature.reversed] = 1;
  if (kind === "words") vector[feature.wordsReversed] = 1;
  addLineFeatures(vector, text, line.style.endSpaces);
  return { text, cuts, kind, vector, tokens };
}

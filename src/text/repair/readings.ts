/** The readings of one line, each with its features. */

import { addCutFeatures, type CutLine, cutLine } from "./cutting.ts";
import { addLineFeatures, dot, emptyVector, endsOpen, feature, type Vector } from "./features.ts";
import type { Style } from "./lines.ts";
import { type SearchOptions, searchCuttings, standsAsIs } from "./search.ts";
import { stepsFrom } from "./steps.ts";
import type { LineKind } from "./types.ts";
import { looksVisual, reverseVisual, reverseWords } from "./visual.ts";
import type { Entry, Vocabulary } from "./vocabulary.ts";
import type { Witness } from "./witness.ts";

/** A reading of a line, as the line alone gives it. */
export interface LineReading {
  readonly text: string;
  readonly cuts: readonly number[];
  readonly kind: Extract<LineKind, "intact" | "runs" | "visual" | "words">;
  /** Numbers that were two runs, where the words are in reversed order. */
  readonly torn?: number;
}

export interface Candidate extends LineReading {
  readonly vector: Vector;
  readonly words: readonly Entry[];
  /** How natural each network of lines finds it; none was asked where it has no rival. */
  readonly verdicts: readonly number[];
}

/** The readings that a line may have, whatever stands around it. */
export function findReadings(raw: string, vocabulary: Vocabulary, options: SearchOptions): LineReading[] {
  const found = searchCuttings(raw, vocabulary, options);
  const best = found[0]?.score ?? 0;
  const steps = standsAsIs(found) ? [] : stepsFrom(raw, found, vocabulary);
  // A cutting that only moves the space at the end to the front says nothing else than the line as it is.
  const near = [...found, ...steps].filter(({ text, score }) => text.trim() !== raw.trim() && score > best - HOPELESS);
  const intact: LineReading = { text: raw, cuts: [], kind: "intact" };
  const readings = [intact, ...near.map(({ text, cuts }): LineReading => ({ text, cuts, kind: "runs" }))];
  if (looksVisual(raw)) readings.push({ text: reverseVisual(raw), cuts: [], kind: "visual" });
  const known = new Set(readings.map(({ text }) => text.trim()));
  for (const { text, torn } of reverseWords(raw)) {
    if (!known.has(text)) readings.push({ text, cuts: [], kind: "words", torn });
    known.add(text);
  }
  return readings;
}

/** A reading that is so far behind the best is not brought back by anything that stands around the line. */
const HOPELESS = 12;

/** A reading with its features. */
export function describe(reading: LineReading, line: CutLine, witness: Witness): Candidate {
  return judgeWhole(describeParts(reading, line, witness), witness);
}

function judgeWhole(candidate: Candidate, witness: Witness): Candidate {
  const verdicts = witness.verdicts(candidate.words);
  candidate.vector[feature.fluency] = verdicts.reduce((sum, verdict) => sum + verdict, 0) / verdicts.length;
  return { ...candidate, verdicts };
}

/** A reading with all of its features but what the networks of whole lines say. */
function describeParts(reading: LineReading, line: CutLine, witness: Witness): Candidate {
  const { text, cuts, kind, torn = 0 } = reading;
  const vector = emptyVector();
  const words = text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => witness.vocabulary.token(word));
  witness.addWords(vector, words);
  if (endsOpen(words.at(-1)?.token.text ?? "")) {
    vector[feature.hyphenLast] = (vector[feature.hyphenLast] as number) - 1;
    vector[feature.hyphenAtEnd] = 1;
  }
  if (kind === "runs" || kind === "intact") addCutFeatures(vector, line, cuts);
  if (kind === "visual") vector[feature.reversed] = 1;
  if (kind === "words") {
    vector[feature.wordsReversed] = 1;
    vector[feature.numberTorn] = torn;
  }
  addLineFeatures(vector, text, line.style.endSpaces);
  return { text, cuts, kind, torn, vector, words, verdicts: [] };
}

/** Some readings with their features, without those that have fallen too far behind: `distant`, as in `Search`, or hopelessly. */
export function describeAll(
  readings: readonly LineReading[],
  raw: string,
  witness: Witness,
  style: Style,
  distant: number,
): Candidate[] {
  const line = cutLine(raw, style);
  const { choice, search } = witness.vocabulary.weights;
  const described = readings.map((reading) => describeParts(reading, line, witness));
  // As long as the networks of lines have not spoken, the weights tell best that do not count on them.
  const near = nearBest(described, search, ({ kind, cuts }) =>
    kind === "runs" && cuts.length <= FEW_CUTS ? HOPELESS : distant,
  );
  const judged = near.length === 1 ? near : near.map((candidate) => judgeWhole(candidate, witness));
  return nearBest(judged, choice, () => HOPELESS);
}

/** Halves that are exchanged at a space often read well in either order: what stands around the line has to say which it is. */
const FEW_CUTS = 2;

/** The readings that are not too far behind the best, and the line as it stands. */
function nearBest(
  candidates: readonly Candidate[],
  weights: Vector,
  reachOf: (candidate: Candidate) => number,
): Candidate[] {
  const scores = candidates.map(({ vector }) => dot(vector, weights));
  const best = Math.max(...scores);
  return candidates.filter(
    (candidate, index) => candidate.kind === "intact" || (scores[index] as number) >= best - reachOf(candidate),
  );
}

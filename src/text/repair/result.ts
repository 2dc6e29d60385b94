/** From weighed readings to what the caller sees of a line. */

import { setBrackets } from "./brackets.ts";
import { choose, type WeighedLine } from "./document.ts";
import type { RawLine } from "./lines.ts";
import type { Candidate } from "./readings.ts";
import { groundsOf, trustOf } from "./trust.ts";
import type { LineKind, Reading, RepairedLine } from "./types.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A reading less probable than this is not worth showing. */
const worthShowing = 0.001;
const shown = 4;

/** What says whether a line is doubtful. */
export interface Measure {
  readonly vocabulary: Vocabulary;
  readonly doubtBelow: number;
}

/** `clean` is the raw line with its characters mended; `weighed` is absent for a line that was not searched. */
export function describeLine(
  line: RawLine,
  clean: string,
  weighed: WeighedLine | undefined,
  { vocabulary, doubtBelow }: Measure,
): RepairedLine {
  const { number, start, raw, lineBreak } = line;
  const span = { start, end: start + raw.length };
  const base = { number, span, raw, lineBreak };
  if (!weighed) {
    const kind = clean === raw ? plainKinds[line.sort] : "signs";
    return { ...base, text: clean, cuts: [], kind, confidence: 1, doubtful: false, others: [] };
  }
  const readings = weighed.candidates.map((candidate, index) => ({
    candidate,
    reading: readingOf(candidate, weighed.probabilities[index] as number),
  }));
  const at = choose(weighed);
  const best = readings[at] as (typeof readings)[number];
  const others = readings
    .filter((each) => each !== best && each.reading.probability >= worthShowing)
    .map(({ reading }) => reading)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, shown);
  const { text, cuts } = best.reading;
  const { weights, model } = vocabulary;
  const confidence = trustOf(groundsOf(weighed, at, weights.choice), model.trust);
  const kind = line.sort === "head" ? "furniture" : kindOf(best.candidate, text, raw);
  return { ...base, text, cuts, kind, confidence, doubtful: confidence < doubtBelow, others };
}

/** The text of some lines. */
export function joinLines(lines: readonly RepairedLine[]): string {
  return lines.map(({ text, lineBreak }) => text + lineBreak).join("");
}

const plainKinds: Readonly<Record<RawLine["sort"], LineKind>> = {
  prose: "intact",
  head: "furniture",
  pageNumber: "furniture",
  blank: "blank",
  foreign: "foreign",
};

function readingOf(candidate: Candidate, probability: number): Reading {
  return { text: setBrackets(candidate.text), probability, cuts: candidate.cuts };
}

function kindOf(candidate: Candidate, text: string, raw: string): LineKind {
  if (candidate.kind !== "intact") return candidate.kind;
  return text === raw ? "intact" : "signs";
}

/**
 * How far a reading is to be trusted. Its probability compares it with the other readings; where the right one is none of
 * them, it says nothing. Then what was taken reads badly by itself, which is counted here, too.
 */

import { dot, feature, type Vector } from "./features.ts";
import type { Candidate } from "./readings.ts";

/** What speaks for a reading and against it. */
export const groundNames = [
  "always",
  "likelier",
  "score",
  "poorScore",
  "fluency",
  "unknown",
  "wordlike",
  "lone",
] as const;

export type Ground = (typeof groundNames)[number];

/** Weight of each ground, fitted on damaged training texts (`scripts/language-data/fit.ts`). */
export type Trust = Readonly<Record<Ground, number>>;

/** A good line has more than this score a word. */
const GOOD = 2;
/** Shorter lines count as if they had so many words. */
const FEW_WORDS = 4;
const SUREST = 1e-5;

/** The grounds of a reading of a certain probability, in the order of their names. */
export function groundsOf({ vector, words }: Candidate, probability: number, weights: Vector): Vector {
  const length = Math.max(FEW_WORDS, words.length);
  const score = dot(vector, weights) / length;
  const chance = Math.min(1 - SUREST, Math.max(SUREST, probability));
  const value = (name: "fluency" | "unknown" | "wordlike" | "lone") => vector[feature[name]] as number;
  const grounds: Record<Ground, number> = {
    always: 1,
    likelier: Math.log(chance / (1 - chance)),
    score,
    poorScore: Math.min(GOOD, score),
    fluency: value("fluency") / length,
    unknown: value("unknown"),
    wordlike: value("wordlike"),
    lone: value("lone"),
  };
  return Float64Array.from(groundNames, (name) => grounds[name]);
}

/** Probability that a reading with these grounds is right, 0 to 1. */
export function trustOf(grounds: Vector, trust: Trust): number {
  const sum = dot(
    grounds,
    Float64Array.from(groundNames, (name) => trust[name]),
  );
  return 1 / (1 + Math.exp(-sum));
}

/**
 * How far a reading is to be trusted. Its probability compares it with the other readings; where the right one is none of
 * them, it says nothing. Then what was taken reads badly by itself, or is hardly better than others but for what stands
 * around it, which is counted here, too.
 */

import type { WeighedLine } from "./document.ts";
import { dot, type FeatureName, feature, type Vector } from "./features.ts";
import type { Candidate } from "./readings.ts";

/** What a reading has of its own that speaks against it more, or less, than its score says. */
const flaws = [
  "unknown",
  "wordlike",
  "lone",
  "common",
  "finalInside",
  "zeroLed",
  "number",
  "stopBefore",
  "cutAtRun",
  "spaceLed",
  "ledSpace",
  "ledLine",
] as const satisfies readonly FeatureName[];

type Flaw = (typeof flaws)[number];

/** What speaks for a reading and against it. */
export const groundNames = [
  "always",
  "likelier",
  "surer",
  "score",
  "poorScore",
  "lead",
  "leastLead",
  "fluency",
  "fluencyLead",
  ...flaws,
] as const;

export type Ground = (typeof groundNames)[number];

/** Weight of each ground, fitted on damaged training texts (`scripts/language-data/fit.ts`). */
export type Trust = Readonly<Record<Ground, number>>;

/** A good line has more than this score a word. */
const GOOD = 2;
/** Shorter lines count as if they had so many words. */
const FEW_WORDS = 4;
const SUREST = 1e-5;
/** A reading that is so far ahead of its rivals, or of their fluency, is as far ahead as one without a rival. */
const FAR = 15;
const FAR_MORE_FLUENT = 8;

/** The grounds of one of the readings of a line, in the order of their names. */
export function groundsOf(
  { candidates, probabilities }: Pick<WeighedLine, "candidates" | "probabilities">,
  at: number,
  weights: Vector,
): Vector {
  const own = candidates[at] as Candidate;
  const { vector, words, verdicts } = own;
  const rivals = candidates.filter((candidate) => candidate !== own);
  const length = Math.max(FEW_WORDS, words.length);
  const score = dot(vector, weights) / length;
  const chance = Math.min(1 - SUREST, Math.max(SUREST, probabilities[at] as number));
  const likelier = Math.log(chance / (1 - chance));
  /** How far the reading is ahead of the best of the others in some sum. */
  const ahead = (sum: (reading: Candidate) => number, far: number) =>
    Math.min(far, Math.max(-far, sum(own) - Math.max(...rivals.map(sum))));
  const weight = weights[feature.fluency] as number;
  const fluencyOf = (reading: Candidate) => reading.vector[feature.fluency] as number;
  const scoreOf = (reading: Candidate) => dot(reading.vector, weights);
  /** The score of a reading if only one of the networks of lines were asked. */
  const scoreBy = (network: number) => (reading: Candidate) =>
    scoreOf(reading) + weight * ((reading.verdicts[network] as number) - fluencyOf(reading));
  const grounds: Record<Exclude<Ground, Flaw>, number> = {
    always: 1,
    likelier,
    surer: (likelier * Math.abs(likelier)) / 10,
    score,
    poorScore: Math.min(GOOD, score),
    lead: ahead(scoreOf, FAR),
    leastLead: Math.min(FAR, ...verdicts.map((_, network) => ahead(scoreBy(network), FAR))),
    fluency: fluencyOf(own) / length,
    fluencyLead: ahead((reading) => weight * fluencyOf(reading), FAR_MORE_FLUENT),
  };
  const its = Object.fromEntries(flaws.map((name) => [name, vector[feature[name]]])) as Record<Flaw, number>;
  const all: Record<Ground, number> = { ...grounds, ...its };
  return Float64Array.from(groundNames, (name) => all[name]);
}

/** Probability that a reading with these grounds is right, 0 to 1. */
export function trustOf(grounds: Vector, trust: Trust): number {
  const sum = dot(
    grounds,
    Float64Array.from(groundNames, (name) => trust[name]),
  );
  return 1 / (1 + Math.exp(-sum));
}

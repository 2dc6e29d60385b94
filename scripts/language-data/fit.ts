/**
 * Fits the weights of the choice on damaged training texts (`src/text/repair/fixtures/training`), and writes them into
 * src/text/repair/hebrew.bin:
 *
 *     node --import tsx scripts/language-data/fit.ts
 *
 * Each round searches readings with the weights so far, then raises the probability of the right reading among them
 * (conditional log-likelihood, L2, full-batch AdaGrad). The texts in `fixtures/holdout` are never read here.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { joinFeatures, rawEvidence, readEvidence, readLines, weighLines } from "../../src/text/repair/document.ts";
import { dot, feature, featureNames, type Vector } from "../../src/text/repair/features.ts";
import { splitLines } from "../../src/text/repair/lines.ts";
import { loadModel, writeModel } from "../../src/text/repair/model.ts";
import { keptBonus } from "../../src/text/repair/prior.ts";
import type { Candidate } from "../../src/text/repair/readings.ts";
import { type DamagedText, type DamageStyle, damageText, sameReading } from "../../src/text/repair/testing/damage.ts";
import { firstWeights } from "./first-weights.ts";

const root = join(import.meta.dirname, "../../src/text/repair");
const file = join(root, "hebrew.bin");
const model = loadModel(readFileSync(file));
const rounds = 3;
const strength = 0.02;

interface Problem {
  /** Features of each reading, with those of its joints to the right readings of the neighbours. */
  readonly vectors: readonly Vector[];
  readonly offsets: readonly number[];
  readonly right: number;
}

let weights: Vector = Float64Array.from(featureNames, (name) => firstWeights[name]);
for (let round = 0; round < rounds; round++) {
  const problems = trainingTexts().flatMap((text) => problemsOf(text, weights));
  weights = fit(problems, weights);
}
const named = Object.fromEntries(featureNames.map((name, at) => [name, Number((weights[at] as number).toFixed(3))]));
console.log(named);
writeFileSync(file, writeModel({ ...model, weights: named }));

function trainingTexts(): DamagedText[] {
  const folder = join(root, "fixtures/training");
  const styles: Partial<DamageStyle>[] = [
    { seed: 11, rate: 0.4 },
    { seed: 12, rate: 0.35, width: 76 },
    { seed: 13, rate: 0.6, width: 96, blankLines: false },
    { seed: 14, rate: 0.3, page: 15 },
    { seed: 15, rate: 0.4, endSpace: false },
    { seed: 16, rate: 0.15 },
  ];
  return readdirSync(folder).flatMap((name, index) => {
    const text = readFileSync(join(folder, name), "utf8");
    return styles.map((style) => damageText(text, { ...style, seed: (style.seed as number) + 100 * index }));
  });
}

function problemsOf(damaged: DamagedText, weights: Vector): Problem[] {
  const lines = splitLines(damaged.text);
  const share = damaged.lines.filter((line) => line.damaged).length / damaged.lines.filter((line) => line.raw).length;
  const bonus = keptBonus(share);
  const search = { beam: 16, keep: 40 };
  const first = rawEvidence(lines);
  const weighed = weighLines(readLines(lines, model, weights, first, search), model, weights, first, bonus);
  const evidence = readEvidence(weighed);
  const read = readLines(lines, model, weights, evidence, search);
  const rights = read.map(({ line, candidates }) => {
    const truth = damaged.lines[line.number - 1]?.truth ?? "";
    return candidates.findIndex(({ text }) => sameReading(text, truth));
  });
  const found = rights.filter((right) => right >= 0).length;
  console.log(`${read.length} lines, right reading found for ${found}`);
  return read.flatMap(({ line, candidates }, index) => {
    const right = rights[index] as number;
    if (right < 0) return [];
    const neighbour = (at: number) => (line.sort === "prose" ? read[at]?.candidates[rights[at] as number] : undefined);
    const vectors = candidates.map((candidate) => {
      const vector = candidate.vector.slice();
      addJoint(vector, neighbour(index - 1), candidate, line.number);
      addJoint(vector, candidate, neighbour(index + 1), line.number);
      return vector;
    });
    return [{ vectors, offsets: candidates.map(({ kind }) => (kind === "intact" ? bonus : 0)), right }];
  });

  function addJoint(vector: Vector, left: Candidate | undefined, right: Candidate | undefined, line: number): void {
    if (!left || !right) return;
    const { over, overElsewhere } = joinFeatures(left, right, model, evidence, line);
    vector[feature.over] = (vector[feature.over] as number) + over;
    vector[feature.overElsewhere] = (vector[feature.overElsewhere] as number) + overElsewhere;
  }
}

function fit(problems: readonly Problem[], start: Vector): Vector {
  const weights = start.slice();
  const squares = new Float64Array(weights.length).fill(1e-3);
  let loss = 0;
  for (let step = 0; step < 400; step++) {
    const slope = weights.map((weight, at) => strength * (weight - (start[at] as number) * 0.3));
    loss = 0;
    for (const { vectors, offsets, right } of problems) {
      const scores = vectors.map((vector, k) => dot(vector, weights) + (offsets[k] as number));
      const top = Math.max(...scores);
      const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
      vectors.forEach((vector, k) => {
        const chance = Math.exp((scores[k] as number) - top) / total;
        const gap = chance - (k === right ? 1 : 0);
        if (Math.abs(gap) < 1e-6) return;
        for (let at = 0; at < slope.length; at++) slope[at] = (slope[at] as number) + gap * (vector[at] as number);
      });
      loss -= (scores[right] as number) - top - Math.log(total);
    }
    for (let at = 0; at < weights.length; at++) {
      const change = slope[at] as number;
      squares[at] = (squares[at] as number) + change * change;
      weights[at] = (weights[at] as number) - (0.3 * change) / Math.sqrt(squares[at] as number);
    }
  }
  console.log(`${problems.length} lines, loss ${(loss / problems.length).toFixed(4)}`);
  return weights;
}

/**
 * Fits the weights of the choice and of the search on damaged training texts (`src/text/repair/fixtures/training`), and
 * writes them into src/text/repair/hebrew.bin.br:
 *
 *     node --import tsx scripts/language-data/fit.ts
 *
 * It searches readings with the weights of the file, then raises the probability of the right reading among them
 * (conditional log-likelihood with a Gaussian prior, Newton's method): after a new network or table it is run twice, since
 * better weights find better readings. With the new weights it reads other damage of the same texts, and fits the weights
 * of trust on what comes of it. The texts in `fixtures/holdout` are never read here.
 */

import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { cutLine, reverseCutting } from "../../src/text/repair/cutting.ts";
import {
  choose,
  Readings,
  rawEvidence,
  readEvidence,
  readLines,
  rereadLines,
  usualSearch,
  weighDocument,
  weighLines,
  wideSearch,
} from "../../src/text/repair/document.ts";
import {
  dot,
  type FeatureName,
  feature,
  featureNames,
  type Vector,
  type Weights,
  weightsOf,
} from "../../src/text/repair/features.ts";
import { splitLines, styleOf } from "../../src/text/repair/lines.ts";
import { addJoint, breakAfter } from "../../src/text/repair/neighbours.ts";
import { keptBonus } from "../../src/text/repair/prior.ts";
import { type Candidate, describe } from "../../src/text/repair/readings.ts";
import {
  type DamagedLine,
  type DamagedText,
  type DamageStyle,
  damageText,
  makeRandom,
  sameReading,
} from "../../src/text/repair/testing/damage.ts";
import { shippedModel } from "../../src/text/repair/testing/model.ts";
import { groundNames, groundsOf, type Trust } from "../../src/text/repair/trust.ts";
import { Vocabulary } from "../../src/text/repair/vocabulary.ts";
import { Witness } from "../../src/text/repair/witness.ts";
import { firstWeights } from "./first-weights.ts";
import { writeLanguageFile } from "./language-file.ts";

const root = join(import.meta.dirname, "../../src/text/repair");
const shipped = shippedModel();
/** Precision of the prior. */
const strength = 0.5;
/** About so many sentences of a text make its abstract. */
const ABSTRACT_SENTENCES = 5;

/** What the search does not know: the other lines, and what is said of a line as a whole. */
const beyondSearch = [
  ...(["document", "numberElsewhere", "pairElsewhere", "tripleElsewhere", "headElsewhere", "fluency"] as const),
  ...(["startSign", "unevenBrackets", "unevenQuotes"] as const),
  ...(["overClasses", "overWord", "overWords", "overOrder", "overElsewhere", "overTriple"] as const),
  ...(["overCompound", "overKnown", "paragraphBegin", "paragraphEnd"] as const),
] as const satisfies readonly FeatureName[];

interface Problem {
  /** Features of each reading, with those of its joints to the right readings of the neighbours. */
  readonly vectors: readonly Vector[];
  readonly offsets: readonly number[];
  readonly right: number;
}

/** A part of the texts, as a process of its own reads it. */
interface Task {
  readonly find: "choice" | "trust";
  readonly weights: Weights;
  /** Every so manieth text, from the first-th on. */
  readonly first: number;
  readonly each: number;
}

if (process.send) process.once("message", (task: Task) => process.send?.(problemsIn(task), () => process.disconnect()));
else await fitAll();

async function fitAll(): Promise<void> {
  const firstGuess = Float64Array.from(featureNames, (name) => firstWeights[name]);
  const { choice: ofChoice, search: ofSearch } = shipped.weights;
  const before = weightsOf({
    ...shipped,
    weights: { choice: { ...firstWeights, ...ofChoice }, search: { ...firstWeights, ...ofSearch } },
  });
  const problems = await problemsOfAll("choice", before);
  const choice = fitWeights(problems, firstGuess);
  const search = fitWeights(problems.map(asSearched), firstGuess);
  const trust = fitWeights(await problemsOfAll("trust", { choice, search }), new Float64Array(groundNames.length));
  const weights = { choice: named(featureNames, choice), search: named(featureNames, search) };
  const model = { ...shipped, weights, trust: named(groundNames, trust) as Trust };
  console.log(model.weights, model.trust);
  writeLanguageFile(model);
}

/** A problem as the search sees it. */
function asSearched({ vectors, ...problem }: Problem): Problem {
  const seen = vectors.map((vector) => {
    const known = vector.slice();
    for (const name of beyondSearch) known[feature[name]] = 0;
    return known;
  });
  return { ...problem, vectors: seen };
}

/** A process for each core: the readings of a text are searched apart from those of any other. */
async function problemsOfAll(find: Task["find"], weights: Weights): Promise<Problem[]> {
  const each = availableParallelism();
  const parts = Array.from({ length: each }, async (_, first): Promise<Problem[]> => {
    const task: Task = { find, weights, first, each };
    const child = fork(import.meta.filename, { execArgv: ["--import", "tsx"], serialization: "advanced" });
    child.send(task);
    // A child that fails is gone without a message; one that is done disconnects behind it.
    const gone = once(child, "disconnect").then(() => {
      throw new Error("a process that reads a part of the texts has failed");
    });
    const [problems] = await Promise.race([once(child, "message"), gone]);
    return problems as Problem[];
  });
  return (await Promise.all(parts)).flat();
}

function problemsIn({ find, weights, first, each }: Task): Problem[] {
  // The weights of trust are fitted on other damage, and on half as much of it: there are few of them.
  const texts = find === "choice" ? trainingTexts(0) : trainingTexts(5).filter((_, index) => index % 2 === 0);
  const some = texts.filter((_, index) => index % each === first);
  return some.flatMap((text) => (find === "choice" ? problemsOf(text, weights) : trustProblemsOf(text, weights)));
}

function named(names: readonly string[], values: Vector): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Number((values[at] as number).toFixed(3))]));
}

/** `shift` makes other damage of the same kinds. */
function trainingTexts(shift: number): DamagedText[] {
  const folder = join(root, "fixtures/training");
  const styles: (Partial<DamageStyle> & { readonly abstract?: true })[] = [
    { seed: 11, rate: 0.45 },
    { seed: 13, rate: 0.6, width: 96, blankLines: false, abstract: true },
    { seed: 15, rate: 0.3, width: 78, endSpace: false },
    { seed: 19, rate: 0.45, width: 84, page: 14, abstract: true },
  ];
  return readdirSync(folder).flatMap((name, index) => {
    const text = readFileSync(join(folder, name), "utf8");
    return styles.map(({ abstract, ...style }) => {
      const seed = (style.seed as number) + shift + 100 * index;
      return damageText(abstract ? withAbstract(text, seed) : text, { ...style, seed });
    });
  });
}

/** A brief says its main sentences twice: a text with an abstract behind its title, of some of its sentences. */
function withAbstract(text: string, seed: number): string {
  const random = makeRandom(seed);
  const [title, ...paragraphs] = text.split("\n").filter(Boolean);
  const sentences = paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[.?!]) /u));
  const abstract = sentences.filter(() => random.next() < ABSTRACT_SENTENCES / sentences.length).join(" ");
  return [title, ...(abstract === "" ? [] : [abstract]), ...paragraphs].join("\n");
}

function problemsOf(damaged: DamagedText, weights: Weights): Problem[] {
  const lines = splitLines(damaged.text);
  const share = damaged.lines.filter((line) => line.damaged).length / damaged.lines.filter((line) => line.raw).length;
  const bonus = keptBonus(share);
  const vocabulary = new Vocabulary(shipped, weights);
  const reader = { vocabulary, readings: new Readings(vocabulary, wideSearch), style: styleOf(lines) };
  const first = rawEvidence(lines, shipped);
  const readings = readLines(lines, reader, first);
  const weighed = weighLines(readings, reader, first)(bonus);
  const evidence = readEvidence(weighed, shipped);
  const read = rereadLines(weighed, reader, evidence);
  let found = 0;
  const complete = read.map(({ line, around, candidates }) => {
    const { truth, cuts } = damaged.lines[line.number - 1] as DamagedLine;
    const right = candidates.findIndex(({ text }) => sameReading(text, truth));
    if (right >= 0) found++;
    if (right >= 0) return { line, right, candidates };
    const witness = new Witness(vocabulary, evidence, line.number, around);
    const reading = { text: reverseCutting(line.raw, cuts), cuts, kind: "runs" } as const;
    const added = describe(reading, cutLine(line.raw, reader.style), witness);
    return { line, right: candidates.length, candidates: [...candidates, added] };
  });
  console.log(`${read.length} lines, right reading found for ${found}`);
  const chained = complete.filter(({ line }) => line.sort === "prose");
  return complete.map((read) => {
    const { line, candidates, right } = read;
    const index = chained.indexOf(read);
    const [before, after] = index < 0 ? [] : [chained[index - 1], chained[index + 1]];
    const rightOf = (near: typeof before) => near?.candidates[near.right];
    const vectors = candidates.map((candidate) => {
      const vector = candidate.vector.slice();
      const [earlier, later] = [rightOf(before), rightOf(after)];
      if (before && earlier) {
        addJoint(vector, earlier, candidate, breakAfter(before.line, reader.style), vocabulary, evidence);
      }
      if (later) addJoint(vector, candidate, later, breakAfter(line, reader.style), vocabulary, evidence);
      return vector;
    });
    const offsets = candidates.map(({ kind }) => (kind === "intact" ? bonus : 0));
    return { vectors, offsets, right };
  });
}

/** Whether the reading that is taken is right, as a choice between its grounds and nothing. */
function trustProblemsOf(damaged: DamagedText, weights: Weights): Problem[] {
  const vocabulary = new Vocabulary(shipped, weights);
  const tools = { vocabulary, readings: new Readings(vocabulary, usualSearch) };
  return weighDocument(splitLines(damaged.text), tools).map((weighed) => {
    const at = choose(weighed);
    const candidate = weighed.candidates[at] as Candidate;
    const grounds = groundsOf(weighed, at, weights.choice);
    const { truth } = damaged.lines[weighed.line.number - 1] as DamagedLine;
    const isRight = sameReading(candidate.text, truth);
    return { vectors: [grounds, new Float64Array(grounds.length)], offsets: [0, 0], right: isRight ? 0 : 1 };
  });
}

/** Newton's method, from the mean of the prior. */
function fitWeights(problems: readonly Problem[], prior: Vector): Vector {
  let weights = prior;
  for (let step = 0; step < 25; step++) {
    const { loss, slope, curve } = derive(problems, weights, prior);
    console.log(`step ${step}: loss ${(loss / problems.length).toFixed(4)}`);
    const change = solve(curve, slope);
    const longest = Math.max(...change.map(Math.abs));
    const scale = longest > 2 ? 2 / longest : 1;
    weights = weights.map((weight, at) => weight - scale * (change[at] as number));
    if (longest < 1e-3) break;
  }
  return weights;
}

/** Negative log-likelihood with its gradient and Hessian; `prior` is the mean of the prior. */
function derive(problems: readonly Problem[], weights: Vector, prior: Vector) {
  const size = weights.length;
  const slope = weights.map((weight, at) => strength * (weight - (prior[at] as number)));
  const curve = Array.from({ length: size }, (_, at) => {
    const row = new Float64Array(size);
    row[at] = strength;
    return row;
  });
  let loss = 0;
  for (const { vectors, offsets, right } of problems) {
    const scores = vectors.map((vector, k) => dot(vector, weights) + (offsets[k] as number));
    const top = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
    const chances = scores.map((score) => Math.exp(score - top) / total);
    loss -= (scores[right] as number) - top - Math.log(total);
    const mean = new Float64Array(size);
    vectors.forEach((vector, k) => {
      for (let at = 0; at < size; at++)
        mean[at] = (mean[at] as number) + (chances[k] as number) * (vector[at] as number);
    });
    const gold = vectors[right] as Vector;
    for (let at = 0; at < size; at++) slope[at] = (slope[at] as number) + (mean[at] as number) - (gold[at] as number);
    vectors.forEach((vector, k) => {
      const chance = chances[k] as number;
      if (chance < 1e-5) return;
      const off = vector.map((value, at) => value - (mean[at] as number));
      for (let row = 0; row < size; row++) {
        if (off[row] === 0) continue;
        const line = curve[row] as Float64Array;
        const factor = chance * (off[row] as number);
        for (let at = 0; at < size; at++) line[at] = (line[at] as number) + factor * (off[at] as number);
      }
    });
  }
  return { loss, slope, curve };
}

/** Solves `matrix · x = right` for a positive definite matrix, by Gaussian elimination. */
function solve(matrix: readonly Float64Array[], right: Vector): Vector {
  const rows = matrix.map((row, at) => Float64Array.of(...row, right[at] as number));
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const top = rows[pivot] as Float64Array;
    for (let below = pivot + 1; below < size; below++) {
      const row = rows[below] as Float64Array;
      const factor = (row[pivot] as number) / (top[pivot] as number);
      for (let at = pivot; at <= size; at++) row[at] = (row[at] as number) - factor * (top[at] as number);
    }
  }
  const result = new Float64Array(size);
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] as Float64Array;
    let sum = row[size] as number;
    for (let after = at + 1; after < size; after++) sum -= (row[after] as number) * (result[after] as number);
    result[at] = sum / (row[at] as number);
  }
  return result;
}

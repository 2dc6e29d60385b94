/** The whole text at once: readings of every line, weighed with their neighbours and with the rest of the document. */

import { chainProbabilities } from "./chain.ts";
import { Evidence } from "./evidence.ts";
import { dot, emptyVector, feature, type Vector } from "./features.ts";
import { naturalness, nothing } from "./junction.ts";
import { Lexer, type Vocabulary } from "./lexer.ts";
import type { RawLine, Style } from "./lines.ts";
import type { Model } from "./model.ts";
import { type Candidate, readLine, rereadLine } from "./readings.ts";
import type { SearchOptions } from "./search.ts";
import { tokenise } from "./words.ts";

export interface ReadLine {
  readonly line: RawLine;
  readonly candidates: readonly Candidate[];
}

export interface WeighedLine extends ReadLine {
  /** Probability of each candidate. */
  readonly probabilities: readonly number[];
}

export type Search = Omit<SearchOptions, "style">;

/** What the weights of the choice were fitted with. */
export const usualSearch: Search = { beam: 8, keep: 40 };

/** What the lines of a document are read with. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly style: Style;
}

/** Readings of every line that is worth reading, in order. `evidence` is what the document is known to say. */
export function readLines(lines: readonly RawLine[], reader: Reader, evidence: Evidence, search: Search): ReadLine[] {
  const { vocabulary, style } = reader;
  return lines
    .filter(({ sort }) => sort === "prose" || sort === "head")
    .map((line) => {
      const lexer = new Lexer(vocabulary, evidence, line.number);
      return { line, candidates: readLine(line.raw, lexer, { ...search, style }) };
    });
}

/** Surer than this, a line is not looked at again with better evidence. */
const sure = 0.97;

/** Looks at the readings again, with better evidence, where they are not sure yet. */
export function rereadLines(weighed: readonly WeighedLine[], reader: Reader, evidence: Evidence): ReadLine[] {
  return weighed.map(({ line, candidates, probabilities }) => {
    if (Math.max(...probabilities) > sure) return { line, candidates };
    const lexer = new Lexer(reader.vocabulary, evidence, line.number);
    return { line, candidates: rereadLine(line.raw, candidates, lexer, reader.style) };
  });
}

/** Log-odds for a reading of the kind of damage that the document is known to have. */
const commonBonus = 6;

/** Whole-line damage that shows in more than a fifth of the lines. */
export function commonDamage(weighed: readonly WeighedLine[]): Candidate["kind"] | null {
  const share = (wanted: Candidate["kind"]) => {
    const chances = weighed.flatMap(({ candidates, probabilities }) =>
      probabilities.filter((_, index) => candidates[index]?.kind === wanted),
    );
    return chances.reduce((sum, chance) => sum + chance, 0) / weighed.length;
  };
  return (["visual", "words"] as const).find((kind) => share(kind) > 0.2) ?? null;
}

/** What the raw lines say, but for their edges. */
export function rawEvidence(lines: readonly RawLine[], model: Model): Evidence {
  const evidence = new Evidence();
  for (const { sort, number, raw } of lines) if (sort === "prose") evidence.add(number, tokenise(raw, model), false);
  return evidence;
}

/** What the readings say that are already sure. */
export function readEvidence(weighed: readonly WeighedLine[], model: Model): Evidence {
  const evidence = new Evidence();
  for (const { line, candidates, probabilities } of weighed) {
    const best = bestOf(probabilities);
    const sure = (probabilities[best] as number) > 0.7;
    if (line.sort === "prose") evidence.add(line.number, tokenise((candidates[best] as Candidate).text, model), sure);
  }
  return evidence;
}

/**
 * The reading to take: the most probable one, but the line as it stands when that is probable enough. To harm a right
 * line is worse than to leave a wrong one, which is marked and offered.
 */
export function choose({ candidates, probabilities }: Pick<WeighedLine, "candidates" | "probabilities">): number {
  const kept = candidates.findIndex(({ kind }) => kind === "intact");
  return kept >= 0 && (probabilities[kept] as number) > keepAbove ? kept : bestOf(probabilities);
}

const keepAbove = 0.12;

export function bestOf(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

/** Adds how a reading goes on into a reading of the next line: naturalness, and whether the document says so elsewhere. */
export function addJoint(
  vector: Vector,
  left: Candidate,
  right: Candidate,
  model: Model,
  evidence: Evidence,
  line: number,
): void {
  const [before, last] = [left.tokens.at(-2), left.tokens.at(-1)];
  const [first, second] = [right.tokens[0], right.tokens[1]];
  if (!last || !first) return;
  const shape = (token: typeof last | undefined) => token?.token.shape ?? nothing;
  const natural = naturalness(model.junctions, shape(before), shape(last), shape(first), shape(second));
  const add = (at: number, value: number) => {
    vector[at] = (vector[at] as number) + value;
  };
  add(feature.overClasses, natural.classes);
  add(feature.overWord, natural.word);
  add(feature.overWords, natural.words);
  add(feature.overElsewhere, evidence.elsewhere(line, last.token.stem, first.token.core) > 0 ? 1 : 0);
}

/** Weighs all readings, given the bonus of a line that is left as it is, and the kind of damage that the lines share. */
export type Weigh = (keptBonus: number, common?: Candidate["kind"] | null) => WeighedLine[];

/**
 * Probabilities of all readings. What they are by themselves and beside each other is worked out once; a bonus raises or
 * lowers the prior of leaving a line as it is, and lines probably share the kind of damage that a good part of them show.
 */
export function weighLines(lines: readonly ReadLine[], { model, weights }: Vocabulary, evidence: Evidence): Weigh {
  const chained = lines.filter(({ line }) => line.sort === "prose");
  const known = new Map<string, number>();
  const joint = (index: number, j: number, k: number) => {
    const left = (chained[index] as ReadLine).candidates[j] as Candidate;
    const right = (chained[index + 1] as ReadLine).candidates[k] as Candidate;
    const key = `${index} ${left.tokens.at(-2)?.id} ${left.tokens.at(-1)?.id} ${right.tokens[0]?.id} ${right.tokens[1]?.id}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const vector = emptyVector();
    addJoint(vector, left, right, model, evidence, (chained[index] as ReadLine).line.number);
    const score = dot(vector, weights);
    known.set(key, score);
    return score;
  };
  return (keptBonus, common = null) => {
    const single = (read: ReadLine) =>
      read.candidates.map(
        ({ vector, kind }) =>
          dot(vector, weights) + (kind === "intact" ? keptBonus : 0) + (kind === common ? commonBonus : 0),
      );
    const chain = chainProbabilities(chained.map(single), joint);
    const byLine = new Map(chained.map((read, index) => [read, chain[index] as number[]]));
    return lines.map((read) => ({
      ...read,
      probabilities: byLine.get(read) ?? (chainProbabilities([single(read)], () => 0)[0] as number[]),
    }));
  };
}

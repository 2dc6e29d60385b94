/** The whole text at once: readings of every line, weighed with their neighbours and with the rest of the document. */

import { chainProbabilities } from "./chain.ts";
import { breakBehind, Evidence } from "./evidence.ts";
import {
  dot,
  emptyVector,
  endsOpen,
  type FeatureName,
  feature,
  hasForeign,
  isCompound,
  type Vector,
} from "./features.ts";
import { endsParagraph, type RawLine, type Style } from "./lines.ts";
import type { Model } from "./model.ts";
import { type Candidate, describeAll, findReadings, type LineReading } from "./readings.ts";
import type { SearchOptions } from "./search.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { Witness } from "./witness.ts";
import { type Token, tokenise } from "./words.ts";

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
export const usualSearch: Search = { beam: 10, keep: 30, margin: 10 };

/** What the lines of a document are read with. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly readings: Readings;
  readonly style: Style;
}

/** The readings of lines, kept for the next look: what a line may be read as does not hang on what stands around it. */
export class Readings {
  readonly #vocabulary: Vocabulary;
  readonly #search: Search;
  readonly #known = new Map<string, readonly LineReading[]>();

  constructor(vocabulary: Vocabulary, search: Search) {
    this.#vocabulary = vocabulary;
    this.#search = search;
  }

  of(raw: string, style: Style): readonly LineReading[] {
    const foreignRuns = style.foreignRuns && hasForeign(raw);
    const key = `${style.endSpaces} ${foreignRuns} ${raw}`;
    const known = this.#known.get(key);
    if (known) return known;
    const readings = findReadings(raw, this.#vocabulary, { ...this.#search, style: { ...style, foreignRuns } });
    this.#known.set(key, readings);
    return readings;
  }
}

/** Readings of every line that is worth reading, in order. `evidence` is what the document is known to say. */
export function readLines(lines: readonly RawLine[], reader: Reader, evidence: Evidence): ReadLine[] {
  const { vocabulary, readings, style } = reader;
  return lines
    .filter(({ sort }) => sort === "prose" || sort === "head")
    .map((line) => {
      vocabulary.makeRoom();
      const witness = new Witness(vocabulary, evidence, line.number);
      return { line, candidates: describeAll(readings.of(line.raw, style), line.raw, witness, style) };
    });
}

/** Surer than this, a line is not looked at again with better evidence. */
const sure = 0.97;

/** Looks at the readings again, with better evidence, where they are not sure yet. */
export function rereadLines(weighed: readonly WeighedLine[], reader: Reader, evidence: Evidence): ReadLine[] {
  return weighed.map(({ line, candidates, probabilities }) => {
    if (Math.max(...probabilities) > sure) return { line, candidates };
    const witness = new Witness(reader.vocabulary, evidence, line.number);
    return { line, candidates: describeAll(candidates, line.raw, witness, reader.style) };
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
  for (const { sort, number, raw } of lines) {
    if (sort === "prose") evidence.add(number, tokenise(raw, model), false);
    evidence.addNumbers(number, raw);
  }
  return evidence;
}

/** What the readings say. The edges of a line count only where its reading is sure, and so does a running head. */
export function readEvidence(weighed: readonly WeighedLine[], model: Model): Evidence {
  const evidence = new Evidence();
  let before: { readonly line: number; readonly tokens: readonly Token[] } | null = null;
  for (const { line, candidates, probabilities } of weighed) {
    const best = bestOf(probabilities);
    const sure = (probabilities[best] as number) > 0.7;
    const { text } = candidates[best] as Candidate;
    const tokens = tokenise(text, model);
    evidence.addNumbers(line.number, text);
    if (sure || line.sort === "prose") evidence.add(line.number, tokens, sure);
    if (line.sort !== "prose") continue;
    if (sure && before) evidence.addBreak(before.line, before.tokens, tokens);
    before = sure ? { line: line.number, tokens } : null;
  }
  return evidence;
}

/**
 * The reading to take: the most probable one; but the line as it stands, where that may be right and nothing else is
 * likely. To harm a right line is worse than to leave a wrong one, which is marked and offered.
 */
export function choose({ candidates, probabilities }: Pick<WeighedLine, "candidates" | "probabilities">): number {
  const best = bestOf(probabilities);
  const kept = candidates.findIndex(({ kind }) => kind === "intact");
  const mayBeRight = kept >= 0 && (probabilities[kept] as number) > possible;
  return mayBeRight && (probabilities[best] as number) < likely ? kept : best;
}

const possible = 0.05;
const likely = 0.65;

export function bestOf(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

/** The line break between two lines. */
export interface Break {
  /** Number of the line before. */
  readonly line: number;
  /** A paragraph ends here. */
  readonly final: boolean;
}

export function breakAfter({ number, raw }: RawLine, style: Style): Break {
  return { line: number, final: endsParagraph(raw, style) };
}

/** Adds how a reading goes on into a reading of the next line, or how a paragraph ends with the one and begins with the other. */
export function addJoint(
  vector: Vector,
  left: Candidate,
  right: Candidate,
  { line, final }: Break,
  vocabulary: Vocabulary,
  evidence: Evidence,
): void {
  const [before, last] = [left.words.at(-2), left.words.at(-1)];
  const [first, second] = right.words;
  if (!last || !first) return;
  const add = (name: FeatureName, value: number) => {
    vector[feature[name]] = (vector[feature[name]] as number) + value;
  };
  if (final) {
    add("paragraphEnd", vocabulary.order(before, last, undefined, undefined));
    add("paragraphBegin", vocabulary.order(undefined, undefined, first, second));
    return;
  }
  const natural = vocabulary.naturalness(before, last, first, second);
  add("overClasses", natural.classes);
  add("overWord", natural.word);
  add("overWords", natural.words);
  add("overOrder", vocabulary.order(before, last, first, second));
  const elsewhere = (...words: string[]) => (evidence.elsewhere(breakBehind(line), ...words) > 0 ? 1 : 0);
  const pair = elsewhere(last.token.stem, first.token.core);
  add("overElsewhere", pair);
  if (pair > 0 && before) add("overTriple", elsewhere(before.token.stem, last.token.core, first.token.core));
  if (pair > 0 && second) add("overTriple", elsewhere(last.token.stem, first.token.core, second.token.core));
  if (endsOpen(last.token.text)) {
    add("overCompound", isCompound(last.token.core, first.token.core, vocabulary.model, evidence, line) ? 1 : 0);
  }
}

/**
 * How each reading of a line goes on into each of the next. Most readings end and begin as others do, so that few of the
 * pairs have to be weighed.
 */
function linksBetween(
  earlier: readonly Candidate[],
  later: readonly Candidate[],
  lineBreak: Break,
  vocabulary: Vocabulary,
  evidence: Evidence,
): number[][] {
  const ends = kindsOf(earlier, ({ words }) => `${words.at(-2)?.id} ${words.at(-1)?.id}`);
  const begins = kindsOf(later, ({ words }) => `${words[0]?.id} ${words[1]?.id}`);
  const scores = ends.examples.map((left) =>
    begins.examples.map((right) => {
      const vector = emptyVector();
      addJoint(vector, left, right, lineBreak, vocabulary, evidence);
      return dot(vector, vocabulary.weights);
    }),
  );
  return ends.kinds.map((end) => begins.kinds.map((begin) => scores[end]?.[begin] as number));
}

/** Numbers the kinds of some candidates; answers with the kind of each, and with an example of each kind. */
function kindsOf(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string) {
  const numbers = new Map<string, number>();
  const examples: Candidate[] = [];
  const kinds = candidates.map((candidate) => {
    const key = keyOf(candidate);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, examples.length);
    return examples.push(candidate) - 1;
  });
  return { kinds, examples };
}

/** Weighs all readings, given the bonus of a line that is left as it is, and the kind of damage that the lines share. */
export type Weigh = (keptBonus: number, common?: Candidate["kind"] | null) => WeighedLine[];

/**
 * Probabilities of all readings. What they are by themselves and beside each other is worked out once; a bonus raises or
 * lowers the prior of leaving a line as it is, and lines probably share the kind of damage that a good part of them show.
 */
export function weighLines(lines: readonly ReadLine[], reader: Reader, evidence: Evidence): Weigh {
  const { vocabulary } = reader;
  const { weights } = vocabulary;
  const chained = lines.filter(({ line }) => line.sort === "prose");
  const links = chained.slice(1).map((later, index) => {
    const earlier = chained[index] as ReadLine;
    return linksBetween(
      earlier.candidates,
      later.candidates,
      breakAfter(earlier.line, reader.style),
      vocabulary,
      evidence,
    );
  });
  return (keptBonus, common = null) => {
    const single = (read: ReadLine) =>
      read.candidates.map(
        ({ vector, kind }) =>
          dot(vector, weights) + (kind === "intact" ? keptBonus : 0) + (kind === common ? commonBonus : 0),
      );
    const chain = chainProbabilities(chained.map(single), links);
    const byLine = new Map(chained.map((read, index) => [read, chain[index] as number[]]));
    return lines.map((read) => ({
      ...read,
      probabilities: byLine.get(read) ?? (chainProbabilities([single(read)], [])[0] as number[]),
    }));
  };
}

/** The whole text at once: readings of every line, weighed with their neighbours and with the rest of the document. */

import { chainProbabilities } from "./chain.ts";
import { Evidence } from "./evidence.ts";
import { dot, hasForeign } from "./features.ts";
import { context } from "./line-network.ts";
import { type RawLine, type Style, styleOf } from "./lines.ts";
import type { Model } from "./model.ts";
import { breakAfter, linksBetween } from "./neighbours.ts";
import { keptBonus } from "./prior.ts";
import { type Candidate, describeAll, findReadings, type LineReading } from "./readings.ts";
import type { SearchOptions } from "./search.ts";
import { type Entry, edge, type Side, type Surroundings, type Vocabulary } from "./vocabulary.ts";
import { Witness } from "./witness.ts";
import { type Token, tokenise } from "./words.ts";

export interface ReadLine {
  readonly line: RawLine;
  readonly around: Surroundings;
  readonly candidates: readonly Candidate[];
}

export interface WeighedLine extends ReadLine {
  /** Probability of each candidate. */
  readonly probabilities: readonly number[];
}

export interface Search extends Omit<SearchOptions, "style"> {
  /** Before the networks of lines have judged it, a reading of more than a few cuts may be so far behind the best. */
  readonly distant: number;
}

export const usualSearch: Search = { beam: 24, keep: 32, margin: 10, distant: 6 };

/** What the weights are fitted with: of more wrong readings more is learnt. */
export const wideSearch: Search = { ...usualSearch, distant: 7 };

/** What the lines of a document are read with. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly readings: Readings;
  readonly style: Style;
}

/** The same for all documents. */
export type Tools = Omit<Reader, "style">;

/** The readings of lines, kept for the next look: what a line may be read as does not hang on what stands around it. */
export class Readings {
  readonly search: Search;
  readonly #vocabulary: Vocabulary;
  readonly #known = new Map<string, readonly LineReading[]>();

  constructor(vocabulary: Vocabulary, search: Search) {
    this.#vocabulary = vocabulary;
    this.search = search;
  }

  of(raw: string, style: Style): readonly LineReading[] {
    const foreignRuns = style.foreignRuns && hasForeign(raw);
    const key = `${style.endSpaces} ${foreignRuns} ${raw}`;
    const known = this.#known.get(key);
    if (known) return known;
    const readings = findReadings(raw, this.#vocabulary, { ...this.search, style: { ...style, foreignRuns } });
    this.#known.set(key, readings);
    return readings;
  }
}

/** Readings of every line that is worth reading, in order. `evidence` is what the document is known to say. */
export function readLines(lines: readonly RawLine[], reader: Reader, evidence: Evidence): ReadLine[] {
  const { vocabulary, readings, style } = reader;
  const worth = lines.filter(({ sort }) => sort === "prose" || sort === "head");
  const around = surroundingsOf(worth, reader, () => ({ words: [], whole: false }));
  return worth.map((line, index) => {
    vocabulary.makeRoom();
    const read = { line, around: around[index] as Surroundings };
    const witness = new Witness(vocabulary, evidence, line.number, read.around);
    return {
      ...read,
      candidates: describeAll(readings.of(line.raw, style), line.raw, witness, style, readings.search.distant),
    };
  });
}

/** A reading that is less probable is not looked at again. */
const hopeless = 1e-4;
/** A word of a line is known to its neighbours where the readings that have it and those nearer to them are together more probable. */
const clear = 0.8;

/** Looks at the readings again, with better evidence, and with the neighbours as far as they are known. */
export function rereadLines(weighed: readonly WeighedLine[], reader: Reader, evidence: Evidence): ReadLine[] {
  const { vocabulary, readings, style } = reader;
  const found = new Map(weighed.map((each) => [each.line, each]));
  const around = surroundingsOf(
    weighed.map(({ line }) => line),
    reader,
    (line, end) => clearWords(found.get(line) as WeighedLine, end),
  );
  return weighed.map(({ line, candidates, probabilities }, index) => {
    vocabulary.makeRoom();
    const near = candidates.filter(({ kind }, at) => kind === "intact" || (probabilities[at] as number) > hopeless);
    const its = around[index] as Surroundings;
    const witness = new Witness(vocabulary, evidence, line.number, its);
    const again = describeAll(near, line.raw, witness, style, readings.search.distant);
    return { line, around: its, candidates: again };
  });
}

type End = "first" | "last";

/** What is known of a line at one of its ends. */
interface Known {
  /** In the order of the text; no more than its neighbours may see. */
  readonly words: readonly Entry[];
  /** These are all that it has. */
  readonly whole: boolean;
}

/** What a neighbour of a line sees of it: the words next to it, as far as the readings agree in them. */
function clearWords({ candidates, probabilities }: WeighedLine, end: End): Known {
  const words: Entry[] = [];
  let agreed = candidates.map((candidate, at) => ({ words: candidate.words, chance: probabilities[at] as number }));
  for (let count = 0; count < context; count++) {
    const place = end === "first" ? count : -1 - count;
    const chances = new Map<Entry | undefined, number>();
    for (const reading of agreed) {
      const word = reading.words.at(place);
      chances.set(word, (chances.get(word) ?? 0) + reading.chance);
    }
    const [word, chance] = [...chances].reduce((best, each) => (each[1] > best[1] ? each : best));
    if (chance <= clear) return { words, whole: false };
    if (!word) return { words, whole: true };
    agreed = agreed.filter((reading) => reading.words.at(place) === word);
    if (end === "first") words.push(word);
    else words.unshift(word);
  }
  return { words, whole: false };
}

/** What stands around each line: words of its neighbours as far as they are known, and the edges of its paragraph. */
function surroundingsOf(
  lines: readonly RawLine[],
  { vocabulary, style }: Reader,
  knownOf: (line: RawLine, end: End) => Known,
): Surroundings[] {
  const chained = lines.filter(({ sort }) => sort === "prose");
  const places = new Map(chained.map((line, index) => [line, index]));
  /** Goes over the lines on one side as long as all of their words are known. */
  const sideOf = (place: number, step: 1 | -1): Side => {
    let words: readonly Entry[] = [];
    for (let at = place; words.length < context; at += step) {
      const [line, earlier] = [chained[at + step], chained[Math.min(at, at + step)]];
      if (!line || !earlier || breakAfter(earlier, style).final) return { words, beyond: "edge" };
      const its = knownOf(line, step > 0 ? "first" : "last");
      words = step > 0 ? [...words, ...its.words] : [...its.words, ...words];
      if (!its.whole) return { words, beyond: "unseen" };
    }
    return { words, beyond: "unseen" };
  };
  return lines.map((line) => {
    const place = places.get(line);
    return place === undefined ? vocabulary.around(edge, edge) : vocabulary.around(sideOf(place, -1), sideOf(place, 1));
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
    if (sure && before) evidence.addBreak([before.line, line.number], before.tokens, tokens);
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
const likely = 0.8;

export function bestOf(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

/** Weighs all readings, given the bonus of a line that is left as it is, and the kind of damage that the lines share. */
export type Weigh = (keptBonus: number, common?: Candidate["kind"] | null) => WeighedLine[];

/**
 * Probabilities of all readings. What they are by themselves and beside each other is worked out once; a bonus raises or
 * lowers the prior of leaving a line as it is, and lines probably share the kind of damage that a good part of them show.
 */
export function weighLines(lines: readonly ReadLine[], reader: Reader, evidence: Evidence): Weigh {
  const { vocabulary } = reader;
  const weights = vocabulary.weights.choice;
  const chained = lines.filter(({ line }) => line.sort === "prose");
  const links = chained.slice(1).map((later, index) => {
    const earlier = chained[index] as ReadLine;
    const lineBreak = breakAfter(earlier.line, reader.style);
    return linksBetween(earlier.candidates, later.candidates, lineBreak, vocabulary, evidence);
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

/** Weighs the readings of all lines of a document, in two passes: what the first is sure of is evidence for the second. */
export function weighDocument(lines: readonly RawLine[], tools: Tools): readonly WeighedLine[] {
  const { model } = tools.vocabulary;
  const reader = { ...tools, style: styleOf(lines) };
  const first = rawEvidence(lines, model);
  const weigh = weighLines(readLines(lines, reader, first), reader, first);
  let weighed = weigh(0);
  for (let turn = 0; turn < 2; turn++) weighed = weigh(keptBonus(damageOf(weighed)), commonDamage(weighed));
  const better = readEvidence(weighed, model);
  const again = rereadLines(weighed, reader, better);
  return weighLines(again, reader, better)(keptBonus(damageOf(weighed)), commonDamage(weighed));
}

/** Expected share of damaged lines. */
export function damageOf(weighed: readonly WeighedLine[]): number {
  const kept = weighed.map(({ candidates, probabilities }) => {
    const at = candidates.findIndex(({ kind }) => kind === "intact");
    return at < 0 ? 0 : (probabilities[at] as number);
  });
  return kept.length === 0 ? 0 : 1 - kept.reduce((sum, chance) => sum + chance, 0) / kept.length;
}

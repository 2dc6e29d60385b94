/** Tokens and pairs of them as any line of any text sees them: taken apart and weighed once. */

import { Evidence } from "./evidence.ts";
import {
  addInnerFeatures,
  addTokenFeatures,
  type FeatureName,
  feature,
  kindOfNumber,
  Tally,
  type Weights,
} from "./features.ts";
import { type Naturalness, naturalness, nothing, pairNaturalness } from "./junction.ts";
import { context, type Gates, gatesOf, LineJudge } from "./line-network.ts";
import type { Model } from "./model.ts";
import { type Junctions, junctionsOf, OfWords, reach } from "./network.ts";
import { onceFor } from "./once.ts";
import { joinedWords, prefixLength, prefixRun, Token } from "./words.ts";

const silent = new Evidence();

/** What the networks see of words. */
interface Networks {
  readonly junctions: Junctions;
  readonly gates: OfWords<Gates>;
}

/** A token with what it tells by itself. */
export class Entry {
  readonly id: number;
  readonly token: Token;
  /** Its features, as the search weighs them. */
  readonly score: number;
  readonly #model: Model;
  readonly #networks: Networks;
  /** The place of its projections, as long as its age is theirs. */
  #projection = 0;
  #age = -1;
  #gates: Gates | undefined;
  #whole: boolean | undefined;

  constructor(id: number, token: Token, score: number, model: Model, networks: Networks) {
    this.id = id;
    this.token = token;
    this.score = score;
    this.#model = model;
    this.#networks = networks;
  }

  /** Where the network of junctions has what it sees of it. */
  get projection(): number {
    const { words } = this.#networks.junctions;
    if (this.#age !== words.age) {
      this.#projection = words.of(this.token.shape);
      this.#age = words.age;
    }
    return this.#projection;
  }

  /** What the networks of whole lines see of it. */
  get gates(): Gates {
    this.#gates ??= this.#networks.gates.of(this.token.shape);
    return this.#gates;
  }

  /** Is it made of words that the lexicon has, with nothing wrong inside? Then no run ends in it. */
  get whole(): boolean {
    if (this.#whole !== undefined) return this.#whole;
    const names = new Set<FeatureName>();
    addTokenFeatures((name) => names.add(name), this.token, this.#model, silent, 0);
    const known = names.has("common") || names.has("familiar") || names.has("listed");
    this.#whole = known && !names.has("unknown") && !names.has("finalInside");
    return this.#whole;
  }
}

/** What stands on one side of a line: words, as far as they are known, and beyond them others or the edge of the paragraph. */
export interface Side {
  /** In the order of the text. */
  readonly words: readonly Entry[];
  readonly beyond: "unseen" | "edge";
}

/** Nothing is known of a side. */
export const unseen: Side = { words: [], beyond: "unseen" };
/** A paragraph begins or ends here. */
export const edge: Side = { words: [], beyond: "edge" };

/** What the networks of whole lines see around a line: so many words on both sides as `context` says. */
export interface Surroundings {
  readonly before: readonly Gates[];
  readonly behind: readonly Gates[];
  /** Tells them from others. */
  readonly key: string;
}

/** Entries have smaller numbers than this, so that two of them make an integer of 31 bits, which a `Map` finds fastest. */
const ENTRY_NUMBERS = 0x7fff;

/** A number for two neighbours, either of which may be missing. */
export function numberOfPair(left: Entry | undefined, right: Entry | undefined): number {
  return ((left?.id ?? -1) + 1) * (ENTRY_NUMBERS + 1) + (right?.id ?? -1) + 1;
}

/** Cuts make many thousands of pieces of words; the memory that they take is bounded by forgetting them all. */
const MOST_ENTRIES = 12_000;
const MOST_PAIRS = 100_000;
const MOST_JUDGED = 5_000;
const MOST_GATES = 2_000;

export class Vocabulary {
  readonly model: Model;
  readonly weights: Weights;
  /** Adds up features as the search weighs them. */
  readonly tally: Tally;
  /** The same of what speaks against a reading. */
  readonly #losses: Tally;
  readonly #entries = new Map<string, Entry>();
  /** By the numbers of two entries. */
  readonly #pairs = new Map<number, number>();
  readonly #hopes = new Map<string, number>();
  /** What stands for words at an edge of a paragraph, and for those that are not known. */
  readonly #edge: Gates;
  readonly #unseen: Gates;
  readonly #judged = new Map<string, readonly number[]>();
  #judging: { readonly surroundings: Surroundings; readonly judge: LineJudge } | undefined;
  readonly #words: SortedWords;
  readonly #networks: Networks;

  constructor(model: Model, weights: Weights) {
    this.model = model;
    this.weights = weights;
    this.tally = new Tally(weights.search);
    this.#losses = new Tally(weights.search.map((weight) => Math.min(0, weight)));
    this.#words = sortedWords(model);
    const { network, lines } = model;
    this.#networks = {
      junctions: junctionsOf(network),
      gates: new OfWords(network, MOST_GATES, (vector) => lines.map((line) => gatesOf(line, vector))),
    };
    this.#edge = lines.map((line) => gatesOf(line, line.edge));
    this.#unseen = lines.map((line) => gatesOf(line, line.unseen));
  }

  token(text: string): Entry {
    const known = this.#entries.get(text);
    if (known) return known;
    const token = new Token(text, this.model);
    const id = this.#entries.size % ENTRY_NUMBERS;
    const entry = new Entry(id, token, this.#weigh(token), this.model, this.#networks);
    this.#entries.set(text, entry);
    return entry;
  }

  /** How far a word, or what stands between two spaces, scores behind a common word. */
  loss(text: string): number {
    return text === "" ? 0 : Math.max(0, (this.weights.search[feature.common] as number) - this.token(text).score);
  }

  /** The features of a token, weighed, without a vector for them. */
  #weigh(token: Token): number {
    this.tally.begin();
    addTokenFeatures(this.tally.add, token, this.model, silent, 0);
    return this.tally.total;
  }

  /** What the table says of two neighbours with what stands around them. */
  naturalness(before: Entry | undefined, left: Entry, right: Entry, behind: Entry | undefined): Naturalness {
    const [first, last] = [before?.token.shape ?? nothing, behind?.token.shape ?? nothing];
    return naturalness(this.model.junctions, first, left.token.shape, right.token.shape, last);
  }

  /**
   * Weighed score of two neighbours, whatever stands around them. To look up their surroundings in the table, too, would
   * take most of the time of the search; the network knows of them.
   */
  pair(left: Entry, right: Entry): number {
    const key = numberOfPair(left, right);
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const { search: weights } = this.weights;
    const natural = pairNaturalness(this.model.junctions, left.token.shape, right.token.shape);
    const score =
      natural.classes * (weights[feature.neighbourClasses] as number) +
      natural.word * (weights[feature.neighbourWord] as number) +
      natural.words * (weights[feature.neighbourWords] as number);
    if (this.#pairs.size >= MOST_PAIRS) this.#pairs.clear();
    this.#pairs.set(key, score);
    return score;
  }

  /**
   * Weighed score of two neighbours with what stands around them, for the search; nothing stands at the begin and the end of
   * a line.
   */
  junction(before: Entry | undefined, left: Entry, right: Entry, behind: Entry | undefined): number {
    const order = this.order(before, left, right, behind) * (this.weights.search[feature.order] as number);
    return this.pair(left, right) + order;
  }

  /** What the network says of two neighbours; nothing stands at the begin and the end of the text. */
  order(
    before: Entry | undefined,
    left: Entry | undefined,
    right: Entry | undefined,
    behind: Entry | undefined,
  ): number {
    const { junctions } = this.#networks;
    const { edge } = junctions;
    junctions.words.makeRoom(reach);
    return junctions.judge(
      before?.projection ?? edge,
      left?.projection ?? edge,
      right?.projection ?? edge,
      behind?.projection ?? edge,
    );
  }

  /** What stands around a line. */
  around(before: Side, behind: Side): Surroundings {
    const last = before.words.slice(-context);
    const first = behind.words.slice(0, context);
    /** What stands for the words that are missing on a side. */
    const missing = ({ beyond }: Side, words: readonly Entry[]) =>
      Array.from({ length: context - words.length }, () => (beyond === "edge" ? this.#edge : this.#unseen));
    return {
      before: [...missing(before, last), ...last.map(({ gates }) => gates)],
      behind: [...first.map(({ gates }) => gates), ...missing(behind, first)],
      key: `${nameOf(before, last)} / ${nameOf(behind, first)} /`,
    };
  }

  /**
   * Judges whole readings of a line, given what stands around it: a log-score by each network of lines. What was judged
   * before is not judged again.
   */
  lineJudge(surroundings: Surroundings): (words: readonly Entry[]) => readonly number[] {
    return (words) => {
      const whole = `${surroundings.key} ${words.map(({ token }) => token.text).join(" ")}`;
      const known = this.#judged.get(whole);
      if (known !== undefined) return known;
      const verdicts = this.#judgeBetween(surroundings).judge(words.map(({ gates }) => gates));
      if (this.#judged.size >= MOST_JUDGED) this.#judged.clear();
      this.#judged.set(whole, verdicts);
      return verdicts;
    };
  }

  /** One line is judged at a time; where another one is, the memory of the judge is its own. */
  #judgeBetween(surroundings: Surroundings): LineJudge {
    if (this.#judging?.surroundings === surroundings) return this.#judging.judge;
    this.#judging?.judge.release();
    const judge = new LineJudge(this.model.lines, surroundings.before, surroundings.behind);
    this.#judging = { surroundings, judge };
    return judge;
  }

  /** Makes room before a line is read. Within a line nothing is forgotten, since the numbers of entries count. */
  makeRoom(): void {
    if (this.#entries.size < MOST_ENTRIES) return;
    this.#entries.clear();
    this.#pairs.clear();
  }

  /**
   * What a word will bring at most, about, of which `tail` is the begin: 0 while a known word, with or without prefix letters,
   * may still come of it, and no sign stands in it where none should; less where none may; more of a year.
   */
  hope(tail: string): number {
    const known = this.#hopes.get(tail);
    if (known !== undefined) return known;
    this.#losses.begin();
    const word = /[א-ת'"]+$/u.exec(tail)?.[0];
    if (word !== undefined && !this.mayBegin(word) && !this.mayBegin(behindMark(word))) this.#losses.add("unknown");
    addInnerFeatures(this.#losses.add, tail);
    const hope = this.#losses.total + this.#hopeOfYears(tail);
    if (this.#hopes.size >= MOST_ENTRIES) this.#hopes.clear();
    this.#hopes.set(tail, hope);
    return hope;
  }

  /** Years weigh so much that a cutting would be given up as long as their word is open, if they did not count before. */
  #hopeOfYears(tail: string): number {
    // Not the core of a token: a stop or a comma in front of a year costs more than the year brings.
    const bare = tail.replace(/^[("'[]+|[)"'\].,;:!?]+$/gu, "");
    const years = joinedWords(bare).filter((word) => /^\d{4}$/.test(word));
    return years.reduce(
      (sum, year) => sum + Math.max(0, this.weights.search[feature[kindOfNumber(year)]] as number),
      0,
    );
  }

  /** Is a word of some length known well, so that it needs no known neighbour to be believed? */
  isFamiliar(word: string): boolean {
    return word.length >= 4 && (this.model.words.get(word) ?? 0) > 2;
  }

  /** Is some letters the begin of a known word, with prefix letters or without? */
  mayBegin(letters: string): boolean {
    return withoutPrefixes(letters).some((rest) => hasBegin(this.#words.forwards, rest));
  }

  /** Is some letters the end of a known word, or a known word with prefix letters? */
  mayEnd(letters: string): boolean {
    return withoutPrefixes(letters).some((rest) => hasBegin(this.#words.backwards, backwards(rest)));
  }
}

/** Tells a side with these words next to the line from others. */
function nameOf({ beyond }: Side, words: readonly Entry[]): string {
  return [...words.map(({ token }) => token.text), ...(words.length < context ? [`/${beyond}`] : [])].join(" ");
}

/** The known words, and the same written backwards, both sorted. */
interface SortedWords {
  readonly forwards: readonly string[];
  readonly backwards: readonly string[];
}

/** Sorted once for each model: it takes longer than to repair a line. */
const sortedWords = onceFor((model: Model): SortedWords => {
  const forwards = [...model.words.keys()].sort();
  return { forwards, backwards: forwards.map(backwards).sort() };
});

const openedQuotation = new RegExp(`^(?:${prefixRun})?["']+`, "u");

/** What stands behind the mark that opens a quotation, with prefix letters in front of it or without. */
function behindMark(word: string): string {
  return word.replace(openedQuotation, "");
}

/** Some letters as they are, and without as many of their first as may be prefix letters. */
function withoutPrefixes(letters: string): string[] {
  return Array.from({ length: prefixLength(letters) + 1 }, (_, length) => letters.slice(length));
}

function backwards(text: string): string {
  return [...text].reverse().join("");
}

function hasBegin(words: readonly string[], begin: string): boolean {
  return begin === "" || words[lowerBound(words, begin)]?.startsWith(begin) === true;
}

/** Index of the first of some sorted texts that does not come before `limit`. */
function lowerBound(texts: readonly string[], limit: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] as string) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tokens, their own scores and the scores of their neighbourhood, worked out once. */

import { Evidence } from "./evidence.ts";
import {
  type Add,
  addInnerFeatures,
  addTokenFeatures,
  emptyVector,
  evidenceWords,
  type FeatureName,
  feature,
  type Vector,
} from "./features.ts";
import { type Naturalness, naturalness, nothing, pairNaturalness } from "./junction.ts";
import type { Model } from "./model.ts";
import { prefixLength, Token } from "./words.ts";

/** A token with what it tells by itself, as one line of a document sees it. */
export class Scored {
  readonly id: number;
  readonly token: Token;
  /** Its features, weighed. */
  readonly score: number;
  readonly #features: (add: Add) => void;
  #vector: Vector | undefined;

  constructor(id: number, token: Token, score: number, features: (add: Add) => void) {
    this.id = id;
    this.token = token;
    this.score = score;
    this.#features = features;
  }

  /** Its features: needed of few of the many tokens that a search looks at. */
  get vector(): Vector {
    if (this.#vector) return this.#vector;
    const vector = emptyVector();
    this.#features((name, value = 1) => {
      vector[feature[name]] = (vector[feature[name]] as number) + value;
    });
    this.#vector = vector;
    return vector;
  }
}

/** A token as every line of a document sees it, and the words of it that the document may testify for. */
interface Entry {
  readonly token: Token;
  readonly score: number;
  readonly witnesses: readonly string[];
}

const silent = new Evidence();

/** Cuts make many thousands of pieces of words; the memory that they take is bounded by forgetting them all. */
const MOST_ENTRIES = 40_000;

/** The tokens of a document, taken apart and weighed once for all of its lines. */
export class Vocabulary {
  readonly model: Model;
  readonly weights: Vector;
  readonly #entries = new Map<string, Entry>();
  readonly #hopes = new Map<string, number>();
  /** The known words, sorted. */
  readonly #sorted: readonly string[];

  constructor(model: Model, weights: Vector) {
    this.model = model;
    this.weights = weights;
    this.#sorted = [...model.words.keys()].sort();
  }

  /**
   * What a word will cost at least of which `tail` is the begin: 0 while a known word, with or without prefix letters, may
   * still come of it, and no sign stands in it where none should.
   */
  hope(tail: string): number {
    const known = this.#hopes.get(tail);
    if (known !== undefined) return known;
    let hope = 0;
    const add = (name: FeatureName) => {
      hope += Math.min(0, this.weights[feature[name]] as number);
    };
    const word = /[א-ת'"]+$/u.exec(tail)?.[0];
    if (word !== undefined && !this.#mayBegin(word)) add("unknown");
    addInnerFeatures(add, tail);
    if (this.#hopes.size >= MOST_ENTRIES) this.#hopes.clear();
    this.#hopes.set(tail, hope);
    return hope;
  }

  #mayBegin(word: string): boolean {
    for (let length = prefixLength(word); length >= 0; length--) {
      const rest = word.slice(length);
      if (rest === "" || this.#sorted[lowerBound(this.#sorted, rest)]?.startsWith(rest)) return true;
    }
    return false;
  }

  /** The features of a token, weighed, without a vector for them. */
  weigh(token: Token, evidence: Evidence, line: number): number {
    const { weights } = this;
    let score = 0;
    const add = (name: FeatureName, value = 1) => {
      score += (weights[feature[name]] as number) * value;
    };
    addTokenFeatures(add, token, this.model, evidence, line);
    return score;
  }

  entry(text: string): Entry {
    const known = this.#entries.get(text);
    if (known) return known;
    const token = new Token(text, this.model);
    const entry = { token, score: this.weigh(token, silent, 0), witnesses: evidenceWords(token) };
    if (this.#entries.size >= MOST_ENTRIES) this.#entries.clear();
    this.#entries.set(text, entry);
    return entry;
  }
}

/** Index of the first of some sorted texts that does not come before `limit`. */
function lowerBound(sorted: readonly string[], limit: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MOST_IDS = 0x8000;

/** The tokens of one line, with what the rest of the document says for them. */
export class Lexer {
  readonly #tokens = new Map<string, Scored>();
  readonly #pairs = new Map<number, number>();
  readonly #vocabulary: Vocabulary;
  readonly #evidence: Evidence;
  readonly #line: number;

  constructor(vocabulary: Vocabulary, evidence: Evidence, line: number) {
    this.#vocabulary = vocabulary;
    this.#evidence = evidence;
    this.#line = line;
  }

  get weights(): Vector {
    return this.#vocabulary.weights;
  }

  token(text: string): Scored {
    const known = this.#tokens.get(text);
    if (known) return known;
    const entry = this.#vocabulary.entry(text);
    const heard = entry.witnesses.some((word) => this.#evidence.elsewhere(this.#line, word) > 0);
    const evidence = heard ? this.#evidence : silent;
    const score = heard ? this.#vocabulary.weigh(entry.token, evidence, this.#line) : entry.score;
    const { model } = this.#vocabulary;
    const scored = new Scored(this.#tokens.size, entry.token, score, (add) =>
      addTokenFeatures(add, entry.token, model, evidence, this.#line),
    );
    this.#tokens.set(text, scored);
    return scored;
  }

  /** As `Vocabulary.hope`. */
  hope(tail: string): number {
    return this.#vocabulary.hope(tail);
  }

  /** Weighed score of two neighbours with what stands around them; nothing stands at the begin and the end of a line. */
  junction(before: Scored | undefined, left: Scored, right: Scored, behind: Scored | undefined): number {
    const { model } = this.#vocabulary;
    const [b, e] = [before?.token.shape ?? nothing, behind?.token.shape ?? nothing];
    const natural = naturalness(model.junctions, b, left.token.shape, right.token.shape, e);
    const pair = this.pairElsewhere(left, right);
    const triple = pair > 0 && behind ? this.#tripleElsewhere(left, right, behind) : 0;
    return this.#weighJunction(natural, pair, triple);
  }

  /** An estimate of `junction` where what stands around the two is not known yet. */
  pair(left: Scored, right: Scored): number {
    // Small integers are the keys that a Map is fast with.
    const key = left.id < MOST_IDS && right.id < MOST_IDS ? left.id * MOST_IDS + right.id : -1;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const natural = pairNaturalness(this.#vocabulary.model.junctions, left.token.shape, right.token.shape);
    const score = this.#weighJunction(natural, this.pairElsewhere(left, right), 0);
    if (key >= 0) this.#pairs.set(key, score);
    return score;
  }

  #weighJunction({ classes, word, words }: Naturalness, pair: number, triple: number): number {
    const { weights } = this.#vocabulary;
    return (
      classes * (weights[feature.neighbourClasses] as number) +
      word * (weights[feature.neighbourWord] as number) +
      words * (weights[feature.neighbourWords] as number) +
      pair * (weights[feature.pairElsewhere] as number) +
      triple * (weights[feature.tripleElsewhere] as number)
    );
  }

  #tripleElsewhere(left: Scored, right: Scored, behind: Scored): number {
    const words = [left.token.stem, right.token.core, behind.token.core];
    return this.#evidence.elsewhere(this.#line, ...words) > 0 ? 1 : 0;
  }

  pairElsewhere(left: Scored, right: Scored): number {
    if (!this.#evidence.knows(left.token.stem) || !this.#evidence.knows(right.token.core)) return 0;
    return this.#evidence.elsewhere(this.#line, left.token.stem, right.token.core) > 0 ? 1 : 0;
  }

  /** Adds the features of all neighbours of a reading. */
  addNeighbours(vector: Vector, tokens: readonly Scored[]): void {
    const shape = (at: number) => tokens[at]?.token.shape ?? nothing;
    for (let at = 0; at + 1 < tokens.length; at++) {
      const [left, right] = [tokens[at] as Scored, tokens[at + 1] as Scored];
      const { junctions } = this.#vocabulary.model;
      const natural = naturalness(junctions, shape(at - 1), shape(at), shape(at + 1), shape(at + 2));
      add(vector, feature.neighbourClasses, natural.classes);
      add(vector, feature.neighbourWord, natural.word);
      add(vector, feature.neighbourWords, natural.words);
      add(vector, feature.pairElsewhere, this.pairElsewhere(left, right));
      const behind = tokens[at + 2];
      if (!behind) continue;
      add(vector, feature.tripleElsewhere, this.#tripleElsewhere(left, right, behind));
    }
  }
}

function add(vector: Vector, at: number, value: number): void {
  vector[at] = (vector[at] as number) + value;
}

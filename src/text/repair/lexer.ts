/** Tokens, their own scores and the scores of their neighbourhood, worked out once. */

import { Evidence } from "./evidence.ts";
import { addTokenFeatures, dot, emptyVector, evidenceWords, feature, type Vector } from "./features.ts";
import { naturalness, nothing, pairNaturalness } from "./junction.ts";
import type { Model } from "./model.ts";
import { makeToken, type Token } from "./words.ts";

export interface Scored {
  readonly id: number;
  readonly token: Token;
  /** Features of the token by itself. */
  readonly vector: Vector;
  /** `vector` weighed. */
  readonly score: number;
}

/** A token as every line of a document sees it, and the words of it that the document may testify for. */
interface Entry {
  readonly token: Token;
  readonly vector: Vector;
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

  constructor(model: Model, weights: Vector) {
    this.model = model;
    this.weights = weights;
  }

  entry(text: string): Entry {
    const known = this.#entries.get(text);
    if (known) return known;
    const token = makeToken(text, this.model);
    const vector = emptyVector();
    addTokenFeatures(vector, token, this.model, silent, 0);
    const entry = { token, vector, score: dot(vector, this.weights), witnesses: evidenceWords(token) };
    if (this.#entries.size >= MOST_ENTRIES) this.#entries.clear();
    this.#entries.set(text, entry);
    return entry;
  }
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

  token(text: string): Scored {
    const known = this.#tokens.get(text);
    if (known) return known;
    const scored = { id: this.#tokens.size, ...this.#weigh(this.#vocabulary.entry(text)) };
    this.#tokens.set(text, scored);
    return scored;
  }

  #weigh({ token, vector, score, witnesses }: Entry): Omit<Scored, "id"> {
    if (!witnesses.some((word) => this.#evidence.elsewhere(this.#line, word) > 0)) return { token, vector, score };
    const { model, weights } = this.#vocabulary;
    const own = emptyVector();
    addTokenFeatures(own, token, model, this.#evidence, this.#line);
    return { token, vector: own, score: dot(own, weights) };
  }

  /** Weighed score of two neighbours, without their surroundings: what the search goes by. */
  pair(left: Scored, right: Scored): number {
    // Small integers are the keys that a Map is fast with.
    const key = left.id < MOST_IDS && right.id < MOST_IDS ? left.id * MOST_IDS + right.id : -1;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const { model, weights } = this.#vocabulary;
    const { classes, word, words } = pairNaturalness(model.junctions, left.token.shape, right.token.shape);
    const elsewhere = this.pairElsewhere(left, right);
    const score =
      classes * (weights[feature.neighbourClasses] as number) +
      word * (weights[feature.neighbourWord] as number) +
      words * (weights[feature.neighbourWords] as number) +
      elsewhere * (weights[feature.pairElsewhere] as number);
    if (key >= 0) this.#pairs.set(key, score);
    return score;
  }

  pairElsewhere(left: Scored, right: Scored): number {
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
      const words = [left.token.stem, right.token.core, behind.token.core];
      if (this.#evidence.elsewhere(this.#line, ...words) > 0) add(vector, feature.tripleElsewhere, 1);
    }
  }
}

function add(vector: Vector, at: number, value: number): void {
  vector[at] = (vector[at] as number) + value;
}

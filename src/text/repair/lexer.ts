/** Tokens, their own scores and the scores of their neighbourhood, worked out once for one line. */

import type { Evidence } from "./evidence.ts";
import { addTokenFeatures, dot, emptyVector, feature, type Vector } from "./features.ts";
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

export class Lexer {
  readonly #tokens = new Map<string, Scored>();
  readonly #pairs = new Map<number, number>();
  readonly #model: Model;
  readonly #evidence: Evidence;
  readonly #weights: Vector;
  readonly #line: number;

  constructor(model: Model, evidence: Evidence, weights: Vector, line: number) {
    this.#model = model;
    this.#evidence = evidence;
    this.#weights = weights;
    this.#line = line;
  }

  token(text: string): Scored {
    const known = this.#tokens.get(text);
    if (known) return known;
    const token = makeToken(text, this.#model.words);
    const vector = emptyVector();
    addTokenFeatures(vector, token, this.#model, this.#evidence, this.#line);
    const scored = { id: this.#tokens.size, token, vector, score: dot(vector, this.#weights) };
    this.#tokens.set(text, scored);
    return scored;
  }

  /** Weighed score of two neighbours, without their surroundings: what the search goes by. */
  pair(left: Scored, right: Scored): number {
    const key = left.id * 0x100000 + right.id;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const { classes, word, words } = pairNaturalness(this.#model.junctions, left.token.shape, right.token.shape);
    const elsewhere = this.pairElsewhere(left, right);
    const score =
      classes * (this.#weights[feature.neighbourClasses] as number) +
      word * (this.#weights[feature.neighbourWord] as number) +
      words * (this.#weights[feature.neighbourWords] as number) +
      elsewhere * (this.#weights[feature.pairElsewhere] as number);
    this.#pairs.set(key, score);
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
      const { junctions } = this.#model;
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

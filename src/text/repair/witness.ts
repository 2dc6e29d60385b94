/** Readings with what the rest of the document says for them. */

import type { Evidence } from "./evidence.ts";
import { addTokenFeatures, emptyVector, feature, type Vector } from "./features.ts";
import type { Naturalness } from "./junction.ts";
import type { Entry, Surroundings, Vocabulary } from "./vocabulary.ts";

/** What one line hears of its words from the others. */
export class Witness {
  readonly vocabulary: Vocabulary;
  readonly #evidence: Evidence;
  readonly #line: number;
  readonly #vectors = new Map<Entry, Vector>();
  readonly #junctions = new Map<string, Naturalness>();
  /** How naturally a whole reading reads, by each network of lines: the dearest that is asked of it. */
  readonly verdicts: (words: readonly Entry[]) => readonly number[];

  constructor(vocabulary: Vocabulary, evidence: Evidence, line: number, surroundings: Surroundings) {
    this.verdicts = vocabulary.lineJudge(surroundings);
    this.vocabulary = vocabulary;
    this.#evidence = evidence;
    this.#line = line;
  }

  /** The features of a token. */
  vectorOf(entry: Entry): Vector {
    const known = this.#vectors.get(entry);
    if (known) return known;
    const vector = emptyVector();
    const add = (name: keyof typeof feature, value = 1) => addTo(vector, feature[name], value);
    addTokenFeatures(add, entry.token, this.vocabulary.model, this.#evidence, this.#line);
    this.#vectors.set(entry, vector);
    return vector;
  }

  /** Adds the features of all words of a reading, and of all neighbours. */
  addWords(vector: Vector, words: readonly Entry[]): void {
    for (const word of words) {
      this.vectorOf(word).forEach((value, at) => {
        if (value !== 0) addTo(vector, at, value);
      });
    }
    for (let at = 0; at + 1 < words.length; at++) {
      const [left, right] = [words[at] as Entry, words[at + 1] as Entry];
      const [before, behind] = [words[at - 1], words[at + 2]];
      const natural = this.#naturalness(before, left, right, behind);
      addTo(vector, feature.neighbourClasses, natural.classes);
      addTo(vector, feature.neighbourWord, natural.word);
      addTo(vector, feature.neighbourWords, natural.words);
      addTo(vector, feature.order, this.vocabulary.order(before, left, right, behind));
    }
    this.#addElsewhere(
      vector,
      words.filter(({ token }) => token.core !== ""),
    );
  }

  /** Adds the pairs and triples of words that other lines have, too. */
  #addElsewhere(vector: Vector, words: readonly Entry[]): void {
    for (let at = 0; at + 1 < words.length; at++) {
      const [left, right, behind] = [words[at] as Entry, words[at + 1] as Entry, words[at + 2]];
      if (!this.#hasElsewhere(left, right)) continue;
      addTo(vector, feature.pairElsewhere, 1);
      if (behind && this.#hasElsewhere(left, right, behind)) addTo(vector, feature.tripleElsewhere, 1);
    }
  }

  /** What the table says of a junction; the readings of a line have most of their junctions in common. */
  #naturalness(before: Entry | undefined, left: Entry, right: Entry, behind: Entry | undefined): Naturalness {
    const key = `${before?.id} ${left.id} ${right.id} ${behind?.id}`;
    const known = this.#junctions.get(key) ?? this.vocabulary.naturalness(before, left, right, behind);
    this.#junctions.set(key, known);
    return known;
  }

  /** Does another line have these words, in this order? */
  #hasElsewhere(left: Entry, right: Entry, behind?: Entry): boolean {
    const evidence = this.#evidence;
    const [first, second] = [left.token.stem, right.token.core];
    if (!evidence.knows(first) || !evidence.knows(second)) return false;
    const words = behind ? [first, second, behind.token.core] : [first, second];
    return evidence.elsewhere(this.#line, ...words) > 0;
  }
}

function addTo(vector: Vector, at: number, value: number): void {
  vector[at] = (vector[at] as number) + value;
}

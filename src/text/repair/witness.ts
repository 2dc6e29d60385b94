/** Readings with what the rest of the document says for them. */

import type { Evidence } from "./evidence.ts";
import { addTokenFeatures, feature, type Vector } from "./features.ts";
import type { Naturalness } from "./junction.ts";
import { type Entry, numberOfPair, type Surroundings, type Vocabulary } from "./vocabulary.ts";

/** A feature of a word: its place in the vector. */
interface WordFeature {
  readonly at: number;
  readonly value: number;
}

/** What a junction tells: by the table, and by the network. */
interface Junction extends Naturalness {
  readonly order: number;
}

/** What one line hears of its words from the others. */
export class Witness {
  readonly vocabulary: Vocabulary;
  readonly #evidence: Evidence;
  readonly #line: number;
  readonly #features = new Map<Entry, readonly WordFeature[]>();
  /** By the numbers of the two words at a junction, and by those around them. */
  readonly #junctions = new Map<number, Map<number, Junction>>();
  /** How naturally a whole reading reads, by each network of lines: the dearest that is asked of it. */
  readonly verdicts: (words: readonly Entry[]) => readonly number[];

  constructor(vocabulary: Vocabulary, evidence: Evidence, line: number, surroundings: Surroundings) {
    this.verdicts = vocabulary.lineJudge(surroundings);
    this.vocabulary = vocabulary;
    this.#evidence = evidence;
    this.#line = line;
  }

  /** The features of a token, as far as it has any. */
  #featuresOf(entry: Entry): readonly WordFeature[] {
    const known = this.#features.get(entry);
    if (known) return known;
    const features: WordFeature[] = [];
    const add = (name: keyof typeof feature, value = 1) => void features.push({ at: feature[name], value });
    addTokenFeatures(add, entry.token, this.vocabulary.model, this.#evidence, this.#line);
    this.#features.set(entry, features);
    return features;
  }

  /** Adds the features of all words of a reading, and of all neighbours. */
  addWords(vector: Vector, words: readonly Entry[]): void {
    for (const word of words) {
      for (const { at, value } of this.#featuresOf(word)) addTo(vector, at, value);
    }
    for (let at = 0; at + 1 < words.length; at++) {
      const [left, right] = [words[at] as Entry, words[at + 1] as Entry];
      const junction = this.#junction(words[at - 1], left, right, words[at + 2]);
      addTo(vector, feature.neighbourClasses, junction.classes);
      addTo(vector, feature.neighbourWord, junction.word);
      addTo(vector, feature.neighbourWords, junction.words);
      addTo(vector, feature.order, junction.order);
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

  /** What a junction tells; the readings of a line have most of their junctions in common. */
  #junction(before: Entry | undefined, left: Entry, right: Entry, behind: Entry | undefined): Junction {
    const [pair, around] = [numberOfPair(left, right), numberOfPair(before, behind)];
    const ofPair = this.#junctions.get(pair) ?? new Map<number, Junction>();
    const known = ofPair.get(around);
    if (known) return known;
    const { classes, word, words } = this.vocabulary.naturalness(before, left, right, behind);
    const made = { classes, word, words, order: this.vocabulary.order(before, left, right, behind) };
    this.#junctions.set(pair, ofPair.set(around, made));
    return made;
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

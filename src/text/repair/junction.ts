/**
 * How naturally one word follows another: the log-odds that two words that stand side by side were written side by
 * side, and were not brought together by a wrong order. Learnt from true neighbours against shuffled ones
 * (`scripts/language-data/train.ts`), as a sum of hashed features: word pairs, and pairs of signatures, which carry
 * what Hebrew grammar asks of neighbours (the article on both, endings that agree, what may follow a preposition).
 */

import { mix, sumWeights, type Table } from "./hash.ts";
import type { Shape } from "./words.ts";

/** Stands for "nothing there": the begin or the end of the text. */
export const nothing: Shape = { word: 7, stem: 7, lead: 7, ending: 7, signature: 7, after: 0, before: 0 };

/** Hashes of the features that need only the two words at the junction. */
export function pairFeatures(left: Shape, right: Shape): number[] {
  const stop = left.after * 2 + right.before + 16;
  const word = mix(left.word, stop);
  const signature = mix(left.signature, stop);
  return [
    mix(1, stop),
    mix(5, signature, right.signature),
    mix(18, left.lead, right.lead, stop),
    mix(19, left.ending, right.ending, stop),
    mix(20, signature, right.lead),
    mix(21, mix(left.lead, stop), right.signature),
    mix(24, mix(left.ending, stop), right.lead, right.ending),
    mix(3, word, right.signature),
    mix(4, signature, right.word),
    mix(7, left.stem, right.signature, left.after),
    mix(8, signature, right.stem),
    mix(9, word),
    mix(10, right.word),
    mix(22, word, right.lead),
    mix(23, mix(left.lead, stop), right.word),
    mix(2, word, right.word),
    mix(6, left.stem, right.stem, left.after),
  ];
}

/** Hashes of the features that look one word further to both sides. */
export function contextFeatures(before: Shape, left: Shape, right: Shape, behind: Shape): number[] {
  const stop = left.after * 2 + right.before + 16;
  const signature = mix(left.signature, stop);
  const first = mix(before.signature, before.after);
  const last = mix(behind.signature, right.after);
  return [
    mix(11, first, signature, right.signature),
    mix(12, signature, right.signature, last),
    mix(25, mix(before.lead, before.after), mix(left.lead, stop), right.lead),
    mix(26, mix(left.lead, stop), right.lead, mix(behind.lead, right.after)),
    mix(27, mix(before.ending, before.after), mix(left.ending, stop), right.ending),
    mix(28, first, mix(left.lead, stop), right.lead),
    mix(14, mix(before.word, before.after), signature, right.signature),
    mix(15, mix(left.word, stop), right.signature, last),
    mix(16, signature, right.word, last),
    mix(17, first, mix(left.word, stop), right.signature),
    mix(13, mix(before.word, before.after), mix(left.word, stop), right.word),
  ];
}

/**
 * What a junction speaks for, by how much its features know of the words themselves: only their classes, one of the
 * words, or both. What was learnt of classes holds in any text; what was learnt of words holds less.
 */
export interface Naturalness {
  readonly classes: number;
  readonly word: number;
  readonly words: number;
}

/** The features stand in the order classes, one word, both words: where the second and the third group begin. */
const pairGroups = [7, 15] as const;
const contextGroups = [6, 10] as const;

export function pairNaturalness(table: Table, left: Shape, right: Shape): Naturalness {
  return sumGroups(table, pairFeatures(left, right), pairGroups);
}

function sumGroups(table: Table, hashes: readonly number[], [word, words]: readonly [number, number]): Naturalness {
  return {
    classes: sumWeights(table, hashes.slice(0, word)),
    word: sumWeights(table, hashes.slice(word, words)),
    words: sumWeights(table, hashes.slice(words)),
  };
}

export function naturalness(table: Table, before: Shape, left: Shape, right: Shape, behind: Shape): Naturalness {
  const pair = pairNaturalness(table, left, right);
  const context = sumGroups(table, contextFeatures(before, left, right, behind), contextGroups);
  return {
    classes: clip(pair.classes + context.classes),
    word: clip(pair.word + context.word),
    words: clip(pair.words + context.words),
  };
}

/** One unnatural junction, or a very natural one, shall not decide alone. */
const limit = 5;

function clip(value: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

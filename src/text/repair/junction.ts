/**
 * How naturally one word follows another: the log-odds that two words that stand side by side were written side by
 * side, and were not brought together by a wrong order. Learnt from true neighbours against shuffled ones
 * (`scripts/language-data/train.ts`), as a sum of hashed features: word pairs, and pairs of signatures, which carry
 * what Hebrew grammar asks of neighbours (the article on both, endings that agree, what may follow a preposition).
 */

import { mix, sumWeights, type Table } from "./hash.ts";
import type { Shape } from "./words.ts";

/** Stands for "nothing there": the begin or the end of the text. */
export const nothing: Shape = { word: 7, stem: 7, signature: 7, after: 0, before: 0 };

/** Hashes of the features that need only the two words at the junction. */
export function pairFeatures(left: Shape, right: Shape): number[] {
  const stop = left.after * 2 + right.before + 16;
  const word = mix(left.word, stop);
  const signature = mix(left.signature, stop);
  return [
    mix(1, stop),
    mix(2, word, right.word),
    mix(3, word, right.signature),
    mix(4, signature, right.word),
    mix(5, signature, right.signature),
    mix(6, left.stem, right.stem, left.after),
    mix(7, left.stem, right.signature, left.after),
    mix(8, signature, right.stem),
    mix(9, word),
    mix(10, right.word),
  ];
}

/** Hashes of the features that look one word further to both sides. */
export function contextFeatures(before: Shape, left: Shape, right: Shape, behind: Shape): number[] {
  const stop = left.after * 2 + right.before + 16;
  const signature = mix(left.signature, stop);
  return [
    mix(11, mix(before.signature, before.after), signature, right.signature),
    mix(12, signature, right.signature, mix(behind.signature, right.after)),
    mix(13, mix(before.word, before.after), mix(left.word, stop), right.word),
    mix(14, mix(before.word, before.after), signature, right.signature),
    mix(15, mix(left.word, stop), right.signature, mix(behind.signature, right.after)),
    mix(16, signature, right.word, mix(behind.signature, right.after)),
    mix(17, mix(before.signature, before.after), mix(left.word, stop), right.signature),
  ];
}

export function pairScore(table: Table, left: Shape, right: Shape): number {
  return sumWeights(table, pairFeatures(left, right));
}

export function junctionScore(table: Table, before: Shape, left: Shape, right: Shape, behind: Shape): number {
  return pairScore(table, left, right) + sumWeights(table, contextFeatures(before, left, right, behind));
}

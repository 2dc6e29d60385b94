/**
 * How much a string of letters is like a whole Hebrew word, as log-odds against a piece of a word or two pieces glued
 * together. For the words that no lexicon has: names, rare forms.
 */

import { hashText, mix, sumWeights, type Table } from "./hash.ts";

/** Hashes of the letter sequences of a word: two to five letters, with its begin and end. */
export function letterFeatures(word: string): number[] {
  const text = `^${word}$`;
  const found = [mix(1, Math.min(word.length, 12))];
  for (let size = 2; size <= 5; size++) {
    for (let at = 0; at + size <= text.length; at++) found.push(mix(size, hashText(text.slice(at, at + size))));
  }
  return found;
}

export function wordlikeScore(table: Table, word: string): number {
  return sumWeights(table, letterFeatures(word));
}

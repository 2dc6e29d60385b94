/**
 * How much a string of letters is like a whole Hebrew word, as log-odds against a piece of a word or two pieces glued
 * together. For the words that no lexicon has: names, rare forms.
 */

import { hashOn, mix, noText, type Table, weightAt } from "./hash.ts";

/** Hashes of the letter sequences of a word: two to five letters, with its begin and end. */
export function letterFeatures(word: string): number[] {
  const found: number[] = [];
  eachLetterFeature(word, (hash) => found.push(hash));
  return found;
}

export function wordlikeScore(table: Table, word: string): number {
  let sum = 0;
  eachLetterFeature(word, (hash) => {
    sum += weightAt(table, hash);
  });
  return sum * table.scale;
}

function eachLetterFeature(word: string, take: (hash: number) => void): void {
  const text = `^${word}$`;
  take(mix(1, Math.min(word.length, 12)));
  for (let at = 0; at < text.length; at++) {
    let hash = noText;
    for (let size = 1; size <= 5 && at + size <= text.length; size++) {
      hash = hashOn(hash, text.charCodeAt(at + size - 1));
      if (size > 1) take(mix(size, hash));
    }
  }
}

/**
 * How naturally one word follows another: the log-odds that two words that stand side by side were written side by
 * side, and were not brought together by a wrong order. Learnt from true neighbours against shuffled ones
 * (`scripts/language-data/train.ts`), as a sum of hashed features: word pairs, and pairs of grammatical classes, which
 * carry what Hebrew asks of neighbours (the article on both, endings that agree, the preposition that a verb takes).
 */

import { mix, type Table, weightAt } from "./hash.ts";
import type { Shape } from "./words.ts";

/** Stands for "nothing there": the begin or the end of the text. */
export const nothing: Shape = {
  word: 7,
  stem: 7,
  lead: 5,
  tag: 5,
  kind: 5,
  form: 5,
  sense: 0,
  asks: 0,
  offers: 5,
  ending: 7,
  definite: 0,
  after: 0,
  before: 0,
  known: true,
};

/**
 * What a junction speaks for, by how much its features know of the words themselves: only their classes, one of the
 * words, or both. What was learnt of classes holds in any text; what was learnt of words holds less.
 */
export interface Naturalness {
  readonly classes: number;
  readonly word: number;
  readonly words: number;
}

/** Hashes of the features of one junction; 0 where a word that nobody knows leaves nothing to look up. One buffer serves all. */
const buffer = new Uint32Array(56);

/** Where the features end that need only the two words: those that know their classes, one of them, or both. */
const pairEnds = { classes: 16, word: 28, words: 31 } as const;
/** The same of the features that look one word further to both sides; they stand behind those of the pair. */
const contextEnds = { classes: 46, word: 52, words: 55 } as const;

/** The features of a junction that have something to look up. */
export function junctionFeatures(before: Shape, left: Shape, right: Shape, behind: Shape): Uint32Array {
  writePair(left, right);
  writeContext(before, left, right, behind);
  return buffer.subarray(0, contextEnds.words).filter((hash) => hash !== 0);
}

/** Writes the features of a pair into the buffer. */
function writePair(l: Shape, r: Shape): void {
  const out = buffer;
  const stop = l.after * 2 + r.before + 16;
  const left = mix(l.lead, l.tag, stop);
  const right = mix(r.lead, r.tag);
  const kindLeft = mix(l.kind, stop);
  const kindRight = mix(r.lead, r.kind);
  const wordLeft = mix(l.word, stop);
  out[0] = mix(1, stop);
  out[1] = mix(31, left, right);
  out[2] = mix(32, l.tag, r.tag, stop);
  out[3] = mix(33, kindLeft, kindRight);
  out[4] = mix(34, mix(l.lead, l.kind, stop), kindRight);
  out[5] = mix(18, l.lead, r.lead, stop);
  out[6] = mix(19, l.ending, r.ending, stop);
  out[7] = mix(20, left, r.lead);
  out[8] = mix(21, mix(l.lead, stop), right);
  out[9] = mix(24, mix(l.ending, stop), r.lead, r.ending);
  out[10] = mix(40, mix(l.form, r.form), mix(l.kind, r.kind), mix(l.definite, r.definite, stop));
  out[11] = mix(43, l.sense, mix(r.sense, r.lead), stop);
  out[12] = mix(44, l.asks, r.offers, stop);
  out[13] = mix(62, l.tag, r.offers, stop);
  out[14] = mix(63, mix(l.lead, l.ending, stop), mix(r.lead, r.ending));
  out[15] = r.known ? mix(45, l.asks, r.word, stop) : 0;
  out[16] = l.known ? mix(48, wordLeft, right) : 0;
  out[17] = r.known ? mix(49, left, r.word) : 0;
  out[18] = l.known ? mix(50, mix(l.stem, l.after), kindRight) : 0;
  out[19] = r.known ? mix(51, kindLeft, r.stem) : 0;
  out[20] = l.known ? mix(52, wordLeft, mix(r.lead, r.sense)) : 0;
  out[21] = r.known ? mix(53, mix(l.lead, l.sense, stop), r.word) : 0;
  out[22] = l.known ? mix(54, mix(l.stem, stop), r.offers) : 0;
  out[23] = l.known ? mix(9, wordLeft) : 0;
  out[24] = r.known ? mix(10, r.word) : 0;
  out[25] = l.known ? mix(22, wordLeft, r.lead) : 0;
  out[26] = r.known ? mix(23, mix(l.lead, stop), r.word) : 0;
  out[27] = l.known ? mix(64, mix(l.stem, stop), mix(r.lead, r.ending)) : 0;
  out[28] = l.known && r.known ? mix(55, l.stem, r.stem) : 0;
  out[29] = l.known && r.known ? mix(2, wordLeft, r.word) : 0;
  out[30] = l.known && r.known ? mix(6, l.stem, r.word, l.after) : 0;
}

/** Writes the features of the surroundings of a pair into the buffer. */
function writeContext(b: Shape, l: Shape, r: Shape, e: Shape): void {
  const out = buffer;
  const stop = l.after * 2 + r.before + 16;
  const left = mix(l.lead, l.tag, stop);
  const right = mix(r.lead, r.tag);
  const kindLeft = mix(l.kind, stop);
  const kindRight = mix(r.lead, r.kind);
  const kindBefore = mix(b.kind, b.after);
  const before = mix(b.lead, kindBefore);
  const behind = mix(e.lead, e.kind, r.after);
  out[31] = mix(35, before, left, right);
  out[32] = mix(36, left, right, behind);
  out[33] = mix(37, kindBefore, kindLeft, kindRight);
  out[34] = mix(38, kindLeft, kindRight, mix(e.lead, e.kind));
  out[35] = mix(39, mix(b.kind, l.kind), stop, mix(r.kind, e.kind));
  out[36] = mix(
    41,
    mix(b.form, l.form, r.form),
    mix(b.kind, l.kind, r.kind),
    mix(b.definite, l.definite, r.definite, stop),
  );
  out[37] = mix(42, mix(b.form, r.form), mix(b.kind, l.kind, r.kind), mix(b.definite, r.definite, stop));
  out[38] = mix(46, b.asks, mix(r.offers, l.kind), stop);
  out[39] = r.known ? mix(47, b.asks, mix(r.word, l.kind), stop) : 0;
  out[40] = mix(25, mix(b.lead, b.after), mix(l.lead, stop), r.lead);
  out[41] = mix(26, mix(l.lead, stop), r.lead, mix(e.lead, r.after));
  out[42] = mix(27, mix(b.ending, b.after), mix(l.ending, stop), r.ending);
  out[43] = mix(28, mix(b.lead, b.ending, b.after), mix(l.lead, stop), r.lead);
  out[44] = mix(65, mix(b.tag, b.lead), left, r.lead);
  out[45] = mix(66, mix(l.lead, l.kind, stop), right, mix(e.tag, e.lead));
  out[46] = b.known && l.known ? mix(57, mix(b.word, l.word), kindRight, stop) : 0;
  out[47] = r.known ? mix(58, mix(b.kind, kindLeft), mix(r.word, e.kind)) : 0;
  out[48] = b.known ? mix(59, mix(b.word, l.kind, stop), right) : 0;
  out[49] = b.known ? mix(14, mix(b.word, b.after), left, right) : 0;
  out[50] = r.known ? mix(16, left, r.word, behind) : 0;
  out[51] = r.known && e.known ? mix(67, kindLeft, mix(r.word, e.word)) : 0;
  out[52] = b.known && l.known && r.known ? mix(60, mix(b.word, l.word), r.word, stop) : 0;
  out[53] = r.known && e.known ? mix(61, left, mix(r.word, e.word)) : 0;
  out[54] = l.known && r.known && e.known ? mix(68, mix(l.word, stop), mix(r.word, e.word)) : 0;
}

/** What two neighbours speak for, whatever stands around them. */
export function pairNaturalness(table: Table, left: Shape, right: Shape): Naturalness {
  writePair(left, right);
  return {
    classes: clip(sum(table, 0, pairEnds.classes)),
    word: clip(sum(table, pairEnds.classes, pairEnds.word)),
    words: clip(sum(table, pairEnds.word, pairEnds.words)),
  };
}

/** What two neighbours speak for, with what stands around them. */
export function naturalness(table: Table, before: Shape, left: Shape, right: Shape, behind: Shape): Naturalness {
  writePair(left, right);
  writeContext(before, left, right, behind);
  return {
    classes: clip(sum(table, 0, pairEnds.classes) + sum(table, pairEnds.words, contextEnds.classes)),
    word: clip(sum(table, pairEnds.classes, pairEnds.word) + sum(table, contextEnds.classes, contextEnds.word)),
    words: clip(sum(table, pairEnds.word, pairEnds.words) + sum(table, contextEnds.word, contextEnds.words)),
  };
}

/** Sum of the weights of the features from one place of the buffer to another. */
function sum(table: Table, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) {
    const hash = buffer[at] as number;
    if (hash !== 0) total += weightAt(table, hash);
  }
  return total * table.scale;
}

/** One unnatural junction, or a very natural one, shall not decide alone. */
const limit = 6;

function clip(value: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

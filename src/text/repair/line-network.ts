/**
 * How naturally a whole line reads, judged by small recurrent networks (GRU: Cho et al. 2014, in the form of cuDNN). Each
 * goes over the line from both sides, and judges each junction by what it has seen on either way there: it knows of the
 * sentence what the four words of `network.ts` do not. Too slow for the search; they weigh the readings that are found.
 * There may be several, which learnt side by side: together they know more, and where they differ, none is to be believed.
 */

import { onceFor } from "./once.ts";
import { addProduct } from "./product.ts";
import { type Direction, directions, type Recurrent, SEEN, type Seen, Units } from "./recurrent.ts";

export interface LineNetwork extends Recurrent {
  /** From a word's vector to the gates of both directions: `width` rows of two times reset, update and new. */
  readonly inputs: Float32Array;
  readonly inputBias: Float32Array;
  readonly liftBias: Float32Array;
  readonly out: Float32Array;
  /** The vectors of what is before the begin of a paragraph and behind its end, and of a neighbour that is not known. */
  readonly edge: Float32Array;
  readonly unseen: Float32Array;
  /** The numbers of each part are multiples of its step, from -127 to 127: so they ship. */
  readonly steps: Readonly<Record<LinePart, number>>;
}

/** The parts in the order of the file, with their lengths. */
export function linePartLengths(width: number, units: number) {
  return {
    inputs: width * 6 * units,
    inputBias: 6 * units,
    states: 6 * units * units,
    stateBias: 2 * units,
    lift: 2 * units * units,
    liftBias: units,
    out: units,
    edge: width,
    unseen: width,
  };
}

/** The name of what is learnt. */
export type LinePart = keyof ReturnType<typeof linePartLengths>;

/** The names of the parts, in their order. */
export const lineParts = Object.keys(linePartLengths(0, 0)) as readonly LinePart[];

/** Words on each side of a line that its network sees. */
export const context = 6;

/** What a word is to each of the networks: its gates in both directions. */
export type Gates = readonly Float32Array[];

/** What a word's vector adds to the gates of both directions: `6 * units` numbers. */
export function gatesOf({ inputs, inputBias }: LineNetwork, vector: Float32Array): Float32Array {
  const gates = inputBias.slice();
  addProduct(gates, vector, inputs);
  return gates;
}

const unitsOf = onceFor((line: LineNetwork) => new Units(line));

/** So many are set aside at once: arrays of their own cost more than what is worked out in them. */
const SET_ASIDE = 64;

/** Memory that was set aside for a network, and is free again: left to the garbage collector it would pile up for a while. */
const spareOf = onceFor((_line: LineNetwork): Float32Array[] => []);
/** The lines of a page take 16 at most; what a longer one takes more is not kept. */
const MOST_SPARE = 32;

/** Goes over words, from either side; a way that was gone before is not gone again. */
class Walker {
  readonly #line: LineNetwork;
  readonly #units: Units;
  readonly #taken: Float32Array[] = [];
  #memory: Float32Array = new Float32Array(0);
  #used = 0;

  constructor(line: LineNetwork) {
    this.#line = line;
    this.#units = unitsOf(line);
  }

  /** Where nothing was seen. */
  start(): Seen {
    const seen = this.#setAside();
    seen.memory.fill(0, seen.at, seen.at + SEEN * this.#line.units);
    return seen;
  }

  #setAside(): Seen {
    const size = SEEN * this.#line.units;
    if (this.#used === this.#memory.length) {
      this.#memory = spareOf(this.#line).pop() ?? new Float32Array(SET_ASIDE * size);
      this.#taken.push(this.#memory);
      this.#used = 0;
    }
    const at = this.#used;
    this.#used += size;
    return { memory: this.#memory, at, hasWithin: false, next: null };
  }

  /** Gives its memory back: nothing that it has seen may be asked for again. */
  release(): void {
    const spare = spareOf(this.#line);
    spare.push(...this.#taken.splice(0).slice(0, MOST_SPARE - spare.length));
    this.#memory = new Float32Array(0);
    this.#used = 0;
  }

  go(direction: Direction, seen: Seen, word: Float32Array): Seen {
    seen.next ??= new Map();
    const known = seen.next.get(word);
    if (known) return known;
    const made = this.#setAside();
    this.#units.step(direction, seen, word, made);
    seen.next.set(word, made);
    return made;
  }

  /** How natural a junction is, given what either side has seen. */
  junction(left: Seen, right: Seen): number {
    const { units, out, liftBias } = this.#line;
    const [leftMemory, leftAt] = [left.memory, left.at + units];
    const [rightMemory, rightAt] = [right.memory, right.at + units];
    let score = 0;
    for (let at = 0; at < units; at++) {
      const lifted = (leftMemory[leftAt + at] as number) + (rightMemory[rightAt + at] as number);
      const sum = (liftBias[at] as number) + lifted;
      if (sum > 0) score += sum * (out[at] as number);
    }
    return score;
  }
}

/** One of the networks, given the gates of what stands before and behind a line; what its readings share is seen once. */
class OneJudge {
  readonly #walker: Walker;
  readonly #before: Seen;
  readonly #behind: Seen;

  constructor(line: LineNetwork, before: readonly Float32Array[], behind: readonly Float32Array[]) {
    const walker = new Walker(line);
    this.#walker = walker;
    this.#before = before.reduce((seen, word) => walker.go(directions.forward, seen, word), walker.start());
    this.#behind = behind.reduceRight((seen, word) => walker.go(directions.backward, seen, word), walker.start());
  }

  release(): void {
    this.#walker.release();
  }

  judge(words: readonly Float32Array[]): number {
    const { lefts, rights } = this.#see(words);
    return lefts.reduce((score, left, at) => score + this.#walker.junction(left, rights[at] as Seen), 0);
  }

  /** What either side has seen at each junction: before each word, and behind the last. */
  #see(words: readonly Float32Array[]): { readonly lefts: readonly Seen[]; readonly rights: readonly Seen[] } {
    const lefts = [this.#before];
    for (const word of words) lefts.push(this.#walker.go(directions.forward, lefts.at(-1) as Seen, word));
    const rights = [this.#behind];
    for (let at = words.length; at > 0; at--) {
      rights.push(this.#walker.go(directions.backward, rights.at(-1) as Seen, words[at - 1] as Float32Array));
    }
    return { lefts, rights: rights.reverse() };
  }
}

/** Judges the readings of one line, given what stands before and behind it. */
export class LineJudge {
  readonly #judges: readonly OneJudge[];

  constructor(lines: readonly LineNetwork[], before: readonly Gates[], behind: readonly Gates[]) {
    this.#judges = lines.map((line, at) => new OneJudge(line, gatesFor(before, at), gatesFor(behind, at)));
  }

  /** How natural the words of a reading are in their order: what each network says, a log-score. */
  judge(words: readonly Gates[]): readonly number[] {
    return this.#judges.map((judge, at) => judge.judge(gatesFor(words, at)));
  }

  /** Gives its memory to the judge of the next line: it may not be asked again. */
  release(): void {
    for (const judge of this.#judges) judge.release();
  }
}

/** What words are to one of the networks. */
function gatesFor(words: readonly Gates[], network: number): Float32Array[] {
  return words.map((gates) => gates[network] as Float32Array);
}

/**
 * How naturally a whole line reads, judged by a small recurrent network (GRU: Cho et al. 2014, in the form of cuDNN). It
 * goes over the line from both sides, and judges each junction by what it has seen on either way there: it knows of the
 * sentence what the four words of `network.ts` do not. Too slow for the search; it weighs the readings that are found.
 */

import { addProduct } from "./product.ts";

export interface LineNetwork {
  /** Numbers of a state: a multiple of 4. */
  readonly units: number;
  /** From a word's vector to the gates of both directions: `width` rows of two times reset, update and new. */
  readonly inputs: Float32Array;
  readonly inputBias: Float32Array;
  /** From a state to the gates: for each direction `units` rows of reset, update and new. */
  readonly states: Float32Array;
  /** For each direction, what the state adds to the new one, whatever it is. */
  readonly stateBias: Float32Array;
  /** From the states of both directions to the hidden units of a junction: for each direction `units` rows. */
  readonly lift: Float32Array;
  readonly liftBias: Float32Array;
  readonly out: Float32Array;
  /** The vectors of what is before the begin of a paragraph and behind its end, and of a neighbour that is not known. */
  readonly edge: Float32Array;
  readonly unseen: Float32Array;
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
  } satisfies Record<Exclude<keyof LineNetwork, "units">, number>;
}

/** Words on each side of a line that its network sees. */
export const context = 2;

/** What a word is to the network: its gates in both directions. */
export type Gates = Float32Array;

const directions = { forward: 0, backward: 1 } as const;

type Direction = (typeof directions)[keyof typeof directions];

/** What a word's vector adds to the gates of both directions: `6 * units` numbers. */
export function gatesOf({ inputs, inputBias }: LineNetwork, vector: Float32Array): Gates {
  const gates = inputBias.slice();
  addProduct(gates, vector, inputs, 0);
  return gates;
}

/** What the network has seen from one side, up to a word. */
interface Seen {
  readonly state: Float32Array;
  /** What it adds to the hidden units of the junction that follows. */
  readonly lifted: Float32Array;
  /** By the gates of the next word. */
  readonly next: Map<Gates, Seen>;
}

/** Judges the readings of one line, given the gates of what stands before and behind it; what they share is seen once. */
export class LineJudge {
  readonly #line: LineNetwork;
  readonly #before: Seen;
  readonly #behind: Seen;

  constructor(line: LineNetwork, before: readonly Gates[], behind: readonly Gates[]) {
    this.#line = line;
    const nothing = (): Seen => this.#seen(directions.forward, new Float32Array(line.units));
    this.#before = before.reduce((seen, word) => this.#go(directions.forward, seen, word), nothing());
    this.#behind = behind.reduceRight((seen, word) => this.#go(directions.backward, seen, word), nothing());
  }

  /** How natural the words of a reading are in their order: a log-score. */
  judge(words: readonly Gates[]): number {
    const lefts = [this.#before];
    for (const word of words) lefts.push(this.#go(directions.forward, lefts.at(-1) as Seen, word));
    let right = this.#behind;
    let score = 0;
    for (let at = words.length; ; at--) {
      score += this.#junction(lefts[at] as Seen, right);
      if (at === 0) return score;
      right = this.#go(directions.backward, right, words[at - 1] as Gates);
    }
  }

  #junction(left: Seen, right: Seen): number {
    const { out, liftBias } = this.#line;
    let score = 0;
    for (let at = 0; at < out.length; at++) {
      const sum = (liftBias[at] as number) + (left.lifted[at] as number) + (right.lifted[at] as number);
      if (sum > 0) score += sum * (out[at] as number);
    }
    return score;
  }

  #go(direction: Direction, seen: Seen, word: Gates): Seen {
    const known = seen.next.get(word);
    if (known) return known;
    const made = this.#seen(direction, step(this.#line, direction, seen.state, word));
    seen.next.set(word, made);
    return made;
  }

  #seen(direction: Direction, state: Float32Array): Seen {
    const { units, lift } = this.#line;
    const lifted = new Float32Array(units);
    addProduct(lifted, state, lift, direction * units * units);
    return { state, lifted, next: new Map() };
  }
}

/** The state behind a word. */
function step(line: LineNetwork, direction: Direction, state: Float32Array, word: Gates): Float32Array {
  const { units, states, stateBias } = line;
  const within = new Float32Array(3 * units);
  addProduct(within, state, states, direction * 3 * units * units);
  const start = direction * 3 * units;
  const next = new Float32Array(units);
  for (let at = 0; at < units; at++) {
    const reset = sigmoid((word[start + at] as number) + (within[at] as number));
    const update = sigmoid((word[start + units + at] as number) + (within[units + at] as number));
    const added = (within[2 * units + at] as number) + (stateBias[direction * units + at] as number);
    const made = Math.tanh((word[start + 2 * units + at] as number) + reset * added);
    next[at] = made + update * ((state[at] as number) - made);
  }
  return next;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

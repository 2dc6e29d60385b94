/** Gated recurrent units (GRU), as a network of lines has them in each direction: one step over one word. */

import { BLOCK, FLOAT, inBlocks, makeWorkshop, STATE_STEPS, type Workshop } from "./arithmetic.ts";

export const directions = { forward: 0, backward: 1 } as const;

export type Direction = (typeof directions)[keyof typeof directions];

/** What such units are made of. */
export interface Recurrent {
  /** Numbers of a state. */
  readonly units: number;
  /** From a state to the gates: for each direction `units` rows of reset, update and new. */
  readonly states: Float32Array;
  /** For each direction, what the state adds to the new one, whatever it is. */
  readonly stateBias: Float32Array;
  /** From the states of both directions to the hidden units of a junction: for each direction `units` rows. */
  readonly lift: Float32Array;
  /** The numbers of each part are multiples of its step, from -127 to 127. */
  readonly steps: Readonly<Record<"states" | "lift", number>>;
}

/** What was seen from one side, up to a word. */
export interface Seen {
  /** From `at` on: the state, what it adds to the hidden units of a junction, and what it brings to the gates of the next word. */
  readonly memory: Float32Array;
  readonly at: number;
  /** Is the last of these worked out? */
  hasWithin: boolean;
  /** By the gates of the next word; most ways end before they have one. */
  next: Map<Float32Array, Seen> | null;
}

/** So many numbers of what was seen, for each unit. */
export const SEEN = 5;

/** Networks have a multiple of so many units, and no more than so many: then no sum of whole numbers leaves 32 bits. */
export const UNITS = BLOCK;
export const MOST_UNITS = 1024;

/** The units of a network, in a memory of their own. Places count floats. */
export class Units {
  readonly #units: number;
  readonly #workshop: Workshop;
  readonly #word: number;
  readonly #seen: number;
  readonly #made: number;
  readonly #short: number;
  readonly #bias: number;
  /** The matrices of each direction. */
  readonly #states: readonly Matrix[];
  readonly #lift: readonly Matrix[];

  constructor({ units, states, stateBias, lift, steps }: Recurrent) {
    let end = 0;
    const place = (length: number) => {
      const at = end;
      end += inBlocks(length);
      return at;
    };
    this.#units = units;
    this.#word = place(3 * units);
    this.#seen = place(SEEN * units);
    this.#made = place(2 * units);
    this.#short = place(units / 2);
    this.#bias = place(2 * units);
    const matrices = (values: Float32Array, columns: number, step: number) =>
      [directions.forward, directions.backward].map((direction) => {
        const own = values.subarray(direction * units * columns, (direction + 1) * units * columns);
        return { at: place((units * columns) / 2), columns, step, values: own };
      });
    this.#states = matrices(states, 3 * units, steps.states);
    this.#lift = matrices(lift, units, steps.lift);
    this.#workshop = makeWorkshop(end * FLOAT);
    this.#workshop.floats.set(stateBias, this.#bias);
    for (const matrix of [...this.#states, ...this.#lift]) this.#writePairs(matrix);
  }

  /** Writes a matrix as whole numbers of its step, two rows at a time: see `multiply`. */
  #writePairs({ values, at, columns, step }: Matrix): void {
    const { shorts } = this.#workshop;
    values.forEach((value, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      const pair = 2 * at + Math.floor(row / 2) * 2 * columns;
      shorts[pair + 2 * column + (row % 2)] = Math.round(value / step);
    });
  }

  /** Goes from what was seen over one word, given its gates in both directions. */
  step(direction: Direction, seen: Seen, gates: Float32Array, made: Seen): void {
    const units = this.#units;
    const { floats } = this.#workshop;
    const word = direction * 3 * units;
    floats.set(gates.subarray(word, word + 3 * units), this.#word);
    const within = this.#seen + 2 * units;
    floats.set(seen.memory.subarray(seen.at, seen.at + (seen.hasWithin ? SEEN : 1) * units), this.#seen);
    if (!seen.hasWithin) {
      this.#multiply(this.#seen, within, this.#states[direction] as Matrix);
      seen.memory.set(floats.subarray(within, within + 3 * units), seen.at + 2 * units);
      seen.hasWithin = true;
    }
    const bias = this.#bias + direction * units;
    const [state, after] = [this.#seen * FLOAT, this.#made * FLOAT];
    this.#workshop.step(this.#word * FLOAT, within * FLOAT, bias * FLOAT, state, after, units * FLOAT);
    this.#multiply(this.#made, this.#made + units, this.#lift[direction] as Matrix);
    made.memory.set(floats.subarray(this.#made, this.#made + 2 * units), made.at);
  }

  #multiply(state: number, sums: number, { at, columns, step }: Matrix): void {
    const short = this.#short * FLOAT;
    const shortEnd = short + this.#units * Int16Array.BYTES_PER_ELEMENT;
    const [from, to, end] = [state * FLOAT, sums * FLOAT, (sums + columns) * FLOAT];
    const pairSize = 2 * columns * Int16Array.BYTES_PER_ELEMENT;
    this.#workshop.multiply(from, short, shortEnd, to, end, at * FLOAT, pairSize, step / STATE_STEPS);
  }
}

/** A matrix with a row for each unit, and its place. Its numbers are multiples of its step, from -127 to 127. */
interface Matrix {
  readonly at: number;
  readonly columns: number;
  readonly step: number;
  readonly values: Float32Array;
}

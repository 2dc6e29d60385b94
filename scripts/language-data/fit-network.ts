/** Trains the network of `src/text/repair/network.ts`: stochastic gradient (AdaGrad) on the rank of the right order. */

import {
  type FieldVectors,
  fieldNames,
  fieldValue,
  type Network,
  projectVector,
  reach,
} from "../../src/text/repair/network.ts";
import { makeRandom, type Random } from "../../src/text/repair/testing/damage.ts";
import type { Shape } from "../../src/text/repair/words.ts";
import { junctionsOf, rank, type SharedJunction, scramble, slopeOf, stretchesOf } from "./scrambles.ts";

export interface NetworkOptions {
  /** A multiple of 4. */
  readonly width: number;
  readonly hidden: number;
  readonly epochs: number;
  /** So many epochs go over all of the text; those behind them over our own prose, which speaks as briefs do. */
  readonly generalEpochs: number;
  readonly rate: number;
  /** Orders of a line that are ranked against each other. */
  readonly orders: number;
  readonly seed: number;
}

/** A word or stem that is seen less often is one of the many: it has no row. */
const LEAST_SEEN = 5;
/** Chance that a word goes without what is known of it alone, so that its grammar learns to speak. */
const FORGOTTEN = 0.3;
/** Chance that a hidden unit is silent. */
const SILENT = 0.2;

/** The running text that a network learns from. */
export interface RunningText {
  readonly words: readonly Shape[];
  /** How many words each paragraph has. */
  readonly lengths: readonly number[];
  /** From this word on it is our own prose. */
  readonly ownFrom: number;
}

export function fitNetwork(text: RunningText, options: NetworkOptions): Network {
  return new Trainer(text.words, options).train(text);
}

/** Numbers that are learnt, with the sum of squares of their slopes. */
class Weights {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly #squares: Float32Array;

  constructor(length: number, draw: () => number) {
    this.values = Float32Array.from({ length }, draw);
    this.slopes = new Float32Array(length);
    this.#squares = new Float32Array(length).fill(0.01);
  }

  /** Steps against the slopes of some of the numbers, and forgets them. */
  step(rate: number, start = 0, end = this.values.length): void {
    const { values, slopes } = this;
    const squares = this.#squares;
    for (let at = start; at < end; at++) {
      const slope = slopes[at] as number;
      if (slope === 0) continue;
      const square = (squares[at] as number) + slope * slope;
      squares[at] = square;
      values[at] = (values[at] as number) - (rate * slope) / Math.sqrt(square);
      slopes[at] = 0;
    }
  }
}

/** A word of a line while it is learnt from. */
interface Slot {
  /** Its rows in the fields; -1 for none. */
  readonly rows: readonly number[];
  readonly vector: Float32Array;
  readonly projected: Float32Array;
  readonly slopes: Float32Array;
}

class Trainer {
  readonly #options: NetworkOptions;
  readonly #random: Random;
  /** For each field its rows by value, and for each word of the text its row. */
  readonly #rows: readonly Map<number, number>[];
  readonly #places: readonly Int32Array[];
  readonly #fields: readonly Weights[];
  readonly #nothing: Weights;
  readonly #projection: Weights;
  readonly #bias: Weights;
  readonly #out: Weights;

  constructor(words: readonly Shape[], options: NetworkOptions) {
    const { width, hidden, seed } = options;
    this.#options = options;
    this.#random = makeRandom(seed);
    const normal = (spread: number) => () => spread * gauss(this.#random);
    this.#rows = fieldNames.map((name) => rowsOf(words, name));
    this.#places = fieldNames.map((name, index) => {
      const rows = this.#rows[index] as Map<number, number>;
      return Int32Array.from(words, (word) => rows.get(fieldValue(word, name)) ?? -1);
    });
    // What is known of a word alone is added to what its grammar tells: of a rare one, hardly anything.
    this.#fields = this.#rows.map(
      (rows, field) => new Weights(rows.size * width, countsRare(field) ? zero : normal(0.1)),
    );
    this.#projection = new Weights(width * reach * hidden, normal(0.15));
    this.#nothing = new Weights(width, normal(0.3));
    this.#bias = new Weights(hidden, () => 0.1);
    this.#out = new Weights(hidden, normal(0.3));
  }

  train({ lengths, ownFrom }: RunningText): Network {
    const { epochs, generalEpochs, rate, orders } = this.#options;
    for (let epoch = 0; epoch < epochs; epoch++) {
      const from = epoch < generalEpochs ? 0 : ownFrom;
      const stretches = stretchesOf(lengths, this.#random).filter(({ first }) => first >= from);
      let loss = 0;
      for (const stretch of stretches) {
        const scrambled = scramble(stretch.length, orders, this.#random);
        loss += this.#learn(junctionsOf(stretch, scrambled), scrambled.length, rate * (1 - (0.8 * epoch) / epochs));
      }
      console.log(`network, epoch ${epoch}: ${stretches.length} lines, loss ${(loss / stretches.length).toFixed(4)}`);
    }
    return this.#finish();
  }

  #learn(junctions: readonly SharedJunction[], count: number, rate: number): number {
    const slots = this.#slotsOf(junctions);
    const scores = new Float64Array(count);
    const layers = junctions.map((junction) => {
      const layer = this.#activate(junction, slots);
      const score = product(layer, this.#out.values);
      for (const [order, times] of junction.orders) scores[order] = (scores[order] as number) + times * score;
      return layer;
    });
    const { loss, slopes } = rank(scores);
    junctions.forEach((junction, index) => {
      const slope = slopeOf(junction, slopes);
      if (Math.abs(slope) > 1e-6) this.#blame(junction, layers[index] as Float32Array, slope, slots);
    });
    addProducts(this.#projection.slopes, [...slots.values()]);
    for (const [at, slot] of slots) this.#correct(slot, at < 0, rate);
    for (const weights of [this.#projection, this.#bias, this.#out, this.#nothing]) weights.step(rate);
    return loss;
  }

  #slotsOf(junctions: readonly SharedJunction[]): Map<number, Slot> {
    const slots = new Map<number, Slot>();
    for (const { words } of junctions) {
      for (const at of words) if (!slots.has(at)) slots.set(at, this.#slot(at));
    }
    return slots;
  }

  /** A word, or what stands where no word is, with its projections. */
  #slot(at: number): Slot {
    const { width, hidden } = this.#options;
    const rows = fieldNames.map((_, field) => this.#rowOf(field, at));
    const vector = at < 0 ? this.#nothing.values.slice() : new Float32Array(width);
    for (let field = 0; field < rows.length; field++) {
      const row = rows[field] as number;
      if (row < 0) continue;
      const { values } = this.#fields[field] as Weights;
      for (let to = 0; to < width; to++) vector[to] = (vector[to] as number) + (values[row * width + to] as number);
    }
    const projected = projectVector({ hidden, projection: this.#projection.values }, vector);
    return { rows, vector, projected, slopes: new Float32Array(projected.length) };
  }

  #rowOf(field: number, at: number): number {
    if (at < 0) return -1;
    if (countsRare(field) && this.#random.next() < FORGOTTEN) return -1;
    return (this.#places[field] as Int32Array)[at] as number;
  }

  /** The hidden units at a junction, some of them silenced. */
  #activate({ words }: SharedJunction, slots: ReadonlyMap<number, Slot>): Float32Array {
    const { hidden } = this.#options;
    const random = this.#random;
    const layer = this.#bias.values.slice();
    for (let place = 0; place < reach; place++) {
      const { projected } = slots.get(words[place] as number) as Slot;
      const start = place * hidden;
      for (let at = 0; at < hidden; at++) layer[at] = (layer[at] as number) + (projected[start + at] as number);
    }
    for (let at = 0; at < hidden; at++) {
      const value = layer[at] as number;
      layer[at] = value <= 0 || random.next() < SILENT ? 0 : value / (1 - SILENT);
    }
    return layer;
  }

  /** Hands the slope of a junction's score down to its words. */
  #blame({ words }: SharedJunction, layer: Float32Array, slope: number, slots: ReadonlyMap<number, Slot>): void {
    const { hidden } = this.#options;
    const [out, bias] = [this.#out, this.#bias];
    const below = new Float32Array(hidden);
    for (let at = 0; at < hidden; at++) {
      const value = layer[at] as number;
      if (value === 0) continue;
      below[at] = (slope * (out.values[at] as number)) / (1 - SILENT);
      out.slopes[at] = (out.slopes[at] as number) + slope * value;
      bias.slopes[at] = (bias.slopes[at] as number) + (below[at] as number);
    }
    for (let place = 0; place < reach; place++) {
      const { slopes } = slots.get(words[place] as number) as Slot;
      const start = place * hidden;
      for (let at = 0; at < hidden; at++) {
        slopes[start + at] = (slopes[start + at] as number) + (below[at] as number);
      }
    }
  }

  /** Hands the slopes of a word's projections down to its fields, and corrects those. */
  #correct({ rows, slopes }: Slot, isNothing: boolean, rate: number): void {
    const { width } = this.#options;
    const own = backThrough(this.#projection.values, slopes, width);
    if (isNothing) addTo(this.#nothing.slopes, own, 0);
    for (let field = 0; field < rows.length; field++) {
      const row = rows[field] as number;
      if (row < 0) continue;
      const weights = this.#fields[field] as Weights;
      addTo(weights.slopes, own, row * width);
      weights.step(rate, row * width, (row + 1) * width);
    }
  }

  #finish(): Network {
    const { width, hidden } = this.#options;
    const projection = this.#projection.values;
    const fields = this.#fields.map(({ values }, index) => quantise(values, this.#rows[index] as Map<number, number>));
    return {
      width,
      hidden,
      fields,
      projection,
      bias: this.#bias.values,
      out: this.#out.values,
      edge: projectVector({ hidden, projection }, this.#nothing.values),
    };
  }
}

/** The slopes of a word's vector, given those of its projections: four rows at a time. */
function backThrough(projection: Float32Array, slopes: Float32Array, width: number): Float32Array {
  const own = new Float32Array(width);
  const { length } = slopes;
  for (let from = 0; from < width; from += ROWS) {
    let [a, b, c, d] = [0, 0, 0, 0];
    const start = from * length;
    for (let to = 0; to < length; to++) {
      const slope = slopes[to] as number;
      const at = start + to;
      a += slope * (projection[at] as number);
      b += slope * (projection[at + length] as number);
      c += slope * (projection[at + 2 * length] as number);
      d += slope * (projection[at + 3 * length] as number);
    }
    own.set([a, b, c, d], from);
  }
  return own;
}

/** A width is a multiple of this. */
const ROWS = 4;

/** Adds to the slopes of the projection, for each word, the product of its vector and its slopes: four words at a time. */
function addProducts(above: Float32Array, slots: readonly Slot[]): void {
  const { length = 0 } = slots[0]?.slopes ?? [];
  const width = above.length / length;
  const none = { vector: new Float32Array(width), slopes: new Float32Array(length) };
  for (let first = 0; first < slots.length; first += ROWS) {
    const [a, b, c, d] = Array.from({ length: ROWS }, (_, at) => slots[first + at] ?? none) as [Slot, Slot, Slot, Slot];
    for (let from = 0; from < width; from++) {
      const [p, q] = [a.vector[from] as number, b.vector[from] as number];
      const [r, s] = [c.vector[from] as number, d.vector[from] as number];
      const start = from * length;
      for (let to = 0; to < length; to++) {
        above[start + to] =
          (above[start + to] as number) +
          p * (a.slopes[to] as number) +
          q * (b.slopes[to] as number) +
          r * (c.slopes[to] as number) +
          s * (d.slopes[to] as number);
      }
    }
  }
}

/** Is a field one of those that words have of their own? */
function countsRare(field: number): boolean {
  return fieldNames[field] === "word" || fieldNames[field] === "stem";
}

/** Rows for the values of a field that are seen often enough. */
function rowsOf(words: readonly Shape[], name: (typeof fieldNames)[number]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) {
    const value = fieldValue(word, name);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const least = name === "word" || name === "stem" ? LEAST_SEEN : 1;
  const seen = [...counts].filter(([, count]) => count >= least);
  return new Map(seen.map(([value], index) => [value, index]));
}

/** A step of the numbers of a large field is such a part of their standard deviation: finer ones take space for nothing. */
const COARSE = 1 / 3;
const LARGE = 1000;

function quantise(values: Float32Array, rows: ReadonlyMap<number, number>): FieldVectors {
  const finest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6) / 127;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  const scale = rows.size < LARGE ? finest : Math.max(finest, deviation * COARSE);
  return { rows, values: Int8Array.from(values, (value) => Math.round(value / scale)), scale };
}

function addTo(sums: Float32Array, values: Float32Array, start: number): void {
  for (let at = 0; at < values.length; at++) sums[start + at] = (sums[start + at] as number) + (values[at] as number);
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

const zero = () => 0;

/** A draw from the standard normal distribution (Box and Muller). */
function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(random.next() + 1e-12)) * Math.cos(2 * Math.PI * random.next());
}

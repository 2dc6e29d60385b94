/**
 * Weights of hashed features, by stochastic gradient (AdaGrad) with decay towards zero: of single examples (logistic
 * regression), and of whole orders of a line that are ranked against each other.
 */

import { makeTable, type Table } from "../../src/text/repair/hash.ts";
import { makeRandom, type Random } from "../../src/text/repair/testing/damage.ts";
import { junctionsOf, rank, scramble, shuffle, slopeOf, stretchesOf } from "./scrambles.ts";

export interface Example {
  readonly features: ArrayLike<number>;
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
}

/**
 * A set of hashes with a number for each: open addressing over typed arrays, because a `Map` of some million entries is
 * too slow to walk through by the billion.
 */
export class Places {
  readonly #keys: Uint32Array;
  readonly #bits: number;
  #size = 0;

  constructor(bits = 25) {
    this.#bits = bits;
    this.#keys = new Uint32Array(2 ** bits);
  }

  /** The place of a hash, or -1. */
  find(hash: number): number {
    const at = this.#probe(hash || 1);
    return this.#keys[at] === 0 ? -1 : at;
  }

  /** @throws RangeError when the set is nearly full, where looking up would take for ever. */
  add(hash: number): number {
    const at = this.#probe(hash || 1);
    if (this.#keys[at] === 0) {
      if (++this.#size > this.#keys.length * 0.8) throw new RangeError("too many features");
      this.#keys[at] = hash || 1;
    }
    return at;
  }

  #probe(hash: number): number {
    const mask = this.#keys.length - 1;
    let at = Math.imul(hash, 0x9e3779b1) >>> (32 - this.#bits);
    while (this.#keys[at] !== 0 && this.#keys[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  get length(): number {
    return this.#keys.length;
  }

  hashAt(place: number): number {
    return this.#keys[place] as number;
  }
}

/** Weights by place, with the sum of squares of their slopes. */
class Weights {
  readonly values: Float32Array;
  readonly #squares: Float32Array;
  readonly #decay: number;

  constructor(length: number, decay: number) {
    this.values = new Float32Array(length);
    this.#squares = new Float32Array(length).fill(0.1);
    this.#decay = decay;
  }

  sum(known: readonly number[]): number {
    let sum = 0;
    for (const at of known) sum += this.values[at] as number;
    return sum;
  }

  step(known: readonly number[], slope: number, rate: number): void {
    const { values } = this;
    const squares = this.#squares;
    for (const at of known) {
      const own = slope + this.#decay * (values[at] as number);
      squares[at] = (squares[at] as number) + own * own;
      values[at] = (values[at] as number) - (rate * own) / Math.sqrt(squares[at] as number);
    }
  }
}

/**
 * `places`: the hashes that get a weight; rare features explain one place and teach nothing.
 * `examples(epoch)` may draw other negatives in each epoch. Answers with the weight at each place.
 */
export function fitLogistic(
  places: Places,
  examples: (epoch: number) => Iterable<Example>,
  options: FitOptions,
): Float32Array {
  const weights = new Weights(places.length, options.decay);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffle([...examples(epoch)], makeRandom(epoch + 1));
    let loss = 0;
    for (const { features, label, weight } of order) {
      const known = knownOf(places, features);
      const chance = 1 / (1 + Math.exp(-weights.sum(known)));
      loss -= weight * Math.log(label ? chance + 1e-9 : 1 - chance + 1e-9);
      weights.step(known, (chance - label) * weight, options.rate);
    }
    console.log(`epoch ${epoch}: ${order.length} examples, loss ${(loss / order.length).toFixed(4)}`);
  }
  return weights.values;
}

/** The features of a junction, given the places of its four words in the running text; -1 for none. */
export type FeaturesOf = (words: readonly number[]) => ArrayLike<number>;

export interface RankingOptions extends FitOptions {
  /** Orders of a line that are ranked against each other. */
  readonly orders: number;
}

/** Chance that a feature is left out, so that the others learn to speak without it. */
const FORGOTTEN = 0.2;

/** Weights that put lines in order; `lengths`: how many words each paragraph of the running text has. */
export function fitRanking(
  places: Places,
  featuresOf: FeaturesOf,
  lengths: readonly number[],
  options: RankingOptions,
): Float32Array {
  const weights = new Weights(places.length, options.decay);
  const random = makeRandom(7);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - (0.7 * epoch) / options.epochs);
    let loss = 0;
    const stretches = stretchesOf(lengths, random);
    for (const stretch of stretches) {
      const orders = scramble(stretch.length, options.orders, random);
      const junctions = junctionsOf(stretch, orders);
      const known = junctions.map(({ words }) => forget(knownOf(places, featuresOf(words)), random));
      const scores = new Float64Array(orders.length);
      junctions.forEach((junction, index) => {
        const score = weights.sum(known[index] as number[]);
        for (const [order, times] of junction.orders) scores[order] = (scores[order] as number) + times * score;
      });
      const ranked = rank(scores);
      loss += ranked.loss;
      junctions.forEach((junction, index) => {
        const slope = slopeOf(junction, ranked.slopes);
        if (Math.abs(slope) > 1e-5) weights.step(known[index] as number[], slope, rate);
      });
    }
    console.log(`ranking, epoch ${epoch}: ${stretches.length} lines, loss ${(loss / stretches.length).toFixed(4)}`);
  }
  return weights.values;
}

function knownOf(places: Places, features: ArrayLike<number>): number[] {
  const known: number[] = [];
  for (let index = 0; index < features.length; index++) {
    const at = places.find(features[index] as number);
    if (at >= 0) known.push(at);
  }
  return known;
}

function forget(known: readonly number[], random: Random): number[] {
  return known.filter(() => random.next() >= FORGOTTEN);
}

/** To a byte a weight, of the `keep` largest; the very largest are cut off. */
export function quantise(places: Places, weights: Float32Array, keep: number): Table {
  const used = [...weights.keys()].filter((at) => weights[at] !== 0);
  used.sort((a, b) => Math.abs(weights[b] as number) - Math.abs(weights[a] as number));
  const scale = Math.abs(weights[used[Math.floor(used.length * 0.001)] as number] as number) / 127 || 1;
  const byte = (at: number) => Math.max(-127, Math.min(127, Math.round((weights[at] as number) / scale)));
  const kept = used.slice(0, keep).filter((at) => byte(at) !== 0);
  console.log(`${kept.length} of ${used.length} features kept`);
  return makeTable(
    Uint32Array.from(kept, (at) => places.hashAt(at)),
    Int8Array.from(kept, byte),
    scale,
  );
}

/** The hashes that occur at least `least` times (up to a few counted once too often). */
export function frequentFeatures(examples: Iterable<ArrayLike<number>>, least: number): Places {
  const seen = new Uint32Array(2 ** 27);
  const places = new Places(27);
  const counts = new Uint8Array(places.length);
  for (const features of examples) {
    for (let index = 0; index < features.length; index++) {
      const hash = features[index] as number;
      const word = hash >>> 5;
      const bit = 1 << (hash & 31);
      if ((seen[word] as number) & bit) {
        const at = places.add(hash);
        if ((counts[at] as number) < 255) counts[at] = (counts[at] as number) + 1;
      }
      seen[word] = (seen[word] as number) | bit;
    }
  }
  const frequent = new Places();
  for (let at = 0; at < places.length; at++)
    if ((counts[at] as number) > 0 && (counts[at] as number) + 1 >= least) frequent.add(places.hashAt(at));
  return frequent;
}

/** Logistic regression over hashed features, by stochastic gradient (AdaGrad) with decay towards zero. */

import { makeTable, type Table } from "../../src/text/repair/hash.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";

export interface Example {
  readonly features: ArrayLike<number>;
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface LogisticOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** The features with the largest weights that the table keeps. */
  readonly keep: number;
}

/**
 * A set of hashes with a number for each: open addressing over typed arrays, because a `Map` of some million entries is
 * too slow to walk through by the billion.
 */
export class Places {
  readonly #keys: Uint32Array;
  readonly #bits: number;
  #size = 0;

  constructor(bits = 24) {
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

/**
 * `places`: the hashes that get a weight; rare features explain one place and teach nothing.
 * `examples(epoch)` may draw other negatives in each epoch.
 */
export function fitLogistic(
  places: Places,
  examples: (epoch: number) => Iterable<Example>,
  options: LogisticOptions,
): Table {
  const weights = new Float32Array(places.length);
  const squares = new Float32Array(places.length).fill(0.1);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffle([...examples(epoch)], epoch);
    let loss = 0;
    for (const { features, label, weight } of order) {
      const known: number[] = [];
      let score = 0;
      for (let index = 0; index < features.length; index++) {
        const at = places.find(features[index] as number);
        if (at < 0) continue;
        known.push(at);
        score += weights[at] as number;
      }
      const chance = 1 / (1 + Math.exp(-score));
      loss -= weight * Math.log(label ? chance + 1e-9 : 1 - chance + 1e-9);
      for (const at of known) {
        const slope = (chance - label) * weight + options.decay * (weights[at] as number);
        squares[at] = (squares[at] as number) + slope * slope;
        weights[at] = (weights[at] as number) - (options.rate * slope) / Math.sqrt(squares[at] as number);
      }
    }
    console.log(`epoch ${epoch}: ${order.length} examples, loss ${(loss / order.length).toFixed(4)}`);
  }
  return quantise(places, weights, options.keep);
}

/** To a byte a weight; the largest are cut off. */
function quantise(places: Places, weights: Float32Array, keep: number): Table {
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

/** The hashes that occur at least `least` times in the examples (up to a few counted once too often). */
export function frequentFeatures(examples: Iterable<Example>, least: number): Places {
  const seen = new Uint32Array(2 ** 27);
  const places = new Places();
  const counts = new Uint8Array(places.length);
  for (const { features } of examples) {
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

function shuffle<T>(items: T[], seed: number): T[] {
  const random = makeRandom(seed + 1);
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}

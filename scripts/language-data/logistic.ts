/** Logistic regression over hashed features, by stochastic gradient (AdaGrad) with decay towards zero. */

import { makeTable, type Table } from "../../src/text/repair/hash.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";

export interface Example {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface LogisticOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** A feature with a smaller weight is left out of the table. */
  readonly smallest: number;
}

/**
 * `frequent`: the hashes that get a weight; features seen once explain one place and teach nothing.
 * `examples(epoch)` may draw other negatives in each epoch.
 */
export function fitLogistic(
  frequent: ReadonlySet<number>,
  examples: (epoch: number) => Iterable<Example>,
  options: LogisticOptions,
): Table {
  const hashes = Uint32Array.from(frequent);
  const places = new Map(Array.from(hashes, (hash, at) => [hash, at]));
  const weights = new Float64Array(hashes.length);
  const squares = new Float64Array(hashes.length).fill(0.1);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffle([...examples(epoch)], epoch);
    let loss = 0;
    for (const { features, label, weight } of order) {
      const known = features.map((hash) => places.get(hash)).filter((at) => at !== undefined);
      const score = known.reduce((sum, at) => sum + (weights[at] as number), 0);
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
  return quantise(hashes, weights, options.smallest);
}

/** To a byte a weight; the largest are cut off. */
function quantise(hashes: Uint32Array, weights: Float64Array, smallest: number): Table {
  const sizes = Float64Array.from(weights, Math.abs).sort();
  const scale = (sizes[Math.floor(sizes.length * 0.999)] as number) / 127 || 1;
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  const places = [...hashes.keys()].filter((at) => bytes[at] !== 0 && Math.abs(weights[at] as number) >= smallest);
  const kept = <T extends Uint32Array | Int8Array>(values: T) => places.map((at) => values[at] as number);
  console.log(`${places.length} of ${hashes.length} features kept`);
  return makeTable(Uint32Array.from(kept(hashes)), Int8Array.from(kept(bytes)), scale);
}

/** Hashes that occur at least twice in what `each` gives. */
export function frequentHashes(each: Iterable<readonly number[]>): Set<number> {
  const once = new Set<number>();
  const often = new Set<number>();
  for (const hashes of each) for (const hash of hashes) (once.has(hash) ? often : once).add(hash);
  return often;
}

function shuffle<T>(items: T[], seed: number): T[] {
  const random = makeRandom(seed + 1);
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}

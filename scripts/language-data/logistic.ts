/** Logistic regression over hashed features, by stochastic gradient (AdaGrad) with decay towards zero. */

import type { Table } from "../../src/text/repair/hash.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";

export interface Example {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface LogisticOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
}

/** `examples(epoch)` may draw other negatives in each epoch. */
export function fitLogistic(examples: (epoch: number) => Iterable<Example>, options: LogisticOptions): Table {
  const size = 2 ** options.bits;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffle([...examples(epoch)], epoch);
    let loss = 0;
    for (const { features, label, weight } of order) {
      let score = 0;
      for (const hash of features) score += weights[hash & (size - 1)] as number;
      const chance = 1 / (1 + Math.exp(-score));
      const gradient = (chance - label) * weight;
      loss -= weight * Math.log(label ? chance + 1e-9 : 1 - chance + 1e-9);
      for (const hash of features) {
        const at = hash & (size - 1);
        const slope = gradient + options.decay * (weights[at] as number);
        squares[at] = (squares[at] as number) + slope * slope;
        weights[at] = (weights[at] as number) - (options.rate * slope) / Math.sqrt((squares[at] as number) + 0.1);
      }
    }
    console.log(`epoch ${epoch}: ${order.length} examples, loss ${(loss / order.length).toFixed(4)}`);
  }
  return quantise(weights);
}

/** To a byte a weight: the largest 0.1 % are cut off. */
function quantise(weights: Float64Array): Table {
  const sizes = Float64Array.from(weights, Math.abs).sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9995)] as number) / 127 || 1;
  return {
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    scale,
  };
}

function shuffle<T>(items: T[], seed: number): T[] {
  const random = makeRandom(seed + 1);
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}

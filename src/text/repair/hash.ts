/** Feature hashing: a feature is a few numbers; its place in a table of 2^bits weights is their hash (FNV-1a, mixed). */

const seed = 0x811c9dc5;
const prime = 0x01000193;

export function hashText(text: string, start = seed): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash >>> 0;
}

/** Combines hashes; the order of the arguments matters. */
export function mix(a: number, b: number, c = 0, d = 0): number {
  let hash = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ b ^ (hash >>> 12), 0x297a2d39);
  hash = Math.imul(hash ^ c ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ d ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Weights by hash, quantised: `weight * scale`. Open addressing; an empty place has weight 0. */
export interface Table {
  readonly keys: Uint32Array;
  readonly weights: Int8Array;
  readonly scale: number;
}

/** Puts hashes and their weights (none of them 0) into a table that is at most half full. */
export function makeTable(hashes: Uint32Array, weights: Int8Array, scale: number): Table {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
  const table = { keys: new Uint32Array(size), weights: new Int8Array(size), scale };
  hashes.forEach((hash, index) => {
    const at = find(table, hash);
    table.keys[at] = hash;
    table.weights[at] = weights[index] as number;
  });
  return table;
}

/** The place of a hash, or the empty place where it would be. */
function find({ keys, weights }: Table, hash: number): number {
  const mask = keys.length - 1;
  let at = hash & mask;
  while (weights[at] !== 0 && keys[at] !== hash) at = (at + 1) & mask;
  return at;
}

/** The weight at a hash, not yet scaled; 0 for a hash that the table does not have. */
export function weightAt(table: Table, hash: number): number {
  return table.weights[find(table, hash)] as number;
}

/** Sum of the weights at some hashes. */
export function sumWeights(table: Table, hashes: readonly number[]): number {
  let sum = 0;
  for (const hash of hashes) sum += weightAt(table, hash);
  return sum * table.scale;
}

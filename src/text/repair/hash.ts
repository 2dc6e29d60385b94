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

/** A table of quantised weights: `weights[i] * scale`. Its length is a power of two. */
export interface Table {
  readonly weights: Int8Array;
  readonly scale: number;
}

/** Sum of the weights at some hashes. */
export function sumWeights(table: Table, hashes: readonly number[]): number {
  const { weights } = table;
  const mask = weights.length - 1;
  let sum = 0;
  for (const hash of hashes) sum += weights[hash & mask] as number;
  return sum * table.scale;
}

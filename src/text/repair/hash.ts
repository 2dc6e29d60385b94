/** Feature hashing: a feature is a few numbers; its place in a table of 2^bits weights is their hash (FNV-1a, mixed). */

/** The hash of the empty text. */
export const noText = 0x811c9dc5;
const prime = 0x01000193;

/** The hash of a text with one more character. */
export function hashOn(hash: number, character: number): number {
  return Math.imul(hash ^ character, prime) >>> 0;
}

/** The hash of a text, as a signed integer of 32 bits, which an object holds without a box. */
export function hashText(text: string, start = noText): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash | 0;
}

/** Combines hashes, whether they are signed or not; the order of the arguments matters. The result is unsigned. */
export function mix(a: number, b: number, c = 0, d = 0): number {
  let hash = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ b ^ (hash >>> 12), 0x297a2d39);
  hash = Math.imul(hash ^ c ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ d ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Weights by hash, quantised: `weight * scale`. Open addressing; a place holds the upper 24 bits of a hash and, below
 * them, its weight, so that one look at memory answers; an empty place is 0. The lower bits are told by the place itself,
 * nearly: two hashes that differ in them alone, next to each other, would be taken for one.
 */
export interface Table {
  readonly places: Int32Array;
  readonly scale: number;
  /** What it was made of. */
  readonly hashes: Uint32Array;
  readonly weights: Int8Array;
}

/** Puts hashes and their weights (none of them 0) into a table that is at most half full. */
export function makeTable(hashes: Uint32Array, weights: Int8Array, scale: number): Table {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
  const table = { places: new Int32Array(size), scale, hashes, weights };
  hashes.forEach((hash, index) => {
    table.places[find(table, hash)] = (hash & tag) | ((weights[index] as number) & 255);
  });
  return table;
}

const tag = ~255;

/** The place of a hash, or the empty place where it would be. */
function find({ places }: Table, hash: number): number {
  const mask = places.length - 1;
  let at = hash & mask;
  for (;;) {
    const place = places[at] as number;
    if (place === 0 || (place & tag) === (hash & tag)) return at;
    at = (at + 1) & mask;
  }
}

/** The weight at a hash, not yet scaled; 0 for a hash that the table does not have. */
export function weightAt(table: Table, hash: number): number {
  return ((table.places[find(table, hash)] as number) << 24) >> 24;
}

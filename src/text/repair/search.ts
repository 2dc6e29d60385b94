/** The best cuttings of a line: ways through the lattice, in the order of their scores. */

import { type Cutting, reverseCutting } from "./cutting.ts";
import { buildLattice, type Ending, type LatticeOptions, type Node } from "./lattice.ts";
import { Pieces } from "./pieces.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface SearchOptions extends LatticeOptions {
  /** Readings to give back. */
  readonly keep: number;
}

/** The end of a way, from a node on. */
interface Way {
  readonly node: Node;
  readonly next: Way | null;
  /** Score of what follows the node, and that with the best way to the node: what the whole reading can reach. */
  readonly rest: number;
  readonly whole: number;
}

/** Ways that give the same text by other cuts take up places of this many times the readings that are wanted. */
const tries = 4;

/** A first look, which gives up more: it finds the rivals of a line that needs no cut, and where others may be cut. */
const first = { beam: 20, margin: 7 };

/** A line that is so far ahead of all that the first look finds is ahead of what a wider one would find, too. */
const AHEAD = 4;

/** How far behind the best a reading may be in all, for the wider look to follow it. */
const WITHIN = 14;

/** The best cuttings, best first, each text once; the line as it stands is one of them. */
export function searchCuttings(raw: string, vocabulary: Vocabulary, options: SearchOptions): Cutting[] {
  const pieces = new Pieces(raw, vocabulary, options.style);
  const { endings, behind } = buildLattice(pieces, vocabulary, {
    ...options,
    beam: Math.min(first.beam, options.beam),
    margin: Math.min(first.margin, options.margin),
  });
  const quick = bestWays(endings, pieces, options);
  if (standsAsIs(quick)) return quick;
  const slack = behind().map((each) => WITHIN - each);
  return bestWays(buildLattice(pieces, vocabulary, { ...options, slack }).endings, pieces, options);
}

/** Is the line as it stands far ahead of all other cuttings? */
export function standsAsIs([best, second]: readonly Cutting[]): boolean {
  return best?.cuts.length === 0 && best.score > (second?.score ?? Number.NEGATIVE_INFINITY) + AHEAD;
}

/**
 * Found from the end (A*): since the best score of every node is known, each way that comes to the begin of the line is
 * the best of those that have not come yet.
 */
function bestWays(endings: readonly Ending[], { raw }: Pieces, options: SearchOptions): Cutting[] {
  const open = new Heap<Way>(({ whole }) => whole);
  for (const { node, score } of endings) open.push({ node, next: null, rest: score, whole: score + node.score });
  const found = new Map<string, Cutting>();
  for (let count = 0; count < options.keep * tries && found.size < options.keep; ) {
    const way = open.pop();
    if (!way) break;
    if (way.node.arcs.length > 0) {
      for (const { from, score } of way.node.arcs) {
        const rest = way.rest + score;
        open.push({ node: from, next: way, rest, whole: rest + from.score });
      }
      continue;
    }
    count++;
    const cuts = cutsOf(way);
    const text = reverseCutting(raw, cuts);
    const key = text.trim();
    if (!found.has(key)) found.set(key, { text, cuts, score: way.whole });
  }
  return [...found.values()];
}

/** The places of a way between the end and the begin of the line, rising. */
function cutsOf(way: Way): number[] {
  const cuts: number[] = [];
  for (let at = way.next; at?.next; at = at.next) cuts.push(at.node.at);
  return cuts.reverse();
}

/** A priority queue: the highest rank comes out first. */
class Heap<T> {
  readonly #items: T[] = [];
  readonly #rank: (item: T) => number;

  constructor(rank: (item: T) => number) {
    this.#rank = rank;
  }

  push(item: T): void {
    const items = this.#items;
    const rank = this.#rank(item);
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#rank(items[parent] as T) >= rank) break;
      items[at] = items[parent] as T;
      at = parent;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const top = items[0];
    const item = items.pop();
    if (items.length === 0 || item === undefined) return top;
    const rank = this.#rank(item);
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= items.length) break;
      const other = child + 1;
      if (other < items.length && this.#rank(items[other] as T) > this.#rank(items[child] as T)) child = other;
      if (this.#rank(items[child] as T) <= rank) break;
      items[at] = items[child] as T;
      at = child;
    }
    items[at] = item;
    return top;
  }
}

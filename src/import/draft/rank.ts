/** How central is a sentence? A graph over the sentences of a brief, as in TextRank (Mihalcea & Tarau, 2004). */

import type { Brief } from "../brief.ts";
import { keysOf, type Stretch, sentencesOf } from "../words.ts";

/** A sentence with its paragraph and its weight among all. */
export interface Ranked extends Stretch {
  /** Number of the block that it stands in. */
  readonly block: number;
  /** Its place among the block's sentences, from 0. */
  readonly index: number;
  readonly keys: ReadonlySet<string>;
  /** Part of it stands in a line whose order is in doubt. */
  readonly isDoubtful: boolean;
  /** About 1 for a sentence of the usual weight; more is more central. */
  readonly weight: number;
}

const DAMPING = 0.85;
const ROUNDS = 30;

/** The sentences of the prose in reading order, weighed. */
export function rankSentences(brief: Brief): Ranked[] {
  const sentences = brief.blocks.flatMap((block) => {
    if (block.type !== "paragraph" && block.type !== "quote") return [];
    const doubtful = block.type === "paragraph" ? block.doubtful : [];
    return sentencesOf(block.text).map((sentence, index) => ({
      ...sentence,
      block: block.number,
      index,
      keys: new Set(keysOf(sentence.text)),
      isDoubtful: doubtful.some(({ start, end }) => start < sentence.end && end > sentence.start),
    }));
  });
  const central = walk(links(sentences.map(({ keys }) => keys)));
  return sentences.map((sentence, at) => ({ ...sentence, weight: central[at]! * bonus(sentence) }));
}

/** A sentence that may be scrambled comes to a slide only where nothing else is there to say. */
const DOUBT = 0.25;

/** Position and figures count: a paragraph opens with what it says. */
function bonus({ index, text, isDoubtful }: Pick<Ranked, "index" | "text" | "isDoubtful">): number {
  const opening = index === 0 ? 1.25 : 1;
  const figures = /\d/.test(text) ? 1.1 : 1;
  return opening * figures * (isDoubtful ? DOUBT : 1);
}

/** Words that two sentences share, over the length of both; words that stand everywhere link nothing. */
function links(keys: readonly ReadonlySet<string>[]): Map<number, number>[] {
  const holders = new Map<string, number[]>();
  keys.forEach((set, at) => {
    for (const key of set) holders.set(key, [...(holders.get(key) ?? []), at]);
  });
  const result = keys.map(() => new Map<number, number>());
  const tooMany = Math.max(12, keys.length * 0.3);
  for (const [, found] of holders) {
    if (found.length > tooMany) continue;
    for (const a of found) for (const b of found) if (a !== b) result[a]!.set(b, (result[a]!.get(b) ?? 0) + 1);
  }
  return result.map(
    (row, a) =>
      new Map([...row].map(([b, shared]) => [b, shared / (Math.log(1 + keys[a]!.size) + Math.log(1 + keys[b]!.size))])),
  );
}

function walk(graph: readonly ReadonlyMap<number, number>[]): number[] {
  const out = graph.map((row) => [...row.values()].reduce((sum, weight) => sum + weight, 0));
  let ranks: number[] = graph.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const next: number[] = graph.map(() => 1 - DAMPING);
    graph.forEach((row, a) => {
      for (const [b, weight] of row) next[b]! += (DAMPING * ranks[a]! * weight) / out[a]!;
    });
    ranks = next;
  }
  return ranks;
}

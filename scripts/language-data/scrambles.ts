/**
 * Lines of right text beside wrong orders of their words, to learn from what a right order looks like. Only whole words
 * are moved: what halves of words tell is told by the words themselves.
 */

import type { Random } from "../../src/text/repair/testing/damage.ts";

/** A stretch of running words: some of a paragraph, with how many words of it stand before and behind. */
export interface Stretch {
  readonly first: number;
  readonly length: number;
  readonly before: number;
  readonly behind: number;
}

/** A junction that some orders of a stretch have in common. */
export interface SharedJunction {
  /** The words around it, two on both sides: places in the running text, or -1 where there is none. */
  readonly words: readonly number[];
  /** How often each order has it. */
  readonly orders: Map<number, number>;
}

/** A stretch has so many words, but for the last of a paragraph, which may have fewer. */
const SHORTEST = 11;
export const LONGEST = 17;

/** Cuts paragraphs, given by their lengths in words, into stretches as long as lines. */
export function stretchesOf(lengths: readonly number[], random: Random): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const length of lengths) {
    let at = random.below(2) * random.below(Math.min(14, Math.max(1, length - 3)));
    while (at < length) {
      const size = Math.min(SHORTEST + random.below(LONGEST - SHORTEST + 1), length - at);
      if (size < 5) break;
      stretches.push({ first: start + at, length: size, before: at, behind: length - at - size });
      at += size;
    }
    start += length;
  }
  return shuffle(stretches, random);
}

/**
 * Orders of the words of a line: the right one first, then the one that an extractor wrote, then others that reversing
 * some cutting of that one gives, most of them near to the right one.
 */
export function scramble(length: number, wanted: number, random: Random): number[][] {
  const right = [...Array(length).keys()];
  const cuts = drawCuts(length, countOf(random), random);
  const raw = reverseAt(right, cuts);
  const mending = cuts.map((cut) => length - cut);
  const orders = new Map([right, raw].map((order) => [order.join(), order]));
  for (let tries = 0; orders.size < wanted && tries < wanted * 5; tries++) {
    const order = reverseAt(raw, nearCuts(mending, length, random));
    orders.set(order.join(), order);
  }
  return [...orders.values()];
}

/** The cuts that mend a line with one of them moved, left out or added; or quite other ones. */
function nearCuts(mending: readonly number[], length: number, random: Random): number[] {
  if (random.next() >= 0.75) return drawCuts(length, 1 + random.below(3), random);
  const cuts = new Set(mending);
  const change = random.next();
  const chosen = mending[random.below(mending.length)] as number;
  if (change < 0.6 || change >= 0.8) cuts.delete(chosen);
  const step = (1 + random.below(3)) * (random.next() < 0.5 ? 1 : -1);
  const added = change < 0.4 ? chosen + step : change >= 0.6 ? 1 + random.below(length - 1) : 0;
  if (added > 0 && added < length) cuts.add(added);
  return [...cuts].sort((a, b) => a - b);
}

/** One cut in 46 % of lines, two in 25 %, three in 16 %, four in 13 %: as in `testing/damage.ts`. */
function countOf(random: Random): number {
  const draw = random.next();
  return [0.46, 0.71, 0.87, 1].findIndex((limit) => draw < limit) + 1;
}

function drawCuts(length: number, count: number, random: Random): number[] {
  const cuts = new Set<number>();
  while (cuts.size < Math.min(count, length - 1)) cuts.add(1 + random.below(length - 1));
  return [...cuts].sort((a, b) => a - b);
}

function reverseAt(order: readonly number[], cuts: readonly number[]): number[] {
  const places = [0, ...cuts, order.length];
  const reversed: number[] = [];
  for (let at = places.length - 1; at > 0; at--) reversed.push(...order.slice(places[at - 1], places[at]));
  return reversed;
}

/**
 * The junctions of some orders of a stretch, each once: those inside the line, which see nothing beyond it, and the two
 * at its ends, over the line break or to the begin and the end of the paragraph.
 */
export function junctionsOf(stretch: Stretch, orders: readonly (readonly number[])[]): SharedJunction[] {
  const { first, length, before, behind } = stretch;
  const found = new Map<string, SharedJunction>();
  orders.forEach((order, number) => {
    const note = (words: readonly number[]) => {
      const key = words.join();
      const junction = found.get(key) ?? { words, orders: new Map<number, number>() };
      junction.orders.set(number, (junction.orders.get(number) ?? 0) + 1);
      found.set(key, junction);
    };
    const word = (at: number) => (at < 0 || at >= length ? -1 : first + (order[at] as number));
    const earlier = (back: number) => (back <= before ? first - back : -1);
    const later = (ahead: number) => (ahead < behind ? first + length + ahead : -1);
    for (let at = 0; at + 1 < length; at++) note([word(at - 1), word(at), word(at + 1), word(at + 2)]);
    note([earlier(2), earlier(1), word(0), word(1)]);
    note([word(length - 2), word(length - 1), later(0), later(1)]);
  });
  return [...found.values()];
}

/** Log-likelihood of the first order (negative), and what each order's score should change by: its probability, less 1 for the first. */
export function rank(scores: Float64Array): { readonly loss: number; readonly slopes: Float64Array } {
  const top = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const slopes = scores.map((score, at) => Math.exp(score - top) / total - (at === 0 ? 1 : 0));
  return { loss: top + Math.log(total) - (scores[0] as number), slopes };
}

/** What the score of a junction should change by. */
export function slopeOf({ orders }: SharedJunction, slopes: Float64Array): number {
  let slope = 0;
  for (const [order, times] of orders) slope += times * (slopes[order] as number);
  return slope;
}

export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

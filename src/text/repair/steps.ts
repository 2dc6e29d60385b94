/**
 * Cuttings that are one step from those that the search found: a cut more, or a cut that has moved. The search cuts no word
 * that the lexicon has (`לאת` is one, but may be the begin of `לארץ` in front of `את`), and gives up what falls behind on its
 * way. Then it mostly finds a cutting that is one step from the right one, and shows by words that are none where.
 */

import { type Cutting, reverseCutting } from "./cutting.ts";
import { wideGap } from "./places.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Steps are made from so many of the best cuttings, which are no further behind the best of all. */
const STARTS = 20;
const BEHIND = 10;

/** The words of a step are so much better than those that it replaces. */
const LEAST_GAIN = 1;

/** So many steps are worth weighing. */
const MOST_STEPS = 12;

/** A cut moves by so many characters. */
const REACH = 12;

/** No line of a page is longer, and few have more cuts: what is made to take time gets no step. */
const LONGEST = 160;
const MOST_CUTS = 16;

/** The steps that give better words, best first: `score` is about what the search would give. `found`: best first. */
export function stepsFrom(raw: string, found: readonly Cutting[], vocabulary: Vocabulary): Cutting[] {
  if (raw.length > LONGEST || raw.search(wideGap) >= 0) return [];
  const least = (found[0]?.score ?? 0) - BEHIND;
  const starts = found.slice(0, STARTS).filter(({ cuts, score }) => score > least && cuts.length <= MOST_CUTS);
  const steps = new Map<string, Omit<Cutting, "text">>();
  for (const start of starts) {
    for (const { cuts, added, removed } of neighboursOf(start.cuts, raw.length)) {
      const at = cuts.indexOf(added);
      const sides = { before: cuts[at - 1] ?? 0, behind: cuts[at + 1] ?? raw.length };
      const loss = lossBetween(raw, start.cuts, sides, added, vocabulary);
      if (loss < LEAST_GAIN) continue;
      const gain = loss - lossBetween(raw, cuts, sides, removed, vocabulary);
      if (gain < LEAST_GAIN) continue;
      const whole = start.score + gain;
      const key = cuts.join();
      if (whole > (steps.get(key)?.score ?? Number.NEGATIVE_INFINITY)) steps.set(key, { cuts, score: whole });
    }
  }
  return bestOf(raw, [...steps.values()], new Set(found.map(({ text }) => text.trim())));
}

/** The best steps whose text is not known yet. */
function bestOf(raw: string, steps: readonly Omit<Cutting, "text">[], known: Set<string>): Cutting[] {
  const best: Cutting[] = [];
  for (const { cuts, score } of steps.toSorted((a, b) => b.score - a.score)) {
    if (best.length === MOST_STEPS) break;
    const text = reverseCutting(raw, cuts);
    if (known.has(text.trim())) continue;
    known.add(text.trim());
    best.push({ text, cuts, score });
  }
  return best;
}

interface Step {
  readonly cuts: readonly number[];
  readonly added: number;
  /** The cut that was moved. */
  readonly removed?: number;
}

/** All cuttings of a line of some length that are a step away from one. */
function* neighboursOf(cuts: readonly number[], length: number): Generator<Step> {
  for (let added = 1; added < length; added++) {
    if (!cuts.includes(added)) yield { cuts: withCut(cuts, added), added };
  }
  for (const [index, removed] of cuts.entries()) {
    const others = cuts.filter((cut) => cut !== removed);
    const first = Math.max((cuts[index - 1] ?? 0) + 1, removed - REACH);
    const end = Math.min(cuts[index + 1] ?? length, removed + REACH + 1);
    for (let added = first; added < end; added++) {
      if (added !== removed) yield { cuts: withCut(others, added), added, removed };
    }
  }
}

function withCut(cuts: readonly number[], cut: number): number[] {
  return [...cuts, cut].sort((a, b) => a - b);
}

/** The unchanged cuts on both sides of a changed one, or the ends of the line. */
interface Sides {
  readonly before: number;
  readonly behind: number;
}

/**
 * What is wrong with the words that a step changes, in one of its two cuttings: those at the seams of the places from the one
 * unchanged cut to the other, and the word around the place that is cut in the other cutting only.
 */
function lossBetween(
  raw: string,
  cuts: readonly number[],
  { before, behind }: Sides,
  uncut: number | undefined,
  vocabulary: Vocabulary,
): number {
  const places = [0, ...cuts, raw.length];
  const [first, last] = [places.indexOf(before), places.indexOf(behind)];
  let loss = 0;
  for (let place = first; place <= last; place++) loss += vocabulary.loss(wordAtSeam(raw, places, place));
  if (uncut === undefined) return loss;
  const start = places.findLast((place) => place < uncut) as number;
  const end = places.find((place) => place > uncut) as number;
  return loss + vocabulary.loss(wordInside(raw, start, end, uncut));
}

/** The word of a piece that a place is in or beside; none where it goes on beyond the piece, and is at a seam. */
function wordInside(raw: string, start: number, end: number, place: number): string {
  const at = raw[place] === " " ? place - 1 : place;
  if (raw[at] === " ") return "";
  const [space, next] = [raw.lastIndexOf(" ", at), raw.indexOf(" ", at)];
  return space < start || next < 0 || next >= end ? "" : raw.slice(space + 1, next);
}

/**
 * The word at a seam. The piece behind a place of the raw line is read before the piece in front of it: the seam of the place
 * is where the one ends and the other begins. At the two ends of the line one of them is missing.
 */
function wordAtSeam(raw: string, places: readonly number[], place: number): string {
  let word = "";
  for (let at = place; at + 1 < places.length; at++) {
    const piece = raw.slice(places[at], places[at + 1]);
    const space = piece.lastIndexOf(" ");
    word = piece.slice(space + 1) + word;
    if (space >= 0) break;
  }
  for (let at = place; at > 0; at--) {
    const piece = raw.slice(places[at - 1], places[at]);
    const space = piece.indexOf(" ");
    word += space < 0 ? piece : piece.slice(0, space);
    if (space >= 0) break;
  }
  return word;
}

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
    const words = new WordsAtCuts(raw, start.cuts, vocabulary);
    for (const step of stepsOf(start.cuts, raw.length)) {
      const loss = words.lossBetween(step, step.added);
      if (loss < LEAST_GAIN) continue;
      const cuts = take(step, start.cuts);
      const gain = loss - new WordsAtCuts(raw, cuts, vocabulary).lossBetween(step, step.removed);
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
  readonly added: number;
  /** The cut that was moved. */
  readonly removed?: number;
  /** The cuts on both sides that stay, or the ends of the line. */
  readonly before: number;
  readonly behind: number;
}

/** All steps from a cutting of a line of some length. */
function* stepsOf(cuts: readonly number[], length: number): Generator<Step> {
  const places = [0, ...cuts, length];
  for (let at = 1; at < places.length; at++) {
    const [before, behind] = [places[at - 1] as number, places[at] as number];
    for (let added = before + 1; added < behind; added++) yield { added, before, behind };
  }
  for (let at = 1; at + 1 < places.length; at++) {
    const [before, removed, behind] = places.slice(at - 1, at + 2) as [number, number, number];
    const end = Math.min(behind, removed + REACH + 1);
    for (let added = Math.max(before + 1, removed - REACH); added < end; added++) {
      if (added !== removed) yield { added, removed, before, behind };
    }
  }
}

/** The cuts behind a step. */
function take({ added, removed }: Step, cuts: readonly number[]): number[] {
  return [...cuts.filter((cut) => cut !== removed), added].sort((a, b) => a - b);
}

/** The words at the cuts of a line and at its ends, as far as they are asked for. */
class WordsAtCuts {
  readonly #raw: string;
  readonly #places: readonly number[];
  readonly #vocabulary: Vocabulary;
  readonly #losses: (number | undefined)[] = [];

  constructor(raw: string, cuts: readonly number[], vocabulary: Vocabulary) {
    this.#raw = raw;
    this.#places = [0, ...cuts, raw.length];
    this.#vocabulary = vocabulary;
  }

  /** What is wrong with the words from one cut to another, and with the word around an uncut place between two. */
  lossBetween({ before, behind }: Pick<Step, "before" | "behind">, uncut: number | undefined): number {
    let at = this.#places.indexOf(before);
    let loss = this.#lossAt(at);
    while (this.#places[at] !== behind) loss += this.#lossAt(++at);
    if (uncut === undefined) return loss;
    const next = this.#places.findIndex((place) => place > uncut);
    const [start, end] = [this.#places[next - 1] as number, this.#places[next] as number];
    return loss + this.#vocabulary.loss(wordInside(this.#raw, start, end, uncut));
  }

  #lossAt(at: number): number {
    const known = this.#losses[at];
    if (known !== undefined) return known;
    const loss = this.#vocabulary.loss(wordAtSeam(this.#raw, this.#places, at));
    this.#losses[at] = loss;
    return loss;
  }
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

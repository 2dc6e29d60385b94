/** Where a raw line may be cut. */

import { kindOfCut } from "./features.ts";
import type { Entry, Vocabulary } from "./vocabulary.ts";
import { letters } from "./words.ts";

/** A word of the raw line between two spaces, and where it begins. */
export interface RawWord {
  readonly start: number;
  readonly entry: Entry;
}

/**
 * Where a run may have ended, rising: beside spaces and signs, where the script changes, and inside words that nobody
 * knows, where what is in front may begin a word and what is behind may end one.
 */
export function placesToCut(raw: string, words: readonly RawWord[], vocabulary: Vocabulary): number[] {
  const seams = new Set(words.filter(({ entry }) => !entry.whole).flatMap((word) => seamsOf(word, vocabulary)));
  const gaps = [...raw.matchAll(wideGap)];
  const places: number[] = [];
  const outer: number[] = [];
  for (let at = 1; at < raw.length; at++) {
    const kind = kindOfCut(raw[at - 1] as string, raw[at] as string);
    if (isInside(gaps, at) || (kind === "cutInWord" && !seams.has(at))) continue;
    places.push(at);
    if (kind !== "cutInWord") outer.push(at);
  }
  if (places.length <= MOST_PLACES) return places;
  return outer.length <= MOST_PLACES ? outer : [];
}

function isInside(gaps: readonly RegExpExecArray[], at: number): boolean {
  return gaps.some(({ index, 0: gap }) => at > index && at < index + gap.length);
}

/** The places in a word of the raw line where the halves of two others may meet, or where a short run stands between them. */
function seamsOf({ start, entry }: RawWord, vocabulary: Vocabulary): number[] {
  const seams = new Set<number>();
  for (const { index, 0: word } of entry.token.text.matchAll(/[א-ת'"]+/gu)) {
    const inside = Array.from({ length: word.length - 1 }, (_, at) => at + 1);
    const begins = inside.filter((at) => at <= SHORT || vocabulary.mayBegin(word.slice(0, at)));
    const ends = inside.filter((at) => word.length - at <= SHORT || vocabulary.mayEnd(word.slice(at)));
    const add = (at: number) => seams.add(start + index + at);
    for (const at of inside) if (mayMeet(word.slice(0, at), word.slice(at), vocabulary)) add(at);
    for (const first of begins) {
      for (const second of ends) {
        if (second <= first || !mayStandBetween(word.slice(first, second), vocabulary)) continue;
        add(first);
        add(second);
      }
    }
  }
  return [...seams];
}

/** Quotation marks where they meet may be signs, and part of neither. */
function mayMeet(left: string, right: string, vocabulary: Vocabulary): boolean {
  const [begin, end] = [left.replace(/["']+$/u, ""), right.replace(/^["']+/u, "")];
  if (vocabulary.isFamiliar(begin) || vocabulary.isFamiliar(end)) return true;
  return (begin.length <= SHORT || vocabulary.mayBegin(begin)) && (end.length <= SHORT || vocabulary.mayEnd(end));
}

/** A run between two seams of one word: a few letters may be anything, more of them are a word. */
function mayStandBetween(run: string, vocabulary: Vocabulary): boolean {
  return run.length <= SHORT ? letters.test(run) : vocabulary.isFamiliar(run);
}

/** So many spaces stand between two things, as in a running head: a run of its own. */
export const wideGap = / {4,}/gu;

/** So few letters may stand anywhere in a word. */
const SHORT = 2;

/**
 * The search takes time by the cube of the places. A line where nearly every word is unknown is no Hebrew that could be
 * put in order: it is cut between words only, and one with too many words is left as it is.
 */
const MOST_PLACES = 64;

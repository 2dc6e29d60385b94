/**
 * Readings of a damaged line. The line was a row of text runs, each in logical order inside, that an extractor wrote
 * from left to right: the right line is the reverse of some cutting of the raw one. Cuts fall at spaces, around hyphens,
 * digits and Latin, and in mid-word, where the raw line shows two halves glued into a word that does not exist.
 *
 * A beam search reads the raw line from its end to its begin and appends piece after piece.
 */

import { feature, hasForeign, kindOfCut, kindOfPiece, type Vector } from "./features.ts";
import type { Lexer, Scored } from "./lexer.ts";
import type { Style } from "./lines.ts";

export interface Cutting {
  readonly text: string;
  /** Offsets into the raw line, rising. */
  readonly cuts: readonly number[];
  readonly score: number;
}

export interface SearchOptions {
  /** Readings held at each place of the search. */
  readonly beam: number;
  /** Readings to give back. */
  readonly keep: number;
  readonly style: Style;
}

interface Hypothesis {
  /** The begin of the piece that was appended last: what is before it is still to be read. */
  readonly at: number;
  readonly from: Hypothesis | null;
  /** The word that is still open at the end of the output, with what is behind the last space. */
  readonly tail: string;
  readonly last: Scored | null;
  readonly score: number;
}

/** The raw line taken apart once, so that a piece of it is weighed in constant time. */
interface Line {
  readonly raw: string;
  readonly places: readonly number[];
  /** Words between spaces: begin, end, and running sums of their scores and of their neighbourhoods. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: readonly Scored[];
  readonly sums: readonly number[];
  readonly weights: Vector;
  /** Pieces that were taken already, by begin and end. */
  readonly pieces: Map<number, Piece>;
}

interface Search {
  readonly line: Line;
  readonly lexer: Lexer;
  readonly weights: Vector;
}

/** The best cuttings of a line, best first; the uncut line is among them if it is good enough. */
export function searchCuttings(raw: string, lexer: Lexer, weights: Vector, options: SearchOptions): Cutting[] {
  const { beam, keep, style } = options;
  const line = prepare(raw, lexer, weights);
  const search = { line, lexer, weights };
  const starts = [0, ...line.places];
  const best = new Map<number, number>();
  const open = new Map<number, Hypothesis[]>([
    [raw.length, [{ at: raw.length, from: null, tail: "", last: null, score: 0 }]],
  ]);
  for (const end of [raw.length, ...line.places.toReversed()]) {
    const front = leaders(open.get(end) ?? [], beam);
    open.delete(end);
    for (const hypothesis of front) {
      for (const start of starts) {
        if (start >= end) break;
        const next = extend(hypothesis, search, start, end, best.get(start) ?? Number.NEGATIVE_INFINITY);
        if (!next) continue;
        push(open, start, next);
        if (next.score > (best.get(start) ?? Number.NEGATIVE_INFINITY)) best.set(start, next.score);
      }
    }
  }
  const complete = (open.get(0) ?? []).map((hypothesis) => finish(hypothesis, raw, lexer, weights, style));
  complete.sort((a, b) => b.score - a.score);
  return distinct(complete, raw, keep);
}

/**
 * The best of the readings that have come to the same place. What follows sees only the open word and the last whole one
 * of a reading, so of those that agree in both only the best few are kept: the others could not win any more, and would
 * crowd out readings that go on differently.
 */
function leaders(hypotheses: Hypothesis[], beam: number): Hypothesis[] {
  hypotheses.sort((a, b) => b.score - a.score);
  const alike = new Map<string, number>();
  const chosen: Hypothesis[] = [];
  for (const hypothesis of hypotheses) {
    const key = `${hypothesis.last?.id ?? ""} ${hypothesis.tail}`;
    const count = alike.get(key) ?? 0;
    if (count >= MOST_ALIKE) continue;
    alike.set(key, count + 1);
    chosen.push(hypothesis);
    if (chosen.length >= beam) break;
  }
  return chosen;
}

const MOST_ALIKE = 2;

function push(open: Map<number, Hypothesis[]>, at: number, hypothesis: Hypothesis): void {
  const list = open.get(at);
  if (list) list.push(hypothesis);
  else open.set(at, [hypothesis]);
}

function prepare(raw: string, lexer: Lexer, weights: Vector): Line {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: Scored[] = [];
  const sums = [0];
  for (const match of raw.matchAll(/\S+/gu)) {
    const word = lexer.token(match[0]);
    const before = words.at(-1);
    starts.push(match.index);
    ends.push(match.index + match[0].length);
    words.push(word);
    sums.push((sums.at(-1) as number) + word.score + (before ? lexer.pair(before, word) : 0));
  }
  const places = placesToCut(raw, starts, words);
  return { raw, places, starts, ends, words, sums, weights, pieces: new Map() };
}

const knownFeatures = [feature.common, feature.familiar, feature.listed, feature.document];

/** Where a run may have ended: beside spaces and signs, where the script changes, and inside words that nobody knows. */
function placesToCut(raw: string, starts: readonly number[], words: readonly Scored[]): number[] {
  const places: number[] = [];
  const whole = new Set<number>();
  words.forEach(({ token, vector }, index) => {
    const begin = (starts[index] as number) + token.open.length;
    const known = knownFeatures.some((at) => (vector[at] as number) > 0);
    if (!known || (vector[feature.unknown] as number) > 0 || (vector[feature.finalInside] as number) > 0) return;
    for (let at = begin + 1; at < begin + token.core.length; at++) whole.add(at);
  });
  const outer: number[] = [];
  for (let at = 1; at < raw.length; at++) {
    const kind = kindOfCut(raw[at - 1] as string, raw[at] as string);
    const inGap = raw[at - 1] === " " && raw[at] === " " && raw[at + 1] === " ";
    if (inGap || (kind === "cutInWord" && whole.has(at))) continue;
    places.push(at);
    if (kind !== "cutInWord") outer.push(at);
  }
  if (places.length <= MOST_PLACES) return places;
  return outer.length <= MOST_PLACES ? outer : [];
}

/**
 * The search takes time by the square of the places. A line where nearly every word is unknown is no Hebrew that could be
 * put in order: it is cut between words only, and one with too many words is left as it is.
 */
const MOST_PLACES = 64;

/**
 * Appends the piece `start` to `end` of the raw line, or gives it up: null when what is cheap to know already leaves it
 * further than `margin` behind `best`, the best reading so far of the same rest.
 */
function extend(from: Hypothesis, search: Search, start: number, end: number, best: number): Hypothesis | null {
  const { line, lexer, weights } = search;
  const { raw } = line;
  const piece = pieceOf(line, start, end);
  let score = from.score + piece.score;
  if (end < raw.length) score += cutScore(from, raw, start, weights);
  if (score < best - margin) return null;
  if (!piece.spaced) return { at: start, from, tail: from.tail + raw.slice(start, end), last: from.last, score };
  let last = from.last;
  const head = from.tail + piece.head;
  if (head !== "") {
    const word = lexer.token(head);
    score += word.score + (last ? lexer.pair(last, word) : 0);
    last = word;
  }
  if (piece.first && last) score += lexer.pair(last, piece.first);
  return { at: start, from, tail: piece.tail, last: piece.last ?? last, score };
}

/** How far behind a reading may fall before it is given up. */
const margin = 11;

/** What a piece of the raw line brings by itself. */
interface Piece {
  readonly spaced: boolean;
  /** Up to its first space, and behind its last one. */
  readonly head: string;
  readonly tail: string;
  /** Its first and last whole words. */
  readonly first: Scored | null;
  readonly last: Scored | null;
  /** Score of its whole words and of their neighbourhoods, and of the kind of piece that it is. */
  readonly score: number;
}

function pieceOf(line: Line, start: number, end: number): Piece {
  const key = start * 1024 + end;
  const known = line.pieces.get(key);
  if (known) return known;
  const piece = takePiece(line, start, end);
  line.pieces.set(key, piece);
  return piece;
}

function takePiece({ raw, starts, ends, words, sums, weights }: Line, start: number, end: number): Piece {
  const kind = end - start === 1 ? kindOfPiece(raw[start] as string) : undefined;
  const score = kind ? (weights[feature[kind]] as number) : 0;
  const firstSpace = raw.indexOf(" ", start);
  if (firstSpace < 0 || firstSpace >= end) {
    return { spaced: false, head: "", tail: "", first: null, last: null, score };
  }
  const lastSpace = raw.lastIndexOf(" ", end - 1);
  const head = raw.slice(start, firstSpace);
  const tail = raw.slice(lastSpace + 1, end);
  const first = lowerBound(starts, firstSpace);
  let behind = lowerBound(ends, end + 1);
  while (behind > first && (starts[behind - 1] as number) > lastSpace) behind--;
  if (behind <= first) return { spaced: true, head, tail, first: null, last: null, score };
  const inner = (words[first] as Scored).score + (sums[behind] as number) - (sums[first + 1] as number);
  return {
    spaced: true,
    head,
    tail,
    first: words[first] as Scored,
    last: words[behind - 1] as Scored,
    score: score + inner,
  };
}

function cutScore(from: Hypothesis, raw: string, start: number, weights: Vector): number {
  const left = from.tail === "" ? " " : from.tail.slice(-1);
  const right = raw[start] as string;
  const double = from.tail === "" && right === " " ? (weights[feature.doubleSpace] as number) : 0;
  return (weights[feature[kindOfCut(left, right)]] as number) + double;
}

function finish(hypothesis: Hypothesis, raw: string, lexer: Lexer, weights: Vector, style: Style): Hypothesis {
  let score = hypothesis.score;
  if (hypothesis.tail !== "") {
    const word = lexer.token(hypothesis.tail);
    score += word.score + (hypothesis.last ? lexer.pair(hypothesis.last, word) : 0);
  } else if (style.endSpaces) {
    score += weights[feature.endSpaceKept] as number;
  }
  if (hypothesis.from?.from === null) {
    score += weights[feature.kept] as number;
    if (style.foreignRuns && hasForeign(raw)) score += weights[feature.keptForeign] as number;
  }
  return { ...hypothesis, score };
}

/** Index of the first value that is not below `limit`. */
function lowerBound(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distinct(complete: readonly Hypothesis[], raw: string, keep: number): Cutting[] {
  const found = new Map<string, Cutting>();
  for (const hypothesis of complete) {
    if (found.size >= keep) break;
    const cuts = cutsOf(hypothesis);
    const text = reverseCutting(raw, cuts);
    const key = text.trim();
    if (!found.has(key)) found.set(key, { text, cuts, score: hypothesis.score });
  }
  return [...found.values()];
}

function cutsOf(hypothesis: Hypothesis): number[] {
  const cuts: number[] = [];
  for (let at: Hypothesis | null = hypothesis.from; at?.from; at = at.from) cuts.push(at.at);
  return cuts.reverse().sort((a, b) => a - b);
}

/** The pieces between the cuts, last piece first. */
export function reverseCutting(raw: string, cuts: readonly number[]): string {
  const places = [0, ...cuts, raw.length];
  let text = "";
  for (let at = places.length - 1; at > 0; at--) text += raw.slice(places[at - 1], places[at]);
  return text;
}

/** Adds the kinds of the cuts of a reading to its features. */
export function addCutFeatures(vector: Vector, raw: string, cuts: readonly number[], style: Style): void {
  if (cuts.length === 0) {
    vector[feature.kept] = 1;
    vector[feature.keptForeign] = style.foreignRuns && hasForeign(raw) ? 1 : 0;
    return;
  }
  const add = (at: number) => {
    vector[at] = (vector[at] as number) + 1;
  };
  const places = [0, ...cuts, raw.length];
  for (let at = 1; at < places.length; at++) {
    const piece = kindOfPiece(raw.slice(places[at - 1], places[at]));
    if (piece) add(feature[piece]);
    if (at === places.length - 1) break;
    const left = raw[(places[at + 1] as number) - 1] as string;
    const right = raw[places[at - 1] as number] as string;
    add(feature[kindOfCut(left, right)]);
  }
}

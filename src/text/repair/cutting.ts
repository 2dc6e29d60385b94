/**
 * How a line was damaged, and the cuttings that undo it. The line was a row of text runs, each in logical order inside,
 * that an extractor wrote from left to right: the right line is the reverse of some cutting of the raw one. Cuts fall at
 * spaces, around hyphens, digits and Latin, and in mid-word, where the raw line shows two halves glued into a word that
 * does not exist.
 */

import { type Add, endsOpen, feature, hasForeign, kindOfCut, kindOfPiece, type Vector } from "./features.ts";
import type { Style } from "./lines.ts";

export interface Cutting {
  readonly text: string;
  /** Offsets into the raw line, rising. */
  readonly cuts: readonly number[];
  readonly score: number;
}

/** The pieces between the cuts, last piece first. */
export function reverseCutting(raw: string, cuts: readonly number[]): string {
  const places = [0, ...cuts, raw.length];
  let text = "";
  for (let at = places.length - 1; at > 0; at--) text += raw.slice(places[at - 1], places[at]);
  return text;
}

/**
 * Hyphens, numbers and Latin in a raw line. Where an extractor makes runs of their own of them, a reading that leaves
 * them joined to their neighbours is hardly right, nor is one that cuts them in two.
 */
export class ForeignRuns {
  readonly #raw: string;
  /** Begins and ends of the runs before an offset; and whether one begins, ends or goes on there. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #inside: Uint8Array;

  constructor(raw: string) {
    this.#raw = raw;
    this.#starts = new Int32Array(raw.length + 2);
    this.#ends = new Int32Array(raw.length + 2);
    this.#inside = new Uint8Array(raw.length + 1);
    for (const match of raw.matchAll(foreign)) {
      const end = match.index + match[0].length;
      this.#starts[match.index + 1] = 1;
      this.#ends[end + 1] = 1;
      this.#inside.fill(1, match.index + 1, end);
    }
    for (let at = 1; at < this.#starts.length; at++) {
      this.#starts[at] = (this.#starts[at] as number) + (this.#starts[at - 1] as number);
      this.#ends[at] = (this.#ends[at] as number) + (this.#ends[at - 1] as number);
    }
  }

  /** How many sides of runs a piece joins to their neighbours; a single space may come along. */
  joined(start: number, end: number): number {
    let count = between(this.#starts, start, end) + between(this.#ends, start, end);
    if (this.#raw[start] === " " && start + 1 < end) count -= between(this.#starts, start, start + 2);
    if (this.#raw[end - 1] === " " && start + 1 < end) count -= between(this.#ends, end - 2, end);
    return count;
  }

  /**
   * Does a piece bring the space in front of its first word along? Most extractors leave a space with the word before,
   * but where that is a run of this kind, which is read before the piece and stands behind it.
   */
  spaceLed(start: number, end: number): boolean {
    if (this.#raw[start] !== " " || end - start < 2) return false;
    return end === this.#raw.length || between(this.#starts, end - 1, end + 1) === 0;
  }

  /** Does a cut at this offset part a run from its neighbour? A single space may have come along with either. */
  borders(at: number): boolean {
    const [first, behind] = [this.#raw[at - 1] === " " ? at - 1 : at, this.#raw[at] === " " ? at + 2 : at + 1];
    return between(this.#ends, first - 1, behind) + between(this.#starts, first - 1, behind) > 0;
  }

  /** Does a cut at this offset go through a run? */
  broken(at: number): boolean {
    return this.#inside[at] === 1;
  }
}

const foreign = /[-–—־](?![\d A-Za-z])|[-–—](?= )|\(?[A-Za-z][A-Za-z0-9 .,'-]*[A-Za-z0-9]\)?|\d[\d.,:/-]*\d|\d/gu;

/** How many marks stand behind `start` and before `end`; `sums` holds at each offset, plus one, the marks up to it. */
function between(sums: Int32Array, start: number, end: number): number {
  return Math.max(0, (sums[end] as number) - (sums[start + 1] as number));
}

/** A raw line as all of its cuttings see it. */
export interface CutLine {
  readonly raw: string;
  readonly runs: ForeignRuns;
  readonly style: Style;
}

export function cutLine(raw: string, style: Style): CutLine {
  return { raw, runs: new ForeignRuns(raw), style };
}

/** Adds the kinds of the cuts of a reading to its features. */
export function addCutFeatures(vector: Vector, line: CutLine, cuts: readonly number[]): void {
  const { raw } = line;
  const add: Add = (name, value = 1) => {
    vector[feature[name]] = (vector[feature[name]] as number) + value;
  };
  const places = [0, ...cuts, raw.length];
  for (let at = 1; at < places.length; at++) {
    addPieceFeatures(add, line, places[at - 1] as number, places[at] as number);
    if (at === places.length - 1) break;
    const left = raw[(places[at + 1] as number) - 1] as string;
    const right = raw[places[at - 1] as number] as string;
    add(kindOfCut(left, right));
  }
  addLedFeatures(vector, line, cuts);
}

/**
 * In some lines every space leads its run, and so does the one that belongs at the end of the line: it stands in front of
 * the first word. A reading that begins so may lead more spaces than another, and end with none.
 */
function addLedFeatures(vector: Vector, { raw, style }: CutLine, cuts: readonly number[]): void {
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (first === undefined || last === undefined || !style.endSpaces || !startsLed(raw, last)) return;
  vector[feature.ledSpace] = vector[feature.spaceLed] as number;
  if (raw[first - 1] !== " ") vector[feature.ledLine] = 1;
}

/** Does the piece that a raw line ends with begin with the space of its first word? */
export function startsLed(raw: string, start: number): boolean {
  return start > 0 && raw[start] === " " && start + 1 < raw.length;
}

/** Adds what a piece tells by where it was cut, or that the line was not cut. */
export function addPieceFeatures(add: Add, { raw, runs, style }: CutLine, start: number, end: number): void {
  if (start === 0 && end === raw.length) {
    add("kept");
    if (style.foreignRuns && hasForeign(raw)) add("keptForeign");
    if (style.foreignRuns) add("joinedRun", runs.joined(start, end));
    // The space that such a line ends with is still somewhere inside: it was put there with its run.
    if (style.endSpaces && raw === raw.trim() && !endsOpen(raw)) add("keptSpaceless");
    return;
  }
  const kind = kindOfPiece(raw.slice(start, end));
  if (kind) add(kind);
  if (style.foreignRuns) add("joinedRun", runs.joined(start, end));
  if (start > 0 && style.foreignRuns && runs.borders(start)) add("cutAtRun");
  if (start > 0 && runs.broken(start)) add("brokenRun");
  if (runs.spaceLed(start, end)) add("spaceLed");
}

/** What `repair` says about one line of the damaged text. */

/**
 * How a line was found:
 *
 * - `intact`: right as it stands, given back byte for byte;
 * - `runs`: its text runs were written from left to right; cut and put back in order;
 * - `visual`: every character was reversed (a whole line in visual order);
 * - `words`: the words were reversed, the letters inside them were right;
 * - `signs`: only characters were mended: presentation forms, direction controls, mirrored brackets, niqqud torn off;
 * - `furniture`: a running head or a page number; its order is mended as well, but it is no part of the prose;
 * - `blank`: nothing but white space;
 * - `foreign`: no Hebrew in it, a tab in it, or too long to be a line of a page; left alone.
 */
export type LineKind = "intact" | "runs" | "visual" | "words" | "signs" | "furniture" | "blank" | "foreign";

/** One way to read a raw line. */
export interface Reading {
  readonly text: string;
  /** Probability of this reading among all that were weighed, 0 to 1. */
  readonly probability: number;
  /**
   * Offsets into the raw line at which it was cut (UTF-16, rising). The reading is the pieces between them, last piece
   * first. Empty for a reading that keeps the line or that was not made by cutting.
   */
  readonly cuts: readonly number[];
}

export interface RepairedLine {
  /** Line number in the raw text, from 1. */
  readonly number: number;
  /** Place of the line in the raw text, without its line break: UTF-16 offsets, half-open. */
  readonly span: { readonly start: number; readonly end: number };
  readonly raw: string;
  /** What follows the line: its line break as it was, or nothing at the end of the text. */
  readonly lineBreak: string;
  /** The reading that was taken. */
  readonly text: string;
  /** The cuts of that reading, as in `Reading`. */
  readonly cuts: readonly number[];
  readonly kind: LineKind;
  /** Calibrated probability that `text` is right, 0 to 1: how it stands among the readings, and how well it reads (`./trust.ts`). */
  readonly confidence: number;
  /** Should a person look at it? `confidence` is under the threshold of the options. */
  readonly doubtful: boolean;
  /** The other readings, best first, at most four; `others[0]` is the second-best. Empty when nothing else was weighed. */
  readonly others: readonly Reading[];
}

export interface Repaired {
  /** The repaired text: as many lines as the raw text, line breaks as they were. */
  readonly text: string;
  readonly lines: readonly RepairedLine[];
  /** Estimated share of damaged lines among the lines with Hebrew in the raw text, 0 to 1. */
  readonly damage: number;
}

export interface RepairOptions {
  /** A line whose confidence is lower is `doubtful`. Default 0.94. */
  readonly doubtBelow?: number;
  /** Readings that a line is searched on from at each place (default 24): more is slower and finds a little more. */
  readonly beam?: number;
}

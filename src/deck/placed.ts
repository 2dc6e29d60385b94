/** Text that was cut out of a source, and the way back. */
import type { Span } from "./types.ts";

/**
 * A text whose every line stands in the source in one piece. A quote or a list takes a prefix off each of its lines, so
 * what is left has one entry a line; text in one piece has one entry in all.
 */
export interface Placed {
  readonly text: string;
  /** Offsets in `text` where a piece begins, rising from 0. */
  readonly starts: readonly number[];
  /** Offset in the source of each piece. */
  readonly sources: readonly number[];
}

export function placeAt(text: string, offset: number): Placed {
  return { text, starts: [0], sources: [offset] };
}

/** The source offset of an offset in the text. */
export function sourceAt({ starts, sources }: Placed, offset: number): number {
  const piece = starts.length === 1 ? 0 : pieceOf(starts, offset);
  return sources[piece]! + offset - starts[piece]!;
}

/** The piece that an offset falls in. */
function pieceOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The source span of a piece; its end is measured from its last character, lest it run into the next line's prefix. */
export function spanOf(placed: Placed, start: number, end: number): Span {
  if (end <= start) {
    const at = sourceAt(placed, start);
    return { start: at, end: at };
  }
  return { start: sourceAt(placed, start), end: sourceAt(placed, end - 1) + 1 };
}

/** A piece of a placed text. */
export function slice(placed: Placed, start: number, end: number): Placed {
  const text = placed.text.slice(start, end);
  const starts = [0];
  const sources = [sourceAt(placed, start)];
  for (let i = pieceOf(placed.starts, start) + 1; i < placed.starts.length && placed.starts[i]! < end; i++) {
    starts.push(placed.starts[i]! - start);
    sources.push(placed.sources[i]!);
  }
  return { text, starts, sources };
}

/** The text without the characters at these offsets, which rise: what escapes a pipe in a table is no part of the cell. */
export function omit(placed: Placed, offsets: readonly number[]): Placed {
  if (offsets.length === 0) return placed;
  const edges = [0, ...offsets.map((offset) => offset + 1)];
  const pieces = edges.map((start, i) => slice(placed, start, offsets[i] ?? placed.text.length));
  const starts: number[] = [];
  const sources: number[] = [];
  let text = "";
  for (const piece of pieces) {
    starts.push(...piece.starts.map((start) => start + text.length));
    sources.push(...piece.sources);
    text += piece.text;
  }
  return { text, starts, sources };
}

/**
 * `text` is `raw` (which stands at `at` in `placed`) with a prefix taken off each line. Where a line is no plain rest of
 * its raw line (a tab was expanded) its words decide.
 */
export function strip(placed: Placed, at: number, raw: string, text: string): Placed {
  const starts: number[] = [];
  const sources: number[] = [];
  let rawStart = 0;
  let start = 0;
  for (;;) {
    const rawEnd = lineEnd(raw, rawStart);
    const end = lineEnd(text, start);
    starts.push(start);
    sources.push(sourceAt(placed, at + rawStart + prefixLength(raw.slice(rawStart, rawEnd), text.slice(start, end))));
    if (end >= text.length || rawEnd >= raw.length) break;
    rawStart = rawEnd + 1;
    start = end + 1;
  }
  return { text, starts, sources };
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

function prefixLength(rawLine: string, line: string): number {
  if (rawLine.endsWith(line)) return rawLine.length - line.length;
  const words = line.trim();
  const found = rawLine.indexOf(words);
  const spaces = line.length - line.trimStart().length;
  return found < 0 ? 0 : Math.max(0, found - spaces);
}

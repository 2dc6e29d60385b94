/** Glyphs of a page → rows of words: what shares a baseline, cut at its gaps. */

import type { Box, Glyph } from "./glyphs.ts";

/** Glyphs on one baseline without a wide gap between them, left to right. */
export interface Piece extends Box {
  readonly glyphs: readonly Glyph[];
  /** The baseline. */
  readonly y: number;
  /** Size of most of its letters. */
  readonly size: number;
}

/** Pieces on one baseline, left to right. */
export interface Row {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** A gap of so many ems parts two pieces: more than any space between words, less than a gutter between columns. */
const WIDE = 0.75;

/** Clusters glyphs by baseline. Small raised or lowered figures join the row that they stand beside. */
export function rowsOf(glyphs: readonly Glyph[], vertical: readonly Box[]): Row[] {
  const baselines: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const home = baselines.find(({ y, size }) => Math.abs(glyph.y - y) < size * 0.2 || isRaised(glyph, y, size));
    if (home) home.glyphs.push(glyph);
    else baselines.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return baselines
    .filter((line) => line.glyphs.some(({ text }) => text.trim() !== ""))
    .map((line) => toRow(line.glyphs, vertical))
    .sort((a, b) => a.y - b.y);
}

/** Above or below the baseline by less than a line, and clearly smaller: a footnote's mark, an exponent. */
function isRaised(glyph: Glyph, y: number, size: number): boolean {
  const rise = y - glyph.y;
  return glyph.size < size * 0.8 && rise > -size * 0.25 && rise < size * 0.6;
}

function toRow(glyphs: readonly Glyph[], vertical: readonly Box[]): Row {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
  const size = usual(sorted.filter(({ text }) => text.trim() !== "").map((glyph) => glyph.size));
  const y = usual(sorted.filter((glyph) => glyph.size > size * 0.85).map((glyph) => glyph.y));
  const groups: Glyph[][] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const glyph of sorted) {
    if (glyph.text.trim() === "") {
      groups.at(-1)?.push(glyph);
      continue;
    }
    const gap = glyph.x0 - edge;
    const isRuled = vertical.some(
      (rule) => rule.x0 >= edge - 1 && rule.x1 <= glyph.x0 + 1 && rule.y0 < y && rule.y1 > y - size * 0.5,
    );
    if (groups.length === 0 || gap > size * WIDE || (gap > 0 && isRuled)) groups.push([]);
    groups.at(-1)!.push(glyph);
    edge = Math.max(edge, glyph.x1);
  }
  return { y, size, pieces: groups.map((group) => pieceOf(group, y)).filter((piece) => piece !== null) };
}

function pieceOf(glyphs: readonly Glyph[], y: number): Piece | null {
  const inked = glyphs.filter(({ text }) => text.trim() !== "");
  if (inked.length === 0) return null;
  const size = usual(inked.map((glyph) => glyph.size));
  return {
    glyphs,
    y,
    size,
    x0: Math.min(...inked.map(({ x0 }) => x0)),
    x1: Math.max(...inked.map(({ x1 }) => x1)),
    y0: y - size,
    y1: y + size * 0.25,
  };
}

/** The value that most of the numbers share, to a twentieth; 0 for none. */
export function usual(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    const rounded = Math.round(number * 20) / 20;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Pieces of a row as one, when nothing parts them after all. */
export function mergePieces(pieces: readonly Piece[]): Piece {
  const [first] = pieces;
  const glyphs = pieces.flatMap((piece) => piece.glyphs);
  const size = usual(glyphs.filter(({ text }) => text.trim() !== "").map((glyph) => glyph.size));
  return {
    glyphs,
    y: first!.y,
    size,
    x0: Math.min(...pieces.map(({ x0 }) => x0)),
    x1: Math.max(...pieces.map(({ x1 }) => x1)),
    y0: Math.min(...pieces.map(({ y0 }) => y0)),
    y1: Math.max(...pieces.map(({ y1 }) => y1)),
  };
}

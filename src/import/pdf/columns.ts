/** Rows of a page → regions in reading order: columns where a gutter runs through several rows, tables, plain rows. */

import { mergePieces, type Piece, type Row } from "./rows.ts";

/** A stretch of the page whose lines follow one another. */
export type Region =
  | { readonly type: "lines"; readonly lines: readonly Piece[]; readonly x0: number; readonly x1: number }
  | { readonly type: "table"; readonly rows: readonly (readonly Piece[])[]; readonly y: number };

interface Gutter {
  readonly x0: number;
  readonly x1: number;
}

const LEAST_ROWS = 3;
/** Rows that may stand on one side only before the first that stands on both. */
const AHEAD = 8;
/** In ems. */
const NARROWEST = 0.75;

/** Cuts rows into regions, the right column first in a right-to-left document. */
export function regionsOf(rows: readonly Row[], rightToLeft: boolean, frame = frameOf(rows)): Region[] {
  const regions: Region[] = [];
  let plain: Row[] = [];
  const flush = (): void => {
    if (plain.length > 0) regions.push(...tablesOf(plain, rightToLeft, frame));
    plain = [];
  };
  for (let at = 0; at < rows.length; ) {
    const found = columnsAt(rows, at);
    if (found === null) plain.push(rows[at++]!);
    else {
      flush();
      regions.push(...split(rows.slice(at, found.end), found.gutter, rightToLeft));
      at = found.end;
    }
  }
  flush();
  return regions;
}

/** The longest run of rows from `start` that one gutter parts into two columns of prose. */
function columnsAt(rows: readonly Row[], start: number): { gutter: Gutter; end: number } | null {
  const ahead = rows.slice(start, start + AHEAD).find(({ pieces }) => pieces.length > 1);
  for (const gutter of ahead ? gapsOf(ahead) : []) {
    const found = follow(rows, start, gutter);
    if (found !== null) return found;
  }
  return null;
}

function follow(rows: readonly Row[], start: number, first: Gutter): { gutter: Gutter; end: number } | null {
  let gutter = first;
  let end = start;
  for (; end < rows.length; end++) {
    const row = rows[end]!;
    if (row.pieces.some(({ x0, x1 }) => x0 < gutter.x0 && x1 > gutter.x1)) break;
    const narrowed = narrow(gutter, row);
    if (narrowed.x1 - narrowed.x0 < row.size * NARROWEST) break;
    gutter = narrowed;
  }
  end = withoutTail(rows, start, end, gutter);
  const block = rows.slice(start, end);
  return isProse(block, gutter) ? { gutter, end } : null;
}

/** Rows under both columns, set off by a space, are no part of the one that they stand under. */
function withoutTail(rows: readonly Row[], start: number, end: number, gutter: Gutter): number {
  const middle = (gutter.x0 + gutter.x1) / 2;
  const isLeft = (row: Row): boolean => row.pieces.some(({ x0 }) => x0 < middle);
  const isRight = (row: Row): boolean => row.pieces.some(({ x0 }) => x0 >= middle);
  for (let at = end - 1; at > start; at--) {
    const [row, before] = [rows[at]!, rows[at - 1]!];
    if (isLeft(row) && isRight(row)) return end;
    const rest = rows.slice(at, end);
    const isOneSided = rest.every(isLeft) !== rest.every(isRight);
    if (isOneSided && isLeft(before) && isRight(before) && row.y - before.y > row.size * 2.2) return at;
  }
  return end;
}

function narrow(gutter: Gutter, row: Row): Gutter {
  const left = Math.max(gutter.x0, ...row.pieces.filter(({ x0 }) => x0 < gutter.x0).map(({ x1 }) => x1));
  const right = Math.min(gutter.x1, ...row.pieces.filter(({ x1 }) => x1 > gutter.x1).map(({ x0 }) => x0));
  return { x0: left, x1: right };
}

function gapsOf({ pieces }: Row): Gutter[] {
  return pieces.slice(1).map((piece, at) => ({ x0: pieces[at]!.x1, x1: piece.x0 }));
}

/** Columns of prose are filled by most of their lines; cells of a table are not. */
function isProse(rows: readonly Row[], gutter: Gutter): boolean {
  const sides = [
    sideOf(rows, (piece) => piece.x1 <= gutter.x0 + 0.1),
    sideOf(rows, (piece) => piece.x0 >= gutter.x1 - 0.1),
  ];
  return sides.every((lines) => {
    if (lines.length < LEAST_ROWS) return false;
    const width = Math.max(...lines.map(({ x1 }) => x1)) - Math.min(...lines.map(({ x0 }) => x0));
    const letters = lines.reduce((sum, { glyphs }) => sum + glyphs.length, 0) / lines.length;
    return letters > 14 && lines.filter(({ x0, x1 }) => x1 - x0 > width * 0.75).length >= lines.length * 0.5;
  });
}

function sideOf(rows: readonly Row[], isInside: (piece: Piece) => boolean): Piece[] {
  return rows.flatMap(({ pieces }) => {
    const inside = pieces.filter(isInside);
    return inside.length === 0 ? [] : [mergePieces(inside)];
  });
}

function split(rows: readonly Row[], gutter: Gutter, rightToLeft: boolean): Region[] {
  const part = (isInside: (piece: Piece) => boolean): Row[] =>
    rows.map((row) => ({ ...row, pieces: row.pieces.filter(isInside) })).filter(({ pieces }) => pieces.length > 0);
  const middle = (gutter.x0 + gutter.x1) / 2;
  const left = part(({ x0 }) => x0 < middle);
  const right = part(({ x0 }) => x0 >= middle);
  const sides = isLeftFirst(left, right, rightToLeft) ? [left, right] : [right, left];
  return sides.flatMap((side) => regionsOf(side, rightToLeft));
}

/**
 * Columns run as the document does. But a Hebrew document whose section was left as left-to-right fills the left column
 * first, and then the whole left column was drawn before the right one.
 */
function isLeftFirst(left: readonly Row[], right: readonly Row[], rightToLeft: boolean): boolean {
  const runs = (rows: readonly Row[]): number[] =>
    rows.flatMap(({ pieces }) =>
      pieces.flatMap(({ glyphs }) => glyphs.filter(({ text }) => text.trim() !== "").map(({ run }) => run)),
    );
  const last = (rows: readonly Row[]): number => runs(rows).reduce((a, b) => Math.max(a, b), 0);
  const first = (rows: readonly Row[]): number => runs(rows).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return rightToLeft ? last(left) < first(right) : last(right) >= first(left) || last(left) < first(right);
}

// ---- aligned tables -----------------------------------------------------------------------------

/** Rows with the same gaps, one under the other, are a table; the others are lines. */
function tablesOf(rows: readonly Row[], rightToLeft: boolean, frame: Gutter): Region[] {
  const regions: Region[] = [];
  let lines: Row[] = [];
  const flush = (): void => {
    if (lines.length > 0)
      regions.push({ type: "lines", lines: lines.map(({ pieces }) => mergePieces(pieces)), ...frame });
    lines = [];
  };
  for (let at = 0; at < rows.length; ) {
    const end = tableEnd(rows, at);
    if (end - at < 3) lines.push(rows[at++]!);
    else {
      flush();
      regions.push(toTable(rows.slice(at, end), rightToLeft));
      at = end;
    }
  }
  flush();
  return regions;
}

function tableEnd(rows: readonly Row[], start: number): number {
  const columns = rows[start]!.pieces.length;
  if (columns < 2 || (columns === 2 && rows[start]!.pieces.some(isLabel))) return start;
  let end = start;
  let gaps = gapsOf(rows[start]!);
  for (; end < rows.length; end++) {
    const row = rows[end]!;
    if (row.pieces.length !== columns || (end > start && row.y - rows[end - 1]!.y > row.size * 3)) break;
    const met = gaps.map((gap, at) => ({
      x0: Math.max(gap.x0, row.pieces[at]!.x1),
      x1: Math.min(gap.x1, row.pieces[at + 1]!.x0),
    }));
    if (met.some(({ x0, x1 }) => x1 - x0 < row.size * 0.5)) break;
    gaps = met;
  }
  return end;
}

/** The bullet or the number of an item, set apart from its text. */
function isLabel({ glyphs }: Piece): boolean {
  const text = glyphs
    .map((glyph) => glyph.text)
    .join("")
    .trim();
  return /^(?:[•●▪◦‣·*\u2013\u2014\uf0b7-]|[.)(]*(?:\d{1,2}|[א-ת])[.)(]*)$/u.test(text);
}

function toTable(rows: readonly Row[], rightToLeft: boolean): Region {
  return { type: "table", y: rows[0]!.y, rows: rows.map(({ pieces }) => (rightToLeft ? pieces.toReversed() : pieces)) };
}

/** Where the text of these rows begins and ends. */
export function frameOf(rows: readonly Row[]): Gutter {
  const pieces = rows.flatMap((row) => row.pieces);
  return { x0: Math.min(...pieces.map(({ x0 }) => x0)), x1: Math.max(...pieces.map(({ x1 }) => x1)) };
}

/** One page of a PDF, drawn: its rows, its ruled tables, its pictures. */

import { type Box, drawPage, type Glyph } from "./glyphs.ts";
import { cellsOf, isRightToLeft, type Ordered, orderCells } from "./order.ts";
import type { PdfPage } from "./pdfjs.ts";
import { type Piece, type Row, rowsOf } from "./rows.ts";
import { fillGrid, gridsOf, isVertical } from "./tables.ts";

export interface PageTable {
  readonly y: number;
  /** Cells of each row, left to right. */
  readonly rows: readonly (readonly (readonly Glyph[])[])[];
}
export interface PagePicture extends Box {
  readonly id: string;
}
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly tables: readonly PageTable[];
  readonly pictures: readonly PagePicture[];
  readonly page: PdfPage;
}

/** In points: smaller pictures are bullets and ornaments. */
const LEAST_PICTURE = 40;

export function readContent(page: PdfPage): PageContent {
  const { glyphs, rules, dots, images } = drawPage(page);
  let rest: readonly Glyph[] = withoutDoubles(glyphs.filter((glyph) => isOnPage(glyph, page)));
  const tables: PageTable[] = [];
  for (const grid of gridsOf(rules)) {
    const { cells, outside } = fillGrid(grid, rest);
    const filled = cells.filter((row) => row.some((cell) => cell.some(({ text }) => text.trim() !== "")));
    const used = filled.flat().filter((cell) => cell.some(({ text }) => text.trim() !== ""));
    if (filled.length < 2 || used.length < filled.length + 1) continue;
    tables.push({ y: grid.y0, rows: filled });
    rest = outside;
  }
  const pictures = images.filter(({ x0, x1, y0, y1 }) => x1 - x0 >= LEAST_PICTURE && y1 - y0 >= LEAST_PICTURE);
  const { number, width, height } = page;
  return {
    number,
    width,
    height,
    rows: withBullets(rowsOf(rest, rules.filter(isVertical)), dots),
    tables,
    pictures,
    page,
  };
}

/** A drawn dot just outside a row, at half the height of its letters, is the bullet of an item. */
function withBullets(rows: readonly Row[], dots: readonly Box[]): Row[] {
  return rows.map((row) => {
    const [left, right] = [row.pieces[0]!.x0, row.pieces.at(-1)!.x1];
    const dot = dots.find(({ x0, x1, y0, y1 }) => {
      const middle = (y0 + y1) / 2;
      const beside = (x0 > right && x0 - right < row.size * 1.6) || (x1 < left && left - x1 < row.size * 1.6);
      return beside && middle < row.y - row.size * 0.05 && middle > row.y - row.size * 0.7;
    });
    if (!dot) return row;
    const glyph: Glyph = { text: "•", x0: dot.x0, x1: dot.x1, y: row.y, size: row.size, bold: false, run: 0, order: 0 };
    const piece: Piece = { glyphs: [glyph], y: row.y, size: row.size, x0: dot.x0, x1: dot.x1, y0: dot.y0, y1: dot.y1 };
    return { ...row, pieces: [...row.pieces, piece].sort((a, b) => a.x0 - b.x0) };
  });
}

function isOnPage({ x0, x1, y }: Glyph, { width, height }: PdfPage): boolean {
  return x1 >= 0 && x0 <= width && y >= 0 && y <= height + 5;
}

/** Some writers draw bold by drawing twice, a little apart. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Set<string>();
  return glyphs.filter(({ text, x0, y, size }) => {
    if (text.trim() === "") return true;
    const step = Math.max(0.5, size * 0.06);
    const keys = [0, 1].map(
      (shift) => `${text} ${Math.floor(x0 / step + shift * 0.5)} ${Math.round(y / step)} ${shift}`,
    );
    const isDouble = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !isDouble;
  });
}

/** The text of glyphs on one baseline. */
export function readPiece(piece: Pick<Piece, "glyphs" | "y" | "size">, rightToLeft: boolean): Ordered {
  const cells = cellsOf(piece.glyphs, piece.y, piece.size);
  return orderCells(
    cells,
    isRightToLeft(
      cells.map(({ text }) => text),
      rightToLeft,
    ),
  );
}

/** The text of a cell of a table, its lines joined. */
export function readCell(glyphs: readonly Glyph[], rightToLeft: boolean): string {
  return rowsOf(glyphs, [])
    .map(
      (row) =>
        readPiece({ glyphs: row.pieces.flatMap((piece) => piece.glyphs), y: row.y, size: row.size }, rightToLeft).text,
    )
    .join(" ");
}

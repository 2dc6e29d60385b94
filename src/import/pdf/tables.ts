/** Tables that are ruled: a grid of thin lines, and the glyphs in its cells. */

import type { Box, Glyph } from "./glyphs.ts";

export interface Grid extends Box {
  /** Borders from left to right and from top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Lines nearer than this are one border (cells may each draw their own). */
const SAME = 5;

/** Finds grids of at least two columns and two rows. */
export function gridsOf(rules: readonly Box[]): Grid[] {
  return clusters(rules).flatMap((cluster) => {
    const xs = borders(cluster.filter(isVertical).map(({ x0, x1 }) => (x0 + x1) / 2));
    const ys = borders(cluster.filter((rule) => !isVertical(rule)).map(({ y0, y1 }) => (y0 + y1) / 2));
    if (xs.length < 3 || ys.length < 3) return [];
    return [{ xs, ys, x0: xs[0]!, x1: xs.at(-1)!, y0: ys[0]!, y1: ys.at(-1)! }];
  });
}

export function isVertical({ x0, x1, y0, y1 }: Box): boolean {
  return y1 - y0 > x1 - x0;
}

/** Rules that touch, directly or through others. A page of nothing but rules is a drawing: it is left alone. */
function clusters(rules: readonly Box[]): Box[][] {
  if (rules.length > 3000) return [];
  const groups: { box: Box; rules: Box[] }[] = [];
  for (const rule of rules) {
    const touching = groups.filter(
      ({ box, rules: own }) => touches(box, rule) && own.some((other) => touches(other, rule)),
    );
    const merged = {
      box: union([rule, ...touching.map(({ box }) => box)]),
      rules: [rule, ...touching.flatMap((group) => group.rules)],
    };
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((group) => group.rules);
}

function touches(a: Box, b: Box): boolean {
  return a.x0 <= b.x1 + SAME && b.x0 <= a.x1 + SAME && a.y0 <= b.y1 + SAME && b.y0 <= a.y1 + SAME;
}

function union(boxes: readonly Box[]): Box {
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
}

function borders(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.filter((place, at) => at === 0 || place - sorted[at - 1]! > SAME);
}

/** Glyphs by row and column of a grid, left to right; those outside are not touched. */
export function fillGrid(grid: Grid, glyphs: readonly Glyph[]): { cells: Glyph[][][]; outside: Glyph[] } {
  const cells: Glyph[][][] = grid.ys.slice(1).map(() => grid.xs.slice(1).map(() => []));
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const column = cellAt(grid.xs, (glyph.x0 + glyph.x1) / 2);
    const row = cellAt(grid.ys, glyph.y - glyph.size * 0.3);
    const cell = cells[row]?.[column];
    if (cell) cell.push(glyph);
    else outside.push(glyph);
  }
  return { cells, outside };
}

function cellAt(borders: readonly number[], place: number): number {
  if (place < borders[0]! || place > borders.at(-1)!) return -1;
  return borders.findIndex((border, at) => at + 1 < borders.length && place >= border && place <= borders[at + 1]!);
}

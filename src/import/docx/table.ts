/** A Word table → rows of equal length: a merged cell keeps its text in its first place and is empty in the others. */

import type { WordCell, WordTable } from "./word.ts";

const MOST_COLUMNS = 60;

export function readTable(table: WordTable, textOf: (cell: WordCell) => string): string[][] {
  const rows: string[][] = [];
  const below: number[] = [];
  for (const row of table.children) {
    if (row.type !== "tableRow") continue;
    const cells: string[] = [];
    const skipMerged = (): void => {
      while ((below[cells.length] ?? 0) > 0) {
        below[cells.length]!--;
        cells.push("");
      }
    };
    for (const cell of row.children) {
      if (cell.type !== "tableCell") continue;
      skipMerged();
      const span = Math.min(Math.max(1, cell.colSpan), MOST_COLUMNS);
      for (let column = 0; column < span && cells.length < MOST_COLUMNS; column++) {
        below[cells.length] = Math.max(0, cell.rowSpan - 1);
        cells.push(column === 0 ? textOf(cell) : "");
      }
    }
    skipMerged();
    rows.push(cells);
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
}

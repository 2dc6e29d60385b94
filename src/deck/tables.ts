/** Tables: GFM 4.10. */
import type { Context } from "./context.ts";
import { readInlines } from "./inlines.ts";
import type { Tokens } from "./lex.ts";
import { omit, type Placed, slice, spanOf } from "./placed.ts";
import type { Align, Span, Table, TableCell } from "./types.ts";

/** GFM says left and right; a deck has start and end, for `:--` is where a line begins. */
const ALIGN: Readonly<Record<string, Align>> = { left: "start", right: "end", center: "center" };

/** A line of a token, and where it begins in its placed text. */
interface Line {
  readonly text: string;
  readonly start: number;
}

/** A table token: rows are read from its raw lines, for marked has unescaped the pipes of its cells. */
export function readTable(context: Context, placed: Placed, token: Tokens.Table, start: number): Table {
  const lines: Line[] = [];
  let at = start;
  for (const text of token.raw.split("\n")) {
    lines.push({ text, start: at });
    at += text.length + 1;
  }
  const row = (line: Line | undefined, width: number): readonly TableCell[] => {
    const cells = line ? splitRow(line.text) : [];
    return Array.from({ length: width }, (_, i) => readCell(context, placed, line, cells[i]));
  };
  return {
    type: "table",
    align: token.align.map((align) => (align === null ? null : (ALIGN[align] ?? null))),
    head: row(lines[0], token.header.length),
    rows: token.rows.map((_, i) => row(lines[i + 2], token.header.length)),
    span: spanOf(placed, start, start + token.raw.trimEnd().length),
  };
}

function readCell(context: Context, placed: Placed, line: Line | undefined, cell: Span | undefined): TableCell {
  if (!line || !cell) {
    const end = line ? line.start + line.text.length : 0;
    return { inlines: [], span: spanOf(placed, end, end) };
  }
  const from = line.start + cell.start;
  const to = line.start + cell.end;
  const inner = slice(placed, from, to);
  const escapes = inner.text.includes("\\|") ? [...inner.text.matchAll(/\\\|/g)].map((match) => match.index) : [];
  return { inlines: readInlines(context, omit(inner, escapes)), span: spanOf(placed, from, to) };
}

/** Cells of a row without the space around them. GFM 4.10: a pipe in a cell is escaped, also within code. */
export function splitRow(line: string): readonly Span[] {
  const cells: Span[] = [];
  let start = /^\s*\|?/.exec(line)![0].length;
  const stop = line.trimEnd().length;
  const push = (end: number): void => {
    const text = line.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    cells.push({ start: from, end: Math.max(from, start + text.trimEnd().length) });
    start = end + 1;
  };
  for (let i = start; i < stop; i++) {
    if (line[i] === "\\") i++;
    else if (line[i] === "|") push(i);
  }
  if (start < stop) push(stop);
  return cells;
}

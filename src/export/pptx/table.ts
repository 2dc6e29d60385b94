import type { Align, Table, TableCell } from "../../deck/types.ts";
import { bareText } from "../marks.ts";
import { type Canvas, emptyParagraph, place } from "./canvas.ts";
import type { Flow } from "./language.ts";
import { paragraphMarkup } from "./markup.ts";
import { countLines, longestWord } from "./measure.ts";
import type { Region } from "./region.ts";
import { runsOf } from "./runs.ts";
import { emu, fontSize } from "./units.ts";
import type { CellView, ParagraphView, TableView } from "./view.ts";

const SIZE = 30;
const LINE = 1.36;
/** Padding of a cell, as the template has it: 12 pixels at the sides and above and below. */
const SIDES = 24;
const ENDS = 26;
/** A column narrower than this holds no word. */
const NARROWEST = 60;
/** How much more room a word may take than is measured: in bold, or in the font of a machine that lacks the theme's. */
const BOLDER = 1.25;

/** A native table in logical column order: `tblPr rtl` turns it (ECMA-376 §21.1.3.13). */
export function tableRegion(block: Table, canvas: Canvas): Region {
  const slot = canvas.takeSlot("object");
  const rows = block.head.some(({ inlines }) => inlines.length > 0) ? [block.head, ...block.rows] : block.rows;
  const columns = Math.max(1, block.head.length, ...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? null));
  const texts = full.map((row) => row.map((cell) => (cell === null ? "" : bareText(cell.inlines))));
  const heights = (width: number, scale: number): number[] =>
    rowHeights(texts, widthsOf(texts, width, SIZE * scale), scale);
  return {
    slot: null,
    grows: false,
    height: (width, scale) => heights(width, scale).reduce((sum, height) => sum + height, 0),
    place: (box, scale) => {
      const widths = widthsOf(texts, box.w, SIZE * scale);
      const tall = heights(box.w, scale);
      const id = canvas.nextId();
      const view: TableView = {
        kind: "table",
        id,
        name: `Table ${id}`,
        ...(slot === null ? {} : { placeholder: slot.placeholder }),
        transform: place({ ...box, h: tall.reduce((sum, height) => sum + height, 0) }, canvas.flow),
        rtl: canvas.flow.rtl,
        headed: rows.length > block.rows.length,
        columns: widths.map(emu),
        rows: full.map((row, at) => ({
          height: emu(tall[at] ?? 0),
          cells: row.map((cell, column) => cellView(cell, block.align[column] ?? null, scale, canvas)),
        })),
      };
      if (view.rows.length > 0) canvas.shapes.push(view);
    },
  };
}

/**
 * Widths in proportion to what the columns hold, so that a long text gets more than a number; but no narrower than a
 * column's longest word, which would be torn in the middle.
 * @param size Of the text, in pixels.
 */
export function widthsOf(texts: readonly (readonly string[])[], width: number, size: number): number[] {
  const columns = texts[0]?.length ?? 1;
  const cells = Array.from({ length: columns }, (_, column) => texts.map((row) => row[column] ?? ""));
  const weights = cells.map((column) => Math.max(6, ...column.map(({ length }) => Math.min(length, 60) ** 0.8)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const least = Math.min(NARROWEST, width / columns);
  const spare = width - least * columns;
  const wanted = weights.map((weight) => least + (spare * weight) / total);
  const words = cells.map((column) =>
    Math.max(least, ...column.map((text) => longestWord(text) * size * BOLDER + SIDES)),
  );
  return widened(wanted, share(words, width));
}

/** What each column gets of `width`: all it needs, or where that is too much for all, as much as the others that go short. */
function share(needs: readonly number[], width: number): number[] {
  const shares = [...needs];
  let left = width;
  for (const [done, at] of [...needs.keys()].sort((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0)).entries()) {
    shares[at] = Math.min(needs[at] ?? 0, left / (needs.length - done));
    left -= shares[at];
  }
  return shares;
}

/** Columns that are narrower than their least take what they lack from the room that the others have to spare. */
function widened(widths: readonly number[], least: readonly number[]): number[] {
  const over = widths.map((width, at) => width - (least[at] ?? 0));
  const lacking = over.reduce((sum, room) => sum + Math.max(0, -room), 0);
  const spare = over.reduce((sum, room) => sum + Math.max(0, room), 0);
  return widths.map((width, at) => {
    const room = over[at] ?? 0;
    return room <= 0 || spare === 0 ? width - room : width - (room * Math.min(lacking, spare)) / spare;
  });
}

function rowHeights(texts: readonly (readonly string[])[], widths: readonly number[], scale: number): number[] {
  const size = SIZE * scale;
  return texts.map((row) => {
    const lines = row.map((text, at) => countLines(text, size, Math.max(20, (widths[at] ?? 100) - SIDES)));
    return Math.max(1, ...lines) * size * LINE + ENDS;
  });
}

function cellView(cell: TableCell | null, align: Align, scale: number, canvas: Canvas): CellView {
  const { flow, link } = canvas;
  const size = fontSize(Math.round(SIZE * scale * 2) / 2);
  const paragraph: ParagraphView = {
    ...emptyParagraph(flow),
    align: physical(align, flow),
    size,
    runs: cell === null ? [] : runsOf(cell.inlines, flow, link, { size }),
  };
  return { body: { anchor: "ctr", autofit: false, rtl: flow.rtl, paragraphs: [paragraphMarkup(paragraph)] } };
}

function physical(align: Align, flow: Flow): ParagraphView["align"] {
  return align === "center" ? "ctr" : align === "end" ? flow.end : flow.start;
}

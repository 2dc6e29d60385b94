import type { Align, Table, TableCell } from "../../deck/types.ts";
import { bareText } from "../marks.ts";
import { type Canvas, emptyParagraph, place } from "./canvas.ts";
import type { Flow } from "./language.ts";
import { paragraphMarkup } from "./markup.ts";
import { countLines } from "./measure.ts";
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

/** A native table in logical column order: `tblPr rtl` turns it (ECMA-376 §21.1.3.13). */
export function tableRegion(block: Table, canvas: Canvas): Region {
  const slot = canvas.takeSlot("object");
  const rows = block.head.some(({ inlines }) => inlines.length > 0) ? [block.head, ...block.rows] : block.rows;
  const columns = Math.max(1, block.head.length, ...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? null));
  const texts = full.map((row) => row.map((cell) => (cell === null ? "" : bareText(cell.inlines))));
  const heights = (width: number, scale: number): number[] => rowHeights(texts, widthsOf(texts, width), scale);
  return {
    slot: null,
    grows: false,
    height: (width, scale) => heights(width, scale).reduce((sum, height) => sum + height, 0),
    place: (box, scale) => {
      const widths = widthsOf(texts, box.w);
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

/** Widths in proportion to what the columns hold, so that a long text gets more than a number. */
function widthsOf(texts: readonly (readonly string[])[], width: number): number[] {
  const columns = texts[0]?.length ?? 1;
  const weights = Array.from({ length: columns }, (_, column) => {
    const lengths = texts.map((row) => Math.min(row[column]?.length ?? 0, 60));
    return Math.max(6, ...lengths.map((length) => length ** 0.8));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const least = Math.min(NARROWEST, width / columns);
  const spare = width - least * columns;
  return weights.map((weight) => least + (spare * weight) / total);
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

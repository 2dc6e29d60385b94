import type { Block, Columns, Comparison, Options, Panel } from "../../deck/types.ts";
import type { Canvas } from "./canvas.ts";
import { CARD, GAP, HAIRLINE, PANEL_GAP, RULE, type Slot } from "./layouts.ts";
import { HANG, heightOf, type Para, para, paragraphsOf, type TextStyle } from "./paragraphs.ts";
import { LOOSE_SMALL, type Nest, type Region, styleOf } from "./region.ts";
import { dropTop, inset, splitAcross } from "./units.ts";
import type { SchemeColor } from "./view.ts";

/** Panels beyond this number wrap into rows of up to three, as in the HTML deck. */
const MOST_ACROSS = 4;
const TEXTS: ReadonlySet<Block["type"]> = new Set(["paragraph", "subheading", "list", "quote", "sources"]);
/** From a column's rule to its text. */
const UNDER_RULE = 20;

/** One panel, measured and placed like a region of its own. */
type Cell = Pick<Region, "height" | "place">;

/** Columns, each under a rule. */
export function columnsRegion({ panels }: Columns, canvas: Canvas, nest: Nest): Region {
  const top = RULE + UNDER_RULE;
  const cells = panels.map((panel): Cell => {
    const content = panelCell(panel, canvas, nest, { padding: 0, title: titleParas });
    return {
      height: (width, scale) => content.height(width, scale) + top,
      place: (box, scale) => {
        canvas.addDecoration({ ...box, h: RULE }, { fill: "accent1" });
        content.place(dropTop(box, top), scale);
      },
    };
  });
  return gridRegion(cells, PANEL_GAP);
}

/** Options to choose from: cards with a letter. */
export function optionsRegion({ panels }: Options, canvas: Canvas, nest: Nest): Region {
  const cells = panels.map((panel, at) =>
    panelCell(panel, canvas, nest, {
      padding: CARD.inset,
      title: (shown, own, style) => optionTitle(shown, at + 1, own, style),
    }),
  );
  return gridRegion(cells, 28);
}

/** Two sides of one question: a line between them, and a rule under each head. */
export function comparisonRegion({ panels }: Comparison, canvas: Canvas, nest: Nest): Region {
  const gap = 72;
  const cells = panels.map((panel, at) => sideCell(panel, at, canvas, nest));
  const grid = gridRegion(cells, gap);
  const across = acrossOf(panels.length);
  return {
    ...grid,
    place: (box, scale) => {
      grid.place(box, scale);
      const h = Math.min(box.h, grid.height(box.w, scale) * 1.08);
      for (const column of splitAcross({ ...box, h }, across, gap).slice(1)) {
        canvas.addDecoration({ ...column, x: column.x - gap / 2, w: HAIRLINE }, { fill: "accent5" });
      }
    },
  };
}

function acrossOf(count: number): number {
  return count <= MOST_ACROSS ? Math.max(1, count) : 3;
}

function gridRegion(cells: readonly Cell[], gap: number): Region {
  const across = acrossOf(cells.length);
  const rows = Array.from({ length: Math.ceil(cells.length / across) }, (_, row) =>
    cells.slice(row * across, (row + 1) * across),
  );
  const cellWidth = (width: number): number => (width - gap * (across - 1)) / across;
  const rowHeight = (row: readonly Cell[], width: number, scale: number): number =>
    Math.max(0, ...row.map((cell) => cell.height(cellWidth(width), scale)));
  const gaps = GAP * Math.max(0, rows.length - 1);
  return {
    slot: null,
    grows: false,
    height: (width, scale) => rows.reduce((sum, row) => sum + rowHeight(row, width, scale), gaps),
    place: (box, scale) => {
      let y = box.y;
      for (const row of rows) {
        // A row is as tall as its text, and some air for a font that runs wider than the one measured.
        const h = Math.min(box.y + box.h - y, rowHeight(row, box.w, scale) * 1.08);
        const places = splitAcross({ ...box, y, h }, across, gap);
        y += h + GAP;
        for (const [column, cell] of row.entries()) cell.place(places[column] ?? box, scale);
      }
    },
  };
}

interface CellLook {
  readonly padding: number;
  readonly title: (panel: Panel, canvas: Canvas, style: TextStyle) => Para[];
}

/** A panel of text is one shape, so that it is edited as one; a table or a picture in it has a shape of its own. */
function panelCell(panel: Panel, canvas: Canvas, nest: Nest, look: CellLook): Cell {
  const isText = panel.blocks.every((block) => TEXTS.has(block.type));
  const slot = isText ? canvas.takeSlot("body") : null;
  const style = styleOf(slot, LOOSE_SMALL);
  const title = look.title(panel, canvas, style);
  if (!isText) return mixedCell(title, nest(panel.blocks, canvas, LOOSE_SMALL), canvas, look.padding);
  return textCell([...title, ...paragraphsOf(panel.blocks, canvas.writer(style))], slot, canvas, look.padding);
}

function titleParas(panel: Panel, canvas: Canvas, style: TextStyle): Para[] {
  if (panel.title.length === 0) return [];
  return [para(panel.title, canvas.writer(style), undefined, { bold: true, heading: true }, titleSize(style))];
}

/** The letter is a bullet, so that it follows the option when options change places. */
function optionTitle(panel: Panel, number: number, canvas: Canvas, style: TextStyle): Para[] {
  return titleParas(panel, canvas, style).map((line) => ({
    ...line,
    margin: 1.6 * HANG,
    view: {
      ...line.view,
      bullet: { auto: canvas.flow.letters, start: number },
      margin: Math.round(1.6 * HANG * 9525),
      indent: -Math.round(1.6 * HANG * 9525),
    },
  }));
}

function titleSize({ sizes }: TextStyle): number {
  return Math.round((sizes[0] ?? 30) * 1.16);
}

function textCell(paras: readonly Para[], slot: Slot | null, canvas: Canvas, padding: number): Cell {
  const fill: { fill?: SchemeColor } = padding > 0 && slot?.fill === undefined ? { fill: "bg2" } : {};
  return {
    height: (width, scale) => heightOf(paras, width - 2 * padding, scale) + 2 * padding,
    place: (box, scale) => {
      canvas.addText(paras, box, { name: "Panel", slot, scale, inset: padding, look: fill });
    },
  };
}

function mixedCell(title: readonly Para[], content: Region, canvas: Canvas, padding: number): Cell {
  const head = (width: number, scale: number): number =>
    title.length === 0 ? 0 : heightOf(title, width - 2 * padding, scale) + 10 * scale;
  return {
    height: (width, scale) => head(width, scale) + content.height(width - 2 * padding, scale) + 2 * padding,
    place: (box, scale) => {
      if (padding > 0) canvas.addDecoration(box, { fill: "bg2" });
      const inner = inset(box, padding);
      const top = head(box.w, scale);
      if (title.length > 0) canvas.addText(title, { ...inner, h: top }, { name: "Heading", scale, inset: 0 });
      content.place(dropTop(inner, top), scale);
    },
  };
}

/** One side of a comparison: head, rule, body. */
function sideCell(panel: Panel, at: number, canvas: Canvas, nest: Nest): Cell {
  const head = canvas.takeSlot("head");
  const style = styleOf(head, { ...LOOSE_SMALL, sizes: [36], heading: true, bold: true });
  const title = panel.title.length === 0 ? [] : [para(panel.title, canvas.writer(style))];
  const content = panelCell({ ...panel, title: [] }, canvas, nest, { padding: 0, title: titleParas });
  const top = (width: number, scale: number): number => Math.max(52, heightOf(title, width, scale));
  return {
    height: (width, scale) => top(width, scale) + 24 + content.height(width, scale),
    place: (box, scale) => {
      const h = top(box.w, scale);
      if (title.length > 0)
        canvas.addText(title, { ...box, h }, { name: "Head", slot: head, scale, anchor: "b", inset: 0 });
      const fill = at % 2 === 0 ? "accent1" : "accent2";
      canvas.addDecoration({ ...box, y: box.y + h + 6, h: RULE }, { fill });
      content.place(dropTop(box, h + 24), scale);
    },
  };
}

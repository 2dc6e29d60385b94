import type { Block, Panel } from "../../deck/types.ts";
import type { Canvas } from "./canvas.ts";
import type { Slot } from "./layouts.ts";
import { heightOf, type Para, para, paragraphsOf, type TextStyle } from "./paragraphs.ts";
import { GAP, LOOSE_SMALL, type Nest, type Region, styleOf } from "./region.ts";
import { type Box, dropTop, inset, splitAcross } from "./units.ts";

interface PanelsLook {
  readonly cards: boolean;
  /** Whether the panels are told apart by colour strips, as options to choose from. */
  readonly numbered: boolean;
}

const PADDING = 24;
const STRIP = 6;
const PLAIN: ReadonlySet<Block["type"]> = new Set(["paragraph", "subheading", "list", "quote", "sources"]);
const STRIPS = ["accent1", "accent2", "accent3", "accent4"] as const;

/** Panels side by side, the first where reading starts; a fifth opens a second row. */
export function panelsRegion(panels: readonly Panel[], canvas: Canvas, nest: Nest, look: PanelsLook): Region {
  const across = panels.length > 4 ? Math.ceil(panels.length / 2) : Math.max(1, panels.length);
  const cells = panels.map((panel) => panelCell(panel, canvas, nest, look));
  const rows = Array.from({ length: Math.ceil(cells.length / across) }, (_, row) =>
    cells.slice(row * across, (row + 1) * across),
  );
  const widthOf = (width: number): number => (width - GAP * (across - 1)) / across;
  const rowHeight = (row: readonly Region[], width: number, scale: number): number =>
    Math.max(0, ...row.map((cell) => cell.height(widthOf(width), scale)));
  return {
    slot: null,
    grows: true,
    height: (width, scale) =>
      rows.reduce((sum, row) => sum + rowHeight(row, width, scale), GAP * Math.max(0, rows.length - 1)),
    place: (box, scale) => {
      const h = (box.h - GAP * Math.max(0, rows.length - 1)) / Math.max(1, rows.length);
      for (const [at, row] of rows.entries()) {
        const boxes = splitAcross({ ...box, y: box.y + at * (h + GAP), h }, across, GAP);
        for (const [column, cell] of row.entries()) {
          const target = boxes[column];
          if (target !== undefined) cell.place(target, scale);
        }
        addStrips(boxes.slice(0, row.length), at * across, canvas, look);
      }
    },
  };
}

function addStrips(boxes: readonly Box[], from: number, canvas: Canvas, look: PanelsLook): void {
  if (!look.cards) return;
  for (const [at, box] of boxes.entries()) {
    const fill = look.numbered ? (STRIPS[(from + at) % STRIPS.length] ?? "accent1") : "accent1";
    canvas.addDecoration({ ...box, h: STRIP }, { fill });
  }
}

/** A panel of text is one shape, so that it is edited as one; with a table or a picture inside it is a group of regions. */
function panelCell(panel: Panel, canvas: Canvas, nest: Nest, look: PanelsLook): Region {
  const isText = panel.blocks.every((block) => PLAIN.has(block.type));
  const slot = isText ? canvas.takeSlot("body") : null;
  const style = styleOf(slot, LOOSE_SMALL);
  const title = titleParas(panel, canvas, style);
  return isText
    ? textCell(
        [...title, ...paragraphsOf(panel.blocks, { flow: canvas.flow, link: canvas.link, style })],
        slot,
        canvas,
        look,
      )
    : mixedCell(title, nest(panel.blocks, canvas, LOOSE_SMALL), canvas, look);
}

function titleParas(panel: Panel, canvas: Canvas, style: TextStyle): Para[] {
  if (panel.title.length === 0) return [];
  const size = Math.round((style.sizes[0] ?? 26) * 1.1);
  return [
    para(panel.title, { flow: canvas.flow, link: canvas.link, style }, undefined, { bold: true, color: "tx2" }, size),
  ];
}

function textCell(paras: readonly Para[], slot: Slot | null, canvas: Canvas, look: PanelsLook): Region {
  const padding = look.cards ? PADDING : 0;
  return {
    slot,
    grows: false,
    height: (width, scale) => heightOf(paras, width - 2 * padding, scale) + 2 * padding,
    place: (box, scale) => {
      const fill = look.cards && slot?.fill === undefined ? { look: { fill: "bg2" as const } } : {};
      canvas.addText(paras, box, { name: "Panel", slot, scale, inset: padding, anchor: "t", ...fill });
    },
  };
}

function mixedCell(title: readonly Para[], content: Region, canvas: Canvas, look: PanelsLook): Region {
  const padding = look.cards ? PADDING : 0;
  const head = (width: number, scale: number): number =>
    title.length === 0 ? 0 : heightOf(title, width - 2 * padding, scale) + 10 * scale;
  return {
    slot: null,
    grows: content.grows,
    height: (width, scale) => head(width, scale) + content.height(width - 2 * padding, scale) + 2 * padding,
    place: (box, scale) => {
      if (look.cards) canvas.addDecoration(box, { fill: "bg2" });
      const inner = inset(box, padding);
      const top = head(box.w, scale);
      if (title.length > 0) canvas.addText(title, { ...inner, h: top }, { name: "Heading", scale, inset: 0 });
      content.place(dropTop(inner, top), scale);
    },
  };
}

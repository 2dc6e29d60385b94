import type { BigNumber } from "../../deck/types.ts";
import { readRatio } from "../../render/views/ratio.ts";
import { bareText } from "../marks.ts";
import type { Canvas } from "./canvas.ts";
import { RULE } from "./layouts.ts";
import { heightOf, type Para, para, paragraphsOf } from "./paragraphs.ts";
import { LOOSE, type Region, styleOf } from "./region.ts";
import { type Box, emu } from "./units.ts";

const CELL = 64;
const CELL_GAP = 14;
const GAP = 16;

/** The value in letters that fill the slide, `x` of `y` drawn as marks, its label, and what has to be known about it. */
export function numberRegion(block: BigNumber, canvas: Canvas): Region {
  const valueSlot = canvas.takeSlot("head");
  const slot = canvas.takeSlot("body");
  const value = valuePara(block, canvas, styleOf(valueSlot, { ...LOOSE, sizes: [168], heading: true, bold: true }));
  const writer = canvas.writer(styleOf(slot, LOOSE));
  const label = block.label.length === 0 ? [] : [para(block.label, writer, undefined, { bold: true })];
  const rest = [...label, ...paragraphsOf(block.blocks, writer)];
  const cells = readRatio(bareText(block.value));
  const marks = cells === null ? 0 : CELL + GAP;
  const heights = (width: number, scale: number): readonly [number, number] => [
    heightOf([value], width, scale) * 0.85,
    heightOf(rest, width, scale),
  ];
  return {
    slot: null,
    grows: true,
    height: (width, scale) => heights(width, scale).reduce((sum, height) => sum + height, GAP + marks),
    place: (box, scale) => {
      const [top, bottom] = heights(box.w, scale);
      const start = box.y + Math.max(0, (box.h - top - bottom - GAP - marks) / 2);
      canvas.addText(
        [value],
        { ...box, y: start, h: top },
        { name: "Number", slot: valueSlot, scale, anchor: "b", inset: 0 },
      );
      if (cells !== null) placeCells(cells, { ...box, y: start + top + GAP, h: CELL }, canvas);
      const below = { ...box, y: start + top + GAP + marks, h: bottom };
      if (rest.length > 0) canvas.addText(rest, below, { name: "Label", slot, scale, anchor: "t", inset: 0 });
    },
  };
}

function valuePara({ value }: BigNumber, canvas: Canvas, style: Parameters<typeof para>[1]["style"]): Para {
  const length = bareText(value).length;
  const size = length <= 6 ? 168 : length <= 12 ? 140 : length <= 20 ? 96 : 72;
  return para(value, canvas.writer(style), undefined, { bold: true, color: "accent1", heading: true }, size);
}

function placeCells(cells: { readonly count: number; readonly total: number }, row: Box, canvas: Canvas): void {
  const size = Math.min(CELL, (row.w + CELL_GAP) / cells.total - CELL_GAP);
  for (let at = 0; at < cells.total; at++) {
    const isOn = at < cells.count;
    canvas.addDecoration(
      { x: row.x + at * (size + CELL_GAP), y: row.y, w: size, h: size },
      { fill: isOn ? "accent1" : "bg1", line: { color: isOn ? "accent1" : "accent5", width: emu(RULE) } },
    );
  }
}

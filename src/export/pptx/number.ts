import type { BigNumber } from "../../deck/types.ts";
import { bareText } from "../marks.ts";
import type { Canvas } from "./canvas.ts";
import { heightOf, para, paragraphsOf } from "./paragraphs.ts";
import { LOOSE, type Region, styleOf } from "./region.ts";

/** The value in letters that fill the slide, its label, and what has to be known about it. */
export function numberRegion(block: BigNumber, canvas: Canvas): Region {
  const slot = canvas.takeSlot("body");
  const style = styleOf(slot, { ...LOOSE, align: "center" });
  const writer = { flow: canvas.flow, link: canvas.link, style };
  const size = bareText(block.value).length > 14 ? 88 : 140;
  const paras = [
    para(block.value, writer, undefined, { bold: true, color: "accent1", heading: true }, size),
    ...(block.label.length === 0 ? [] : [para(block.label, writer, undefined, { bold: true }, 36)]),
    ...paragraphsOf(block.blocks, writer),
  ];
  return {
    slot,
    grows: true,
    height: (width, scale) => heightOf(paras, width, scale),
    place: (box, scale) => {
      canvas.addText(paras, box, {
        name: "Number",
        slot,
        scale,
        anchor: "ctr",
        ...(slot === null ? { inset: 0 } : {}),
      });
    },
  };
}

import type { Figure } from "../../deck/types.ts";
import type { Picture } from "../types.ts";
import { type Canvas, place } from "./canvas.ts";
import { isOfficePicture } from "./media.ts";
import { heightOf, para, textPara } from "./paragraphs.ts";
import { LOOSE, type Region, styleOf } from "./region.ts";
import type { Box } from "./units.ts";

/** The least height at which a picture can be made out, in pixels. */
const LEAST = 180;
const CAPTION_GAP = 12;

/** A picture with its alternative text, as large as it fits, and its caption below. */
export function figureRegion(block: Figure, canvas: Canvas): Region {
  const found = canvas.around.pictures.get(block.src);
  const picture = found !== undefined && isOfficePicture(found.type) ? found : undefined;
  if (found !== undefined && picture === undefined) canvas.around.reject(block, found.type);
  const slot = block.caption.length > 0 ? canvas.takeSlot("body") : null;
  const frame = canvas.takeSlot("picture");
  const writer = canvas.writer(styleOf(slot, { ...LOOSE, sizes: [24] }));
  const caption = block.caption.length > 0 ? [para(block.caption, writer)] : [];
  const foot = (width: number, scale: number): number =>
    caption.length === 0 ? 0 : heightOf(caption, width, scale) + CAPTION_GAP;
  return {
    slot: null,
    grows: true,
    height: (width, scale) => LEAST * scale + foot(width, scale),
    place: (box, scale) => {
      const low = foot(box.w, scale);
      const room = { ...box, h: box.h - low };
      if (picture === undefined) placeMissing(block, room, canvas, scale);
      else addPicture(block, picture, room, canvas, frame?.placeholder);
      const below = { ...box, y: box.y + box.h - low + CAPTION_GAP, h: low - CAPTION_GAP };
      if (caption.length > 0) canvas.addText(caption, below, { name: "Caption", slot, scale, inset: 0, anchor: "t" });
    },
  };
}

function addPicture(
  { src, alt }: Figure,
  picture: Picture,
  room: Box,
  canvas: Canvas,
  placeholder: { readonly type?: string; readonly idx?: number } | undefined,
): void {
  const scale = Math.min(room.w / Math.max(1, picture.width), room.h / Math.max(1, picture.height));
  const w = picture.width * scale;
  const h = picture.height * scale;
  const box: Box = { x: room.x + (room.w - w) / 2, y: room.y + (room.h - h) / 2, w, h };
  const { part, fallback } = canvas.around.store(src);
  const id = canvas.nextId();
  const embed = canvas.relations.add("image", fallback ?? part);
  canvas.shapes.push({
    kind: "pic",
    id,
    name: `Picture ${id}`,
    description: alt,
    ...(placeholder === undefined ? {} : { placeholder }),
    transform: place(box, canvas.flow),
    embed,
    ...(fallback === null ? {} : { vector: canvas.relations.add("image", part) }),
  });
}

/** A picture that could not be had leaves its alternative text in a frame. */
function placeMissing({ alt, src }: Figure, room: Box, canvas: Canvas, scale: number): void {
  const style = { ...LOOSE, align: "center" as const };
  const text = textPara(alt === "" ? src : alt, canvas.writer(style));
  canvas.addText([text], room, {
    name: "Picture",
    scale,
    inset: 24,
    anchor: "ctr",
    look: { geometry: "rect", fill: "bg2" },
  });
}

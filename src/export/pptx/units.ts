/** The deck's canvas, in CSS pixels: the same 1280×720 that the HTML slide has. */
export const CANVAS = { width: 1280, height: 720 } as const;

/** English Metric Units in one canvas pixel: 13⅓ inches of 914,400 EMU over 1280 pixels (ECMA-376 §20.1.10.16). */
const EMU_PER_PX = 9525;

/** Canvas pixels to EMU, an integer. */
export function emu(px: number): number {
  return Math.round(px * EMU_PER_PX);
}

/** Canvas pixels to hundredths of a point, the unit of `sz` (ECMA-376 §20.1.10.72): 1280 px are 960 pt. */
export function fontSize(px: number): number {
  return Math.round(px * 75);
}

/** A rectangle on the canvas in pixels; `x` is counted from the side where reading starts. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** `box` without `top` pixels at its top. */
export function dropTop(box: Box, top: number): Box {
  return { ...box, y: box.y + top, h: Math.max(0, box.h - top) };
}

/** `box` made smaller by `px` on each side. */
export function inset(box: Box, px: number): Box {
  return { x: box.x + px, y: box.y + px, w: Math.max(0, box.w - 2 * px), h: Math.max(0, box.h - 2 * px) };
}

/** `count` boxes of one width side by side in `box`, with `gap` pixels between them, from the start side. */
export function splitAcross(box: Box, count: number, gap: number): Box[] {
  const w = (box.w - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, at) => ({ ...box, x: box.x + at * (w + gap), w }));
}

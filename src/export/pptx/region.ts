import type { Block } from "../../deck/types.ts";
import type { Canvas } from "./canvas.ts";
import type { Slot } from "./layouts.ts";
import type { TextStyle } from "./paragraphs.ts";
import type { Box } from "./units.ts";

/** A part of a slide's body: measured first, placed when it is known how far all of them must shrink. */
export interface Region {
  /** Pixels that it needs at `scale`; for a picture the least that is of use. */
  height(width: number, scale: number): number;
  place(box: Box, scale: number): void;
  /** Whether it takes what room is left. */
  readonly grows: boolean;
  /** The slot it will sit in, where it is alone. */
  readonly slot: Slot | null;
}

/** Makes one region of blocks that stand under each other; how a region with content of its own nests. */
export type Nest = (blocks: readonly Block[], canvas: Canvas, style: TextStyle) => Region;

/** How text looks that is in no slot. */
export const LOOSE: TextStyle = { sizes: [36, 32, 28], inherits: false, bulleted: false, align: "start" };
/** The same inside a card. */
export const LOOSE_SMALL: TextStyle = { ...LOOSE, sizes: [34, 30, 26] };

export function styleOf(slot: Slot | null, loose: TextStyle = LOOSE): TextStyle {
  if (slot === null) return loose;
  const { sizes, bulleted, before } = slot;
  return { sizes, inherits: true, bulleted, align: "start", ...(before === undefined ? {} : { itemGap: before }) };
}

/** The largest of the scales at which `height` fits, or the smallest there is. */
export function fitScale(height: (scale: number) => number, room: number): number {
  const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25];
  return scales.find((scale) => height(scale) <= room) ?? 0.25;
}

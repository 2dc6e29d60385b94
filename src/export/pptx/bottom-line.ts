import type { Block, List } from "../../deck/types.ts";
import type { Canvas } from "./canvas.ts";
import { GAP, RULE } from "./layouts.ts";
import { heightOf, type Para, paragraphsOf } from "./paragraphs.ts";
import { fitScale, LOOSE, LOOSE_SMALL, styleOf } from "./region.ts";
import { type Box, dropTop, splitAcross } from "./units.ts";

const COLUMN_GAP = 32;
const PADDING = 22;

/** The parts of a bottom-line slide: the claim under the message, what it rests on in columns, what is asked for. */
export interface BottomLine {
  readonly claim: readonly Block[];
  readonly support: List;
  readonly ask: readonly Block[];
}

/** Null where the body is made otherwise; it then flows like any other. */
export function readBottomLine(body: readonly Block[]): BottomLine | null {
  const at = body.findIndex((block) => block.type === "list");
  const support = body[at];
  if (support?.type !== "list" || support.items.length < 2 || support.items.length > 4) return null;
  const claim = body.slice(0, at);
  const ask = body.slice(at + 1);
  return [...claim, ...ask].every(({ type }) => type === "paragraph") ? { claim, support, ask } : null;
}

export function placeBottomLine({ claim, support, ask }: BottomLine, box: Box, canvas: Canvas): void {
  const slot = canvas.takeSlot("body");
  const claimed = paragraphsOf(claim, canvas.writer(styleOf(slot)));
  const columns = support.items.map(({ blocks }) => paragraphsOf(blocks, canvas.writer(LOOSE_SMALL)));
  const asked = paragraphsOf(ask, canvas.writer(LOOSE));
  const width = (box.w - COLUMN_GAP * (columns.length - 1)) / columns.length;
  const heights = (scale: number): readonly [number, number, number] => [
    claimed.length === 0 ? 0 : heightOf(claimed, box.w, scale) + GAP,
    RULE + 16 + Math.max(0, ...columns.map((paras) => heightOf(paras, width, scale))) + GAP,
    asked.length === 0 ? 0 : heightOf(asked, box.w - 2 * PADDING, scale) + 2 * PADDING,
  ];
  const scale = fitScale((candidate) => heights(candidate).reduce((sum, height) => sum + height, 0), box.h);
  const [top, middle, bottom] = heights(scale);
  if (claimed.length > 0) canvas.addText(claimed, { ...box, h: top - GAP }, { name: "Claim", slot, scale, inset: 0 });
  const foot = box.y + box.h - bottom;
  placeSupport(columns, { ...box, y: foot - middle, h: middle - GAP }, support.steps, scale, canvas);
  if (asked.length === 0) return;
  const look = { geometry: "rect", fill: "accent3" } as const;
  canvas.addText(asked, { ...box, y: foot, h: bottom }, { name: "Ask", scale, inset: PADDING, anchor: "ctr", look });
}

function placeSupport(
  columns: readonly (readonly Para[])[],
  box: Box,
  steps: boolean,
  scale: number,
  canvas: Canvas,
): void {
  for (const [at, column] of splitAcross(box, columns.length, COLUMN_GAP).entries()) {
    const rule = canvas.addDecoration({ ...column, h: RULE }, { fill: "accent1" });
    const text = canvas.addText(columns[at] ?? [], dropTop(column, RULE + 16), { name: "Support", scale, inset: 0 });
    if (steps) canvas.clicks.push([text, rule].map((shape) => ({ shape, paragraph: null })));
  }
}

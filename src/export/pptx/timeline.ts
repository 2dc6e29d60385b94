import type { Timeline, TimelineEvent } from "../../deck/types.ts";
import type { Canvas } from "./canvas.ts";
import { heightOf, type Para, para, type TextStyle } from "./paragraphs.ts";
import { LOOSE_SMALL, type Region, styleOf } from "./region.ts";
import { type Box, splitAcross } from "./units.ts";

/** More events than this do not stand side by side in letters that a room can read. */
const ACROSS = 5;
const GAP = 20;
const DOT = 22;
const LINE = 4;
const RAIL = 56;

/** A line with a dot and a text for each event: across while there are few, downwards when there are more. */
export function timelineRegion(block: Timeline, canvas: Canvas): Region {
  return block.events.length <= ACROSS ? acrossRegion(block, canvas) : downRegion(block, canvas);
}

interface EventText {
  readonly paras: readonly Para[];
  readonly slot: ReturnType<Canvas["takeSlot"]>;
}

function eventText(event: TimelineEvent, canvas: Canvas, small: TextStyle): EventText {
  const slot = canvas.takeSlot("body");
  const style = styleOf(slot, small);
  const writer = { flow: canvas.flow, link: canvas.link, style };
  const size = Math.round((style.sizes[0] ?? 26) * 1.08);
  const when =
    event.when.length === 0 ? [] : [para(event.when, writer, undefined, { bold: true, color: "accent1" }, size)];
  return { paras: [...when, para(event.what, writer)], slot };
}

/** Time runs with the reading: from the right in a right-to-left deck. */
function acrossRegion({ events, steps }: Timeline, canvas: Canvas): Region {
  const texts = events.map((event) => eventText(event, canvas, LOOSE_SMALL));
  const columns = Math.max(1, texts.length);
  const widthOf = (width: number): number => (width - GAP * (columns - 1)) / columns;
  return {
    slot: null,
    grows: true,
    height: (width, scale) => RAIL + Math.max(0, ...texts.map(({ paras }) => heightOf(paras, widthOf(width), scale))),
    place: (box, scale) => {
      addRail({ ...box, y: box.y + DOT / 2 - LINE / 2, h: LINE }, canvas);
      for (const [at, column] of splitAcross(box, columns, GAP).entries()) {
        const text = texts[at];
        if (text === undefined) continue;
        const dot = addDot({ x: column.x, y: box.y, w: DOT, h: DOT }, canvas);
        placeEvent(text, { ...column, y: box.y + RAIL, h: box.h - RAIL }, canvas, { scale, steps, dot });
      }
    },
  };
}

function downRegion({ events, steps }: Timeline, canvas: Canvas): Region {
  const texts = events.map((event) => eventText(event, canvas, LOOSE_SMALL));
  const height = (text: EventText, width: number, scale: number): number =>
    heightOf(text.paras, width - RAIL, scale) + 12 * scale;
  return {
    slot: null,
    grows: true,
    height: (width, scale) => texts.reduce((sum, text) => sum + height(text, width, scale), 0),
    place: (box, scale) => {
      addRail({ x: box.x + DOT / 2 - LINE / 2, y: box.y + DOT, w: LINE, h: Math.max(0, box.h - DOT) }, canvas);
      let y = box.y;
      for (const text of texts) {
        const h = height(text, box.w, scale);
        const dot = addDot({ x: box.x, y: y + 6, w: DOT, h: DOT }, canvas);
        placeEvent(text, { x: box.x + RAIL, y, w: box.w - RAIL, h }, canvas, { scale, steps, dot });
        y += h;
      }
    },
  };
}

function addRail(box: Box, canvas: Canvas): void {
  canvas.addDecoration(box, { fill: "accent5" });
}

function addDot(box: Box, canvas: Canvas): number {
  return canvas.addDecoration(box, { geometry: "ellipse", fill: "accent1" });
}

interface EventPlace {
  readonly scale: number;
  readonly steps: boolean;
  readonly dot: number;
}

/** Dot and text of an event appear together. */
function placeEvent({ paras, slot }: EventText, box: Box, canvas: Canvas, { scale, steps, dot }: EventPlace): void {
  const shape = canvas.addText(paras, box, { name: "Event", slot, scale, inset: 0, anchor: "t" });
  if (steps) canvas.clicks.push([shape, dot].map((id) => ({ shape: id, paragraph: null })));
}

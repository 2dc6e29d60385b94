import type { Timeline, TimelineEvent } from "../../deck/types.ts";
import type { Canvas } from "./canvas.ts";
import { GAP, RULE, type Slot } from "./layouts.ts";
import { heightOf, type Para, para } from "./paragraphs.ts";
import { LOOSE_SMALL, type Region, styleOf } from "./region.ts";
import { type Box, emu, splitAcross } from "./units.ts";

/** More events than this do not stand side by side in letters that a room can read. */
const MOST_ACROSS = 6;
const DOT = 22;
/** From the top of the dots to the text below the line, or from the line to the text beside it. */
const RAIL = 44;

/** A line with a dot and a text for each event: across while there are few, downwards when there are more. */
export function timelineRegion(block: Timeline, canvas: Canvas): Region {
  return block.events.length <= MOST_ACROSS ? acrossRegion(block, canvas) : downRegion(block, canvas);
}

interface EventText {
  readonly paras: readonly Para[];
  readonly slot: Slot | null;
}

function eventText(event: TimelineEvent, canvas: Canvas): EventText {
  const slot = canvas.takeSlot("body");
  const writer = canvas.writer(styleOf(slot, LOOSE_SMALL));
  const when = event.when.length === 0 ? [] : [para(event.when, writer, undefined, { bold: true, color: "accent1" })];
  const what = event.what.length === 0 ? [] : [para(event.what, writer)];
  return { paras: [...when, ...what], slot };
}

/** Time runs with the reading: from the right in a right-to-left deck. The group stands in the middle of its room. */
function acrossRegion({ events, steps }: Timeline, canvas: Canvas): Region {
  const texts = events.map((event) => eventText(event, canvas));
  const columns = Math.max(1, texts.length);
  const cellWidth = (width: number): number => (width - GAP * (columns - 1)) / columns;
  const textHeight = (width: number, scale: number): number =>
    Math.max(0, ...texts.map(({ paras }) => heightOf(paras, cellWidth(width), scale)));
  return {
    slot: null,
    grows: true,
    height: (width, scale) => RAIL + textHeight(width, scale),
    place: (box, scale) => {
      const h = Math.min(box.h, RAIL + textHeight(box.w, scale) * 1.08);
      const group = { ...box, y: box.y + (box.h - h) / 2, h };
      canvas.addDecoration({ ...group, y: group.y + (DOT - RULE) / 2, h: RULE }, { fill: "accent1" });
      for (const [at, column] of splitAcross(group, columns, GAP).entries()) {
        const text = texts[at];
        if (text === undefined) continue;
        const dot = addDot({ ...column, w: DOT, h: DOT }, at === texts.length - 1, canvas);
        placeEvent(text, { ...column, y: column.y + RAIL, h: h - RAIL }, canvas, { scale, steps, dot });
      }
    },
  };
}

function downRegion({ events, steps }: Timeline, canvas: Canvas): Region {
  const texts = events.map((event) => eventText(event, canvas));
  const height = (text: EventText, width: number, scale: number): number =>
    heightOf(text.paras, width - RAIL, scale) + 12 * scale;
  return {
    slot: null,
    grows: true,
    height: (width, scale) => texts.reduce((sum, text) => sum + height(text, width, scale), 0),
    place: (box, scale) => {
      canvas.addDecoration({ ...box, x: box.x + (DOT - RULE) / 2, w: RULE }, { fill: "accent1" });
      let y = box.y;
      for (const [at, text] of texts.entries()) {
        const h = height(text, box.w, scale);
        const dot = addDot({ x: box.x, y: y + 6, w: DOT, h: DOT }, at === texts.length - 1, canvas);
        placeEvent(text, { x: box.x + RAIL, y, w: box.w - RAIL, h }, canvas, { scale, steps, dot });
        y += h;
      }
    },
  };
}

/** A ring for what was, a full dot for where it stands now. */
function addDot(box: Box, isLast: boolean, canvas: Canvas): number {
  return canvas.addDecoration(box, {
    geometry: "ellipse",
    fill: isLast ? "accent1" : "bg1",
    line: { color: "accent1", width: emu(RULE) },
  });
}

interface EventPlace {
  readonly scale: number;
  readonly steps: boolean;
  readonly dot: number;
}

/** Dot and text of an event appear together. */
function placeEvent({ paras, slot }: EventText, box: Box, canvas: Canvas, { scale, steps, dot }: EventPlace): void {
  const shape = canvas.addText(paras, box, { name: "Event", slot, scale, inset: 0 });
  if (steps) canvas.clicks.push([shape, dot].map((id) => ({ shape: id, paragraph: null })));
}

import type { Block, Deck, Inline, Layout, Slide } from "../../deck/types.ts";
import type { Numbering } from "../../render/views/numbering.ts";
import { agendaBlocks, footnotesOf } from "../content.ts";
import { placeBottomLine, readBottomLine } from "./bottom-line.ts";
import { Canvas, type Surroundings } from "./canvas.ts";
import { placeCover, placeImprint, placePartNumeral } from "./cover.ts";
import { type FooterSlots, footersOf, markingShapes } from "./furniture.ts";
import type { LayoutSpec } from "./layouts.ts";
import { countLines } from "./measure.ts";
import { heightOf, type Para, para, paragraphsOf, titlePara } from "./paragraphs.ts";
import { fitScale, LOOSE, styleOf } from "./region.ts";
import { placeBlocks } from "./regions.ts";
import type { Relations } from "./relations.ts";
import type { Linker } from "./runs.ts";
import { type Box, dropTop } from "./units.ts";
import type { ShapeView } from "./view.ts";

export interface SlideContext {
  readonly deck: Deck;
  readonly numbering: Numbering;
  readonly spec: LayoutSpec;
  readonly around: Surroundings;
  readonly relations: Relations;
  readonly link: Linker;
  readonly footers: FooterSlots;
  /** Whether the master cannot carry the marking, so that each slide does. */
  readonly marked: boolean;
  /** Number shown on the slide, as PowerPoint counts. */
  readonly number: number;
}

/** What a slide is made of, before its clicks are numbered. */
export interface SlideContent {
  readonly shapes: readonly ShapeView[];
  readonly clicks: Canvas["clicks"];
}

/** A slide's shapes in reading order: title, body, footnotes, footer, number. */
export function slideContent(slide: Slide, context: SlideContext): SlideContent {
  const { deck, around, relations, link, spec } = context;
  const canvas = new Canvas(around, relations, link, spec.slots);
  if (slide.layout === "cover") placeCover(slide, deck, canvas);
  else placeBody(slide, context, canvas, placeTitle(slide, canvas));
  canvas.shapes.push(...footersOf(slide, context, canvas));
  if (context.marked) {
    const { marking } = deck.meta;
    canvas.shapes.push(...markingShapes(marking, around.flow, canvas.nextId() + 1, { height: around.frame.height }));
  }
  return { shapes: canvas.shapes, clicks: canvas.clicks };
}

/** @returns pixels by which the title is taller than the layout's room for it: the body makes way. */
function placeTitle({ title, layout }: Slide, canvas: Canvas): number {
  const slot = canvas.takeSlot("title");
  if (slot === null) return 0;
  const line = titlePara(title, canvas.writer(styleOf(slot)));
  const size = slot.sizes[0] ?? line.size;
  const lines = countLines(line.text, size, slot.box.w);
  const isHead = !OWN_TITLES.has(layout);
  const needed = Math.min(lines, 3) * size * TITLE_LINE - slot.box.h;
  const extra = isHead ? Math.max(0, Math.round(needed)) : 0;
  const room = slot.box.h + extra;
  const scale = fitScale(
    (candidate) => countLines(line.text, size * candidate, slot.box.w) * size * candidate * TITLE_LINE,
    room + 8,
  );
  canvas.addText([line], { ...slot.box, h: room }, { name: "Title", slot, scale });
  return extra;
}

/** Line height of titles in font sizes. */
const TITLE_LINE = 1.17;

/** Layouts whose title has a place of its own, tall enough for several lines. */
const OWN_TITLES: ReadonlySet<Layout> = new Set(["cover", "part", "end"]);

function placeBody(slide: Slide, { deck, spec, numbering }: SlideContext, canvas: Canvas, pushed: number): void {
  const room = spec.slots.find(({ type }) => type === "body")?.box;
  const whole = OWN_TITLES.has(slide.layout) && room !== undefined ? room : dropTop(canvas.around.frame.body, pushed);
  const notes = footnoteParas(slide, deck, canvas);
  const foot = notes.length === 0 ? 0 : heightOf(notes, whole.w, 1) + 16;
  const box = { ...whole, h: whole.h - foot };
  if (slide.layout === "part" && spec.isPoster) placePartNumeral(slide, numbering, canvas);
  const summary = slide.layout === "bottom-line" ? readBottomLine(slide.body) : null;
  const blocks = slide.layout === "agenda" ? agendaBlocks(slide, deck) : slide.body;
  if (summary !== null) placeBottomLine(summary, box, canvas);
  else if (isStatement(slide)) placeStatement(blocks, box, canvas, pushed + foot === 0);
  else if (blocks.length > 0) placeBlocks(blocks, box, canvas, pushed + foot === 0);
  if (slide.layout === "end") placeImprint(deck, canvas);
  if (notes.length === 0) return;
  const low = { ...whole, y: whole.y + whole.h - foot + 16, h: foot - 16 };
  canvas.addText(notes, low, { name: "Footnotes", scale: 1, inset: 0, anchor: "b" });
}

/** A slide without a title that is one paragraph: it is said large, in the middle. */
function isStatement({ layout, title, body }: Slide): boolean {
  return layout === "points" && title.length === 0 && body.length === 1 && body[0]?.type === "paragraph";
}

const STATEMENT_SIZE = 54;

function placeStatement(blocks: readonly Block[], box: Box, canvas: Canvas, free: boolean): void {
  const slot = canvas.takeSlot("body");
  const room = free ? (slot?.box ?? box) : box;
  const style = { ...styleOf(slot), inherits: false, sizes: [STATEMENT_SIZE], heading: true };
  const paras = paragraphsOf(blocks, canvas.writer(style));
  const scale = fitScale((candidate) => heightOf(paras, room.w, candidate), room.h);
  canvas.addText(paras, room, { name: "Text", slot, scale, anchor: "ctr" });
}

function footnoteParas(slide: Slide, deck: Deck, canvas: Canvas): Para[] {
  const style = { ...LOOSE, sizes: [24] };
  return footnotesOf(slide, deck).map(({ note, number }) => {
    const mark: Inline = { type: "text", text: `${number}. `, span: note.span };
    return para([mark, ...note.inlines], canvas.writer(style));
  });
}

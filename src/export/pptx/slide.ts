import type { Block, Deck, Footnote, Inline, Slide } from "../../deck/types.ts";
import { numberSlides } from "../../render/views/numbering.ts";
import { Canvas, type Surroundings } from "./canvas.ts";
import { placeCover } from "./cover.ts";
import { footersOf } from "./furniture.ts";
import { BODY_BOX, layoutSpec } from "./layouts.ts";
import { heightOf, type Para, para } from "./paragraphs.ts";
import { LOOSE, styleOf } from "./region.ts";
import { placeBlocks } from "./regions.ts";
import type { Relations } from "./relations.ts";
import { type Linker, runsOf } from "./runs.ts";
import type { ShapeView } from "./view.ts";

export interface SlideContext {
  readonly deck: Deck;
  readonly around: Surroundings;
  readonly relations: Relations;
  readonly link: Linker;
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
  const { deck, around, relations, link } = context;
  const spec = layoutSpec(slide.layout);
  const canvas = new Canvas(around, relations, link, spec.slots);
  placeTitle(slide, canvas);
  if (slide.layout === "cover") placeCover(slide, deck, canvas);
  else placeBody(slide, deck, canvas);
  canvas.shapes.push(...footersOf(slide, context, canvas));
  return { shapes: canvas.shapes, clicks: canvas.clicks };
}

function placeTitle({ title }: Slide, canvas: Canvas): void {
  const slot = canvas.takeSlot("title");
  if (slot === null) return;
  const { flow, link } = canvas;
  const line = para(title, { flow, link, style: styleOf(slot) });
  const view = { ...line.view, runs: runsOf(title, flow, link) };
  const room = heightOf([line], slot.box.w, 1) > slot.box.h * 1.12 ? 0.8 : 1;
  canvas.addText([{ ...line, view: strip(view) }], slot.box, { name: "Title", slot, scale: room });
}

/** A title has no space above it and no bullet to switch off. */
function strip({ level, align, rtl, lang, runs }: Para["view"]): Para["view"] {
  return { level, align, rtl, lang, runs };
}

function placeBody(slide: Slide, deck: Deck, canvas: Canvas): void {
  const blocks = slide.layout === "agenda" ? agendaBlocks(slide, deck) : slide.body;
  const notes = footnoteParas(slide, deck, canvas);
  const foot = notes.length === 0 ? 0 : heightOf(notes, BODY_BOX.w, 1) + 16;
  if (blocks.length > 0) placeBlocks(blocks, { ...BODY_BOX, h: BODY_BOX.h - foot }, canvas);
  if (notes.length === 0) return;
  const box = { ...BODY_BOX, y: BODY_BOX.y + BODY_BOX.h - foot + 16, h: foot - 16 };
  canvas.addText(notes, box, { name: "Footnotes", scale: 1, inset: 0, anchor: "b" });
}

/** An agenda without rows of its own lists the deck's parts, each a link to its slide. */
export function agendaBlocks({ body, span }: Slide, deck: Deck): readonly Block[] {
  if (body.some((block) => block.type === "list")) return body;
  const items = numberSlides(deck).parts.map(({ slide }) => {
    const link: Inline = { type: "link", href: `#${slide.id}`, children: slide.title, span };
    return { blocks: [{ type: "paragraph" as const, inlines: [link], span }], checked: null, span };
  });
  if (items.length === 0) return body;
  return [...body, { type: "list", ordered: true, start: 1, steps: false, items, span }];
}

function footnoteParas(slide: Slide, deck: Deck, canvas: Canvas): Para[] {
  const style = { ...LOOSE, sizes: [20] };
  return footnotesOf(slide, deck).map(({ note, number }) => {
    const mark: Inline = { type: "text", text: `${number}. `, span: note.span };
    return para([mark, ...note.inlines], { flow: canvas.flow, link: canvas.link, style });
  });
}

/** The footnotes that a slide refers to, in order of first reference. */
export function footnotesOf({ title, body }: Slide, deck: Deck): { note: Footnote; number: number }[] {
  if (deck.footnotes.length === 0) return [];
  const numbers = new Map<string, number>();
  collectRefs([title, body], numbers);
  return deck.footnotes
    .flatMap((note) => {
      const number = numbers.get(note.id);
      return number === undefined ? [] : [{ note, number }];
    })
    .sort((a, b) => a.number - b.number);
}

function collectRefs(node: unknown, numbers: Map<string, number>): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) for (const child of node) collectRefs(child, numbers);
  else if (isFootnoteRef(node)) numbers.set(node.id, node.number);
  else for (const child of Object.values(node)) collectRefs(child, numbers);
}

function isFootnoteRef(node: object): node is Extract<Inline, { type: "footnote-ref" }> {
  return "type" in node && node.type === "footnote-ref";
}

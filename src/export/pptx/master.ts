import type { Meta } from "../../deck/types.ts";
import { place } from "./canvas.ts";
import { FOOTER_SIZE, FOOTERS, footBoxes, markingShapes, numberParagraph } from "./furniture.ts";
import type { Flow } from "./language.ts";
import { BODY_SIZES, type Frame, ITEM_GAP, type LayoutSpec, type Slot, TITLE_SIZE } from "./layouts.ts";
import { type ParagraphMarkup, paragraphMarkup } from "./markup.ts";
import { layoutName, namesOf } from "./names.ts";
import { BULLETS, HANG, STEP_IN } from "./paragraphs.ts";
import { plainRuns } from "./runs.ts";
import type { PptxTheme } from "./theme.ts";
import { type Box, emu, fontSize } from "./units.ts";
import type { ParagraphView, PlaceholderView, SchemeColor, TextShapeView, Transform } from "./view.ts";

/** One level of a list style: what `levels.hbs` writes. */
export interface LevelView {
  readonly n: number;
  readonly margin: number;
  readonly indent: number;
  readonly align: "l" | "r" | "ctr";
  readonly rtl: 0 | 1;
  readonly spacing?: number;
  readonly before?: number;
  readonly bullet?: string;
  readonly bulletColor?: SchemeColor;
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: SchemeColor;
  readonly font?: "mj" | "mn";
}

/** A placeholder of the master or a layout: what `slot.hbs` writes. */
export interface SlotView {
  readonly id: number;
  readonly name: string;
  readonly placeholder: PlaceholderView;
  readonly transform: Transform;
  readonly fill?: SchemeColor;
  readonly inset: number;
  readonly rtl: 0 | 1;
  readonly anchor: "t" | "ctr" | "b";
  readonly levels: readonly LevelView[];
  readonly paragraphs: readonly ParagraphMarkup[];
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

function level(n: number, flow: Flow, change: Partial<LevelView> = {}): LevelView {
  return { n: n + 1, margin: 0, indent: 0, align: flow.start, rtl: flow.rtl, ...change };
}

/** The master's styles: whatever no layout or slide says otherwise. */
export function masterStyles(flow: Flow, isBold: boolean) {
  const title = {
    spacing: 90000,
    before: 0,
    size: fontSize(TITLE_SIZE),
    bold: isBold,
    color: "tx1",
    font: "mj",
  } as const;
  return {
    titleLevels: [level(0, flow, title)],
    bodyLevels: LEVELS.map((n) =>
      level(n, flow, {
        ...bulletOf(n),
        spacing: 100000,
        before: fontSize(ITEM_GAP),
        size: fontSize(BODY_SIZES[Math.min(n, 2)] ?? 24),
        color: "tx1",
        font: "mn",
      }),
    ),
    otherLevels: LEVELS.map((n) => level(n, flow, { margin: emu(48 * n), size: 1800, color: "tx1", font: "mn" })),
  };
}

function bulletOf(n: number): Partial<LevelView> {
  const deep = Math.min(n, BULLETS.length - 1);
  return {
    margin: emu(HANG + n * STEP_IN),
    indent: -emu(HANG),
    bullet: BULLETS[deep] ?? "•",
    bulletColor: "accent1",
  };
}

/** Levels of text boxes and everything else: `presentation.xml`. */
export function defaultLevels(flow: Flow): LevelView[] {
  return masterStyles(flow, false).otherLevels;
}

/** What `master.hbs` is given. */
export function masterView(
  meta: Meta,
  flow: Flow,
  frame: Frame,
  theme: PptxTheme,
  layouts: readonly { readonly id: number; readonly rel: string }[],
) {
  const names = namesOf(flow.lang);
  const decorations = markingShapes(meta.marking, flow, 20, { look: theme.marking });
  const slots = [
    masterSlot(2, names.title, { type: "title" }, frame.title, flow, { anchor: "b", texts: [names.title] }),
    masterSlot(3, names.text, { type: "body", idx: 1 }, frame.body, flow, { anchor: "t", texts: names.levels }),
    ...footerSlots(4, flow, frame, true),
  ];
  return { decorations, slots, map: theme.map, layouts, ...masterStyles(flow, theme.isBold) };
}

function masterSlot(
  id: number,
  name: string,
  placeholder: PlaceholderView,
  box: Box,
  flow: Flow,
  { anchor, texts }: { readonly anchor: SlotView["anchor"]; readonly texts: readonly string[] },
): SlotView {
  return {
    id,
    name,
    placeholder,
    transform: place(box, flow),
    inset: 0,
    rtl: flow.rtl,
    anchor,
    levels: [],
    paragraphs: texts.map((text, at) => paragraphMarkup(promptParagraph(text, at, flow))),
  };
}

function promptParagraph(text: string, n: number, flow: Flow): ParagraphView {
  return { level: n, align: flow.start, rtl: flow.rtl, lang: flow.tag, runs: plainRuns(text, flow) };
}

/** Date, footer and number: mirrored with the slide. */
function footerSlots(firstId: number, flow: Flow, frame: Frame, withDate: boolean): SlotView[] {
  const style = { size: fontSize(FOOTER_SIZE), color: "tx2", font: "mn" } as const;
  const footer = (
    at: number,
    name: string,
    placeholder: PlaceholderView,
    box: Box,
    align: LevelView["align"],
    paragraph: ParagraphView,
  ): SlotView => ({
    id: firstId + at,
    name,
    placeholder,
    transform: place(box, flow),
    inset: 0,
    rtl: flow.rtl,
    anchor: "ctr",
    levels: [level(0, flow, { ...style, align })],
    paragraphs: [paragraphMarkup(paragraph)],
  });
  const boxes = footBoxes(frame);
  const empty: ParagraphView = { level: 0, align: flow.start, rtl: flow.rtl, lang: flow.tag, runs: [] };
  const date = footer(0, "Date", FOOTERS.date, boxes.date, flow.end, { ...empty, align: flow.end });
  return [
    ...(withDate ? [date] : []),
    footer(1, "Footer", FOOTERS.footer, boxes.footer, flow.start, empty),
    footer(2, "Number", FOOTERS.number, boxes.number, flow.end, numberParagraph("‹#›", flow)),
  ];
}

/** What `layout.hbs` is given. */
export function layoutView(spec: LayoutSpec, flow: Flow, frame: Frame, theme: PptxTheme) {
  const slots = spec.slots.map((slot, at) =>
    slotView(slot, at + 2, flow, isPosterTitle(slot) ? theme.isPosterBold : theme.isBold),
  );
  const next = slots.length + 2;
  return {
    name: layoutName(spec.layout, flow.lang),
    type: spec.type,
    background: spec.isPoster ? "bg1" : null,
    mapping: spec.isPoster ? theme.posterMap : null,
    decorations: spec.decorations.map(({ box, look }, at) => decorationView(next + 10 + at, box, look, flow)),
    slots: spec.layout === "cover" ? slots : [...slots, ...footerSlots(next, flow, frame, false)],
  };
}

function decorationView(id: number, box: Box, look: Partial<TextShapeView>, flow: Flow): TextShapeView {
  return {
    kind: "sp",
    id,
    name: `Decoration ${id}`,
    decorative: true,
    geometry: "rect",
    noLine: true,
    transform: place(box, flow),
    ...look,
  };
}

function slotView(slot: Slot, id: number, flow: Flow, isBold: boolean): SlotView {
  const names = namesOf(flow.lang);
  const isTitle = slot.type === "title";
  const prompts = isTitle ? [names.title] : slot.bulleted ? names.levels.slice(0, 3) : [names.text];
  return {
    id,
    name: `${isTitle ? names.title : names.text} ${id}`,
    placeholder: slot.placeholder,
    transform: place(slot.box, flow),
    ...(slot.fill === undefined ? {} : { fill: slot.fill }),
    inset: emu(slot.inset ?? 0),
    rtl: flow.rtl,
    anchor: slot.anchor,
    levels: isTitle ? titleLevels(slot, flow, isBold) : bodyLevels(slot, flow, isBold),
    paragraphs: prompts.map((text, at) => paragraphMarkup(promptParagraph(text, at, flow))),
  };
}

/** Titles of cover, posters and bottom line are set in the heaviest weight. */
function isPosterTitle({ sizes }: Slot): boolean {
  return (sizes[0] ?? 0) >= 60;
}

function titleLevels({ sizes, color }: Slot, flow: Flow, isBold: boolean): LevelView[] {
  return [level(0, flow, { size: fontSize(sizes[0] ?? TITLE_SIZE), bold: isBold, ...(color && { color }) })];
}

/** A slot in the display font has it, and its weight, on the first level; what is said below that is plain text. */
function bodyLevels(slot: Slot, flow: Flow, isBold: boolean): LevelView[] {
  return [0, 1, 2, 3, 4].map((n) =>
    level(n, flow, {
      ...(slot.bulleted ? bulletOf(n) : { margin: 0, indent: 0 }),
      ...(slot.before !== undefined && n === 0 ? { before: fontSize(slot.before) } : {}),
      size: fontSize(slot.sizes[Math.min(n, slot.sizes.length - 1)] ?? 24),
      ...(slot.color && { color: slot.color }),
      ...(slot.heading && n === 0 && { font: "mj" as const, bold: isBold }),
      ...(slot.bold && { bold: true }),
    }),
  );
}

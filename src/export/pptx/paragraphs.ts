import type { Block, Inline, List, ListItem, Quote } from "../../deck/types.ts";
import { bareText } from "../marks.ts";
import type { Flow } from "./language.ts";
import { ITEM_GAP, PARAGRAPH_GAP } from "./layouts.ts";
import { countLines } from "./measure.ts";
import { type Linker, plainRuns, type RunStyle, runsOf } from "./runs.ts";
import { emu, fontSize } from "./units.ts";
import type { BulletView, ParagraphView, RunView, SchemeColor } from "./view.ts";

/** Line height that room is counted with, in font sizes. */
const LINE = 1.36;
/** Pixels from the start side to the text of a first-level item, and from each level to the next. */
export const HANG = 34;
export const STEP_IN = 38;
export const BULLETS = ["–", "–", "–", "–", "–"] as const;
const DEEPEST = 4;
/** Pixels between a quote and who said it. */
const ATTRIBUTION_GAP = 18;

/** The text of a shape before it is known how much it has to shrink. */
export interface Para {
  readonly view: ParagraphView;
  /** What is measured. */
  readonly text: string;
  /** Pixels. */
  readonly size: number;
  readonly before: number;
  readonly margin: number;
  /** Number of the click that shows it, within the shape, or null where it is there from the start. */
  readonly step: number | null;
}

/** How the paragraphs of one shape look. */
export interface TextStyle {
  /** Pixels, by level; the last one holds for deeper levels. */
  readonly sizes: readonly number[];
  /** Whether the shape's placeholder brings bullets, margins and sizes of its own, so that they are not repeated. */
  readonly inherits: boolean;
  /** Pixels above an item of the first level. */
  readonly itemGap?: number;
  /** Whether the placeholder's levels have bullets, to be switched off on a paragraph that is no list item. */
  readonly bulleted: boolean;
  readonly align: "start" | "center";
  readonly color?: SchemeColor;
  readonly bold?: boolean;
  readonly heading?: boolean;
}

export interface Writer {
  readonly flow: Flow;
  readonly link: Linker;
  readonly style: TextStyle;
  /** What sizes that are said outright are multiplied by: 1 on our own master. */
  readonly scale?: number;
}

/** Pixels that paragraphs need in a column of `width` pixels when every size is multiplied by `scale`. */
export function heightOf(paras: readonly Para[], width: number, scale: number): number {
  return paras.reduce((sum, { text, size, before, margin }, at) => {
    const lines = countLines(text, size * scale, Math.max(40, width - margin));
    return sum + lines * size * scale * LINE + (at === 0 ? 0 : before * scale);
  }, 0);
}

interface Place {
  readonly level: number;
  readonly bullet: BulletView | null;
  readonly step: number | null;
}
const PLAIN: Place = { level: 0, bullet: null, step: null };

/** Every block as paragraphs: also those that have a shape of their own elsewhere, for where there is no room for one. */
export function paragraphsOf(blocks: readonly Block[], writer: Writer, steps = { count: 0 }): Para[] {
  return blocks.flatMap((block) => blockParas(block, writer, PLAIN, steps));
}

type Steps = { count: number };

function blockParas(block: Block, writer: Writer, place: Place, steps: Steps): Para[] {
  const nested = (blocks: readonly Block[]): Para[] => blocks.flatMap((item) => blockParas(item, writer, place, steps));
  switch (block.type) {
    case "paragraph":
      return [para(block.inlines, writer, place)];
    case "subheading":
      return [para(block.inlines, writer, place, { bold: true })];
    case "list":
      return listParas(block, writer, place, steps);
    case "sources":
      return numbered(block.items, writer, place, steps);
    case "quote":
      return quoteParas(block, writer, place, steps);
    case "code":
      return codeParas(block.text, writer, writer.style.sizes.at(-1) ?? 20);
    case "figure":
      return block.caption.length > 0 ? [para(block.caption, writer, place)] : [textPara(block.alt, writer, place)];
    case "table":
      return [block.head, ...block.rows].map((row) => para(joinCells(row), writer, place));
    case "columns":
    case "comparison":
    case "options":
      return block.panels.flatMap((panel) => [...headed(panel.title, writer, place), ...nested(panel.blocks)]);
    case "timeline":
      return block.events.map(({ when, what, span }) =>
        para([{ type: "strong", children: when, span }, { type: "text", text: " – ", span }, ...what], writer, place),
      );
    case "number":
      return [...headed(block.value, writer, place), para(block.label, writer, place), ...nested(block.blocks)];
    case "judgment":
      return nested(block.blocks);
  }
}

function headed(title: readonly Inline[], writer: Writer, place: Place): Para[] {
  return title.length === 0 ? [] : [para(title, writer, place, { bold: true })];
}

function joinCells(cells: readonly { readonly inlines: readonly Inline[] }[]): Inline[] {
  const bar: Inline = { type: "text", text: " | ", span: { start: 0, end: 0 } };
  return cells.flatMap(({ inlines }, at) => (at === 0 ? [...inlines] : [bar, ...inlines]));
}

/**
 * PowerPoint counts neighbours on, and begins anew behind a paragraph without a number. So an item that follows such a
 * one says its own number; the items behind it repeat it and are counted on from it.
 */
function listParas(list: List, writer: Writer, place: Place, steps: Steps): Para[] {
  const level = Math.min(place.bullet === null ? place.level : place.level + 1, DEEPEST);
  let start = list.start;
  return list.items.flatMap((item, at) => {
    const step = list.steps ? steps.count++ : place.step;
    const bullet = bulletOf(list, item, start, level, writer);
    if (item.blocks.slice(1).some(({ type }) => type !== "list")) start = list.start + at + 1;
    return itemParas(item, writer, { level, bullet, step }, steps);
  });
}

function numbered(items: readonly ListItem[], writer: Writer, place: Place, steps: Steps): Para[] {
  return items.flatMap((item) =>
    itemParas(item, writer, { ...place, bullet: { auto: "arabicPeriod", start: null } }, steps),
  );
}

/** The first block of an item carries the bullet; what follows stands under it without one. */
function itemParas(item: ListItem, writer: Writer, place: Place, steps: Steps): Para[] {
  return item.blocks.flatMap((block, at) => {
    const isUnder = at > 0 && block.type !== "list";
    return blockParas(block, writer, isUnder ? { ...place, bullet: { none: true } } : place, steps);
  });
}

function bulletOf(list: List, item: ListItem, start: number, level: number, { flow }: Writer): BulletView {
  if (item.checked !== null) return { char: item.checked ? "☑" : "☐" };
  if (!list.ordered) return { char: BULLETS[level] ?? "–" };
  // Letters below numbers, as in a Hebrew legal text.
  return { auto: level % 2 === 1 ? flow.letters : "arabicPeriod", start: start === 1 ? null : start };
}

function quoteParas(quote: Quote, writer: Writer, place: Place, steps: Steps): Para[] {
  const words = quote.blocks.flatMap((block) => blockParas(block, writer, place, steps));
  if (quote.attribution.length === 0) return words;
  const size = Math.min(writer.style.sizes[1] ?? writer.style.sizes[0] ?? 26, 32);
  const said = para(quote.attribution, writer, { ...place, level: place.level + 1 }, { color: "tx2" }, size);
  return [...words, { ...said, view: { ...said.view, before: fontSize(ATTRIBUTION_GAP) }, before: ATTRIBUTION_GAP }];
}

/** Code runs left to right in every deck, a line a paragraph, with its spaces. */
export function codeParas(text: string, { style }: Writer, size: number): Para[] {
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => ({
      view: {
        level: 0,
        align: "l",
        rtl: 0,
        lang: "en-US",
        margin: 0,
        indent: 0,
        before: 0,
        ...(style.bulleted ? { bullet: { none: true } } : {}),
        size: fontSize(size),
        runs:
          line === ""
            ? []
            : [{ kind: "text", text: line.replaceAll("\t", "    "), lang: "en-US", mono: true, size: fontSize(size) }],
      },
      text: line,
      size,
      before: 0,
      margin: 0,
      step: null,
    }));
}

/** The line of a title: it says nothing of its looks, so that the layout rules. */
export function titlePara(inlines: readonly Inline[], writer: Writer): Para {
  const line = para(inlines, writer);
  const { level, align, rtl, lang, runs } = line.view;
  return { ...line, view: { level, align, rtl, lang, runs } };
}

/** A paragraph of plain text. */
export function textPara(text: string, writer: Writer, place: Place = PLAIN, look: RunStyle = {}, size?: number): Para {
  return build((style) => plainRuns(text, writer.flow, style), text, writer, place, look, size);
}

/** A paragraph of inlines. */
export function para(
  inlines: readonly Inline[],
  writer: Writer,
  place: Place = PLAIN,
  look: RunStyle = {},
  size?: number,
): Para {
  const runs = (style: RunStyle): RunView[] => runsOf(inlines, writer.flow, writer.link, style);
  return build(runs, bareText(inlines), writer, place, look, size);
}

function build(
  runs: (style: RunStyle) => RunView[],
  text: string,
  { flow, style, scale = 1 }: Writer,
  { level, bullet, step }: Place,
  look: RunStyle,
  wanted: number | undefined,
): Para {
  const inherited = style.sizes[Math.min(level, style.sizes.length - 1)] ?? 28;
  const size = wanted === undefined ? inherited : wanted * scale;
  const sized = style.inherits && size === inherited ? {} : { size: fontSize(size) };
  const { color, bold, heading } = style;
  const base = style.inherits ? {} : { ...(color && { color }), ...(bold && { bold }), ...(heading && { heading }) };
  const margin = bullet === null ? 0 : HANG + level * STEP_IN;
  const gap = bullet === null ? PARAGRAPH_GAP : level === 0 ? (style.itemGap ?? ITEM_GAP) : ITEM_GAP;
  const before = style.inherits && bullet !== null ? {} : { before: fontSize(gap) };
  return {
    view: {
      level,
      align: style.align === "center" ? "ctr" : flow.start,
      rtl: flow.rtl,
      lang: flow.tag,
      ...bulletView(bullet, level, style),
      ...before,
      ...sized,
      runs: runs({ ...base, ...look, ...sized }),
    },
    text,
    size,
    before: gap,
    margin,
    step,
  };
}

/** A box or a number takes more room than a dash. */
function isWide(bullet: BulletView): boolean {
  return "auto" in bullet || ("char" in bullet && bullet.char !== BULLETS[0]);
}

/** What has to be said about bullet and margins where the placeholder does not say it already. */
function bulletView(bullet: BulletView | null, level: number, style: TextStyle): Partial<ParagraphView> {
  if (bullet === null) return style.bulleted || level > 0 ? { bullet: { none: true }, margin: 0, indent: 0 } : {};
  const isOwn = "char" in bullet && bullet.char === BULLETS[level];
  if (style.bulleted && isOwn) return {};
  const margin = emu(HANG + level * STEP_IN);
  const hang = emu(isWide(bullet) ? HANG * 1.35 : HANG);
  return {
    bullet,
    margin: "none" in bullet ? margin : margin + hang - emu(HANG),
    indent: "none" in bullet ? 0 : -hang,
  };
}

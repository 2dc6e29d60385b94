/** Heights of slide bodies in px: what each layout makes of its blocks, as `layouts.css` has it. */
import type { Block, Layout, Slide } from "../../deck/types.ts";
import { MOST_AGENDA_ROWS } from "../views/layouts.ts";
import {
  type Box,
  blockGap,
  blockHeight,
  blocksHeight,
  COLUMNS,
  COMPARISON,
  closeBlocks,
  inRows,
  itemHeight,
  narrow,
  panelsHeight,
  stack,
  textHeight,
} from "./blocks.ts";
import type { TypeSettings } from "./type.ts";

/** Room of the words on a slide, and how its title is set. */
export interface LayoutMeasures {
  /** Width of the body, in px. */
  readonly width: number;
  /** Room for the body below a title of `title` px, in px. */
  readonly room: (title: number, type: TypeSettings) => number;
  readonly titleToken: string;
  readonly titleLine: number | null;
  readonly titleWidth: number;
  readonly titleLines: number;
  readonly poster: boolean;
  readonly height: (body: readonly Block[], box: Box) => number;
}

/** The canvas less the margins on both sides. */
const WIDTH = 1064;

/** Px between the head of the canvas and its foot. */
function frame({ measure }: TypeSettings): number {
  return measure("canvas-height") - measure("head-top") - measure("foot-height");
}

const plain: LayoutMeasures = {
  width: WIDTH,
  room: (title, type) => frame(type) - (title === 0 ? 0 : title + type.measure("head-gap")),
  titleToken: "title-size",
  titleLine: null,
  titleWidth: WIDTH,
  titleLines: 2,
  poster: false,
  height: blocksHeight,
};

const LAYOUTS: Partial<Readonly<Record<Layout, LayoutMeasures>>> = {
  cover: {
    ...plain,
    width: 720,
    // Padding, the line of the series with its rule, and the space around title and body.
    room: (title) => 720 - 64 - 56 - 57 - 44 - 24 - title,
    titleToken: "title-size-cover",
    titleLine: 1,
    titleWidth: 720,
    titleLines: 2,
    poster: true,
  },
  part: {
    ...plain,
    width: 720,
    room: () => 220,
    titleToken: "title-size-part",
    titleLine: 1.04,
    titleWidth: 780,
    titleLines: 3,
    poster: true,
  },
  end: {
    ...plain,
    room: (title, type) => frame(type) - title - 96 - 96,
    titleToken: "title-size-end",
    titleLine: 1.1,
    titleWidth: 960,
    titleLines: 3,
    poster: true,
  },
  "bottom-line": {
    ...plain,
    titleToken: "title-size-bottom-line",
    titleLine: 1.08,
    titleWidth: 1000,
    titleLines: 2,
    poster: true,
    height: bottomLineHeight,
  },
  points: { ...plain, height: pointsHeight },
  compare: { ...plain, height: (body, box) => sidesHeight(body, box) },
  columns: { ...plain, height: (body, box) => sidesHeight(body, box) },
  questions: { ...plain, height: questionsHeight },
  agenda: { ...plain, height: agendaHeight },
  judgment: { ...plain, height: judgmentsHeight },
  quote: { ...plain, height: quoteHeight },
  figure: { ...plain, height: figureHeight },
};

export function measuresOf({ layout }: Slide): LayoutMeasures {
  return LAYOUTS[layout] ?? plain;
}

function pointsHeight(body: readonly Block[], box: Box): number {
  const [only, ...others] = body;
  // A lone paragraph on a slide without a title is set as a statement; with a title it has the room anyway.
  if (only?.type === "paragraph" && others.length === 0) {
    const statement = { ...box, width: 960, size: 1.5 * box.size };
    return textHeight(only.inlines, statement, { faces: box.type.display, line: 1.3 });
  }
  const heights = body.map((block) => {
    if (block.type !== "list") return blockHeight(block, box);
    const inner = narrow(box, (block.ordered ? 1.5 : 1.1) * box.size);
    return stack(
      block.items.map((item) => itemHeight(item, inner, 1.3) + 0.8 * box.size + 2),
      0,
    );
  });
  return stack(heights, blockGap(box));
}

function bottomLineHeight(body: readonly Block[], box: Box): number {
  const [claim, ...support] = body;
  const heights = support.map((block) => {
    if (block.type === "paragraph" && block === support.at(-1)) return 36 + blockHeight(block, narrow(box, 48));
    if (block.type !== "list") return blockHeight(block, box);
    const many = block.items.length > 4;
    const across = many ? 2 : Math.max(block.items.length, 1);
    const inner = { ...box, width: (box.width - 32 * (across - 1)) / across };
    const items = block.items.map((item) => 20 + itemHeight(item, inner, 1.3));
    return stack(inRows(items, across), 32);
  });
  return stack([claim === undefined ? 0 : blocksHeight([claim], narrow(box, 104)), stack(heights, 28)], blockGap(box));
}

function questionsHeight(body: readonly Block[], box: Box): number {
  const main = body.find((block) => block.type === "list");
  const inner = { ...box, width: (box.width - 48) / 2 - 80 };
  const heights = body.map((block) => {
    if (block !== main || block.type !== "list") return blockHeight(block, box);
    return stack(
      inRows(
        block.items.map((item) => 49 + Math.max(itemHeight(item, inner, 1.3), 61)),
        2,
      ),
      0,
    );
  });
  return stack(heights, blockGap(box));
}

function agendaHeight(body: readonly Block[], box: Box): number {
  const heights = body.map((block) => {
    if (block.type !== "list") return blockHeight(block, box);
    const many = block.items.length > 4;
    const numeral = many ? 60 : 84;
    const inner = { ...narrow(box, 1.25 * numeral), size: many ? box.size : 1.15 * box.size };
    const wide = block.items.length > MOST_AGENDA_ROWS ? { ...inner, width: (box.width - 48) / 2 - 75 } : inner;
    // Text and numeral stand on one baseline, so what the numeral rises above the text comes on top.
    const rise = Math.max(0.72 * numeral - 0.95 * inner.size, 0);
    const rows = block.items.map((item) => 28 + Math.max(itemHeight(item, wide, 1.25) + rise, 0.9 * numeral));
    return block.items.length > MOST_AGENDA_ROWS ? stack(inRows(rows, 2), 0) : stack(rows, 0);
  });
  return stack(heights, blockGap(box));
}

/** Sides of a question, whose lists are set as rows between hairlines. */
function sidesHeight(body: readonly Block[], box: Box): number {
  const rows = (blocks: readonly Block[], inner: Box): number => {
    const [only, ...others] = blocks;
    if (only?.type !== "list" || others.length > 0) return closeBlocks(blocks, inner);
    const text = narrow(inner, (only.ordered ? 1.5 : 1.1) * inner.size);
    return stack(
      only.items.map((item) => itemHeight(item, text, 1.3) + 0.6 * inner.size + 2),
      0,
    );
  };
  const heights = body.map((block) => {
    if (block.type === "columns") return panelsHeight(block.panels, box, { ...COLUMNS, body: rows });
    if (block.type === "comparison") return panelsHeight(block.panels, box, { ...COMPARISON, body: rows });
    return blockHeight(block, box);
  });
  return stack(heights, blockGap(box));
}

/** Judgments stand close, and what is said besides stands below them in the smallest size. */
function judgmentsHeight(body: readonly Block[], box: Box): number {
  const others = body.filter((block) => block.type !== "judgment");
  const heights = body.filter((block) => block.type === "judgment").map((block) => blockHeight(block, box));
  return stack(heights, 0) + (others.length === 0 ? 0 : 18 + blocksHeight(others, { ...box, size: 24 }));
}

/** A picture with words beside it has two thirds of the width. */
function figureHeight(body: readonly Block[], box: Box): number {
  const picture = body.find((block) => block.type === "figure");
  const words = body.filter((block) => block !== picture);
  if (picture === undefined || words.length === 0) return blocksHeight(body, box);
  const third = (box.width - 44) / 2.9;
  return Math.max(
    blocksHeight(words, { ...box, width: third }),
    blockHeight(picture, { ...box, width: box.width - 44 - third }),
  );
}

/** A short quotation is set in larger type, which `.density-0` of the layout asks for. */
function quoteHeight(body: readonly Block[], box: Box): number {
  return blocksHeight(body, box.size === box.type.sizes[0] ? { ...box, size: box.size * 1.3 } : box);
}

/** Heights of slide bodies in px: what each layout makes of its blocks, as `layouts.css` has it. */
import type { Block, Layout, Slide } from "../../deck/types.ts";
import { type Box, blockGap, blockHeight, blocksHeight, itemHeight, narrow, stack } from "./blocks.ts";

/** Room of the words on a slide, and how its title is set. */
export interface LayoutMeasures {
  /** Width of the body, in px. */
  readonly width: number;
  /** Room for the body below a title of `title` px, in px. */
  readonly room: (title: number) => number;
  readonly titleToken: string;
  readonly titleLine: number | null;
  readonly titleWidth: number;
  readonly titleLines: number;
  readonly poster: boolean;
  readonly height: (body: readonly Block[], box: Box) => number;
}

/** Between the head of the canvas and its foot: 720 less 52 above and 68 below. */
const FRAME = 600;
const WIDTH = 1064;
const HEAD_GAP = 28;

const plain: LayoutMeasures = {
  width: WIDTH,
  room: (title) => FRAME - (title === 0 ? 0 : title + HEAD_GAP),
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
    // Series line, subtitle and imprint take about half of the cover.
    room: (title) => 600 - title - 44 - 60 - 130 - 100,
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
    room: (title) => FRAME - title - 96 - 96,
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
  questions: { ...plain, height: questionsHeight },
  agenda: { ...plain, height: agendaHeight },
};

export function measuresOf({ layout }: Slide): LayoutMeasures {
  return LAYOUTS[layout] ?? plain;
}

function pointsHeight(body: readonly Block[], box: Box): number {
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
    const rows = Array.from({ length: Math.ceil(items.length / across) }, (_, row) =>
      Math.max(...items.slice(row * across, (row + 1) * across)),
    );
    return stack(rows, 32);
  });
  return stack([claim === undefined ? 0 : blocksHeight([claim], box), stack(heights, 28)], blockGap(box));
}

function questionsHeight(body: readonly Block[], box: Box): number {
  return blocksInRows(body, box, (items, inner) =>
    items.map((item) => 52 + Math.max(itemHeight(item, inner, 1.3), 57)),
  );
}

function blocksInRows(
  body: readonly Block[],
  box: Box,
  measure: (items: readonly Parameters<typeof itemHeight>[0][], inner: Box) => readonly number[],
): number {
  const first = body.find((block) => block.type === "list");
  const heights = body.map((block) => {
    if (block !== first || block.type !== "list") return blockHeight(block, box);
    const items = measure(block.items, { ...box, width: (box.width - 48) / 2 - 72 });
    const rows = Array.from({ length: Math.ceil(items.length / 2) }, (_, row) =>
      Math.max(...items.slice(row * 2, row * 2 + 2)),
    );
    return stack(rows, 0);
  });
  return stack(heights, blockGap(box));
}

function agendaHeight(body: readonly Block[], box: Box): number {
  const heights = body.map((block) => {
    if (block.type !== "list") return blockHeight(block, box);
    const rows = block.items.map((item) => 34 + Math.max(itemHeight(item, narrow(box, 92)), 60));
    const total = stack(rows, 0);
    return rows.length > 6 ? total / 2 + 60 : total;
  });
  return stack(heights, blockGap(box));
}

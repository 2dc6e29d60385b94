/** Heights of blocks in px: the same sums as `blocks.css`, held to it by `fit.browser.test.ts`. */

import { plainText } from "../../deck/plain.ts";
import type { Block, BlockType, Inline, ListItem, Panel, Table } from "../../deck/types.ts";
import { columnsOf } from "../views/blocks.ts";
import { type Ratio, readRatio } from "../views/ratio.ts";
import { countLines, type Faces, lineWidth, longestWord, splitWords, textWidth } from "./ruler.ts";
import type { TypeSettings } from "./type.ts";

export interface Box {
  readonly type: TypeSettings;
  /** Width of the box, in px. */
  readonly width: number;
  /** Size of the text, in px. */
  readonly size: number;
}

type Heights = { readonly [T in BlockType]: (block: Extract<Block, { type: T }>, box: Box) => number };

const HEIGHTS: Heights = {
  paragraph: ({ inlines }, box) => textHeight(inlines, box),
  subheading: ({ inlines }, box) => textHeight(inlines, box, { line: box.type.measure("line-tight") }),
  list: (block, box) => {
    const indent = (block.ordered ? 1.5 : 1.1) * box.size;
    return stack(
      block.items.map((item) => itemHeight(item, narrow(box, indent))),
      itemGap(box),
    );
  },
  code: ({ text }, box) => {
    const letters = (box.width - 43) / (24 * 0.6);
    const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
    return lines * 24 * 1.4 + 34;
  },
  table: tableHeight,
  quote: ({ blocks, attribution }, box) => {
    const inner = { ...box, size: box.size * 1.5 };
    const lines = blocks.map((block) =>
      block.type === "paragraph"
        ? textHeight(block.inlines, inner, { faces: box.type.display, line: 1.3 })
        : blockHeight(block, inner),
    );
    const by = attribution.length === 0 ? 0 : 32 + textHeight(attribution, narrow(box, 76));
    return stack(lines, 0) + by;
  },
  figure: ({ caption }, box) =>
    MIN_PICTURE +
    (caption.length === 0
      ? 0
      : 16 + textHeight(caption, { ...box, size: Math.max(0.78 * box.size, 24) }, { line: 1.35 })),
  columns: ({ panels }, box) => panelsHeight(panels, box, COLUMNS),
  comparison: ({ panels }, box) => panelsHeight(panels, box, COMPARISON),
  options: ({ panels }, box) => panelsHeight(panels, box, panels.length > 4 ? SMALL_OPTIONS : OPTIONS),
  timeline: ({ events }, box) => {
    const strong = { text: box.type.text.strong, strong: box.type.text.strong };
    const tall = events.length > MOST_ACROSS;
    const across = (box.width - 24 * (events.length - 1)) / Math.max(events.length, 1);
    const heights = events.map(({ when, what }) => {
      const time = textHeight(
        when,
        { ...box, width: tall ? 290 : across },
        {
          faces: strong,
          line: box.type.measure("line-tight"),
          whole: true,
        },
      );
      const event = textHeight(what, { ...box, width: tall ? box.width - 362 : across }, { line: 1.35, whole: true });
      return tall ? 12 + Math.max(time, event) : 54 + time + event;
    });
    return tall ? stack(heights, 0) : Math.max(0, ...heights);
  },
  number: ({ value, label, blocks }, box) => {
    const strong = { text: box.type.text.strong, strong: box.type.text.strong };
    const ratio = readRatio(plainText(value));
    const inner = ratio === null ? box : narrow(box, 72 + ratioWidth(ratio, box));
    const figure =
      ratio === null
        ? textHeight(value, { ...box, size: 168 }, { faces: box.type.poster, line: 1 })
        : marksHeight(ratio.total, inner.width);
    const words = [
      figure,
      textHeight(label, inner, { faces: strong, line: box.type.measure("line-tight") }),
      blocksHeight(blocks, inner),
    ];
    return Math.max(stack(words.filter(Boolean), 24), ratio === null ? 0 : 372);
  },
  judgment: ({ blocks, likelihood, confidence }, box) => {
    const chips = [likelihood, confidence].filter(Boolean).length;
    const statement = blocksHeight(blocks, narrow(box, 420), box.type.measure("line-tight"));
    return (
      34 + Math.max(statement, (likelihood === null ? 0 : 46) + (confidence === null ? 0 : 30) + (chips === 2 ? 12 : 0))
    );
  },
  sources: ({ items }, box) => {
    const size = Math.max((items.length > 4 ? 0.8 : 0.86) * box.size, 24);
    const inner = { ...box, size, width: (box.width - 48) / 2 - 1.5 * size };
    return balance(items.map((item) => itemHeight(item, inner, 1.35) + 0.7 * size));
  },
};

/** Height of two balanced columns whose items are not broken: the least for which the items in order fit. */
function balance(heights: readonly number[]): number {
  const total = heights.reduce((sum, height) => sum + height, 0);
  const cuts = heights.map((_, i) => {
    const first = heights.slice(0, i + 1).reduce((sum, height) => sum + height, 0);
    return Math.max(first, total - first);
  });
  return cuts.length === 0 ? 0 : Math.min(...cuts);
}

/** Width of the drawn part and whole, at 340px and 72px. */
function ratioWidth({ part, whole }: Ratio, { type }: Box): number {
  const width = (text: string, size: number): number => size * textWidth(text, type.poster.text);
  return Math.max(width(part, 340), width(whole, 72));
}

/** Marks in rows; more than eleven are drawn smaller. */
function marksHeight(total: number, width: number): number {
  const [wide, high] = total > 11 ? [28, 56] : [44, 88];
  const across = Math.max(1, Math.floor((width + 12) / (wide + 12)));
  const rows = Math.ceil(total / across);
  return rows * high + (rows - 1) * 12 + 20;
}

const OPTIONS: PanelMeasures = { gap: 28, padding: 48, above: 124 };
const SMALL_OPTIONS: PanelMeasures = { gap: 20, padding: 40, above: 32, titleIndent: 46 };
export const COLUMNS: PanelMeasures = { gap: 40, padding: 0, above: 24 };
export const COMPARISON: PanelMeasures = { gap: 72, padding: 0, above: 18 };

/** More events than this stand below each other. */
const MOST_ACROSS = 5;

/** Height of what does not fit in its width: no slide has it. */
const UNFIT = 1000;

/** A picture smaller than this says nothing. */
const MIN_PICTURE = 200;

export function blockHeight<T extends BlockType>(block: Extract<Block, { type: T }>, box: Box): number {
  return HEIGHTS[block.type as T](block, box);
}

/** Blocks below each other, with the space between them. */
export function blocksHeight(blocks: readonly Block[], box: Box, line?: number): number {
  const heights = blocks.map((block) =>
    line !== undefined && block.type === "paragraph"
      ? textHeight(block.inlines, box, { line })
      : blockHeight(block, box),
  );
  return stack(heights, blockGap(box));
}

export interface TextStyle {
  readonly faces?: Faces;
  /** Line height in ems. */
  readonly line?: number;
  /** In a narrow box a word that has to be broken counts as not fitting at all. */
  readonly whole?: boolean;
}

export function textHeight(inlines: readonly Inline[], box: Box, style: TextStyle = {}): number {
  const { faces = box.type.text, line = box.type.measure("line-text"), whole = false } = style;
  const words = splitWords(inlines, faces);
  if (whole && longestWord(words) * box.size > box.width) return UNFIT;
  return countLines(words, box.width / box.size) * box.size * line;
}

export function itemHeight({ blocks }: ListItem, box: Box, line?: number): number {
  const heights = blocks.map((block) =>
    block.type === "paragraph"
      ? textHeight(block.inlines, box, line === undefined ? {} : { line })
      : blockHeight(block, box),
  );
  return stack(heights, itemGap(box));
}

export function narrow(box: Box, by: number): Box {
  return { ...box, width: box.width - by };
}

export function stack(heights: readonly number[], gap: number): number {
  return heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(heights.length - 1, 0);
}

export function blockGap({ type, size }: Box): number {
  return type.measure("gap-block") * size;
}

function itemGap({ type, size }: Box): number {
  return type.measure("gap-item") * size;
}

export interface PanelMeasures {
  /** Room between two panels side by side. */
  readonly gap: number;
  /** Room inside a panel, left and right together. */
  readonly padding: number;
  /** Rules and paddings above and below the words. */
  readonly above: number;
  /** Room that a title leaves for what stands before it. */
  readonly titleIndent?: number;
  /** Height of what stands below a panel's title; blocks below each other where not given. */
  readonly body?: (blocks: readonly Block[], box: Box) => number;
}

export function panelsHeight(panels: readonly Panel[], box: Box, measures: PanelMeasures): number {
  const { gap, padding, above, titleIndent = 0, body: measureBody = closeBlocks } = measures;
  const across = columnsOf(panels.length);
  const inner = { ...box, width: (box.width - gap * (across - 1)) / across - padding };
  const title = { ...narrow(inner, titleIndent), size: 1.16 * box.size };
  const heights = panels.map((panel) => {
    const head = textHeight(panel.title, title, { faces: box.type.display, line: box.type.measure("line-tight") });
    const body = measureBody(panel.blocks, inner);
    return above + head + (head > 0 && body > 0 ? blockGap(box) : 0) + body;
  });
  return stack(inRows(heights, across), gap);
}

export function closeBlocks(blocks: readonly Block[], box: Box): number {
  const heights = blocks.map((block) => blockHeight(block, box));
  return stack(heights, itemGap(box));
}

/** Heights of rows of `across` boxes each: a row is as high as its highest box. */
export function inRows(heights: readonly number[], across: number): readonly number[] {
  return Array.from({ length: Math.ceil(heights.length / across) }, (_, row) =>
    Math.max(...heights.slice(row * across, (row + 1) * across)),
  );
}

/** Columns share the width by their widest cells, never below their longest word (CSS 2.2 §17.5.2.2). */
function tableHeight({ head, rows }: Table, { type, width, size }: Box): number {
  const grid = [head, ...rows].map((cells, row) =>
    cells.map(({ inlines }, column) => {
      const strong = row === 0 || column === 0;
      return splitWords(inlines, strong ? { text: type.text.strong, strong: type.text.strong } : type.text);
    }),
  );
  const gap = 1.2;
  const columns = head.map((_, column) => {
    const cells = grid.map((row) => row[column] ?? []);
    return { most: Math.max(...cells.map(lineWidth)), least: Math.max(...cells.map(longestWord)) };
  });
  const room = width / size - gap * (columns.length - 1);
  if (columns.reduce((sum, { least }) => sum + least, 0) > room) return UNFIT;
  const widths = shareWidth(columns, room);
  return grid.reduce((sum, row) => {
    const lines = Math.max(1, ...row.map((words, column) => countLines(words, widths[column] ?? room)));
    return sum + lines * 1.3 * size + 0.84 * size + 2;
  }, 4);
}

function shareWidth(columns: readonly { most: number; least: number }[], room: number): readonly number[] {
  const most = columns.reduce((sum, column) => sum + column.most, 0);
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  if (most <= room) return columns.map((column) => column.most + ((room - most) * column.most) / (most || 1));
  const spare = Math.max(room - least, 0);
  return columns.map((column) => column.least + (spare * (column.most - column.least)) / (most - least || 1));
}

/** Heights of blocks in px: the same sums as `blocks.css`, held to it by `fit.browser.test.ts`. */

import { plainText } from "../../deck/plain.ts";
import type { Block, BlockType, Inline, ListItem, Panel, Table } from "../../deck/types.ts";
import { columnsOf } from "../views/blocks.ts";
import { readRatio } from "../views/ratio.ts";
import { countLines, type Faces, lineWidth, longestWord, splitWords } from "./ruler.ts";
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
      : 16 + textHeight(caption, { ...box, size: Math.max(0.86 * box.size, 24) }, { line: 1.35 })),
  columns: ({ panels }, box) => panelsHeight(panels, box, { gap: 40, padding: 0, above: 24 }),
  comparison: ({ panels }, box) => panelsHeight(panels, box, { gap: 72, padding: 0, above: 18 }),
  options: ({ panels }, box) => panelsHeight(panels, box, { gap: 28, padding: 48, above: 140 }),
  timeline: ({ events }, box) => {
    const width = (box.width - 24 * (events.length - 1)) / Math.max(events.length, 1);
    const inner = { ...box, width };
    const strong = { text: box.type.text.strong, strong: box.type.text.strong };
    const heights = events.map(
      ({ when, what }) =>
        54 +
        textHeight(when, inner, { faces: strong, line: box.type.measure("line-tight") }) +
        textHeight(what, inner, { line: 1.35 }),
    );
    return Math.max(0, ...heights);
  },
  number: ({ value, label, blocks }, box) => {
    const ratio = readRatio(plainText(value)) !== null;
    const inner = ratio ? narrow(box, 72 + 300) : box;
    const strong = { text: box.type.text.strong, strong: box.type.text.strong };
    const figure = ratio ? 108 : textHeight(value, { ...box, size: 168 }, { faces: box.type.poster, line: 1 });
    const words = [
      figure,
      textHeight(label, inner, { faces: strong, line: box.type.measure("line-tight") }),
      blocksHeight(blocks, inner),
    ];
    return Math.max(stack(words.filter(Boolean), 24), ratio ? 372 : 0);
  },
  judgment: ({ blocks, likelihood, confidence }, box) => {
    const chips = [likelihood, confidence].filter(Boolean).length;
    const statement = blocksHeight(blocks, narrow(box, 420), box.type.measure("line-tight"));
    return 32 + Math.max(statement, chips * 42 + Math.max(chips - 1, 0) * 10);
  },
  sources: ({ items }, box) => {
    const size = Math.max(0.8 * box.size, 24);
    const inner = { ...box, size, width: (box.width - 48) / 2 - 1.5 * size };
    const heights = items.map((item) => itemHeight(item, inner, 1.35) + 0.7 * size);
    // Columns are balanced, but an item is not broken: the taller column holds at most half and one item more.
    return Math.max(heights.reduce((sum, height) => sum + height, 0) / 2 + Math.max(0, ...heights) / 2, ...heights);
  },
};

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
}

export function textHeight(inlines: readonly Inline[], box: Box, style: TextStyle = {}): number {
  const { faces = box.type.text, line = box.type.measure("line-text") } = style;
  return countLines(splitWords(inlines, faces), box.width / box.size) * box.size * line;
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

interface PanelMeasures {
  /** Room between two panels side by side. */
  readonly gap: number;
  /** Room inside a panel, left and right together. */
  readonly padding: number;
  /** Rules and paddings above and below the words. */
  readonly above: number;
}

function panelsHeight(panels: readonly Panel[], box: Box, { gap, padding, above }: PanelMeasures): number {
  const across = columnsOf(panels.length);
  const inner = { ...box, width: (box.width - gap * (across - 1)) / across - padding };
  const title = { ...inner, size: 1.16 * box.size };
  const heights = panels.map((panel) => {
    const head = textHeight(panel.title, title, { faces: box.type.display, line: box.type.measure("line-tight") });
    const body = stack(
      panel.blocks.map((block) => blockHeight(block, inner)),
      itemGap(box),
    );
    return above + head + (head > 0 && body > 0 ? blockGap(box) : 0) + body;
  });
  const rows = Array.from({ length: Math.ceil(heights.length / across) }, (_, row) =>
    Math.max(...heights.slice(row * across, (row + 1) * across)),
  );
  return stack(rows, gap);
}

/** Columns share the width by their widest cells, never below their longest word (CSS 2.2 §17.5.2.2). */
function tableHeight({ head, rows }: Table, { type, width, size }: Box): number {
  const grid = [head, ...rows].map((cells, row) =>
    cells.map((cell, column) => {
      const strong = row === 0 || column === 0;
      return splitWords(cell.inlines, strong ? { text: type.text.strong, strong: type.text.strong } : type.text);
    }),
  );
  const gap = 1.2;
  const columns = head.map((_, column) => {
    const cells = grid.map((row) => row[column] ?? []);
    return { most: Math.max(...cells.map(lineWidth)), least: Math.max(...cells.map(longestWord)) };
  });
  const room = width / size - gap * (columns.length - 1);
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

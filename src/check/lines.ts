/** The lines of a deck: each run of inlines that is set as one, with the way back from its text to the source. */
import { sourceSpan } from "../deck/locate.ts";
import type { Block, Deck, Direction, Inline, Source, Span, Text } from "../deck/types.ts";
import { mapBlocks } from "../render/typeset/blocks.ts";
import { isAtom, lineText } from "../render/typeset/content.ts";
import { lineDirection } from "../render/typeset/line.ts";

export interface Line {
  readonly inlines: readonly Inline[];
  /** Its text as typesetting sees it: code, pictures and references stand as one neutral object each. */
  readonly text: string;
  readonly dir: Direction;
  /** The texts that it is made of, in order. */
  readonly pieces: readonly Piece[];
  /** Whether it is spoken, not shown. */
  readonly isNote: boolean;
}

interface Piece {
  /** Offset in the line's text. */
  readonly start: number;
  readonly node: Text;
}

/** All lines of a deck that have a place in its source. */
export function deckLines(deck: Deck): readonly Line[] {
  const lines: Line[] = [];
  const add = (inlines: readonly Inline[], isNote: boolean): void => {
    if (inlines.length > 0) lines.push(makeLine(inlines, deck.meta.dir, isNote));
  };
  for (const slide of deck.slides) {
    add(slide.title, false);
    for (const inlines of blockLines(slide.body)) add(inlines, false);
    for (const inlines of blockLines(slide.notes.blocks)) add(inlines, true);
  }
  for (const footnote of deck.footnotes) add(footnote.inlines, false);
  return lines;
}

function makeLine(inlines: readonly Inline[], deckDir: Direction, isNote: boolean): Line {
  const text = lineText(inlines);
  const pieces: Piece[] = [];
  collectPieces(inlines, 0, pieces);
  return { inlines, text, dir: lineDirection(text, deckDir), pieces, isNote };
}

function collectPieces(inlines: readonly Inline[], from: number, pieces: Piece[]): number {
  let offset = from;
  for (const inline of inlines) {
    if (inline.type === "text") {
      pieces.push({ start: offset, node: inline });
      offset += inline.text.length;
    } else if (isAtom(inline)) offset++;
    else offset = collectPieces(inline.children, offset, pieces);
  }
  return offset;
}

/** The place in the source of `[start, end)` of a line's text; null where nothing of it stands in a text. */
export function placeOf(source: Source, line: Line, start: number, end: number): Span | null {
  const touched = line.pieces.filter((piece) => piece.start < end && piece.start + piece.node.text.length > start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  const from = sourceSpan(source, first.node, Math.max(0, start - first.start), first.node.text.length).start;
  const to = sourceSpan(source, last.node, 0, Math.min(last.node.text.length, end - last.start)).end;
  return { start: from, end: to };
}

/** The lines of blocks, at any depth. */
export function blockLines(blocks: readonly Block[]): readonly (readonly Inline[])[] {
  const lines: (readonly Inline[])[] = [];
  const collect = (inlines: readonly Inline[]): readonly Inline[] => {
    lines.push(inlines);
    return inlines;
  };
  mapBlocks(blocks, { inlines: collect, alt: (text) => text });
  return lines;
}

/** Inlines of a line at any depth, outermost first. */
export function walkInlines(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) => ("children" in inline ? [inline, ...walkInlines(inline.children)] : [inline]));
}

/** Blocks at any depth, outermost first. */
export function walkBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => [block, ...walkBlocks(innerBlocks(block))]);
}

function innerBlocks(block: Block): readonly Block[] {
  if ("panels" in block) return block.panels.flatMap((panel) => panel.blocks);
  if ("items" in block) return block.items.flatMap((item) => item.blocks);
  return "blocks" in block ? block.blocks : [];
}

/**
 * The brief: prose as a reader understands it, apart from the file that it came in. Importers make it, `draft` reads it.
 */

import type { Lang, Span } from "../deck/types.ts";

/** Where a block stands in the original; both ends included. */
export interface Place {
  /** Page, from 1; null where the original has no pages. */
  readonly page: number | null;
  /** First line of the text, from 1. In a PDF it counts the lines of the document in reading order; in Word, its paragraphs. */
  readonly line: number;
  readonly lastLine: number;
}

/** What every block of a brief has. */
interface Placed {
  /** Its number in the brief, from 1: what `{brief=2,4-6}` on a slide means. */
  readonly number: number;
  readonly place: Place;
}

export interface BriefParagraph extends Placed {
  readonly type: "paragraph";
  readonly text: string;
  /** Bold stretches of `text`. */
  readonly strong: readonly Span[];
  /** Stretches of `text` whose order is in doubt: a reading of a scrambled line that a person should see first. */
  readonly doubtful: readonly Span[];
  /** Marks of footnotes: `at` is an offset in `text`, `id` the footnote's. */
  readonly marks: readonly Mark[];
}
export interface Mark {
  readonly at: number;
  readonly id: string;
}
export interface BriefHeading extends Placed {
  readonly type: "heading";
  /** 1 is a section of the brief, 2 a section within it, and so on. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** The order of its words is in doubt. */
  readonly isDoubtful: boolean;
}
export interface BriefQuote extends Placed {
  readonly type: "quote";
  readonly text: string;
}
export interface BriefList extends Placed {
  readonly type: "list";
  readonly ordered: boolean;
  readonly items: readonly string[];
}
export interface BriefTable extends Placed {
  readonly type: "table";
  /** In reading order: the first cell is the rightmost in Hebrew. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
export interface BriefFigure extends Placed {
  readonly type: "figure";
  /** Name of the picture among `Brief.pictures`. */
  readonly picture: string;
  readonly alt: string;
  readonly caption: string;
}
export type BriefBlock = BriefParagraph | BriefHeading | BriefQuote | BriefList | BriefTable | BriefFigure;

export interface BriefFootnote {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}

export interface Picture {
  /** A safe file name, e.g. `picture-1.png`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A line of text that stands around the prose and is no part of it: the title's lines, authors, a page number. */
export interface Furniture {
  readonly kind: "series" | "title" | "authors" | "date" | "running-head" | "page-number" | "decoration";
  readonly text: string;
  readonly place: Place;
  /** The order of its words is in doubt: what was read from it is for a person to check. */
  readonly isDoubtful: boolean;
}

export interface Brief {
  readonly lang: Lang;
  readonly title: string;
  readonly authors: readonly string[];
  readonly series: string;
  /** Issue number in the series, as written. */
  readonly number: string;
  /** As written, never parsed. */
  readonly date: string;
  /** Numbers of the blocks that are the abstract; they come first among `blocks`. */
  readonly abstract: readonly number[];
  /** In reading order; `blocks[n - 1].number === n`. */
  readonly blocks: readonly BriefBlock[];
  readonly footnotes: readonly BriefFootnote[];
  readonly pictures: readonly Picture[];
  readonly furniture: readonly Furniture[];
}

/** A block before it has its number, as the readers of files make it. */
export type Unnumbered = BriefBlock extends infer B ? (B extends BriefBlock ? Omit<B, "number"> : never) : never;

/** The words of a block in reading order, as one string: cells and items are parted by line breaks. */
export function plainText(block: BriefBlock | Unnumbered): string {
  if (block.type === "list") return block.items.join("\n");
  if (block.type === "table") return [block.head, ...block.rows].map((row) => row.join("\n")).join("\n");
  if (block.type === "figure") return [block.alt, block.caption].filter(Boolean).join("\n");
  return block.text;
}

/** Gives blocks their numbers in order. */
export function numberBlocks(blocks: readonly Unnumbered[]): BriefBlock[] {
  return blocks.map((block, index) => ({ ...block, number: index + 1 }));
}

/** The contracts of the partials that draw a block. A block looks the same wherever it stands. */
import { flag, list, markup, maybe, number, object, text, type ViewOf } from "./shape.ts";

export const panelShape = object({
  title: maybe(markup),
  body: markup,
  /** א, ב, ג … (A, B, C …): the option's name. */
  letter: text,
});
export const panelsShape = object({
  /** How many stand side by side: 1 to 4; more wrap into rows. */
  columns: number,
  panels: list(panelShape),
});

export const timelineShape = object({
  count: number,
  events: list(object({ when: markup, what: markup, step: flag })),
});

export const numberShape = object({
  value: markup,
  label: maybe(markup),
  context: maybe(markup),
  /** Where the value reads `x מתוך y`: drawn as y marks, x of them filled. */
  ratio: maybe(object({ part: text, whole: text, cells: list(object({ on: flag })) })),
});

const levelShape = object({ on: flag });
export const judgmentShape = object({
  statement: markup,
  likelihood: maybe(object({ title: text, label: text, range: text, bins: list(levelShape) })),
  confidence: maybe(object({ title: text, label: text, levels: list(levelShape) })),
});

export const quoteShape = object({ text: markup, attribution: maybe(markup) });

export const figureShape = object({
  /** A data: address; null where the picture could not be had. */
  src: maybe(text),
  alt: text,
  caption: maybe(markup),
});

const cellShape = object({ content: markup, align: text, empty: flag, header: flag });
export const tableShape = object({
  columns: number,
  head: list(cellShape),
  rows: list(object({ cells: list(cellShape) })),
});

export const sourcesShape = object({ items: list(markup) });

export type PanelsView = ViewOf<typeof panelsShape>;
export type TimelineView = ViewOf<typeof timelineShape>;
export type NumberView = ViewOf<typeof numberShape>;
export type JudgmentView = ViewOf<typeof judgmentShape>;
export type QuoteView = ViewOf<typeof quoteShape>;
export type FigureView = ViewOf<typeof figureShape>;
export type TableView = ViewOf<typeof tableShape>;
export type SourcesView = ViewOf<typeof sourcesShape>;

/** The contracts of the slide templates: what every slide has, and what each layout adds. */
import type { Layout } from "../../deck/types.ts";
import * as block from "./blocks.ts";
import { extend, type Fields, flag, list, markup, maybe, number, type ObjectShape, object, text } from "./shape.ts";

/** What every slide template is given. */
export const slideShape = object({
  id: text,
  layout: text,
  lang: text,
  dir: text,
  /** Position in the deck, from 0. */
  index: number,
  /** What the page number shows. */
  page: text,
  title: maybe(markup),
  /** Tells slides of the same title apart for a screen reader: ` (2)`. */
  titleSuffix: text,
  /** The title as text, or `שקופית 7` where there is none. */
  name: text,
  /** The first slide's title is the page's h1. */
  first: flag,
  part: text,
  /** The same, set: for the running foot. */
  running: markup,
  partNumeral: text,
  footer: markup,
  marking: maybe(object({ label: text, kind: text, foreign: flag })),
  minutes: text,
  hidden: flag,
  backup: flag,
  /** Size step of the text, 0 (largest) to 3. */
  density: number,
  /** Size step of the title, 0 (largest) to 3. */
  titleStep: number,
  notes: maybe(markup),
  notesLabel: text,
  /** Footnotes that this slide refers to. */
  footnotes: list(object({ id: text, number: text, content: markup })),
});

/** A block of the layout's own, with what the author wrote before and after it. */
const around = { lead: maybe(markup), rest: maybe(markup) } as const;

function slide<F extends Fields>(more: F): ObjectShape<(typeof slideShape)["fields"] & F> {
  return extend(slideShape, more);
}

export const LAYOUT_SHAPES = {
  cover: slide({
    subtitle: maybe(markup),
    authors: maybe(markup),
    organization: maybe(markup),
    date: maybe(markup),
    series: maybe(markup),
    number: maybe(markup),
    source: maybe(markup),
    sourceLabel: text,
    body: maybe(markup),
  }),
  part: slide({ numeral: text, steps: list(object({ on: flag })), body: maybe(markup) }),
  agenda: slide({
    lead: maybe(markup),
    parts: list(object({ numeral: text, title: markup, href: text, minutes: text })),
    columns: number,
    rest: maybe(markup),
  }),
  "bottom-line": slide({ claim: maybe(markup), support: maybe(markup) }),
  points: slide({ body: maybe(markup) }),
  compare: slide({ ...around, comparison: maybe(block.panelsShape) }),
  columns: slide({ ...around, columns: maybe(block.panelsShape) }),
  quote: slide({ ...around, quote: maybe(block.quoteShape) }),
  figure: slide({ ...around, figure: maybe(block.figureShape) }),
  number: slide({ ...around, number: maybe(block.numberShape) }),
  timeline: slide({ ...around, timeline: maybe(block.timelineShape) }),
  table: slide({ ...around, table: maybe(block.tableShape) }),
  options: slide({ ...around, options: maybe(block.panelsShape) }),
  judgment: slide({ ...around, judgments: list(block.judgmentShape) }),
  questions: slide({
    lead: maybe(markup),
    questions: list(object({ numeral: text, content: markup, step: flag })),
    rest: maybe(markup),
  }),
  sources: slide({ ...around, sources: maybe(block.sourcesShape) }),
  end: slide({
    deckTitle: maybe(markup),
    authors: maybe(markup),
    organization: maybe(markup),
    date: maybe(markup),
    body: maybe(markup),
  }),
} as const satisfies Record<Layout, ObjectShape>;

/** A slide → what its layout adds to the view: one function a layout. */

import { plainText } from "../../deck/plain.ts";
import type { Block, BlockType, Layout, List, Slide } from "../../deck/types.ts";
import { renderBlocks } from "../blocks.ts";
import { renderTight } from "../context.ts";
import type { LAYOUT_SHAPES } from "../contract/layouts.ts";
import type { ViewOf } from "../contract/shape.ts";
import type { SlideView } from "../contract/templates.ts";
import { orNull } from "../html.ts";
import { renderInlines } from "../inlines.ts";
import { setText } from "../typeset.ts";
import {
  viewFigure,
  viewJudgment,
  viewNumber,
  viewPanels,
  viewQuote,
  viewSources,
  viewTable,
  viewTimeline,
} from "./blocks.ts";
import type { SlideContext } from "./slide.ts";

/** The fields of a layout beyond those of every slide. */
type LayoutView<L extends Layout> = Omit<ViewOf<(typeof LAYOUT_SHAPES)[L]>, keyof SlideView>;
type Views = { readonly [L in Layout]: (slide: Slide, context: SlideContext) => LayoutView<L> };

export const LAYOUT_VIEWS: Views = {
  cover: ({ body }, context) => {
    const { meta } = context.deck;
    return {
      ...byline(context),
      subtitle: showText(meta.subtitle, context),
      series: showText(meta.series, context),
      number: showText(meta.number, context),
      source: showText(meta.source, context),
      sourceLabel: context.labels.source,
      body: show(body, context),
    };
  },
  part: (slide, context) => {
    const { parts, places } = context.numbering;
    const part = places[context.index]?.part ?? 0;
    return {
      numeral: part === 0 ? "" : String(part),
      steps: parts.map((_, i) => ({ on: i < part })),
      body: show(slide.body, context),
    };
  },
  agenda: (slide, context) => {
    const { before, main, after } = splitAround(slide.body, "list");
    const parts = main === null ? viewParts(context) : viewOwnAgenda(main, context);
    return {
      lead: show(before, context),
      parts,
      columns: parts.length > MOST_AGENDA_ROWS ? 2 : 1,
      rest: show(after, context),
    };
  },
  "bottom-line": ({ body }, context) => {
    const [claim, ...support] = body;
    return { claim: claim === undefined ? null : renderBlocks([claim], context), support: show(support, context) };
  },
  points: ({ body }, context) => ({ body: show(body, context) }),
  compare: withMain("comparison", viewPanels),
  columns: withMain("columns", viewPanels),
  quote: withMain("quote", viewQuote),
  figure: withMain("figure", viewFigure),
  number: withMain("number", viewNumber),
  timeline: withMain("timeline", viewTimeline),
  table: withMain("table", viewTable),
  options: withMain("options", viewPanels),
  judgment: ({ body }, context) => {
    const judgments = body.filter((block) => block.type === "judgment");
    const others = body.filter((block) => block.type !== "judgment");
    const first = body.findIndex((block) => block.type === "judgment");
    return {
      ...around(others.slice(0, Math.max(first, 0)), others.slice(Math.max(first, 0)), context),
      judgments: judgments.map((judgment) => viewJudgment(judgment, context)),
    };
  },
  questions: ({ body }, context) => {
    const { before, main, after } = splitAround(body, "list");
    return {
      lead: show(before, context),
      questions: (main?.items ?? []).map((item, i) => ({
        numeral: String(i + 1),
        content: renderTight(item.blocks, context),
        step: main?.steps ?? false,
      })),
      rest: show(after, context),
    };
  },
  sources: ({ body }, context) => {
    const sources = splitAround(body, "sources");
    if (sources.main !== null) {
      return { ...around(sources.before, sources.after, context), sources: viewSources(sources.main, context) };
    }
    const { before, main, after } = splitAround(body, "list");
    return {
      ...around(before, after, context),
      sources: main && viewSources({ type: "sources", items: main.items, span: main.span }, context),
    };
  },
  end: ({ body }, context) => {
    return {
      ...byline(context),
      deckTitle: showText(context.deck.meta.title, context),
      body: show(body, context),
    };
  },
};

type ViewWithMain<T extends BlockType, V> = ReturnType<typeof around> & Readonly<Record<T, V | null>>;

/** A layout that is there for one block, under the block's own name, with what stands before and after it. */
function withMain<T extends BlockType, V>(
  type: T,
  view: (block: Extract<Block, { readonly type: T }>, context: SlideContext) => V,
): (slide: Slide, context: SlideContext) => ViewWithMain<T, V> {
  return ({ body }, context) => {
    const { before, main, after } = splitAround(body, type);
    const shown = { ...around(before, after, context), [type]: main && view(main, context) };
    // A computed name has the type of all strings; it is this one.
    return shown as ViewWithMain<T, V>;
  };
}

/** A longer agenda is set in two columns. */
export const MOST_AGENDA_ROWS = 6;

function viewParts(context: SlideContext): LayoutView<"agenda">["parts"] {
  return context.numbering.parts.map(({ slide, minutes }, i) => ({
    numeral: String(i + 1),
    title: renderInlines(slide.title, context),
    href: `#${slide.id}`,
    minutes: minutes < 1 ? "" : context.labels.minutes(Math.round(minutes)),
  }));
}

/** An agenda that the author wrote has its own rows; a row whose text is a part's title leads to that part. */
function viewOwnAgenda({ items }: List, context: SlideContext): LayoutView<"agenda">["parts"] {
  return items.map((item, i) => {
    const [first] = item.blocks;
    const text = first?.type === "paragraph" ? plainText(first.inlines) : "";
    const part = context.numbering.parts.find(({ title }) => title === text);
    return {
      numeral: String(i + 1),
      title: renderTight(item.blocks, context),
      href: part === undefined ? "" : `#${part.slide.id}`,
      minutes: "",
    };
  });
}

interface Split<B> {
  readonly before: readonly Block[];
  readonly main: B | null;
  readonly after: readonly Block[];
}

/** The first block of a type, and what stands before and after it. Where there is none, everything stands after. */
export function splitAround<T extends BlockType>(
  body: readonly Block[],
  type: T,
): Split<Extract<Block, { readonly type: T }>> {
  const is = (block: Block): block is Extract<Block, { readonly type: T }> => block.type === type;
  const main = body.find(is);
  if (main === undefined) return { before: [], main: null, after: body };
  const at = body.indexOf(main);
  return { before: body.slice(0, at), main, after: body.slice(at + 1) };
}

function around(before: readonly Block[], after: readonly Block[], context: SlideContext) {
  return { lead: show(before, context), rest: show(after, context) };
}

function show(blocks: readonly Block[], context: SlideContext) {
  return orNull(renderBlocks(blocks, context));
}

function byline(context: SlideContext) {
  const { authors, organization, date } = context.deck.meta;
  return {
    authors: showText(authors.join(" · "), context),
    organization: showText(organization, context),
    date: showText(date, context),
  };
}

/** A line of the front matter; null where the author did not write it. */
function showText(text: string, context: SlideContext) {
  return text === "" ? null : renderInlines(setText(text, context.deck.meta), context);
}

/** Every template file with the shape that it is given. */
import * as block from "./blocks.ts";
import { LAYOUT_SHAPES, slideShape } from "./layouts.ts";
import { flag, list, markup, maybe, number, type ObjectShape, object, text, type ViewOf } from "./shape.ts";

export const pageShape = object({
  lang: text,
  dir: text,
  title: text,
  description: text,
  theme: text,
  /** Content of the content security policy's meta element. */
  policy: text,
  /** Whole elements, so that nothing stands between a tag and the text that the policy has hashed. */
  boot: markup,
  style: markup,
  data: markup,
  script: markup,
  slides: markup,
});

export const indexShape = object({
  lang: text,
  dir: text,
  title: text,
  /** What to say where there is no deck; empty otherwise. */
  empty: text,
  policy: text,
  style: markup,
  decks: list(
    object({
      title: markup,
      subtitle: maybe(markup),
      lang: text,
      dir: text,
      href: text,
      series: maybe(markup),
      facts: text,
    }),
  ),
});

export const handoutShape = object({
  lang: text,
  dir: text,
  title: text,
  heading: markup,
  byline: markup,
  policy: text,
  style: markup,
  marking: maybe(object({ label: text, kind: text, foreign: flag })),
  /** Slides on a sheet: 1, 2, 3 or 6. */
  perSheet: number,
  sheets: list(
    object({
      page: text,
      slides: list(object({ page: text, slide: markup, notes: maybe(markup) })),
    }),
  ),
});

/** A file below `templates/` and its contract. */
export const TEMPLATE_SHAPES: Readonly<Record<string, ObjectShape>> = {
  "page.hbs": pageShape,
  "index.hbs": indexShape,
  "handout.hbs": handoutShape,
  ...Object.fromEntries(Object.entries(LAYOUT_SHAPES).map(([name, shape]) => [`layouts/${name}.hbs`, shape])),
  "partials/slide.hbs": slideShape,
  "partials/heading.hbs": slideShape,
  "partials/furniture.hbs": slideShape,
  "partials/columns.hbs": block.panelsShape,
  "partials/comparison.hbs": block.panelsShape,
  "partials/options.hbs": block.panelsShape,
  "partials/timeline.hbs": block.timelineShape,
  "partials/number.hbs": block.numberShape,
  "partials/judgment.hbs": block.judgmentShape,
  "partials/quote.hbs": block.quoteShape,
  "partials/figure.hbs": block.figureShape,
  "partials/table.hbs": block.tableShape,
  "partials/sources.hbs": block.sourcesShape,
};

export type PageView = ViewOf<typeof pageShape>;
export type IndexView = ViewOf<typeof indexShape>;
export type HandoutView = ViewOf<typeof handoutShape>;
export type SlideView = ViewOf<typeof slideShape>;

/** One slide → its `<section>`. */
import type { Deck, Slide } from "../deck/types.ts";
import { renderBlocks } from "./blocks.ts";
import type { Fit } from "./fit/fit.ts";
import type { Html } from "./html.ts";
import { labelsOf } from "./labels.ts";
import type { Templates } from "./templates.ts";
import { LAYOUT_VIEWS } from "./views/layouts.ts";
import { type Numbering, numberSlides } from "./views/numbering.ts";
import { type SlideContext, viewSlide } from "./views/slide.ts";

export interface SlideOptions {
  readonly templates: Templates;
  /** Addresses (data: ones in a page that stands alone) of the pictures, by what the author wrote. */
  readonly images: ReadonlyMap<string, string>;
  /** Size steps that the slide's title and text fit in. */
  readonly fit: (slide: Slide) => Fit;
}

/** The `<section>` of `deck.slides[index]`. The editor calls it for the slide under the cursor. */
export function renderSlide(deck: Deck, index: number, options: SlideOptions, numbering?: Numbering): Html {
  const context = slideContext(deck, index, options, numbering ?? numberSlides(deck));
  const slide = slideOf(deck, index);
  const viewLayout: (slide: Slide, context: SlideContext) => object = LAYOUT_VIEWS[slide.layout];
  const view = { ...viewLayout(slide, context), ...viewSlide(slide, context) };
  return options.templates.fill(`layouts/${slide.layout}.hbs`, view);
}

/** What the writers of blocks and inlines need to know of a slide. */
export function slideContext(deck: Deck, index: number, options: SlideOptions, numbering: Numbering): SlideContext {
  const slide = slideOf(deck, index);
  const { templates, images } = options;
  return {
    deck,
    index,
    numbering,
    templates,
    images,
    labels: labelsOf(deck.meta.lang),
    draw: renderBlocks,
    scope: slide.id,
    fit: options.fit(slide),
  };
}

function slideOf(deck: Deck, index: number): Slide {
  const slide = deck.slides[index];
  if (slide === undefined) throw new RangeError(`The deck has no slide ${index}.`);
  return slide;
}

/** Every slide's `<section>`, in order. */
export function renderSlides(deck: Deck, options: SlideOptions): readonly Html[] {
  const numbering = numberSlides(deck);
  return deck.slides.map((_, index) => renderSlide(deck, index, options, numbering));
}

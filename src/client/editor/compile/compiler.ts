/** Source to slides as they are shown, again and again while the source changes. */

import { plainText } from "../../../deck/plain.ts";
import type { Deck, Diagnostic, Footnote, Lang, Layout, Meta, Slide, Source } from "../../../deck/types.ts";
import { type Fit, fitSlides } from "../../../render/fit/fit.ts";
import type { FaceMetrics } from "../../../render/fonts/face.ts";
import { findImages, type ImageUse } from "../../../render/images.ts";
import { renderSlide } from "../../../render/slide.ts";
import type { Templates } from "../../../render/templates.ts";
import { readTheme, type Theme } from "../../../render/theme.ts";
import { typeset } from "../../../render/typeset.ts";
import { type Numbering, numberSlides } from "../../../render/views/numbering.ts";
import { type Piece, type PlacedSlide, Reader, type Reading, shift } from "./reader.ts";

export interface CompilerOptions {
  readonly templates: Templates;
  readonly fonts: readonly FaceMetrics[];
  /** Language of the messages; the deck's own where it is not given. */
  readonly lang?: Lang;
}

/** What lists and the client of a deck have to know of a slide, and its markup. */
export interface CompiledSlide {
  readonly id: string;
  readonly title: string;
  readonly layout: Layout;
  readonly part: string;
  readonly minutes: number;
  readonly hidden: boolean;
  readonly backup: boolean;
  /** Where it stands in the source. */
  readonly start: number;
  readonly end: number;
  /** Its `<section>`. */
  readonly html: string;
}

export interface Compiled {
  /** Set, as it was drawn. */
  readonly deck: Deck;
  readonly meta: Meta;
  readonly theme: Theme;
  readonly slides: readonly CompiledSlide[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Addresses of pictures, by what the author wrote. */
export type Addresses = ReadonlyMap<string, string>;

/** A slide's markup with all that it was made of: as long as that is the same, so is the markup. */
interface Drawn {
  readonly piece: Slide;
  readonly place: string;
  readonly addresses: readonly string[];
  readonly html: string;
  readonly overflow: readonly Diagnostic[];
}

/** What the markup of some layouts tells of the whole deck, beside the slide's own place in it. */
const WHOLE: { readonly [L in Layout]?: (numbering: Numbering) => unknown } = {
  part: ({ parts }) => parts.length,
  agenda: ({ parts }) => parts.map(({ slide, title, minutes }) => [slide.id, title, Math.round(minutes)]),
};

/**
 * Compiles one deck while it is edited, with the parser, the setting and the templates of the build. What was made of a
 * slide is kept as long as its text and its place are the same, so a key press costs one slide and not the deck.
 */
export class Compiler {
  readonly #options: CompilerOptions;
  readonly #reader: Reader;
  #meta: Meta | null = null;
  #set = new WeakMap<Slide, Slide>();
  #pictures = new WeakMap<Slide, readonly ImageUse[]>();
  #drawn = new Map<string, Drawn>();

  constructor(options: CompilerOptions) {
    this.#options = options;
    this.#reader = new Reader(options.lang);
  }

  /** @param whole Reads all of it, for diagnostics that concern several slides. */
  read(source: Source, whole = false): Reading {
    const reading = whole ? this.#reader.readWhole(source) : this.#reader.read(source);
    if (JSON.stringify(reading.meta) !== JSON.stringify(this.#meta)) {
      this.#meta = reading.meta;
      this.#set = new WeakMap();
      this.#drawn.clear();
    }
    return reading;
  }

  /** Every picture that the slides name, and where. */
  pictures(reading: Reading): readonly ImageUse[] {
    return reading.slides.flatMap(({ piece, slide }) => {
      const by = slide.span.start - piece.parsed.span.start;
      return this.#picturesOf(piece).map(({ src, span }) => ({
        src,
        span: { start: span.start + by, end: span.end + by },
      }));
    });
  }

  render(reading: Reading, addresses: Addresses, path: string): Compiled {
    const { meta } = reading;
    const theme = readTheme(meta.theme, this.#options.templates);
    const deck: Deck = {
      meta,
      slides: reading.slides.map((placed) => this.#setSlide(placed, meta)),
      footnotes: setFootnotes(reading.footnotes, meta),
    };
    const numbering = numberSlides(deck);
    const context: Context = { deck, theme, numbering, addresses, path };
    const drawn = reading.slides.map((placed, index) => this.#draw(placed, index, context));
    this.#drawn = new Map(deck.slides.map(({ id }, index) => [id, drawn[index] as Drawn]));
    return {
      deck,
      meta,
      theme,
      slides: deck.slides.map((slide, index) => describe(slide, drawn[index]?.html ?? "")),
      diagnostics: [...reading.diagnostics, ...drawn.flatMap(({ overflow }) => overflow)],
    };
  }

  #setSlide({ piece, slide }: PlacedSlide, meta: Meta): Slide {
    let set = this.#set.get(piece.parsed);
    if (set === undefined) {
      set = typeset({ meta, slides: [piece.parsed], footnotes: [] }).value.slides[0] as Slide;
      this.#set.set(piece.parsed, set);
    }
    const { id, part, backup, span } = slide;
    return { ...set, id, part, backup, span };
  }

  #picturesOf({ parsed }: Piece): readonly ImageUse[] {
    let found = this.#pictures.get(parsed);
    if (found === undefined) {
      found = findImages({ meta: this.#meta as Meta, slides: [parsed], footnotes: [] });
      this.#pictures.set(parsed, found);
    }
    return found;
  }

  #draw({ piece, slide: { id } }: PlacedSlide, index: number, context: Context): Drawn {
    const { deck, numbering, addresses } = context;
    const slide = deck.slides[index] as Slide;
    const whole = WHOLE[slide.layout]?.(numbering);
    const place = JSON.stringify([index, numbering.places[index], slide.part, slide.backup, whole]);
    const own = this.#picturesOf(piece).map(({ src }) => addresses.get(src) ?? "");
    const before = this.#drawn.get(id);
    const same =
      before?.piece === piece.parsed &&
      before.place === place &&
      before.addresses.length === own.length &&
      before.addresses.every((address, i) => address === own[i]);
    if (same && before.overflow.length === 0) return before;
    const { fit, overflow } = this.#measure(slide, piece.parsed, context);
    if (same) return { ...before, overflow };
    const options = { templates: this.#options.templates, images: addresses, fit: () => fit };
    const html = renderSlide(deck, index, options, numbering).toString();
    return { piece: piece.parsed, place, addresses: own, html, overflow };
  }

  /** The size that the text fits in. An agenda is measured with the parts that fill it. */
  #measure(slide: Slide, parsed: Slide, { deck, theme, path }: Context): { fit: Fit; overflow: readonly Diagnostic[] } {
    const { fonts, lang } = this.#options;
    // The places inside of it are still those of the parse, so its own is put back, and all are moved together.
    const measurable = { ...slide, span: parsed.span };
    const others = slide.layout === "agenda" ? deck.slides.filter((other) => other.layout === "part") : [];
    const measured = fitSlides(
      { ...deck, slides: [measurable, ...others] },
      { theme, fonts, path, ...(lang === undefined ? {} : { lang }) },
    );
    const fit = measured.value(measurable);
    const found = fit.overflow > 0 ? measured.diagnostics.slice(0, 1) : [];
    return { fit, overflow: found.map((item) => shift(item, slide.span.start - parsed.span.start)) };
  }
}

interface Context {
  readonly deck: Deck;
  readonly theme: Theme;
  readonly numbering: Numbering;
  readonly addresses: Addresses;
  readonly path: string;
}

function setFootnotes(footnotes: readonly Footnote[], meta: Meta): readonly Footnote[] {
  return footnotes.length === 0 ? footnotes : typeset({ meta, slides: [], footnotes }).value.footnotes;
}

function describe(slide: Slide, html: string): CompiledSlide {
  const { id, layout, part, hidden, backup, notes, span } = slide;
  const title = plainText(slide.title);
  return { id, title, layout, part, hidden, backup, minutes: notes.minutes, start: span.start, end: span.end, html };
}

/**
 * Which size step each slide's title and text need. The text goes down in steps, never below 24px; where even the
 * smallest does not fit, the author is told. No browser takes part, so that the same source gives the same page
 * everywhere.
 */
import { diagnose } from "../../deck/diagnostic.ts";
import { plainText } from "../../deck/plain.ts";
import type { Deck, Diagnostic, Footnote, Inline, Lang, Outcome, Slide, Span } from "../../deck/types.ts";
import type { FaceMetrics } from "../fonts/face.ts";
import type { Theme } from "../theme.ts";
import { textHeight } from "./blocks.ts";
import { bodyOf, furnitureHeight } from "./furniture.ts";
import { type LayoutMeasures, measuresOf } from "./layouts.ts";
import { countLines, splitWords, type Word } from "./ruler.ts";
import { readType, type TypeSettings } from "./type.ts";

export interface Fit {
  /** Size step of the text, 0 to 3. */
  readonly density: number;
  /** Size step of the title, 0 to 3. */
  readonly title: number;
  /** Px that the smallest text still lacks; 0 where everything fits. */
  readonly overflow: number;
}

export interface FitOptions {
  readonly theme: Theme;
  readonly fonts: readonly FaceMetrics[];
  /** The slide source's path, for diagnostics. */
  readonly path: string;
  /** Language of the messages; the deck's own where it is not given. */
  readonly lang?: Lang;
}

/** The fit of every slide, and a warning `layout/overflow` for each that holds more than it can show. */
export function fitSlides(deck: Deck, options: FitOptions): Outcome<(slide: Slide) => Fit> {
  const type = readType(options.theme, options.fonts, deck.meta.lang);
  const fits = new Map(deck.slides.map((slide) => [slide, fitSlide(slide, deck, type)]));
  const lang = options.lang ?? deck.meta.lang;
  const diagnostics = deck.slides.flatMap((slide): readonly Diagnostic[] => {
    const overflow = fits.get(slide)?.overflow ?? 0;
    if (overflow === 0) return [];
    const args = { slide: plainText(slide.title) || slide.id, lines: Math.ceil(overflow / SMALLEST_LINE) };
    return [diagnose("layout/overflow", options.path, headingSpan(slide), args, { lang })];
  });
  return { value: (slide) => fits.get(slide) ?? { density: 0, title: 0, overflow: 0 }, diagnostics };
}

/** Px of a line of the smallest text: 24px at a line height of 1.4. */
const SMALLEST_LINE = 34;
/** Px kept free, for what letter widths do not tell: kerning, and rules that a theme draws heavier. */
const RESERVE = 10;

/** Chosen steps for one slide: smaller text before a smaller title. */
export function fitSlide(slide: Slide, deck: Deck, type: TypeSettings): Fit {
  const measures = measuresOf(slide);
  const body = bodyOf(slide, deck);
  const taken = furnitureHeight(slide, deck, type) + footnotesHeight(slide, deck, type) + RESERVE;
  const titles = fitTitle(slide.title, measures, type);
  let overflow = 0;
  for (const { step, height } of titles) {
    const room = measures.room(height, type) - taken;
    for (const [density, size] of type.sizes.entries()) {
      const lacking = measures.height(body, { type, width: measures.width, size }) - room;
      if (lacking <= 0) return { density, title: step, overflow: 0 };
      overflow = lacking;
    }
  }
  return { density: type.sizes.length - 1, title: titles.at(-1)?.step ?? 0, overflow: Math.ceil(overflow) };
}

interface TitleFit {
  readonly step: number;
  readonly height: number;
}

/** Title sizes that stand in the lines that a title may have, largest first. Only a poster's goes on from there. */
function fitTitle(title: readonly Inline[], measures: LayoutMeasures, type: TypeSettings): readonly TitleFit[] {
  const words = splitWords(title, measures.poster ? type.poster : type.display);
  if (words.length === 0) return [{ step: 0, height: 0 }];
  const sizes = type.titleScales.map((scale) => scale * type.measure(measures.titleToken));
  const lines = sizes.map((size) => titleLines(words, measures.titleWidth / size));
  const found = lines.findIndex((count) => count <= measures.titleLines);
  const from = found < 0 ? sizes.length - 1 : found;
  const line = measures.titleLine ?? type.measure("line-title");
  const fits = sizes.map((size, step) => ({ step, height: (lines[step] ?? 0) * size * line }));
  return fits.slice(from, measures.poster ? undefined : from + 1);
}

/** A title is never broken inside a word. */
function titleLines(words: readonly Word[], box: number): number {
  return words.some(({ width }) => width > box) ? Number.POSITIVE_INFINITY : countLines(words, box);
}

function footnotesHeight(slide: Slide, deck: Deck, type: TypeSettings): number {
  const used = deck.footnotes.filter((note) => refersTo(slide, note));
  if (used.length === 0) return 0;
  const box = { type, width: 1040, size: 24 };
  return used.reduce((sum, note) => sum + 4 + textHeight(note.inlines, box, { line: 1.25 }), 24);
}

function refersTo(slide: Slide, note: Footnote): boolean {
  return mentions([slide.title, slide.body], note.id);
}

function mentions(node: unknown, id: string): boolean {
  if (typeof node !== "object" || node === null) return false;
  if ("type" in node && node.type === "footnote-ref") return "id" in node && node.id === id;
  return Object.values(node).some((child) => mentions(child, id));
}

/** Where the editor underlines: the title, or the first characters of a slide without one. */
function headingSpan({ title, span }: Slide): Span {
  const end = title.at(-1)?.span.end ?? Math.min(span.end, span.start + 3);
  return { start: span.start, end: Math.max(end, span.start) };
}

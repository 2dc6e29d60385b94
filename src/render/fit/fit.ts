/**
 * Which size step each slide's title and text need. The text goes down in steps, never below 24px; where even the
 * smallest does not fit, the author is told. No browser takes part, so that the same source gives the same page
 * everywhere.
 */
import { diagnose } from "../../deck/diagnostic.ts";
import { plainText } from "../../deck/plain.ts";
import type { Deck, Diagnostic, Footnote, Inline, Outcome, Slide } from "../../deck/types.ts";
import type { FaceMetrics } from "../fonts/face.ts";
import type { Theme } from "../theme.ts";
import { type Box, textHeight } from "./blocks.ts";
import { type LayoutMeasures, measuresOf } from "./layouts.ts";
import { countLines, splitWords } from "./ruler.ts";
import { readType, type TypeSettings } from "./type.ts";

export interface Fit {
  /** Size step of the text, 0 to 3. */
  readonly density: number;
  /** Size step of the title, 0 to 3. */
  readonly title: number;
  /** Px that the smallest text still lacks; 0 where everything fits. */
  readonly overflow: number;
}

/** The fit of every slide, and a warning `layout/overflow` for each that holds more than it can show. */
export function fitSlides(
  deck: Deck,
  theme: Theme,
  fonts: readonly FaceMetrics[],
  path: string,
): Outcome<(slide: Slide) => Fit> {
  const type = readType(theme, fonts, deck.meta.lang);
  const fits = new Map(deck.slides.map((slide) => [slide, fitSlide(slide, deck, type)]));
  const diagnostics = deck.slides.flatMap((slide): readonly Diagnostic[] => {
    const overflow = fits.get(slide)?.overflow ?? 0;
    if (overflow === 0) return [];
    const name = plainText(slide.title) || slide.id;
    return [diagnose("layout/overflow", path, headingSpan(slide), { slide: name, lines: Math.ceil(overflow / 34) })];
  });
  return { value: (slide) => fits.get(slide) ?? { density: 0, title: 0, overflow: 0 }, diagnostics };
}

/** Chosen steps for one slide. */
export function fitSlide(slide: Slide, deck: Deck, type: TypeSettings): Fit {
  const measures = measuresOf(slide);
  const title = fitTitle(slide.title, measures, type);
  const marking = deck.meta.marking === "" ? 0 : MARKING;
  const room = measures.room(title.height) - marking - footnotesHeight(slide, deck, type);
  const body = slide.body;
  const heights = type.sizes.map((size) => measures.height(body, { type, width: measures.width, size }));
  const density = heights.findIndex((height) => height <= room);
  if (density >= 0) return { density, title: title.step, overflow: 0 };
  const smallest = heights.at(-1) ?? 0;
  return { density: heights.length - 1, title: title.step, overflow: Math.ceil(smallest - room) };
}

/** What the two marking bands take from the slide: 18px more above, 34px below. */
const MARKING = 52;

function fitTitle(
  title: readonly Inline[],
  measures: LayoutMeasures,
  type: TypeSettings,
): { step: number; height: number } {
  const words = splitWords(title, measures.poster ? type.poster : type.display);
  if (words.length === 0) return { step: 0, height: 0 };
  const line = measures.titleLine ?? type.measure("line-title");
  const sizes = type.titleScales.map((scale) => scale * type.measure(measures.titleToken));
  const lines = sizes.map((size) => countLines(words, measures.titleWidth / size));
  const found = lines.findIndex((count) => count <= measures.titleLines);
  const step = found < 0 ? sizes.length - 1 : found;
  return { step, height: (lines[step] ?? 0) * (sizes[step] ?? 0) * line };
}

function footnotesHeight(slide: Slide, deck: Deck, type: TypeSettings): number {
  if (deck.footnotes.length === 0) return 0;
  const used = deck.footnotes.filter((note) => refersTo(slide, note));
  if (used.length === 0) return 0;
  const box: Box = { type, width: 1040, size: 24 };
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

/** The slide's first characters stand for its heading line. */
function headingSpan({ title, span }: Slide) {
  const last = title.at(-1)?.span.end;
  return last === undefined
    ? { start: span.start, end: Math.min(span.end, span.start + 3) }
    : { start: span.start, end: last };
}

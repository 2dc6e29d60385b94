/** Deck → handout: sheets of A4 with slides and what is said about them. A page to be printed, without scripts. */
import type { Deck } from "../deck/types.ts";
import { styleElement } from "./elements.ts";
import { fitSlides } from "./fit/fit.ts";
import type { FontFace } from "./fonts/face.ts";
import { html, joinHtml } from "./html.ts";
import { renderInlines } from "./inlines.ts";
import { labelsOf } from "./labels.ts";
import { makePolicy, type Sha256 } from "./policy.ts";
import { renderSlides, slideContext } from "./slide.ts";
import { renderStyle } from "./style.ts";
import type { Templates } from "./templates.ts";
import { readTheme } from "./theme.ts";
import { setPlain, setText } from "./typeset.ts";
import { numberSlides } from "./views/numbering.ts";
import { viewMarking, viewNotes } from "./views/slide.ts";

export const PER_SHEET = [1, 2, 3, 6] as const;
export type PerSheet = (typeof PER_SHEET)[number];

/** Six slides fill a sheet: there are lines to write on, and no room for notes. */
export function hasRoomForNotes(perSheet: PerSheet): boolean {
  return perSheet <= 3;
}

export interface HandoutOptions {
  readonly templates: Templates;
  readonly fonts: readonly FontFace[];
  readonly images: ReadonlyMap<string, string>;
  readonly sha256: Sha256;
  readonly perSheet: PerSheet;
  /** False leaves ruled lines in place of the notes. */
  readonly withNotes: boolean;
  /** Whether slides marked as hidden are on it too. */
  readonly withHidden?: boolean;
  readonly theme?: string;
}

/** The handout's page, for a browser that prints it on A4. */
export function renderHandout(deck: Deck, options: HandoutOptions): string {
  const { templates, perSheet, sha256 } = options;
  const { meta } = deck;
  const theme = readTheme(options.theme ?? meta.theme, templates);
  const slideOptions = { ...options, fit: fitSlides(deck, { theme, fonts: options.fonts, path: "" }).value };
  const sections = renderSlides(deck, slideOptions);
  const numbering = numberSlides(deck);
  const items = deck.slides.flatMap((slide, index) => {
    if (slide.hidden && !options.withHidden) return [];
    const context = slideContext(deck, index, slideOptions, numbering);
    const notes = options.withNotes && hasRoomForNotes(perSheet) ? viewNotes(slide, context) : null;
    return [{ page: numbering.places[index]?.page ?? "", slide: sections[index] ?? html``, notes }];
  });
  const style = renderStyle({
    ...options,
    theme,
    clientStyle: "",
    content: joinHtml(sections).toString(),
    sheets: ["base.css", "blocks.css", "layouts.css", "print.css", "handout.css"],
  });
  const show = (text: string) => renderInlines(setText(text, meta), { images: new Map(), scope: "" });
  const page = templates.fill("handout.hbs", {
    lang: meta.lang,
    dir: meta.dir,
    title: `${setPlain(meta.title, meta)} – ${labelsOf(meta.lang).handout}`,
    heading: show(meta.title),
    byline: joinHtml([...meta.authors, meta.organization, meta.date].filter(Boolean).map(show), " · "),
    policy: makePolicy({ scripts: [], styles: [style] }, sha256),
    style: styleElement(style),
    marking: viewMarking(meta.marking),
    perSheet,
    sheets: divide(items, perSheet).map((slides, i) => ({ page: String(i + 1), slides })),
  });
  return `${page}\n`;
}

/** Runs of up to `size` items. */
function divide<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

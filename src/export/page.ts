import type { Deck } from "../deck/types.ts";
import { styleElement } from "../render/elements.ts";
import { fitSlides } from "../render/fit/fit.ts";
import type { FontFace } from "../render/fonts/face.ts";
import { Html, html, joinHtml } from "../render/html.ts";
import { makePolicy, type Sha256 } from "../render/policy.ts";
import { renderSlides } from "../render/slide.ts";
import { renderStyle } from "../render/style.ts";
import type { Templates } from "../render/templates.ts";
import { readTheme } from "../render/theme.ts";

export interface StaticPageOptions {
  readonly path: string;
  readonly templates: Templates;
  readonly fonts: readonly FontFace[];
  readonly images: ReadonlyMap<string, string>;
  readonly sha256: Sha256;
  readonly theme?: string;
  /** A page for each step of a slide, rather than one with all of them revealed. */
  readonly steps: boolean;
  /** The notes below each slide, on a taller page. */
  readonly notes: boolean;
}

/** One page of the printed deck. */
export interface StaticPage {
  readonly html: string;
  /** Position of the slide that each printed page shows. */
  readonly slides: readonly number[];
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const SHEETS = ["base.css", "blocks.css", "layouts.css", "print.css"] as const;
const WIDTH = 1280;
const HEIGHT = 720;
/** A page with notes has the proportions of A4. */
const NOTES_HEIGHT = 1810;

/** Later steps of a page that shows the earlier ones keep their room. */
const STEP_STYLE = ".print .slides .fragment.later{visibility:hidden!important}";
/** Sizes of the notes in pixels, and how many characters fit below a slide at each. */
const NOTES_SIZES: readonly (readonly [size: number, room: number])[] = [
  [36, 950],
  [32, 1200],
  [28, 1500],
  [24, 2100],
  [20, 3100],
  [17, 4400],
  [14, 6600],
  [11, 11000],
  [8, Number.POSITIVE_INFINITY],
];
const NOTES_STYLE =
  `@page{size:${WIDTH}px ${NOTES_HEIGHT}px;margin:0}` +
  `.print .slides>.sheet{height:${NOTES_HEIGHT}px;overflow:hidden;contain:size layout;break-after:page}` +
  ".print .slides>.sheet:last-of-type{break-after:auto}.print .slides>.sheet>section{break-after:auto!important}" +
  ".print .slides>.sheet>.spoken{padding:44px 80px;line-height:1.55}.print .slides>.sheet>.spoken>*{margin:0 0 .6em}" +
  NOTES_SIZES.map(([size]) => `.print .slides>.sheet>.at-${size}{font-size:${size}px}`).join("");

/**
 * The deck as plain pages in a row, without script: what is printed and photographed. The slides are the very ones of
 * the HTML deck; nothing of reveal.js has to start.
 */
export function renderStatic(deck: Deck, options: StaticPageOptions): StaticPage {
  const { templates } = options;
  const theme = readTheme(options.theme ?? deck.meta.theme, templates);
  const fit = fitSlides(deck, { theme, fonts: options.fonts, path: options.path }).value;
  const sections = renderSlides(deck, { templates, images: options.images, fit }).map(String);
  const pages = sections.flatMap((section, at) =>
    (options.steps ? stepsOf(section) : [section]).map((step) => ({
      at,
      markup: options.notes ? step : dropNotes(step),
    })),
  );
  const content = options.notes ? pages.map(({ markup }) => withNotes(markup)) : pages.map(({ markup }) => markup);
  const extra = (options.steps ? STEP_STYLE : "") + (options.notes ? NOTES_STYLE : "");
  const style = renderStyle({ ...options, theme, clientStyle: "", content: content.join(""), sheets: SHEETS }) + extra;
  // The sections come from the templates, which have escaped every value.
  const slides = joinHtml(
    content.map((markup) => Html.unsafe(markup)),
    "\n",
  );
  const page = html`<!doctype html>
<html lang="${deck.meta.lang}" dir="${deck.meta.dir}" class="print">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${makePolicy({ scripts: [], styles: [style] }, options.sha256)}">
<title>${deck.meta.title}</title>
${styleElement(style)}
</head>
<body data-theme="${theme.name}"><main class="reveal"><div class="slides">
${slides}
</div></main></body>
</html>`;
  const height = options.notes ? NOTES_HEIGHT : HEIGHT;
  return { html: `${page}\n`, slides: pages.map(({ at }) => at), width: WIDTH, height };
}

const FRAGMENT = /(class="(?:[^"]* )?fragment)(?=[ "])/g;
const NOTES = /<aside class="notes"[^>]*>([\s\S]*?)<\/aside>/;

/** The slide before any step, after the first, and so on to the whole slide. */
function stepsOf(section: string): string[] {
  const count = section.match(FRAGMENT)?.length ?? 0;
  return Array.from({ length: count + 1 }, (_, shown) => {
    let at = 0;
    return section.replace(FRAGMENT, (mark) => (at++ < shown ? mark : `${mark} later`));
  });
}

function dropNotes(section: string): string {
  return section.replace(NOTES, "");
}

/** The notes stand below their slide on one page, in the largest size at which they fit. */
function withNotes(section: string): string {
  const spoken = NOTES.exec(section)?.[1] ?? "";
  const length = spoken.replace(/<[^>]*>/g, "").length;
  const [size] = NOTES_SIZES.find(([, room]) => length <= room) ?? [8];
  return `<div class="sheet">${dropNotes(section)}<div class="spoken at-${size}">${spoken}</div></div>`;
}

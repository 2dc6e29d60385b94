/** `dist/index.html`: the list of decks. */
import type { Lang, Meta } from "../deck/types.ts";
import { styleElement } from "./elements.ts";
import type { FontFace } from "./fonts/face.ts";
import { html, joinHtml, orNull } from "./html.ts";
import { renderInlines } from "./inlines.ts";
import { directionOf, labelsOf } from "./labels.ts";
import { makePolicy, type Sha256 } from "./policy.ts";
import { renderStyle } from "./style.ts";
import type { Templates } from "./templates.ts";
import { DEFAULT_THEME, readTheme } from "./theme.ts";
import { setText } from "./typeset.ts";

export interface CatalogEntry {
  readonly meta: Meta;
  /** Address of the deck's page, relative to the list. */
  readonly href: string;
  readonly slides: number;
  readonly minutes: number;
}

export interface CatalogOptions {
  readonly lang: Lang;
  readonly templates: Templates;
  readonly fonts: readonly FontFace[];
  readonly sha256: Sha256;
}

/** The page that lists the decks, in the interface language; each row is in its deck's own. */
export function renderCatalog(entries: readonly CatalogEntry[], options: CatalogOptions): string {
  const { lang, templates, fonts, sha256 } = options;
  const labels = labelsOf(lang);
  const decks = entries.map(({ meta, href, slides, minutes }) => {
    const show = (text: string) => renderInlines(setText(text, meta), { images: new Map(), scope: "" });
    const own = labelsOf(meta.lang);
    return {
      title: show(meta.title === "" ? href.replace(/\/index\.html$/, "") : meta.title),
      subtitle: orNull(show(meta.subtitle)),
      lang: meta.lang,
      dir: meta.dir,
      href,
      series: orNull(joinHtml([meta.series, meta.number, meta.date].filter(Boolean).map(show), " · ")),
      facts: [own.slides(slides), ...(minutes < 1 ? [] : [own.minutes(Math.round(minutes))])].join(" · "),
    };
  });
  const style = renderStyle({
    templates,
    theme: readTheme(DEFAULT_THEME, templates),
    fonts,
    clientStyle: "",
    content: joinHtml(decks.map(({ title, subtitle }) => html`${title}${subtitle ?? ""}`)).toString(),
    sheets: ["base.css", "index.css"],
  });
  const view = {
    lang,
    dir: directionOf(lang),
    title: labels.decks,
    empty: decks.length === 0 ? labels.noDecks : "",
    policy: makePolicy({ scripts: [], styles: [style] }, sha256),
    style: styleElement(style),
    decks,
  };
  return `${templates.fill("index.hbs", view)}\n`;
}

/** Deck → page: one HTML file that stands alone. */
import { clientStrings } from "../deck/client-strings.ts";
import type { Deck, Lang, Outcome } from "../deck/types.ts";
import { BOOT, clientElement } from "./boot.ts";
import { dataElement, scriptElement, styleElement } from "./elements.ts";
import { fitSlides } from "./fit/fit.ts";
import type { FontFace } from "./fonts/face.ts";
import { type Html, joinHtml } from "./html.ts";
import { inlineScript, makePolicy, type Sha256 } from "./policy.ts";
import { renderSlides } from "./slide.ts";
import { DECK_SHEETS, renderStyle } from "./style.ts";
import type { Templates } from "./templates.ts";
import { readTheme } from "./theme.ts";
import { setPlain } from "./typeset.ts";

export interface RenderOptions {
  /** The slide source's path, for diagnostics. */
  readonly path: string;
  /** Name of the deck, as in its path: `hanoi-summit`. */
  readonly name: string;
  readonly templates: Templates;
  readonly fonts: readonly FontFace[];
  /** What runs in the page, bundled. */
  readonly client: { readonly script: string; readonly style: string };
  /** Addresses of pictures by what the author wrote, data: ones for a page that stands alone. */
  readonly images: ReadonlyMap<string, string>;
  readonly sha256: Sha256;
  /** Language of the messages; the deck's own where it is not given. */
  readonly lang?: Lang;
  /** Instead of the theme that the deck names. */
  readonly theme?: string;
  /** Where a rehearsal is posted, when the page is served by us. */
  readonly rehearsalUrl?: string;
  /** For a page that a server shows in a room. */
  readonly room?: RoomOptions;
}

export interface RoomOptions {
  /** What the client reads (`RoomData` in `src/client/room/room-data.ts`). */
  readonly data: object;
  /** Addresses of the server that the page talks to. */
  readonly connect: readonly string[];
}

/** @returns the page's text, and which slides hold more than they can show. */
export function render(deck: Deck, options: RenderOptions): Outcome<string> {
  const { templates } = options;
  const theme = readTheme(options.theme ?? deck.meta.theme, templates);
  const fit = fitSlides(deck, { ...options, theme });
  const slides = joinHtml(renderSlides(deck, { templates, images: options.images, fit: fit.value }), "\n");
  const script = inlineScript(options.client.script);
  const sheets = options.room === undefined ? DECK_SHEETS : [...DECK_SHEETS, "room.css"];
  const style = renderStyle({
    ...options,
    theme,
    clientStyle: options.client.style,
    content: slides.toString(),
    sheets,
  });
  const page = templates.fill("page.hbs", {
    lang: deck.meta.lang,
    dir: deck.meta.dir,
    title: setPlain(deck.meta.title || options.name, deck.meta),
    description: setPlain(deck.meta.subtitle, deck.meta),
    theme: theme.name,
    policy: makePolicy(
      { scripts: [BOOT, script], styles: [style], connect: options.room?.connect ?? [] },
      options.sha256,
    ),
    boot: scriptElement(BOOT),
    style: styleElement(style),
    data: pageData(deck, options),
    script: clientElement(script),
    slides,
  });
  return { value: `${page}\n`, diagnostics: fit.diagnostics };
}

function pageData(deck: Deck, options: RenderOptions): Html {
  const room = options.room === undefined ? [] : [dataElement("room-data", options.room.data)];
  return joinHtml([dataElement("deck-data", clientData(deck, options)), ...room], "\n");
}

/** What the client reads (`DeckData` in `src/client/data.ts`). */
function clientData({ meta }: Deck, { name, rehearsalUrl = "" }: RenderOptions): object {
  const { title, lang, dir, duration, transition } = meta;
  return { name, title, lang, dir, duration, transition, rehearsalUrl, strings: clientStrings(lang) };
}

/** The style sheet of a page: fonts, what the client brings, tokens, theme, base, layouts, right-to-left, print. */
import type { FontFace } from "./fonts/face.ts";
import { inlineStyle } from "./policy.ts";
import type { Templates } from "./templates.ts";
import { fontRules, pickFaces, type Theme } from "./theme.ts";

/** Files below `templates/theme/` in the order of the cascade; the theme's own comes right after the tokens. */
export const DECK_SHEETS = [
  "base.css",
  "blocks.css",
  "layouts.css",
  "reveal-rtl.css",
  "client.css",
  "print.css",
] as const;

export interface StyleOptions {
  readonly templates: Templates;
  readonly theme: Theme;
  readonly fonts: readonly FontFace[];
  /** reveal.css and what else the client needs; empty for a page without it. */
  readonly clientStyle: string;
  /** Markup of the page: a face is left out when nothing in it calls for it. */
  readonly content: string;
  /** Sheets below `templates/theme/` in the order of the cascade; those of a deck's page where not given. */
  readonly sheets?: readonly string[];
}

export function renderStyle({
  templates,
  theme,
  fonts,
  clientStyle,
  content,
  sheets = DECK_SHEETS,
}: StyleOptions): string {
  const own = [
    templates.textOf("theme/tokens.css"),
    theme.css,
    ...sheets.map((name) => templates.textOf(`theme/${name}`)),
  ];
  return inlineStyle(
    [fontRules(pickFaces(theme, fonts, content)), clientStyle, ...own.map(squeeze)].filter(Boolean).join("\n"),
  );
}

/** Comments and indentation are for the reader of the source, not for the page. Strings with comment marks do not occur. */
function squeeze(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "\n")
    .replace(/([;{,])\n/g, "$1")
    .replace(/;?\n?}/g, "}")
    .trim();
}

/** Themes: a theme is one style sheet of CSS variables, which the other rooms read as well. */
import type { FontFace } from "./fonts/face.ts";
import type { Templates } from "./templates.ts";

export interface Theme {
  readonly name: string;
  readonly css: string;
  /** Custom properties by name, without the two dashes, as written; the theme's own win over the common tokens. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Faces by `Family weight`, in the order that the theme lists them in `--faces`. */
  readonly faces: readonly string[];
}

export const DEFAULT_THEME = "mabat";

/** The theme of that name, or the default one where there is none. */
export function readTheme(name: string, templates: Templates): Theme {
  const css = templates.textOf(themePath(name));
  if (css === "" && name !== DEFAULT_THEME) return readTheme(DEFAULT_THEME, templates);
  const tokens = readTokens(templates.textOf("theme/tokens.css") + css);
  return { name, css, tokens, faces: readNames(tokens.get("faces") ?? "") };
}

export function themePath(name: string): string {
  return `theme/themes/${name}.css`;
}

/** Custom properties of a style sheet; a later one replaces an earlier one, as for one element in CSS. */
export function readTokens(css: string): Map<string, string> {
  const tokens = new Map<string, string>();
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "");
  for (const [, name = "", value = ""] of bare.matchAll(/--([\w-]+)\s*:\s*([^;}]+)/g)) tokens.set(name, value.trim());
  return tokens;
}

/** The number of a token such as `34px` or `1.45`. */
export function tokenNumber(tokens: ReadonlyMap<string, string>, name: string): number {
  const value = Number.parseFloat(tokens.get(name) ?? "");
  if (Number.isNaN(value)) throw new Error(`templates/theme/tokens.css has no number in --${name}.`);
  return value;
}

function readNames(list: string): string[] {
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
}

/** Families that every theme falls back to, and the text that calls for them. */
const ON_DEMAND: readonly (readonly [family: string, needed: RegExp])[] = [
  ["Vazirmatn", /[\u0600-\u06ff]/],
  ["IBM Plex Mono", /<code\b/],
  ["Tadrich Signs", /[≥≤≠≈†‡‰]/],
];

/** The faces that a page with this markup needs: the theme's, and those of scripts and signs that occur in it. */
export function pickFaces(theme: Theme, faces: readonly FontFace[], content: string): readonly FontFace[] {
  const onDemand = ON_DEMAND.filter(([, needed]) => needed.test(content)).map(([family]) => family);
  return faces.filter(
    (face) => theme.faces.includes(`${face.family} ${face.weight}`) || onDemand.includes(face.family),
  );
}

/** `@font-face` rules with the files inside. */
export function fontRules(faces: readonly FontFace[]): string {
  return faces
    .map(
      ({ family, weight, data }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-display:block;` +
        `src:url(data:font/woff2;base64,${data}) format("woff2")}`,
    )
    .join("\n");
}

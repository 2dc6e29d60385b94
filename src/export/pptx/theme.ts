import type { Lang } from "../../deck/types.ts";

/** What `theme.hbs` is given. */
export interface ThemeView {
  readonly name: string;
  /** In the order of the schema: dk1 lt1 dk2 lt2 accent1–6 hlink folHlink. */
  readonly colors: readonly { readonly slot: string; readonly value: string }[];
  readonly fonts: {
    readonly major: string;
    readonly minor: string;
    readonly majorFallback: string;
    readonly minorFallback: string;
  };
}

/** Which of the theme's colours are paper and ink (ECMA-376 §19.3.1.6). */
export interface ColorMap {
  readonly bg1: string;
  readonly tx1: string;
  readonly bg2: string;
  readonly tx2: string;
}

export interface PptxTheme {
  readonly view: ThemeView;
  readonly map: ColorMap;
  /** The map of layouts with light letters on the deep colour. */
  readonly deepMap: ColorMap;
}

/** CSS custom properties of a deck's theme that a PowerPoint theme is made of, and what stands for a missing one. */
const COLORS = {
  paper: "#ffffff",
  ink: "#1b2430",
  deep: "#12304f",
  panel: "#f1f4f7",
  accent: "#1f5fa6",
  accent2: "#b3541e",
  good: "#2f7d4f",
  warn: "#9a6a00",
  line: "#c9d2dc",
  muted: "#55606e",
} as const;
type ColorName = keyof typeof COLORS;

/** Fonts that every Windows has, for a machine without the theme's own. */
const SERIF_FALLBACK: Readonly<Record<Lang, string>> = {
  he: "David",
  yi: "David",
  ar: "Times New Roman",
  fa: "Times New Roman",
  en: "Times New Roman",
};

export function pptxTheme(name: string, tokens: ReadonlyMap<string, string>, lang: Lang): PptxTheme {
  const color = (slot: ColorName): string => hexOf(tokens.get(slot), tokens) ?? COLORS[slot].slice(1);
  const isNight = luminance(color("paper")) < luminance(color("ink"));
  const [dark, light] = isNight ? (["paper", "ink"] as const) : (["ink", "paper"] as const);
  const [darkSoft, lightSoft] = isNight ? (["panel", "deep"] as const) : (["deep", "panel"] as const);
  const slots: readonly (readonly [slot: string, color: ColorName])[] = [
    ["dk1", dark],
    ["lt1", light],
    ["dk2", darkSoft],
    ["lt2", lightSoft],
    ["accent1", "accent"],
    ["accent2", "accent2"],
    ["accent3", "good"],
    ["accent4", "warn"],
    ["accent5", "line"],
    ["accent6", "muted"],
    ["hlink", "accent"],
    ["folHlink", "muted"],
  ];
  return {
    view: {
      name,
      colors: slots.map(([slot, from]) => ({ slot, value: color(from) })),
      fonts: fontsOf(tokens, lang),
    },
    map: isNight
      ? { bg1: "dk1", tx1: "lt1", bg2: "dk2", tx2: "lt2" }
      : { bg1: "lt1", tx1: "dk1", bg2: "lt2", tx2: "dk2" },
    deepMap: isNight
      ? { bg1: "dk2", tx1: "lt1", bg2: "dk1", tx2: "lt2" }
      : { bg1: "dk2", tx1: "lt1", bg2: "dk1", tx2: "lt1" },
  };
}

function fontsOf(tokens: ReadonlyMap<string, string>, lang: Lang): ThemeView["fonts"] {
  const major = firstFamily(tokens.get("heading-font")) ?? "Heebo";
  const minor = firstFamily(tokens.get("main-font")) ?? "Heebo";
  const fallback = (family: string): string => (/Frank|Serif|David/i.test(family) ? SERIF_FALLBACK[lang] : "Arial");
  return { major, minor, majorFallback: fallback(major), minorFallback: fallback(minor) };
}

function firstFamily(list: string | undefined): string | null {
  const [first = ""] = (list ?? "").split(",");
  const family = first.trim().replace(/^["']|["']$/g, "");
  return family === "" || family.startsWith("var(") ? null : family;
}

/** `#1b2430`, `#fff` or `var(--other)` as six hexadecimal digits; null for anything else. */
function hexOf(value: string | undefined, tokens: ReadonlyMap<string, string>, depth = 0): string | null {
  if (value === undefined || depth > 8) return null;
  const reference = /^var\(\s*--([\w-]+)/.exec(value)?.[1];
  if (reference !== undefined) return hexOf(tokens.get(reference), tokens, depth + 1);
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(value)?.[1]?.toUpperCase();
  if (digits === undefined) return null;
  return digits.length === 6 ? digits : [...digits].map((digit) => digit + digit).join("");
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

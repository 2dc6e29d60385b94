import type { Lang } from "../../deck/types.ts";
import { luminance } from "../contrast.ts";
import type { MarkingLook } from "./furniture.ts";
import type { CoverArt } from "./layouts.ts";
import type { SchemeColor } from "./view.ts";

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
  readonly accent1: string;
  readonly accent5: string;
  readonly hlink: string;
  readonly folHlink: string;
}

export interface PptxTheme {
  readonly view: ThemeView;
  /** Whether the theme's display font is set in bold. */
  readonly isBold: boolean;
  /** The same of posters and the cover. */
  readonly isPosterBold: boolean;
  readonly art: CoverArt;
  readonly marking: MarkingLook;
  readonly map: ColorMap;
  /** The map of the posters. */
  readonly posterMap: ColorMap;
}

/** CSS custom properties of a deck's theme that a PowerPoint theme is made of, and what stands for a missing one. */
const COLORS = {
  paper: "#ffffff",
  ink: "#141c2c",
  panel: "#eef1f6",
  "ink-soft": "#4b5770",
  accent: "#2138c4",
  highlight: "#ffc63a",
  "accent-soft": "#dfe4fb",
  poster: "#2138c4",
  hairline: "#c3cbda",
  "poster-figure": "#3b52dd",
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

/** The office theme of a deck's theme. Slides name its slots only, so that another theme can be put under them. */
export function pptxTheme(name: string, tokens: ReadonlyMap<string, string>, lang: Lang): PptxTheme {
  const color = (slot: ColorName): string => hexOf(tokens.get(slot), tokens) ?? COLORS[slot].slice(1).toUpperCase();
  const isNight = luminance(color("paper")) < luminance(color("ink"));
  const [dk1, lt1, dk2, lt2] = isNight
    ? (["paper", "ink", "panel", "ink-soft"] as const)
    : (["ink", "paper", "ink-soft", "panel"] as const);
  const slots: Readonly<Record<string, ColorName>> = {
    dk1,
    lt1,
    dk2,
    lt2,
    accent1: "accent",
    accent2: "highlight",
    accent3: "accent-soft",
    accent4: "poster",
    accent5: "hairline",
    accent6: "poster-figure",
    hlink: "accent",
    folHlink: "accent",
  };
  // A theme has twelve slots and no more: the picture takes those that come nearest to its own colours.
  const nearest = (token: string, otherwise: SchemeColor, among: readonly SchemeColor[] = ART_SLOTS): SchemeColor => {
    const wanted = hexOf(tokens.get(token), tokens);
    if (wanted === null) return otherwise;
    const byDistance = among.map((slot) => [slot, distance(color(slots[slot] ?? "accent"), wanted)] as const);
    return byDistance.reduce((best, next) => (next[1] < best[1] ? next : best))[0];
  };
  return {
    view: {
      name,
      colors: Object.entries(slots).map(([slot, from]) => ({ slot, value: color(from) })),
      fonts: fontsOf(tokens, lang),
    },
    isBold: isBold(tokens.get("weight-display")),
    isPosterBold: isBold(tokens.get("weight-poster")),
    art: {
      ground: nearest("art-ground", "accent4"),
      rule: nearest("art-rule", "accent6"),
      disc: nearest("art-disc", "accent2"),
    },
    marking: { ground: nearest("marking", "dk1", MARKING_SLOTS), letters: "lt1" },
    map: isNight
      ? { ...STRAIGHT, bg1: "dk1", tx1: "lt1", bg2: "dk2", tx2: "lt2" }
      : { ...STRAIGHT, bg1: "lt1", tx1: "dk1", bg2: "lt2", tx2: "dk2" },
    posterMap: POSTER,
  };
}

const ART_SLOTS = ["accent2", "accent1", "accent4", "accent6", "accent5", "dk1", "lt1"] as const;

/** Dark slots that no poster maps to another: the bands of marking look the same on every slide. */
const MARKING_SLOTS = ["dk1", "accent4", "accent6"] as const;

function isBold(weight: string | undefined): boolean {
  return Number.parseInt(weight ?? "700", 10) >= 600;
}

/** How far apart two colours are, for choosing among a few. */
function distance(a: string, b: string): number {
  return [0, 2, 4].reduce((sum, at) => {
    const channel = (hex: string): number => Number.parseInt(hex.slice(at, at + 2), 16);
    return sum + (channel(a) - channel(b)) ** 2;
  }, 0);
}

const STRAIGHT = { accent1: "accent1", accent5: "accent5", hlink: "hlink", folHlink: "folHlink" } as const;
/** A poster has the theme's strong colour for paper; what is blue on white by day is saffron here. */
const POSTER: ColorMap = {
  bg1: "accent4",
  tx1: "lt1",
  bg2: "accent6",
  tx2: "lt2",
  accent1: "accent2",
  accent5: "accent6",
  hlink: "lt1",
  folHlink: "lt1",
};

/** Languages whose decks are set in the Arabic face, as `theme/base.css` has it. */
const ARABIC: ReadonlySet<Lang> = new Set(["ar", "fa"]);

function fontsOf(tokens: ReadonlyMap<string, string>, lang: Lang): ThemeView["fonts"] {
  const script = ARABIC.has(lang) ? "Vazirmatn" : null;
  const major = script ?? firstFamily(tokens.get("font-display")) ?? "Heebo";
  const minor = script ?? firstFamily(tokens.get("font-text")) ?? "Heebo";
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

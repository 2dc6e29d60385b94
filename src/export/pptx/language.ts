import type { Direction, Lang } from "../../deck/types.ts";
import { CANVAS } from "./units.ts";

/** BCP 47 tags as Office writes them: language and region. */
const TAGS: Readonly<Record<Lang, string>> = { he: "he-IL", ar: "ar-SA", fa: "fa-IR", yi: "yi-Hebr", en: "en-US" };

/** Automatic numbering of the second level (ECMA-376 §20.1.10.61): letters of the language. */
const LETTERS: Readonly<Record<Lang, string>> = {
  he: "hebrew2Minus",
  yi: "hebrew2Minus",
  ar: "arabic2Minus",
  fa: "arabic2Minus",
  en: "alphaLcPeriod",
};

/** How the text of one deck runs: what every paragraph has to be told. */
export interface Flow {
  readonly lang: Lang;
  readonly tag: string;
  readonly dir: Direction;
  readonly rtl: 0 | 1;
  /** The physical side where a line starts: `algn` knows no start and end (ECMA-376 §20.1.10.59). */
  readonly start: "l" | "r";
  readonly end: "l" | "r";
  readonly letters: string;
  /** Pixels across the slide: what boxes are mirrored in. */
  readonly width: number;
}

export function flowOf(lang: Lang, dir: Direction, width: number = CANVAS.width): Flow {
  const isRtl = dir === "rtl";
  return {
    lang,
    tag: TAGS[lang],
    dir,
    rtl: isRtl ? 1 : 0,
    start: isRtl ? "r" : "l",
    end: isRtl ? "l" : "r",
    letters: LETTERS[lang],
    width,
  };
}

/** The tag of a run whose language is known (`en`), or the deck's. */
export function tagOf(lang: string | null, flow: Flow): string {
  if (lang === null) return flow.tag;
  return Object.hasOwn(TAGS, lang) ? TAGS[lang as Lang] : lang;
}

/** How long a deck takes to say, from the words of its notes. */
import { blockTexts } from "./plain.ts";
import type { Block, Deck, Lang, Meta } from "./types.ts";

/**
 * Words a minute when the author states no rate. Hebrew: O. Amir, "Speaking Rate among Adult Hebrew Speakers", Annals of
 * Behavioural Science 2 (2016), measured 154 in radio interviews; a briefing has pauses, pictures and figures, so we take
 * four fifths of that, rounded down. Arabic: 125 in free speech (Jordanian adults, Journal of Language Teaching and
 * Research 11, 2020), taken in the same proportion. The others are our estimate by the same measure.
 */
export const DEFAULT_RATES: Readonly<Record<Lang, number>> = { he: 120, ar: 100, fa: 110, yi: 120, en: 130 };

/** What holds a word together from inside: `צה"ל`, `ג׳ורג׳`, `11.3.2019`, `3/4`. */
const INNER: ReadonlySet<number> = new Set([...`"'’”.,:/`, "\u05F3", "\u05F4"].map((c) => c.charCodeAt(0)));

/**
 * Words as a speaker says them: runs of letters, digits and points, with what may stand inside one. A maqaf or hyphen
 * joins two words that are both said, but for numbers (`2003-2008` is said with a word between, so it is two as well).
 */
export function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isWordUnit(unit)) {
      if (!inside) count++;
      inside = true;
    } else if (inside && !(INNER.has(unit) && isWordUnit(text.charCodeAt(i + 1)))) inside = false;
  }
  return count;
}

/** A letter, digit or mark. Surrogates count as none: emoji are not said. Table first, for this runs on every character. */
function isWordUnit(unit: number): boolean {
  if (unit >= 0x5d0 && unit <= 0x5ea) return true;
  if (unit < 0x80) return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122);
  return unit !== 0x2019 && /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit));
}

/** The rate that holds for a deck, in words a minute. */
export function speakingRate(meta: Pick<Meta, "lang" | "rate">): number {
  return meta.rate > 0 ? meta.rate : DEFAULT_RATES[meta.lang];
}

/** Minutes that blocks take to say, rounded to a hundredth. */
export function estimateMinutes(blocks: readonly Block[], meta: Pick<Meta, "lang" | "rate">): number {
  if (blocks.length === 0) return 0;
  const words = blockTexts(blocks).reduce((sum, text) => sum + countWords(text), 0);
  return Math.round((words / speakingRate(meta)) * 100) / 100;
}

/** Minutes of a part: its name (empty before the first), and the ids of its slides. */
export interface PartMinutes {
  readonly part: string;
  readonly slides: readonly string[];
  readonly minutes: number;
}
export interface DeckMinutes {
  /** What is shown in the run: hidden and backup slides do not count. */
  readonly total: number;
  /** Each slide by id, hidden and backup ones too. */
  readonly slides: ReadonlyMap<string, number>;
  readonly parts: readonly PartMinutes[];
}

/** Speaking minutes of each slide, each part and the whole deck. */
export function deckMinutes(deck: Deck): DeckMinutes {
  const slides = new Map(deck.slides.map((slide) => [slide.id, slide.notes.minutes]));
  const parts: { part: string; slides: string[]; minutes: number }[] = [];
  for (const slide of deck.slides) {
    if (slide.hidden || slide.backup) continue;
    const opens = slide.layout === "part" || parts.at(-1)?.part !== slide.part;
    if (opens) parts.push({ part: slide.part, slides: [], minutes: 0 });
    const part = parts.at(-1)!;
    part.slides.push(slide.id);
    part.minutes = hundredths(part.minutes + slide.notes.minutes);
  }
  return { total: hundredths(parts.reduce((sum, part) => sum + part.minutes, 0)), slides, parts };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

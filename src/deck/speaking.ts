/** How long a deck takes to say, from the words of its notes. */
import { blockTexts } from "./plain.ts";
import type { Block, Deck, Lang, Meta, Notes } from "./types.ts";

/**
 * Words a minute when the author states no rate. Hebrew: O. Amir, "Speaking Rate among Adult Hebrew Speakers", Annals of
 * Behavioural Science 2 (2016), measured 154 in radio interviews; a briefing has pauses, pictures and figures, so we take
 * four fifths of that, rounded down. Arabic: 125 in free speech (Jordanian adults, Journal of Language Teaching and
 * Research 11, 2020), taken in the same proportion. The others are our estimate by the same measure.
 */
export const DEFAULT_RATES: Readonly<Record<Lang, number>> = { he: 120, ar: 100, fa: 110, yi: 120, en: 130 };

/**
 * A word as a speaker says it: a run of letters, digits and marks, with single signs inside that hold it together, as in
 * `צה"ל`, `ג׳ורג׳`, `11.3.2019`, `3/4`. A maqaf or hyphen joins two words that are both said, but for numbers
 * (`2003-2008` is said with a word between, so it is two as well).
 */
const WORD = /[\p{L}\p{M}\p{N}]+(?:["'’”.,:/\u05F3\u05F4][\p{L}\p{M}\p{N}]+)*/gu;
/** The same for texts of Hebrew, ASCII and the signs of prose, which are nearly all, at a tenth of the cost. */
const PLAIN_WORD = /[0-9A-Za-z\u05D0-\u05EA]+(?:["'’”.,:/\u05F3\u05F4][0-9A-Za-z\u05D0-\u05EA]+)*/g;
const PLAIN = /^[\s -~\u05BE\u05D0-\u05EA\u05F3\u05F4\u2010-\u2027\u20AA]*$/;

/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(PLAIN.test(text) ? PLAIN_WORD : WORD)?.length ?? 0;
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

/** The minutes that the author has written for a slide; null where they are estimated from the notes. */
export function plannedMinutes({ blocks, minutes }: Notes, meta: Pick<Meta, "lang" | "rate">): number | null {
  return minutes === estimateMinutes(blocks, meta) ? null : minutes;
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

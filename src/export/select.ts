import { plainText } from "../deck/plain.ts";
import type { Deck, Slide } from "../deck/types.ts";
import { numberSlides } from "../render/views/numbering.ts";

/** Which slides of a deck go into a file. */
export interface Selection {
  /** `1,4-6`: page numbers as the slides show them; empty for all. */
  readonly range: string;
  /** Title or number of a part; empty for all. */
  readonly part: string;
  /** Whether slides marked as hidden are among them. */
  readonly hidden: boolean;
}

/** Why a selection selects nothing. */
export type SelectionProblem =
  | { readonly problem: "range"; readonly text: string }
  | { readonly problem: "page"; readonly page: number; readonly last: number }
  | { readonly problem: "part"; readonly parts: readonly string[] };

/** The deck with the selected slides only, in their order. */
export function selectSlides(deck: Deck, { range, part, hidden }: Selection): Deck | SelectionProblem {
  const numbering = numberSlides(deck);
  const pages = deck.slides.map((_, at) => Number(numbering.places[at]?.page || 0));
  const wanted = range.trim() === "" ? null : parseRange(range);
  if (wanted === "broken") return { problem: "range", text: range };
  const last = Math.max(0, ...pages);
  const beyond = wanted?.find(([from, to]) => Math.max(from, to) > last);
  if (beyond !== undefined) return { problem: "page", page: Math.max(...beyond), last };
  const title = part === "" ? null : findPart(deck, part);
  if (title === undefined) return { problem: "part", parts: numbering.parts.map(({ title: name }) => name) };
  const slides = deck.slides.filter(
    (slide, at) =>
      (hidden || !slide.hidden) &&
      (title === null || fold(partOf(slide)) === fold(title)) &&
      (wanted === null || wanted.some(([from, to]) => (pages[at] ?? 0) >= from && (pages[at] ?? 0) <= to)),
  );
  return { ...deck, slides };
}

function partOf(slide: Slide): string {
  return slide.layout === "part" ? plainText(slide.title) : slide.part;
}

/** The title of the part that a person means: by its number, its title, or a piece of the title. */
function findPart(deck: Deck, part: string): string | undefined {
  const titles = numberSlides(deck).parts.map(({ slide }) => plainText(slide.title));
  if (/^\d+$/.test(part)) return titles[Number(part) - 1];
  const wanted = fold(part);
  return titles.find((title) => fold(title) === wanted) ?? titles.find((title) => fold(title).includes(wanted));
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0591-\u05c7]/gu, "")
    .replace(/[-‐-―־]/gu, "-")
    .replace(/[״”“]/gu, '"')
    .replace(/[׳’]/gu, "'")
    .trim()
    .toLowerCase();
}

function parseRange(range: string): (readonly [from: number, to: number])[] | "broken" {
  const spans: (readonly [number, number])[] = [];
  for (const piece of range.split(",")) {
    const [, from, to] = /^\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?$/.exec(piece) ?? [];
    if (from === undefined || Number(from) === 0) return "broken";
    const [first, second] = [Number(from), Number(to ?? from)];
    spans.push(first <= second ? [first, second] : [second, first]);
  }
  return spans;
}

/** Whether any slide has notes. */
export function hasNotes(deck: Deck): boolean {
  return deck.slides.some(({ notes }) => notes.blocks.length > 0);
}

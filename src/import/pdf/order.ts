/**
 * Glyphs as drawn on one line, left to right → text in logical order: the Unicode Bidirectional Algorithm (UAX #9) backwards.
 * It is not one to one; where a line can come from two texts, what was drawn by one operator stays together.
 */

import type { Span } from "../../deck/types.ts";
import type { Glyph } from "./glyphs.ts";

/** A text with its bold stretches, and marks of footnotes that were drawn as small raised figures. */
export interface Ordered {
  readonly text: string;
  readonly strong: readonly Span[];
  readonly marks: readonly { readonly at: number; readonly id: string }[];
}

/** Part of a line: a glyph (marks that sit on it included), or the space between two. */
export interface Cell {
  readonly text: string;
  readonly bold: boolean;
  readonly run: number;
  /** The text is the number of a footnote. */
  readonly isMark: boolean;
}

type Kind = "R" | "L" | "EN" | "ET" | "CS" | "ES" | "N";

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Bidi classes (UAX #9 table 4), as far as they decide the order of a line. */
function kindOf(text: string): Kind {
  if (/^[0-9\u0660-\u0669\u06f0-\u06f9]/u.test(text)) return "EN";
  if (RTL.test(text)) return "R";
  if (/^\p{L}/u.test(text)) return "L";
  if (/^[#$%°‰₪€£¥]/u.test(text)) return "ET";
  if (/^[+\u2212-]/u.test(text)) return "ES";
  return /^[.,/:\u00a0]/u.test(text) ? "CS" : "N";
}

/** Which way does a line of text run? As its first letters do, or as the document where it has none (P2, P3). */
export function isRightToLeft(texts: readonly string[], fallback: boolean): boolean {
  const rtl = texts.some((text) => RTL.test(text));
  const ltr = texts.some((text) => /\p{L}/u.test(text) && !RTL.test(text));
  return rtl ? fallback || !ltr : ltr && !fallback ? false : fallback;
}

/** Puts the cells of a line, given left to right, into reading order. */
export function orderCells(cells: readonly Cell[], rightToLeft: boolean): Ordered {
  const kinds = cells.map(({ text, isMark }) => (isMark ? "N" : kindOf(text)));
  const stretches = rightToLeft ? leftToRightRuns(cells, kinds) : rightToLeftRuns(kinds);
  const order: number[] = [];
  for (let at = rightToLeft ? cells.length - 1 : 0; at >= 0 && at < cells.length; ) {
    const run = stretches.find(({ start, end }) => start <= at && at < end);
    if (!run) order.push(at);
    else for (let i = 0; i < run.end - run.start; i++) order.push(rightToLeft ? run.start + i : run.end - 1 - i);
    at = rightToLeft ? (run?.start ?? at) - 1 : (run?.end ?? at + 1);
  }
  return collect(order.map((at) => cells[at]!));
}

/** In a right-to-left line: stretches of level 2, which keep the order in which they are drawn. */
function leftToRightRuns(cells: readonly Cell[], kinds: readonly Kind[]): Span[] {
  const runs: Span[] = [];
  for (let start = 0; start < kinds.length; start++) {
    if (!isNumeric(kinds, start) && kinds[start] !== "L") continue;
    const stop = kinds.indexOf("R", start) < 0 ? kinds.length : kinds.indexOf("R", start);
    const lastLatin = kinds.slice(0, stop).lastIndexOf("L");
    const end = lastLatin < start ? numberEnd(kinds, start) : phraseEnd(cells, kinds, lastLatin + 1, stop);
    const run = withBracket(cells, { start, end });
    runs.push(run);
    start = run.end - 1;
  }
  return runs;
}

/** A number goes on over a single sign between two digits (W4: `12.5`, `2003-2008`). */
function numberEnd(kinds: readonly Kind[], start: number): number {
  let end = start + 1;
  for (;;) {
    const isSign = kinds[end] === "CS" || kinds[end] === "ES";
    if (isNumeric(kinds, end)) end++;
    else if (isSign && kinds[end - 1] === "EN" && kinds[end + 1] === "EN") end += 2;
    else return end;
  }
}

/** Numbers after Latin letters are drawn on as Latin is (W7), but one with `ב-` in front belongs to that Hebrew word. */
function phraseEnd(cells: readonly Cell[], kinds: readonly Kind[], from: number, stop: number): number {
  let end = from;
  for (let at = from; at < stop; at++) {
    if (!isNumeric(kinds, at)) continue;
    const next = numberEnd(kinds, at);
    if (at > end && belongsToPrefix(cells, kinds, next)) break;
    end = next;
    at = next - 1;
  }
  return end;
}

/** N0: the second bracket of a pair goes where the first one is. */
function withBracket(cells: readonly Cell[], { start, end }: Span): Span {
  const isBracket = (cell: Cell | undefined): boolean => /^[()[\]{}]$/u.test(cell?.text ?? "");
  if (cells.slice(start, end).filter(isBracket).length % 2 === 0) return { start, end };
  if (isBracket(cells[end])) return { start, end: end + 1 };
  return isBracket(cells[start - 1]) ? { start: start - 1, end } : { start, end };
}

/** A digit, or a sign that stands against one (W5: `12.5%`, `₪40`). */
function isNumeric(kinds: readonly Kind[], at: number): boolean {
  if (kinds[at] === "EN") return true;
  return kinds[at] === "ET" && (kinds[at - 1] === "EN" || kinds[at + 1] === "EN");
}

/** Right of a number: the hyphen of `ב-2019`, and the letter. */
function belongsToPrefix(cells: readonly Cell[], kinds: readonly Kind[], end: number): boolean {
  return /^[-\u05be\u2010\u2011–]$/u.test(cells[end]?.text ?? "") && kinds[end + 1] === "R";
}

/** In a left-to-right line: Hebrew or Arabic with what stands between its words is drawn backwards. */
function rightToLeftRuns(kinds: readonly Kind[]): Span[] {
  const runs: Span[] = [];
  for (let start = 0; start < kinds.length; start++) {
    if (kinds[start] !== "R") continue;
    let end = start + 1;
    for (let at = end; at < kinds.length && kinds[at] !== "L"; at++) if (kinds[at] === "R") end = at + 1;
    runs.push({ start, end });
    start = end - 1;
  }
  return runs;
}

function collect(cells: readonly Cell[]): Ordered {
  let text = "";
  const strong: Span[] = [];
  const marks: { at: number; id: string }[] = [];
  for (const cell of cells) {
    if (cell.isMark) {
      const last = marks.at(-1);
      if (last?.at === text.length) marks[marks.length - 1] = { at: last.at, id: last.id + cell.text };
      else marks.push({ at: text.length, id: cell.text });
      continue;
    }
    const start = text.length;
    text += cell.text;
    if (cell.bold && cell.text !== " ") strong.push({ start, end: text.length });
  }
  return { text: turnBrackets(text), strong, marks };
}

const PAIRS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  "(": ["(", ")"],
  ")": ["(", ")"],
  "[": ["[", "]"],
  "]": ["[", "]"],
  "{": ["{", "}"],
  "}": ["{", "}"],
};

/**
 * Writers differ in what they call a mirrored bracket: the character or the drawing. An opening one has a space outside
 * and none inside; where that does not tell, brackets open and close in turn.
 */
export function turnBrackets(text: string): string {
  const open: string[] = [];
  return text.replace(/[()[\]{}]/gu, (bracket, at: number) => {
    const [opening, closing] = PAIRS[bracket]!;
    const before = at === 0 || /[\s"“„'([{–־-]/u.test(text[at - 1]!);
    const after = at === text.length - 1 || /[\s.,;:!?"”')\]}–־-]/u.test(text[at + 1]!);
    const isOpening = before === after ? !open.includes(opening) : before;
    if (isOpening) open.push(opening);
    else if (open.includes(opening)) open.splice(open.lastIndexOf(opening), 1);
    return isOpening ? opening : closing;
  });
}

/** Glyphs of one line (left to right) → cells: marks join their letters, gaps become spaces, small raised figures marks. */
export function cellsOf(glyphs: readonly Glyph[], baseline: number, size: number): Cell[] {
  const cells: Cell[] = [];
  let edge: number | null = null;
  for (const glyph of carryMarks(glyphs)) {
    const text = normalForm(glyph.text);
    if (text.trim() === "") {
      if (cells.length > 0 && cells.at(-1)!.text !== " " && glyph.x1 - glyph.x0 > size * 0.08)
        cells.push(space(glyph.run));
      edge = edge === null ? null : Math.max(edge, glyph.x1);
      continue;
    }
    const isGap = edge !== null && glyph.x0 - edge > size * 0.17 && cells.at(-1)?.text !== " ";
    if (isGap) cells.push(space(glyph.run));
    const isMark = /^\d$/u.test(text) && glyph.size < size * 0.8 && baseline - glyph.y > size * 0.15;
    cells.push({ text, bold: glyph.bold, run: glyph.run, isMark });
    edge = Math.max(edge ?? glyph.x1, glyph.x1);
  }
  return cells.at(-1)?.text === " " ? cells.slice(0, -1) : cells;
}

function space(run: number): Cell {
  return { text: " ", bold: false, run, isMark: false };
}

/**
 * Niqqud and other combining marks go to their letters. A mark is drawn beside its letter in time: before it by a writer
 * that draws from left to right, after it by one that draws in logical order; where it was drawn tells little, for its
 * origin may be at either edge of the letter.
 */
function carryMarks(glyphs: readonly Glyph[]): Glyph[] {
  const byTime = [...glyphs].sort((a, b) => a.order - b.order);
  const added = new Map<Glyph, string>();
  byTime.forEach((glyph, at) => {
    if (!isMark(glyph)) return;
    const before = byTime.slice(0, at).findLast(isLetter);
    const after = byTime.slice(at + 1).find(isLetter);
    const isRising = before !== undefined && after !== undefined && after.x0 > before.x0;
    const letter = before === undefined || (isRising && after !== undefined) ? after : before;
    if (letter) added.set(letter, (added.get(letter) ?? "") + glyph.text);
  });
  const letters = glyphs.filter((glyph) => !isMark(glyph)).sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
  return letters.map((glyph) =>
    added.has(glyph) ? { ...glyph, text: (glyph.text + added.get(glyph)!).normalize("NFC") } : glyph,
  );
}

function isMark({ text }: Glyph): boolean {
  return /^\p{M}+$/u.test(text);
}

function isLetter({ text }: Glyph): boolean {
  return /^\p{L}/u.test(text);
}

/** Presentation forms (U+FB1D–FB4F, FB50–FDFF, FE70–FEFF) are written with their letters. */
function normalForm(text: string): string {
  return text
    .replace(/[\ufb00-\ufdff\ufe70-\ufefc]/gu, (form) => form.normalize("NFKC"))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]/gu, "");
}

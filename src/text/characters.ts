/**
 * What a character is, for the reader of a line. Everything here looks at whole code points: `at` is a UTF-16 offset at
 * the start of one, and answers are about the code point that starts there.
 */

/** Kinds of code points that the scanners of this room tell apart. */
export const KIND = { OTHER: 0, LTR: 1, RTL: 2, DIGIT: 3, ARABIC_DIGIT: 4, SPACE: 5, MARK: 6, CONTROL: 7 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** Stands for something without text in a line: a picture, a piece of code, a reference. Neutral, as CSS has it. */
export const OBJECT = "\uFFFC";
/** A forced end of line. UAX #9 type B: nothing resolves across it. */
export const PARAGRAPH_SEPARATOR = "\u2029";

const LETTER = /^\p{L}|^\p{Nl}/u;
const MARK = /^\p{M}/u;
const SYMBOL = /^(?:\p{S}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)/u;

const ASCII_KINDS: readonly Kind[] = Array.from({ length: 128 }, (_, code) => asciiKind(code));

function asciiKind(code: number): Kind {
  if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) return KIND.SPACE;
  if (code >= 0x30 && code <= 0x39) return KIND.DIGIT;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return KIND.LTR;
  return KIND.OTHER;
}

/** Length in UTF-16 units of the code point that starts at `at`: 1 or 2. */
export function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Kind of the code point at `at`; OTHER beyond either end of the text. */
export function kindAt(text: string, at: number): Kind {
  const code = text.codePointAt(at);
  return code === undefined || at < 0 ? KIND.OTHER : kindOf(code);
}

/** Kind of the code point that ends just before `at`. */
export function kindBefore(text: string, at: number): Kind {
  return kindAt(text, previous(text, at));
}

/** Offset of the code point before `at`; -1 at the start. */
export function previous(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  const low = unit >= 0xdc00 && unit <= 0xdfff;
  return low && isHighSurrogate(text.charCodeAt(at - 2)) ? at - 2 : at - 1;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function kindOf(code: number): Kind {
  if (code < 0x80) return ASCII_KINDS[code] ?? KIND.OTHER;
  if (code >= 0x5d0 && code <= 0x5f2) return KIND.RTL;
  if (isControl(code)) return KIND.CONTROL;
  if (code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a) || code === 0x3000) return KIND.SPACE;
  if (code >= 0x660 && code <= 0x669) return KIND.ARABIC_DIGIT;
  // Extended Arabic-Indic digits (Persian, Urdu) have bidi class EN, like European ones.
  if (code >= 0x6f0 && code <= 0x6f9) return KIND.DIGIT;
  // Joiner and non-joiner stand inside Arabic and Persian words.
  if (code === 0x200c || code === 0x200d) return KIND.MARK;
  const character = String.fromCodePoint(code);
  if (MARK.test(character)) return KIND.MARK;
  if (LETTER.test(character)) return isRightToLeftBlock(code) ? KIND.RTL : KIND.LTR;
  return KIND.OTHER;
}

/** Bidi controls of UAX #9 §2: marks, embeddings, overrides, isolates. */
export function isControl(code: number): boolean {
  return (
    code === 0x200e || code === 0x200f || code === 0x61c || (code >= 0x202a && code <= 0x202e) || isIsolateControl(code)
  );
}

function isIsolateControl(code: number): boolean {
  return code >= 0x2066 && code <= 0x2069;
}

/** Blocks whose letters, and most other characters, default to R or AL (DerivedBidiClass.txt). */
export function isRightToLeftBlock(code: number): boolean {
  return (
    (code >= 0x590 && code <= 0x8ff) ||
    (code >= 0xfb1d && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfeff) ||
    (code >= 0x10800 && code <= 0x10fff) ||
    (code >= 0x1e800 && code <= 0x1efff)
  );
}

/** A Hebrew letter; niqqud, maqaf, geresh and gershayim are none. */
export function isHebrewLetter(code: number | undefined): boolean {
  return code !== undefined && ((code >= 0x5d0 && code <= 0x5f2) || (code >= 0xfb1d && code <= 0xfb4f));
}

/** A letter of bidi class AL (UAX #9 W2: European digits after it resolve as Arabic ones). */
export function isArabicLetter(code: number): boolean {
  return kindOf(code) === KIND.RTL && !isHebrewLetter(code) && code >= 0x600 && code <= 0xfeff && !isNko(code);
}

/** N'Ko, Samaritan and Mandaic: right-to-left letters of class R. */
function isNko(code: number): boolean {
  return code >= 0x7c0 && code <= 0x85f;
}

/** A point or accent on a Hebrew letter: niqqud, teamim. */
export function isNiqqud(code: number | undefined): boolean {
  return code !== undefined && code >= 0x591 && code <= 0x5c7 && !NO_POINTS.has(code);
}

/** Maqaf, paseq, sof pasuq and nun hafukha stand between the points in the block, and are none. */
const NO_POINTS: ReadonlySet<number> = new Set([0x5be, 0x5c0, 0x5c3, 0x5c6]);

/** A mathematical or other symbol, an arrow, an emoji or a part of one. */
export function isSymbolAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && code > 0x7f && SYMBOL.test(String.fromCodePoint(code));
}

/** Offset after the run of code points of `kind` that starts at `at`; `at` where there is none. */
export function skipKind(text: string, at: number, kind: Kind): number {
  let end = at;
  while (end < text.length && kindAt(text, end) === kind) end += sizeAt(text, end);
  return end;
}

/** Offset after the letters of either direction, with their marks, that start at `at`. */
export function skipWord(text: string, at: number, kind: Kind): number {
  let end = at;
  while (end < text.length) {
    const here = kindAt(text, end);
    if (here !== kind && !(here === KIND.MARK && end > at)) return end;
    end += sizeAt(text, end);
  }
  return end;
}

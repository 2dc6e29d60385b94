import { isHebrewLetter, isNiqqud } from "../characters.ts";
import type { Edit } from "./edit.ts";

/**
 * Gershayim (U+05F4) before the last letter of an acronym, where it stays when the word is inflected: דו״ח, דו״חות,
 * ח״כים (Academy of the Hebrew Language, rules of punctuation §29–31). What could be a prefix before a quotation,
 * ב"הארץ", is left as typed.
 */
export function gershayim(text: string): Edit[] {
  const edits: Edit[] = [];
  const lastQuote = text.lastIndexOf('"');
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (isAcronym(text, at, lastQuote)) edits.push({ start: at, end: at + 1, text: "\u05F4" });
  }
  return edits;
}

/** Endings of inflection after the last letter of the acronym itself. */
const ENDINGS: ReadonlySet<string> = new Set("ים ות ית י ו ה יים יות ניק ניקים ניקית ניקיות יסט יסטים".split(" "));
/** Letters that are written before a word as prefixes. */
const PREFIX = /^[ושהבכלמ]{1,3}$/;
/** Longest word that is looked at on either side. */
const LIMIT = 14;

function isAcronym(text: string, at: number, lastQuote: number): boolean {
  const before = wordBefore(text, at);
  const after = wordAfter(text, at + 1);
  if (before === "" || after.word === "") return false;
  const closed = text.charAt(after.end) === '"';
  if (after.word.length === 1) return !closed || !PREFIX.test(before);
  if (closed || !ENDINGS.has(after.word.slice(1))) return false;
  // A prefix with another quote later in the line may open a quotation of several words: ה"רמה הגבוהה".
  return !PREFIX.test(before) || lastQuote === at;
}

/** Hebrew letters that end at `end`, without their points. */
function wordBefore(text: string, end: number): string {
  let word = "";
  for (let at = end - 1; at >= 0 && word.length < LIMIT; at--) {
    const code = text.charCodeAt(at);
    if (isHebrewLetter(code)) word = text.charAt(at) + word;
    else if (!isNiqqud(code)) break;
  }
  return word;
}

function wordAfter(text: string, start: number): { word: string; end: number } {
  let word = "";
  let at = start;
  for (; at < text.length && word.length < LIMIT; at++) {
    const code = text.charCodeAt(at);
    if (isHebrewLetter(code)) word += text.charAt(at);
    else if (!isNiqqud(code)) break;
  }
  return { word, end: at };
}

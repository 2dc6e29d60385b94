import { isControl } from "./characters.ts";

/**
 * Folding for search, so that what a person types finds what is shown: points and accents fall away, geresh, gershayim
 * and quotes become straight, maqaf and dashes a hyphen, final letters plain, Latin letters small, every space a space.
 */

/** A folded text, and for each of its UTF-16 units the offset in the text that it comes from. */
export interface Folded {
  readonly text: string;
  readonly offsets: readonly number[];
}

const SAME: Readonly<Record<string, string>> = {
  // Hebrew final letters
  ך: "כ",
  ם: "מ",
  ן: "נ",
  ף: "פ",
  ץ: "צ",
  // Yiddish digraphs
  װ: "וו",
  ױ: "וי",
  ײ: "יי",
  // Arabic letters that keyboards and habits interchange
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
  ـ: "",
  "٫": ".",
  "٬": ",",
  "٪": "%",
};
const QUOTES = /["״“”„‟«»〞〝″]/u;
const APOSTROPHES = /['׳‘’‚‛‹›′`´]/u;
const HYPHENS = /[-־‐‑‒–—―−]/u;
const DROPPED = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u;

/** The text as search sees it. */
export function fold(text: string): string {
  return foldWithOffsets(text).text;
}

/** The same, with the way back to the text. */
export function foldWithOffsets(text: string): Folded {
  let folded = "";
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const part of character.normalize("NFKD")) {
      const one = foldOne(part);
      for (let i = 0; i < one.length; i++) offsets.push(at);
      folded += one;
    }
    at += character.length;
  }
  return { text: folded, offsets };
}

/** One code point; empty where it does not count. */
function foldOne(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x40 && code < 0x5b) return character.toLowerCase();
  if (code < 0x7f) return code === 0x60 ? "'" : code <= 0x20 ? " " : character;
  if (code >= 0x5d0 && code <= 0x5ea) return SAME[character] ?? character;
  if (isControl(code) || DROPPED.test(character)) return "";
  if (QUOTES.test(character)) return '"';
  if (APOSTROPHES.test(character)) return "'";
  if (HYPHENS.test(character)) return "-";
  if (/\s/u.test(character)) return " ";
  return SAME[character] ?? foldDigit(code) ?? character.toLowerCase();
}

/** Arabic-Indic digits, plain and extended, as European ones. */
function foldDigit(code: number): string | null {
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : null;
}

import { isHebrewLetter } from "../characters.ts";
import type { Edit } from "./edit.ts";

/**
 * Geresh (U+05F3) in foreign sounds (ג׳ורג׳), after initials and letter numerals (מ׳ שמיר, כיתה ה׳) and after the last
 * letter of an abbreviation (עמ׳) (Academy §29–31). A word that a single quote opens keeps the quote that closes it.
 */
export function geresh(text: string): Edit[] {
  const edits: Edit[] = [];
  let quoted = false;
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1)) {
    const before = isHebrewLetter(text.charCodeAt(at - 1));
    const after = isHebrewLetter(text.charCodeAt(at + 1));
    if (before && (after ? isSounded(text, at) : !quoted)) edits.push({ start: at, end: at + 1, text: "\u05F3" });
    else if (before && !after) quoted = false;
    else if (after) quoted = true;
  }
  return edits;
}

/** Letters whose sound a geresh changes: gimel, zayin, tsadi, tav, dalet, tet, het, kaf, ayin, resh, vav, samekh. */
const SOUNDED = "גזצץתדטחכךערוס";

function isSounded(text: string, at: number): boolean {
  return SOUNDED.includes(text.charAt(at - 1));
}

import { isHebrewLetter } from "../../text/characters.ts";
import { gershayim } from "../../text/typography/gershayim.ts";
import { placeOf } from "../lines.ts";
import type { Rule } from "../types.ts";

/**
 * A straight quote that is neither gershayim of an acronym nor one of a pair. Where the line has an odd number of them,
 * the one inside a word is named (`ב"הארץ`), else the last.
 */
export const straightQuote: Rule = ({ source, signed }) =>
  signed.flatMap((line) => {
    if (line.dir === "ltr" || !line.text.includes('"')) return [];
    const settled = new Set(gershayim(line.text).map(({ start }) => start));
    const quotes = [...line.text.matchAll(/"/g)]
      .map(({ index }) => index)
      .filter((at) => !settled.has(at) && !isInch(line.text, at));
    if (quotes.length % 2 === 0) return [];
    const at = quotes.find((quote) => isInWord(line.text, quote)) ?? (quotes.at(-1) as number);
    return [{ code: "text/straight-quote", span: placeOf(source, line, at, at + 1) }];
  });

function isInWord(text: string, at: number): boolean {
  return isHebrewLetter(text.charCodeAt(at - 1)) && isHebrewLetter(text.charCodeAt(at + 1));
}

/** `12"`, `31°46'23"`: inches and seconds. */
function isInch(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && !/[\p{L}\d]/u.test(text.charAt(at + 1));
}

import { type Line, placeOf } from "../lines.ts";
import type { Rule } from "../types.ts";

/** Zero of each kind of digits that Arabic and Persian decks are written with. */
const ZEROS = { latin: 0x30, arabic: 0x660, persian: 0x6f0 } as const;
type Kind = keyof typeof ZEROS;
/** A number that stands by itself: digits in names and codes (F-35, v2) are of their names. */
const NUMBER =
  /(?<![\p{L}\d_./-])[0-9\u0660-\u0669\u06F0-\u06F9](?:[0-9\u0660-\u0669\u06F0-\u06F9]|[.,٫٬](?=\p{Nd})){0,30}(?![A-Za-z\d_])/gu;

/**
 * Digits are shown as they are typed, in every language; what is reported is a deck that mixes kinds, at the numbers of
 * the rarer one.
 */
export const mixedDigits: Rule = ({ source, deck, signed }) => {
  if (deck.meta.lang !== "ar" && deck.meta.lang !== "fa") return [];
  const numbers = signed.flatMap((line) => numbersOf(line));
  const usual = mostFrequent(numbers.map(({ kind }) => kind));
  return numbers
    .filter(({ kind }) => kind !== usual)
    .map(({ line, text, start }) => {
      const span = placeOf(source, line, start, start + text.length);
      const other = convert(text, usual);
      return {
        code: "text/mixed-digits",
        span,
        args: { text, other },
        fix: span && { span, text: other, safe: false },
      };
    });
};

interface FoundNumber {
  readonly line: Line;
  readonly text: string;
  readonly start: number;
  readonly kind: Kind;
}

function numbersOf(line: Line): readonly FoundNumber[] {
  return [...line.text.matchAll(NUMBER)].map(({ 0: text, index }) => ({
    line,
    text,
    start: index,
    kind: kindOf(text),
  }));
}

function kindOf(text: string): Kind {
  const code = text.charCodeAt(0);
  if (code >= ZEROS.persian) return "persian";
  return code >= ZEROS.arabic ? "arabic" : "latin";
}

function mostFrequent(kinds: readonly Kind[]): Kind {
  const count = (kind: Kind): number => kinds.filter((one) => one === kind).length;
  return (Object.keys(ZEROS) as Kind[]).reduce((best, kind) => (count(kind) > count(best) ? kind : best));
}

function convert(text: string, kind: Kind): string {
  return text.replace(/\p{Nd}/gu, (digit) => String.fromCharCode(ZEROS[kind] + (digit.charCodeAt(0) & 0xf)));
}

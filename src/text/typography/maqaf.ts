import { type Edit, editMatches } from "./edit.ts";

/** Latin, Greek and Cyrillic letters; ranges, because classes by script are slow to compile. */
const FOREIGN = "A-Za-z\\u00C0-\\u024F\\u0370-\\u052F";
/** What a prefix may be joined to: a number with its sign, a foreign word, an address, a quotation in foreign letters. */
const JOINED = `[-+~±−–]?[$€£₪]?[0-9]|[${FOREIGN}]|[.@#][A-Za-z]|[~/*][\\w/]|["“][${FOREIGN}]`;
/** A prefix that is a word by itself, before the hyphen. */
const PREFIX = `(?<![\\u05D0-\\u05EA\\u05F0-\\u05F4\\u0591-\\u05C7"'A-Za-z0-9-])[ושהבכלמ]{1,3}`;
const PREFIXED = new RegExp(`-(?<=${PREFIX}-)(?=${JOINED})`, "g");

/**
 * Maqaf (U+05BE) between a Hebrew prefix and digits or foreign letters: המאה ה־12, ב־DNA (Academy, on joining different
 * scripts). It also keeps the line together: browsers break after a hyphen, not after a maqaf. A hyphen between two
 * Hebrew words stays, and so does one before a Hebrew quotation.
 */
export function maqaf(text: string): Edit[] {
  return editMatches(text, PREFIXED, ({ index }) => ({ start: index, end: index + 1, text: "\u05BE" }));
}

import { type Edit, editMatches } from "./edit.ts";

/** A prefix that is a word by itself, a hyphen, and what is written in digits or from left to right. */
const PREFIXED =
  /-(?<=(?<![\u05D0-\u05EA\u05F0-\u05F4\u0591-\u05C7"'A-Za-z0-9-])[ושהבכלמ]{1,3}-)(?=(?:[-+~±−–]?[$€£₪]?[0-9]|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|[.@#]\p{Script=Latin}|[~/*][\w/]|["“]\p{Script=Latin}))/gu;

/**
 * Maqaf (U+05BE) between a Hebrew prefix and digits or foreign letters: המאה ה־12, ב־DNA (Academy, on joining different
 * scripts). It also keeps the line together: browsers break after a hyphen, not after a maqaf. A hyphen between two
 * Hebrew words stays, and so does one before a Hebrew quotation.
 */
export function maqaf(text: string): Edit[] {
  return editMatches(text, PREFIXED, ({ index }) => ({ start: index, end: index + 1, text: "\u05BE" }));
}

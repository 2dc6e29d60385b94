import { type Edit, editMatches } from "./edit.ts";

/** A number, or a range of numbers, that the sign of the shekel follows. */
const TRAILING = /(?<![\d.,:/₪$€£A-Za-z]|[\dA-Za-z][-–])[\d][\d,.]{0,24}(?:[-–][\d][\d,.]{0,24})?[ \u00A0]?₪(?![\d₪])/g;

/** The sign of the shekel stands left of the number, without a space: ₪1,250 (the Academy's recommendation). */
export function shekel(text: string): Edit[] {
  if (!text.includes("₪")) return [];
  return editMatches(text, TRAILING, (match) => {
    const amount = match[0].slice(0, -1).trimEnd();
    const end = match.index + match[0].length;
    return /[.,]$/.test(amount) ? null : { start: match.index, end, text: "₪" + amount };
  });
}

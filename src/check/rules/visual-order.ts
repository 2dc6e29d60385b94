import { placeOf } from "../lines.ts";
import type { Rule } from "../types.ts";

const WORD = /[\u05D0-\u05EA]{2,}/g;
const FINAL = /[ךםןףץ]/;
/** A line without a word that begins with a final letter, as nearly all are, need not be counted. */
const TURNED = /(?<![\u05D0-\u05EA])[ךםןףץ][\u05D0-\u05EA]/;

/**
 * A line that was pasted in visual order: final letters stand where words begin. One such word may be a slip; a line
 * with two, and fewer words that end as they should, is backwards.
 */
export const visualOrder: Rule = ({ source, lines }) =>
  lines.flatMap((line) => {
    if (!TURNED.test(line.text)) return [];
    let turned = 0;
    let right = 0;
    for (const [word] of line.text.matchAll(WORD)) {
      if (FINAL.test(word.charAt(0))) turned++;
      if (FINAL.test(word.charAt(word.length - 1))) right++;
    }
    if (turned < 2 || turned <= right) return [];
    return [{ code: "bidi/visual-order", span: placeOf(source, line, 0, line.text.length), args: { count: turned } }];
  });

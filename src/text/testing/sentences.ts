/** Reads `sentences.txt` and brings what was drawn into its notation. */

export interface Sentence {
  readonly source: string;
  /** Left to right; a run of right-to-left words is `…`. */
  readonly seen: string;
}

export function readSentences(file: string): Sentence[] {
  const lines = file.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  const pairs: Sentence[] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) pairs.push({ source: lines[i] ?? "", seen: lines[i + 1] ?? "" });
  return pairs;
}

/** A right-to-left word: letters with points, gershayim or geresh inside, a geresh at the end. */
const LETTERS =
  "\\u05D0-\\u05EA\\u05F0-\\u05F2\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0620-\\u065F\\u066E-\\u06D3";
const TYPED = new RegExp(`[${LETTERS}]+(?:["'״׳][${LETTERS}]+)*['׳]?`, "gu");
/** The same as drawn, left to right: a final geresh is met first. */
const DRAWN = new RegExp(`['׳]?[${LETTERS}]+(?:["'״׳][${LETTERS}]+)*`, "gu");

/** What is drawn, with right-to-left words written as `…`. */
export function drawn(order: string): string {
  return order
    .replace(/\u00A0/g, " ")
    .replace(DRAWN, "…")
    .replace(/…(?: …)+/g, "…");
}

/** The right-to-left words in the order of reading, each by its letters in that order. */
export function rightToLeftWords(text: string, as: "typed" | "drawn"): string[] {
  if (as === "typed") return text.match(TYPED) ?? [];
  return (text.match(DRAWN) ?? []).map(reverse).reverse();
}

/** Letters back to front; points stay behind the letter that carries them. */
function reverse(word: string): string {
  return (word.match(/\P{M}\p{M}*/gu) ?? []).reverse().join("");
}

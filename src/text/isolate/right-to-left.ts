import { KIND, kindAt, skipWord } from "../characters.ts";
import { compound, spaces } from "./scan.ts";
import { NONE } from "./token.ts";

/** Marks inside a right-to-left word or compound: gershayim as typed, maqaf, hyphen. */
const INNER = "\"'״׳־-’”/";

/** Offset after the right-to-left words that start at `at`, with single marks, spaces and numbers between them. */
export function rightToLeftPhrase(text: string, at: number): number {
  let end = word(text, at);
  for (;;) {
    const next = spaces(text, end);
    if (next === NONE) return end;
    const afterNumber = spaces(text, Math.max(next, compound(text, next)));
    const start = kindAt(text, next) === KIND.RTL ? next : afterNumber;
    if (start === NONE || kindAt(text, start) !== KIND.RTL) return end;
    end = word(text, start);
  }
}

function word(text: string, at: number): number {
  let end = skipWord(text, at, KIND.RTL);
  while (end < text.length && INNER.includes(text.charAt(end)) && kindAt(text, end + 1) === KIND.RTL) {
    end = skipWord(text, end + 1, KIND.RTL);
  }
  return "'׳’".includes(text.charAt(end)) && end < text.length && !opened(text, at) ? end + 1 : end;
}

/** A single quote before the word: the one after it closes the quotation. */
function opened(text: string, at: number): boolean {
  return "'‘׳".includes(text.charAt(at - 1)) && at > 0;
}

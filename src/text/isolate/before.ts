import { KIND, kindAt, previous } from "../characters.ts";

/** What stands before a place. All looks back are bounded. */

/** Longest word that is looked at. */
const LIMIT = 12;

/** Offset after the last character before `at` that is no space. */
export function skipBackSpaces(text: string, at: number): number {
  let end = at;
  while (end > 0 && at - end < LIMIT && kindAt(text, end - 1) === KIND.SPACE) end--;
  return end;
}

/** The right-to-left word that ends at `end`; null where another thing stands there, or nothing. */
export function wordBefore(text: string, end: number): string | null {
  let start = end;
  while (start > 0 && end - start < LIMIT) {
    const before = previous(text, start);
    const kind = kindAt(text, before);
    if (kind !== KIND.RTL && kind !== KIND.MARK) break;
    start = before;
  }
  return start < end ? text.slice(start, end) : null;
}

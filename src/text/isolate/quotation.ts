import { KIND, kindAt, sizeAt } from "../characters.ts";
import { isForeign, isFree } from "./scan.ts";
import type { Recogniser, Token } from "./token.ts";

/** Closing marks by their opening ones. */
const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“”",
  "‘": "’",
  "«": "»",
  "‹": "›",
  "'": "'",
};
/** Longest quotation that is looked through. */
const LIMIT = 400;

/**
 * A quotation with no right-to-left letter inside, its marks and its last stop included: `"No deal!"`. A straight
 * single quote opens one only where no letter stands before it.
 */
export const quotation: Recogniser = (text, at) => {
  const closers = PAIRS[text.charAt(at)];
  if (closers === undefined || (text.charAt(at) === "'" && !isFree(text, at))) return null;
  return close(text, at, closers);
};

function close(text: string, at: number, closers: string): Token | null {
  let letters = false;
  for (let end = at + 1; end < Math.min(text.length, at + LIMIT); end += sizeAt(text, end)) {
    if (closers.includes(text.charAt(end)) && !isInner(text, end)) {
      return letters ? { kind: "quotation", start: at, end: end + 1 } : null;
    }
    if (isForeign(text, end)) return null;
    letters ||= kindAt(text, end) === KIND.LTR;
  }
  return null;
}

/** An apostrophe within a word (`don't`) closes nothing. */
function isInner(text: string, at: number): boolean {
  return "'’".includes(text.charAt(at)) && kindAt(text, at - 1) === KIND.LTR && kindAt(text, at + 1) === KIND.LTR;
}

import { KIND, kindAt, previous } from "../characters.ts";
import { skipBackSpaces, wordBefore } from "./before.ts";
import { quantity } from "./quantity.ts";
import { isFree, isJoint, isWordAt } from "./scan.ts";
import type { Context, Recogniser, Token, TokenKind } from "./token.ts";

/**
 * Numbers: signed, ranges, quantities. A bare number, date or time needs nothing (its separators are of class CS), and
 * is read over whole.
 */

const RANGE_DASHES = "-–—‑−";
const SIGN = /(?:\+\/-|[-−–+±~≈<>≤≥≠])/y;
/** Words after which a hyphen before a number can only be a minus. */
const BEFORE_VALUE: ReadonlySet<string> = new Set(
  "של עד בין לבין לעומת מול היא הוא היה הייתה סביב מתחת מעל שווה כלומר دون من إلى حتى بين از تا به".split(" "),
);

export const numeric: Recogniser = (text, at, context) => {
  const sign = readSign(text, at);
  const first = quantity(text, sign.end);
  if (first === null) return null;
  const parts = readParts(text, sign.end, first.end, first.marked);
  const marked = parts.marked;
  const token = (kind: TokenKind): Token => ({ kind, start: at, end: parts.end });
  if (sign.text !== "" && !isCertain(text, at, sign.text, parts.end, marked)) return token("doubtful-minus");
  if (parts.count > 1) return token(kindOfParts(text, sign, parts, context));
  if (sign.text !== "") return token("signed");
  return token(marked ? "measure" : "number");
};

interface Sign {
  readonly text: string;
  readonly end: number;
}

function readSign(text: string, at: number): Sign {
  SIGN.lastIndex = at;
  const found = SIGN.exec(text)?.[0] ?? "";
  return found !== "" && maySign(text, at, found) ? { text: found, end: at + found.length } : { text: "", end: at };
}

/** A sign stands free; plus, about and comparison also right after a Hebrew prefix (`ב+12%`). */
function maySign(text: string, at: number, sign: string): boolean {
  if (isFree(text, at) || isJoint(text, at - 1)) return true;
  return !"-–−".includes(sign) && kindAt(text, previous(text, at)) === KIND.RTL;
}

interface Parts {
  readonly end: number;
  readonly marked: boolean;
  /** How many quantities are joined by dashes. */
  readonly count: number;
  /** The first dash; empty when there is none. */
  readonly dash: string;
}

function readParts(text: string, start: number, end: number, marked: boolean): Parts {
  const parts = { end, marked, count: 1, dash: "" };
  while (RANGE_DASHES.includes(text.charAt(parts.end)) && parts.end < text.length) {
    const dash = text.charAt(parts.end);
    const next = quantity(text, parts.end + 1);
    if (next === null || (parts.count > 1 && dash !== parts.dash)) break;
    parts.dash ||= dash;
    parts.marked ||= next.marked;
    parts.count++;
    parts.end = next.end;
  }
  return parts.end > start ? parts : { end, marked, count: 1, dash: "" };
}

/**
 * A number with dashes inside. Three parts and more are a date (2019-03-11, ordered by its ES separators), or digits
 * that are dialled or catalogued. Two are a range, by the deck's policy:
 * `preserve` keeps the order that authors see in other programs (hyphen left-to-right, dash right-to-left; after an
 * Arabic letter both right-to-left), `ltr` sets all left-to-right, `academy` none. Percent and currency keep together always.
 */
function kindOfParts(text: string, sign: Sign, parts: Parts, context: Context): TokenKind {
  const source = text.slice(sign.end, parts.end);
  if (sign.text !== "") return parts.count > 2 ? "phone" : "signed";
  if (parts.count > 2) return /^\d{4}-\d\d?-\d\d?$/.test(source) ? "number" : "phone";
  if (/^0\d{1,3}-\d{6,8}$/.test(source)) return "phone";
  if (parts.marked || context.ranges === "ltr") return "range";
  const asSeen = (parts.dash === "-" || parts.dash === "−") && !context.afterArabic;
  return context.ranges === "preserve" && asSeen ? "range" : "plain-range";
}

/**
 * Whether a sign is one for certain. A hyphen may as well be an author's own dash (`ל -5`): it is a minus when the
 * number shows it (percent, currency, unit, decimal point), when nothing but an opener stands before, or after a word
 * that a value follows.
 */
function isCertain(text: string, at: number, sign: string, end: number, marked: boolean): boolean {
  if (sign === "–") return marked && !isLonePrefix(text, at);
  const before = skipBackSpaces(text, at);
  if (sign !== "-" || before === at || before === 0) return true;
  if (isLonePrefix(text, at)) return false;
  if (marked || /^\d+[.٫]\d+$/.test(text.slice(at + 1, end))) return true;
  const word = wordBefore(text, before);
  return word === null ? !isWordAt(text, previous(text, before)) : BEFORE_VALUE.has(word);
}

/** A one-letter prefix that its author set apart by a space: `ל -5`. */
function isLonePrefix(text: string, at: number): boolean {
  return /^[ובכלמשה]$/.test(wordBefore(text, skipBackSpaces(text, at)) ?? "");
}

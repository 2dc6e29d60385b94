import {
  isControl,
  isRightToLeftBlock,
  KIND,
  kindAt,
  OBJECT,
  PARAGRAPH_SEPARATOR,
  previous,
  sizeAt,
  skipKind,
} from "../characters.ts";
import { NONE } from "./token.ts";

/** Small readers that the recognisers share. Each gives the offset after what it read, or NONE. */

/** Digits with inner points and commas: `1,250.5`. Ends after a digit. */
export function number(text: string, at: number): number {
  return chain(text, at, ".,٫٬");
}

/** Digits with any inner separator that keeps their order (bidi classes CS): `16:00`, `11.3.2019`, `2023/24`. */
export function compound(text: string, at: number): number {
  return chain(text, at, ".,٫٬:/");
}

function chain(text: string, at: number, separators: string): number {
  let end = skipKind(text, at, KIND.DIGIT);
  if (end === at) return NONE;
  while (end < text.length && separators.includes(text.charAt(end))) {
    const next = skipKind(text, end + 1, KIND.DIGIT);
    if (next === end + 1) return end;
    end = next;
  }
  return end;
}

/** At most three spaces in a row; NONE where there is none, or more. A forced line end is no space. */
export function spaces(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 4 && kindAt(text, end) === KIND.SPACE) end++;
  return end > at && end - at < 4 ? end : NONE;
}

/** Offset after `spaces`, or `at` itself where there is none. */
export function optionalSpaces(text: string, at: number): number {
  const end = spaces(text, at);
  return end === NONE ? at : end;
}

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
/** Longest and deepest bracketed group that is looked through: keeps a line of opening brackets linear. */
const GROUP_LIMIT = 120;
const GROUP_DEPTH = 3;

/** A balanced bracketed group without right-to-left letters; `wanted` must hold of what is inside. */
export function group(text: string, at: number, wanted: (inside: string) => boolean = () => true): number {
  if (!(text.charAt(at) in CLOSERS)) return NONE;
  const open: string[] = [];
  for (let end = at; end < Math.min(text.length, at + GROUP_LIMIT); end += sizeAt(text, end)) {
    if (isForeign(text, end)) return NONE;
    const character = text.charAt(end);
    if (character in CLOSERS && open.push(CLOSERS[character] ?? "") > GROUP_DEPTH) return NONE;
    if (character === ")" || character === "]" || character === "}") {
      if (open.pop() !== character) return NONE;
      if (open.length === 0) return wanted(text.slice(at + 1, end)) ? end + 1 : NONE;
    }
  }
  return NONE;
}

/** What may not stand inside a left-to-right run: characters of right-to-left scripts, controls, a forced line end. */
export function isForeign(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0x590 && (isRightToLeftBlock(code) || isControl(code) || code === PARAGRAPH_SEPARATOR.codePointAt(0));
}

/** Whether a left-to-right letter stands in the text. */
export function hasLetter(text: string): boolean {
  for (let at = 0; at < text.length; at += sizeAt(text, at)) if (kindAt(text, at) === KIND.LTR) return true;
  return false;
}

/** Whether a word could go on at `at`: a letter or a digit that is written left to right. */
export function isWordAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === KIND.LTR || kind === KIND.DIGIT;
}

const OPENERS = "([{\"'“„‘‚«‹״׳";

/** Whether a token could start at `at` as far as the character before it goes: a space, an opener, a joining mark. */
export function isFree(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = previous(text, at);
  const character = text.charAt(before);
  return (
    kindAt(text, before) === KIND.SPACE ||
    kindAt(text, before) === KIND.CONTROL ||
    OPENERS.includes(character) ||
    "־–—=:;,/|".includes(character) ||
    character === OBJECT ||
    character === PARAGRAPH_SEPARATOR
  );
}

/** Whether a hyphen at `at` joins a Hebrew prefix to what follows: `ב-`. */
export function isJoint(text: string, at: number): boolean {
  return text.charAt(at) === "-" && kindAt(text, previous(text, at)) === KIND.RTL;
}

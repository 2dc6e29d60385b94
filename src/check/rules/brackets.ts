import type { Source } from "../../deck/types.ts";
import { type Line, placeOf } from "../lines.ts";
import type { Finding, Rule } from "../types.ts";

const CLOSER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const OPENER: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * Brackets without a partner in their line, and those that were typed the other way round because they looked right
 * that way: `(Pew Research (2023`. A letter or number with a bracket that opens a line or an item, `א)`, is no bracket.
 */
export const brackets: Rule = ({ source, signed }) =>
  signed.flatMap((line) => unmatched(line.text).map((at) => report(source, line, at)));

/** Offsets of brackets without a partner. */
function unmatched(text: string): readonly number[] {
  if (!/[()[\]{}]/.test(text)) return [];
  const open: number[] = [];
  const lonely: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character in CLOSER) open.push(at);
    else if (character in OPENER) {
      const last = open.at(-1);
      if (last !== undefined && CLOSER[text.charAt(last)] === character) open.pop();
      else if (!isEnumerator(text, at) && !isFace(text, at)) lonely.push(at);
    }
  }
  return [...lonely, ...open.filter((at) => !isFace(text, at))].sort((a, b) => a - b);
}

/** `א)`, `12)`: the mark of an item. */
function isEnumerator(text: string, at: number): boolean {
  return /(?:^|[\s(])(?:[\u05D0-\u05EA]|[A-Za-z]|\d{1,2})['׳]?$/.test(text.slice(Math.max(0, at - 5), at));
}

/** `:)`, `;-(`. */
function isFace(text: string, at: number): boolean {
  return /[:;=]-?$/.test(text.slice(Math.max(0, at - 2), at));
}

function report(source: Source, line: Line, at: number): Finding {
  const bracket = line.text.charAt(at);
  const span = placeOf(source, line, at, at + 1);
  const other = CLOSER[bracket] ?? OPENER[bracket] ?? "";
  if (!isTurned(line.text, at)) return { code: "bidi/unbalanced-bracket", span, args: { text: bracket } };
  return {
    code: "bidi/mirrored-bracket",
    span,
    args: { text: bracket, other },
    fix: span && { span, text: other, safe: false },
  };
}

/** An opening bracket that faces nothing after it, or a closing one with nothing before it. */
function isTurned(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const isOpen = text.charAt(at) in CLOSER;
  const [inner, outer] = isOpen ? [after, before] : [before, after];
  return isBlank(inner) && !isBlank(outer);
}

function isBlank(character: string): boolean {
  return character === "" || /[\s.,;:!?\u2029]/.test(character);
}

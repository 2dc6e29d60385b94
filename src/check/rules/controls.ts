import { isArabicLetter, isHebrewLetter, KIND, kindOf, previous } from "../../text/characters.ts";
import type { Finding, Rule } from "../types.ts";

const NAMES: Readonly<Record<string, string>> = {
  "\u200E": "LRM",
  "\u200F": "RLM",
  "\u061C": "ALM",
  "\u202A": "LRE",
  "\u202B": "RLE",
  "\u202C": "PDF",
  "\u202D": "LRO",
  "\u202E": "RLO",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
};
const OVERRIDES = "\u202D\u202E";
const MARKS = "\u200E\u200F\u061C";
const CONTROLS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g;

/**
 * Hidden direction controls in the source, code and front matter too. A mark beside a letter of its own direction, or
 * one that another follows, does nothing; overrides show something else than is written (UTR 36 §3.2); an isolate or
 * embedding that is not closed spills over the rest of its paragraph.
 */
export const controls: Rule = ({ source }) => {
  if (!CONTROLS.test(source.text)) return [];
  CONTROLS.lastIndex = 0;
  const lonely = unbalanced(source.text);
  return [...source.text.matchAll(CONTROLS)].flatMap(({ 0: control, index }) => {
    const code = codeOf(source.text, control, index, lonely);
    return code === null ? [] : [report(code, control, index)];
  });
};

function codeOf(text: string, control: string, at: number, lonely: ReadonlySet<number>): string | null {
  if (OVERRIDES.includes(control)) return "bidi/override";
  if (MARKS.includes(control)) return isUseless(text, control, at) ? "bidi/stray-control" : null;
  return lonely.has(at) ? "bidi/unbalanced-isolate" : null;
}

function report(code: string, control: string, at: number): Finding {
  const span = { start: at, end: at + 1 };
  const safe = code !== "bidi/override";
  return { code, span, args: { name: NAMES[control] ?? "" }, fix: { span, text: "", safe } };
}

/**
 * Beside a letter of its own class, or doubled, a mark changes nothing. Classes, not directions: after an Arabic letter
 * RLM still keeps a number European (W2).
 */
function isUseless(text: string, control: string, at: number): boolean {
  const isOwn = OWN_LETTER[control] ?? isLatinLike;
  return (
    isOwn(text.codePointAt(previous(text, at))) || isOwn(text.codePointAt(at + 1)) || text.charAt(at + 1) === control
  );
}

const isLatinLike = (code: number | undefined): boolean => code !== undefined && kindOf(code) === KIND.LTR;
const OWN_LETTER: Readonly<Record<string, (code: number | undefined) => boolean>> = {
  "\u200E": isLatinLike,
  "\u200F": isHebrewLetter,
  "\u061C": (code) => code !== undefined && isArabicLetter(code),
};

/** Offsets of openers and closers without a partner in their line. */
function unbalanced(text: string): ReadonlySet<number> {
  const lonely = new Set<number>();
  let open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\n") {
      for (const opener of open) lonely.add(opener);
      open = [];
    } else if (/[\u202A\u202B\u202D\u202E\u2066-\u2068]/.test(character)) open.push(at);
    else if (character === "\u202C" || character === "\u2069") {
      const opener = open.pop();
      const fits = opener !== undefined && isIsolate(text.charAt(opener)) === (character === "\u2069");
      if (!fits) lonely.add(at);
      if (!fits && opener !== undefined) open.push(opener);
    }
  }
  for (const opener of open) lonely.add(opener);
  return lonely;
}

function isIsolate(control: string): boolean {
  return control >= "\u2066";
}

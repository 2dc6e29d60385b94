import { isSymbolAt, KIND, type Kind, kindAt, kindBefore, sizeAt } from "../characters.ts";
import { ABBREVIATIONS, SUFFIXES } from "./abbreviations.ts";
import { quantity } from "./quantity.ts";
import { group, hasLetter, isFree, isJoint, isWordAt, number, spaces } from "./scan.ts";
import { NONE, type Recogniser, type Scanner } from "./token.ts";

/**
 * Words that are written left to right, with everything between them that holds them together: `F-35`, `C++`, `.NET`,
 * `p<0.05 (n=1,204)`, `Smith v. Jones`, `A → B`. Commas, semicolons and colons belong to the sentence around.
 */
export const phrase: Recogniser = (text, at) => {
  const first = text.charAt(at) === "{" ? group(text, at, hasLetter) : word(text, at);
  if (first === NONE) return null;
  return { kind: "phrase", start: at, end: continuePhrase(text, at, first) };
};

/** Reads on from the end of a word (or of a unit: `16 GB RAM`) that began at `start`. */
export function continuePhrase(text: string, start: number, from: number): number {
  let end = from;
  for (;;) {
    const next = CONTINUATIONS.reduce((found, read) => (found === NONE ? read(text, end) : found), NONE);
    if (next === NONE) break;
    end = next;
  }
  return afterKept(text, afterAbbreviation(text, start, end));
}

/** Marks that their author keeps with the name by LRM: `Yahoo!&lrm;,`. */
const KEPT = /[!?.:%*…]{1,3}(?=\u200E)/y;

function afterKept(text: string, at: number): number {
  KEPT.lastIndex = at;
  return KEPT.test(text) ? KEPT.lastIndex : at;
}

const CONTINUATIONS: readonly Scanner[] = [
  spacedWord,
  spacedNumber,
  spacedFlag,
  spacedOperator,
  spacedGroup,
  afterInitial,
  afterSuffixComma,
];

// ---- a word -----------------------------------------------------------------------------------------

/** Marks that hold two parts of a word together when a letter or digit follows at once. */
const CONNECTORS = "-./&+:'’_@#%=~\\^*|·–—‑−<>×→←↔⇒≤≥≠";

/** A word with a letter in it; may start with a dot (`.NET`), an underscore or a dollar sign. */
export function word(text: string, at: number): number {
  if (isWordAt(text, at - 1)) return NONE;
  const start = at + leadLength(text, at);
  if (!isWordAt(text, start)) return NONE;
  let end = start;
  let letters = start > at;
  while (end < text.length) {
    const kind = kindAt(text, end);
    if (kind === KIND.LTR || kind === KIND.DIGIT || (end > start && isInnerMark(text, end, kind))) {
      letters ||= kind === KIND.LTR;
      end += sizeAt(text, end);
    } else {
      const next = afterConnector(text, end, letters);
      if (next === NONE) break;
      end = next;
    }
  }
  return letters ? afterTail(text, end) : NONE;
}

/** What is part of a word and no letter: accents, an underscore, raised and lowered digits, primes. */
function isInnerMark(text: string, at: number, kind: Kind): boolean {
  return kind === KIND.MARK || "_²³¹⁰⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉′″".includes(text.charAt(at));
}

/** How long the mark is that a word may start with. */
function leadLength(text: string, at: number): number {
  const mark = text.charAt(at);
  const opens = mark !== "" && "._$".includes(mark) && (kindAt(text, at + 1) === KIND.LTR || mark === "_");
  const free = isFree(text, at) || isJoint(text, at - 1) || kindBefore(text, at) === KIND.RTL;
  return opens && free ? 1 : 0;
}

/** After marks that join: up to three (`C:\\`, `->`), a thousands comma, or a bracketed group that touches the word. */
function afterConnector(text: string, at: number, letters: boolean): number {
  if (text.charAt(at) === "," && letters) return thousands(text, at);
  for (let end = at; end < at + 3 && isConnector(text, end); end++) {
    // Digits joined by dashes and stops alone are a number; they become a word only by a letter close to them.
    if (isWordAt(text, end + 1)) return letters || kindAt(text, end + 1) === KIND.LTR ? end + 1 : NONE;
  }
  return letters ? group(text, at) : NONE;
}

function isConnector(text: string, at: number): boolean {
  return at < text.length && CONNECTORS.includes(text.charAt(at));
}

function thousands(text: string, at: number): number {
  const isGroup = /^,\d{3}(?!\d)/.test(text.slice(at, at + 5)) && kindAt(text, at - 1) === KIND.DIGIT;
  return isGroup ? at + 4 : NONE;
}

/** Marks that end a word and are of it: `C++`, `OPEC+`, `F#`, `A*`. */
function afterTail(text: string, at: number): number {
  let end = at;
  while (end < at + 2 && end < text.length && "+#™®©*".includes(text.charAt(end))) end++;
  return end;
}

// ---- what may follow a word ---------------------------------------------------------------------------

function spacedWord(text: string, at: number): number {
  const next = spaces(text, at);
  return next === NONE ? NONE : word(text, next);
}

/** A plain number, a version: `Windows 11`, `USB 3.0`. A quantity, date or range is a token of its own. */
function spacedNumber(text: string, at: number): number {
  const next = spaces(text, at);
  if (next === NONE || kindAt(text, at - 1) === KIND.DIGIT) return NONE;
  const end = number(text, next);
  const read = end === NONE ? null : quantity(text, next);
  if (read === null || read.marked || read.end !== end || isDashed(text, end)) return NONE;
  const written = text.slice(next, Math.min(end, next + 16));
  if (!/^\d{1,6}(?:\.\d{1,3}){0,3}$/.test(written) || isDate(written)) return NONE;
  return text.charAt(end) === "+" && !isWordAt(text, end + 1) ? end + 1 : end;
}

function isDashed(text: string, at: number): boolean {
  return at < text.length && "-–—‑−".includes(text.charAt(at)) && kindAt(text, at + 1) === KIND.DIGIT;
}

function isDate(written: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.\d{2,}$/.test(written);
}

/** An option of a command: `--rtl`, `-v`, or `--` alone before one. */
function spacedFlag(text: string, at: number): number {
  const next = spaces(text, at);
  if (next === NONE || text.charAt(next) !== "-") return NONE;
  const dashes = text.charAt(next + 1) === "-" ? next + 2 : next + 1;
  if (kindAt(text, dashes) === KIND.LTR) return word(text, dashes);
  return dashes === next + 2 ? Math.max(spacedFlag(text, dashes), spacedWord(text, dashes)) : NONE;
}

/** Operators of ASCII that join words with spaces around them; every other symbol does (arrows, emoji). */
const OPERATORS = /(?:->|=>|<-|<=|>=|==|!=|[-–—=+&/|<>~*·•×])/y;

/** `A → B`, `x = 5`, `Barnes & Noble`: an operator with spaces, then a word; after a relation, a number too. */
function spacedOperator(text: string, at: number): number {
  const start = spaces(text, at);
  if (start === NONE) return NONE;
  const end = afterOperator(text, start);
  const next = end === NONE ? NONE : spaces(text, end);
  if (next === NONE) return NONE;
  const found = word(text, next);
  if (found !== NONE || "-–—".includes(text.charAt(start))) return found;
  const signed = "-−+±".includes(text.charAt(next)) ? next + 1 : next;
  return quantity(text, signed)?.end ?? NONE;
}

function afterOperator(text: string, at: number): number {
  OPERATORS.lastIndex = at;
  if (OPERATORS.test(text)) return OPERATORS.lastIndex;
  let end = at;
  while (end < text.length && end - at < 16 && isSymbolAt(text, end)) end += sizeAt(text, end);
  return end > at ? end : NONE;
}

/** ` (n=1,204)`, ` (D-VT)`: brackets with a letter inside. `(2006)` after a name is the sentence's own. */
function spacedGroup(text: string, at: number): number {
  const next = spaces(text, at);
  return next === NONE ? NONE : group(text, next, hasLetter);
}

/** The stop after an abbreviation that a name or number goes on after: `Dr. J. Smith`, `art. 51`, `Yahoo! Finance`. */
function afterInitial(text: string, at: number): number {
  const mark = text.charAt(at);
  if (mark !== "!" && !(mark === "." && isAbbreviation(text, at))) return NONE;
  const next = spaces(text, at + 1);
  return next === NONE ? NONE : Math.max(word(text, next), mark === "." ? number(text, next) : NONE);
}

/** `, Inc.`, `, D.C.`: a comma inside a name. */
function afterSuffixComma(text: string, at: number): number {
  const next = text.charAt(at) === "," ? spaces(text, at + 1) : NONE;
  const end = next === NONE ? NONE : word(text, next);
  return end !== NONE && SUFFIXES.has(text.slice(next, end)) ? end : NONE;
}

/**
 * The stop of a closing abbreviation, when the sentence goes on after it (`Apple Inc. הודיעה`); a dotted acronym
 * (`U.S.`) keeps its own always.
 */
function afterAbbreviation(text: string, start: number, at: number): number {
  if (text.charAt(at) !== "." || !isAbbreviation(text, at)) return at;
  const acronym = text.charAt(at - 2) === "." && at - 3 >= start;
  const goesOn = ",;:)".includes(text.charAt(at + 1)) || spaces(text, at + 1) !== NONE;
  return acronym || (goesOn && at + 2 < text.length && text.charAt(at + 1) !== "") ? at + 1 : at;
}

/** Whether the stop at `at` ends a word that is shortened: one letter, or one on the list. */
function isAbbreviation(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 8 && kindAt(text, start - 1) === KIND.LTR) start--;
  const before = text.slice(start, at);
  return (before.length === 1 && !/\d/.test(text.charAt(start - 1))) || ABBREVIATIONS.has(before);
}

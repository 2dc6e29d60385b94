import { KIND, kindAt, skipWord } from "../characters.ts";
import { compound, number, spaces } from "./scan.ts";
import { CURRENCY, CURRENCY_LETTERS, MULTIPLIERS, PERCENT, UNITS } from "./units.ts";

/** A number with what is said of it. `marked` means a sign or unit that must stay on its side: percent, currency, km. */
export interface Quantity {
  readonly end: number;
  readonly marked: boolean;
  /** Whether the last character is a Latin letter of a unit, after which a phrase may go on (`16 GB RAM`). */
  readonly lettered: boolean;
}

/** Reads `1,250`, `83.7%`, `$3.5B`, `₪-12`, `16 GB`, `16:00`, `11.3.2019`; null where letters go on (`5G`). */
export function quantity(text: string, at: number): Quantity | null {
  const digits = afterCurrency(text, at);
  const currency = digits > at;
  const read = currency ? number(text, digits) : compound(text, digits);
  if (read < 0) return null;
  const suffixed = afterSuffix(text, read, currency);
  if (suffixed > read) return { end: suffixed, marked: true, lettered: kindAt(text, suffixed - 1) === KIND.LTR };
  if (kindAt(text, read) === KIND.LTR || text.charAt(read) === "_") return null;
  return { end: read, marked: currency, lettered: false };
}

/** Offset of the digits after a currency sign and its own minus; `at` where there is no currency. */
function afterCurrency(text: string, at: number): number {
  if (kindAt(text, at) === KIND.DIGIT) return at;
  CURRENCY_LETTERS.lastIndex = at;
  const sign = CURRENCY_LETTERS.test(text) ? CURRENCY_LETTERS.lastIndex : at;
  if (!text.charAt(sign) || !CURRENCY.includes(text.charAt(sign))) return at;
  const next = sign + 1;
  return "-−+".includes(text.charAt(next)) && kindAt(text, next + 1) === KIND.DIGIT ? next + 1 : next;
}

/** Reads a percent or degree sign, a currency sign, a unit; `at` where there is none. */
function afterSuffix(text: string, at: number, currency: boolean): number {
  const mark = text.charAt(at);
  if (mark === "°" || mark === "º") return afterDegree(text, at + 1);
  const marked = mark !== "" && (PERCENT.includes(mark) || (CURRENCY.includes(mark) && !currency));
  if (marked && kindAt(text, at + 1) !== KIND.LTR) return at + 1;
  if (currency) return afterMultiplier(text, at);
  const unit = afterUnit(text, at);
  if (unit > at) return unit;
  const gap = spaces(text, at);
  if (gap < 0) return at;
  const spaced = afterUnit(text, gap);
  return spaced > gap ? spaced : at;
}

function afterDegree(text: string, at: number): number {
  return /[CFK]/.test(text.charAt(at)) && kindAt(text, at + 1) !== KIND.LTR ? at + 1 : at;
}

function afterMultiplier(text: string, at: number): number {
  const end = skipWord(text, at, KIND.LTR);
  return MULTIPLIERS.has(text.slice(at, end)) ? end : at;
}

/** A unit or a rate of two (`mg/kg`), each six characters at most; a letter or digit after it makes it another word. */
function afterUnit(text: string, at: number): number {
  if (kindAt(text, at) !== KIND.LTR) return at;
  let end = skipWord(text, at, KIND.LTR);
  if (end - at > 6) return at;
  if (text.charAt(end) === "/" && UNITS.has(text.slice(at, end))) {
    const rate = skipWord(text, end + 1, KIND.LTR);
    if (rate - end <= 6 && UNITS.has(text.slice(end + 1, rate))) return rate;
  }
  if (/[²³23]/.test(text.charAt(end)) && UNITS.has(text.slice(at, end + 1))) end++;
  const next = text.charAt(end);
  const goesOn = kindAt(text, end) === KIND.DIGIT || (/[-_/.+#&@]/.test(next) && kindAt(text, end + 1) === KIND.LTR);
  return UNITS.has(text.slice(at, end)) && !goesOn ? end : at;
}

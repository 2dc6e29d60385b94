/** Numbers and dates that carry a sentence: they become number and timeline slides. */

import { MONTH } from "../words.ts";
import { clausesOf, countWords } from "./clauses.ts";
import { cutsOf } from "./cuts.ts";
import type { Ranked } from "./rank.ts";

export interface NumberFact {
  /** As written, e.g. `חמש מתוך 11`, `12.5%`. */
  readonly value: string;
  /** The words that follow it, to the end of the clause. */
  readonly label: string;
  /** The sentence around it, cut where it stands alone, or the clause in front of it. */
  readonly context: string;
  readonly from: Ranked;
}

const UNIT =
  "(?:\\s?(?:%|אחוז(?:ים)?)|\\s(?:מיליוני|מיליון|מיליארדי|מיליארד|אלפי|אלף|אלפים|million|billion|thousand|percent))";
const MONEY = '(?:\\s(?:ש["״]ח|שקל(?:ים)?|שקלים חדשים|דולר(?:ים)?|אירו|יורו))';
const RATIO = "(?:\\d[\\d.,]*|[א-ת]{2,8}) מתוך (?:כל )?\\d[\\d.,]*";
const SHARE = `[₪$€]?\\d[\\d,.]*(?:${UNIT}${MONEY}?|${MONEY})`;
const LARGE = "\\d{1,3}(?:,\\d{3})+|\\d{4,}(?!\\d)";
/** `כ-`, `יותר מ-`: part of the figure, for without them it would be another one. */
const ABOUT = "(?:(?:יותר מ|פחות מ|למעלה מ)-?|(?:מעל|עד|לפחות|כמעט|בערך|about|over|under|nearly|almost|at least) |כ-)?";
const VALUE = new RegExp(
  `(?<![\\d\\p{L}.,/–-])(?:[שוה]-)?(${ABOUT}(?:${RATIO}|${SHARE}|${LARGE}))(?![\\d\\p{L}%/-])`,
  "u",
);
const YEAR = /^(?:1[5-9]|20)\d{2}$/;

/** The figure of a sentence with what it counts; null where no figure carries it. */
export function numberFact(sentence: Ranked): NumberFact | null {
  for (const [at, { text }] of clausesOf(sentence.text).entries()) {
    const match = VALUE.exec(text);
    const value = match?.[1];
    if (!match || value === undefined || YEAR.test(value)) continue;
    const label = labelAfter(text.slice(match.index + match[0].length).trim());
    if (label === "") continue;
    const before = match.index === 0 ? clausesOf(sentence.text)[at - 1]?.text : undefined;
    const context = contextOf(sentence.text, `${value} ${label}`, before);
    if (context !== "") return { value, label, context, from: sentence };
  }
  return null;
}

/** Two to eight words; a label that starts on a verb or a sign is none. */
function labelAfter(text: string): string {
  const label = text.replace(/\s*[.,;:)]+$/u, "");
  const words = countWords(label);
  return words >= 2 &&
    words <= 9 &&
    /^[\p{L}]/u.test(label) &&
    !/^(?:ו[א-ת]|ש[א-ת]|עד\s|לעומת\s|הם\s|היו\s)/u.test(label)
    ? label
    : "";
}

/** What the figure is part of: a cut of the sentence that holds it whole, or the clause in front of it. */
function contextOf(sentence: string, figure: string, before: string | undefined): string {
  const whole = cutsOf(sentence).find(({ text, grace }) => grace >= 0.7 && text.includes(figure));
  if (whole) return whole.text;
  const clause = before?.replace(/^(?:כאשר|כש(?=[א-ת]{3}))\s*/u, "") ?? "";
  return countWords(clause) >= 4 && countWords(clause) <= 14 ? clause : "";
}

export interface DatedFact {
  /** As written, e.g. `2003-2008`, `במרץ 2019`. */
  readonly when: string;
  readonly what: string;
  /** For the order of time: year and month. */
  readonly at: number;
  readonly from: Ranked;
}

const WHEN = new RegExp(
  `(?<![\\d\\p{L}])(?:[בלמוש]?-)?((?:\\d{1,2}\\s+)?(?:[במלש]{0,2}${MONTH})\\s+(?:1[89]|20)\\d{2}|(?:1[89]|20)\\d{2}(?:[-–](?:1[89]|20)?\\d{2})?)(?![\\d\\p{L}])`,
  "u",
);
const MONTHS = MONTH.slice(3, -1).split("|");

/** The date of a sentence with what happened then; null where it has none or cannot be cut short. */
export function datedFact(sentence: Ranked): DatedFact | null {
  for (const { text } of cutsOf(sentence.text, 16)) {
    const match = WHEN.exec(text);
    const when = match?.[1];
    if (!match || when === undefined) continue;
    const before = text.slice(0, match.index).trim();
    const after = text.slice(match.index + match[0].length).trim();
    const what = before === "" ? after.replace(/^[,:–-]\s*/u, "") : after === "" ? before : text;
    if (countWords(what) < 3 || countWords(what) > 14) continue;
    return { when, what, at: timeOf(when), from: sentence };
  }
  return null;
}

function timeOf(when: string): number {
  const year = Number(/(?:1[89]|20)\d{2}/.exec(when)?.[0] ?? 0);
  const month = MONTHS.findIndex((name) => when.includes(name));
  return year * 12 + (month < 0 ? 0 : month % 12);
}

/**
 * Sentences → clauses → what can stand alone on a slide. Nothing is written anew: a point is a stretch of a sentence, from
 * one clause border to another, with at most an inserted clause taken out of its middle.
 */

import { isFunctionWord, wordsOf } from "../words.ts";
import { type Clause, clausesOf, countWords } from "./clauses.ts";

/** Points have at most this many words. */
export const POINT_WORDS = 14;

/** A way to put a sentence on a slide. */
export interface Cut {
  readonly text: string;
  /** How well it stands alone, 0 to 1. */
  readonly grace: number;
  /** First and last clause. */
  readonly from: number;
  readonly to: number;
}

/** An opening that only joins the sentence to the one before. */
const CONNECTIVE =
  /^(?:לכן|אולם|אך|אבל|והנה|ראשית|שנית|שלישית|לסיום|לבסוף|בנוסף|כמו כן|זאת ועוד|יתרה מז[ואה]ת?|יתר על כן|חשוב מכך|למרות זאת|עם זאת|לעומת זאת|מנגד|מכל מקום|כאמור|אכן|במקביל|חרף אלה|כללית|במובן זה|בהקשר זה|מבחינה זו|בפן החיובי|נכון לעכשיו|עבורו|however|moreover|therefore|finally|also|thus|still)$/iu;
/** A clause that says who says so or how sure it is, or sets a condition: to drop it would change what is claimed. */
const BINDING =
  /^(?:לדברי|לדבריו|לדבריה|על פי|לפי|לטענת|להערכת|לטענתו|להערכתו|ככל הנראה|ייתכן|אם|אילו|אילולא|אלמלא|בתנאי|ללא|according|if|unless|perhaps|allegedly)(?=\s|$)/iu;
/** A clause that leans on what stands before it. */
const LEANING =
  /^(?:כי|אשר|שכן|אלא|לרבות|דוגמת|כולל|אך|אבל|אולם|או|ואף|וכן|וכך|כדי|כך ש|משום|מפני|מכיוון|מאחר|בצירוף|כאשר|בעוד|למרות|תוך|אם כי|that|which|who|because|while|but|and|or|although)(?=\s|$)/iu;
/** A clause in front of the main one: `כאשר …, `, `למרות …, `. It may be dropped, and the main clause stands alone. */
const FRONTED =
  /^(?:כאשר|כש\S+|למרות|חרף|בעוד|לאחר|לפני|מאז|אף ש\S*|מבחינת|בתמורה|בראייה|בהשלכה|although|while|when|after|before|since)(?=\s|$)/iu;

/**
 * All the cuts of a sentence that are short enough, best first. A cut neither starts in the middle of a thought (on a
 * relative or a conjunction) nor ends before it (on a function word, before an apposition, between subject and verb).
 */
export function cutsOf(sentence: string, words = POINT_WORDS): Cut[] {
  const cuts = cutsAt(clausesOf(sentence), words);
  if (cuts.some(({ grace }) => grace >= 0.7)) return cuts;
  return [...cuts, ...cutsAt(clausesOf(sentence.replace(REDUCED, " \u0000 ")), words, 0.6)].sort(
    (a, b) => b.grace - a.grace,
  );
}

/** A participle that opens a relative without a comma: `הסנקציות המוטלות על מדינתו`. A border where nothing else helps. */
const REDUCED = / (?=המ[א-ת]{2,5}(?:ת|ים|ות) (?:על|את|[בלמ][א-ת]+) )/gu;

function cutsAt(clauses: readonly Clause[], words: number, factor = 1): Cut[] {
  const cuts: Cut[] = subjectCuts(clauses, words);
  const first = firstClause(clauses);
  for (let from = first; from < clauses.length; from++) {
    if (!canStart(clauses, from, first)) continue;
    for (let to = from; to < clauses.length; to++) {
      if (!canEnd(clauses, to, first) || !hasMain(clauses, from, to)) continue;
      for (const without of [null, ...insertions(clauses, from, to)]) {
        const text = join(clauses.slice(from, to + 1), without === null ? -1 : without - from);
        const count = countWords(text);
        if (count < 3 || count > words) continue;
        cuts.push({ text, from, to, grace: factor * graceOf(clauses, from, to, first, without !== null, count) });
      }
    }
  }
  return cuts.sort((a, b) => b.grace - a.grace);
}

const BETWEEN = /^(\S+(?:\s\S+){1,3}?)\s(?:ש\S+\s)?בין\s.+\sלבין\s/u;

/**
 * A subject that names both its sides (`הפסגה השנייה בין … לבין …, הסתיימה …`) is its head and the verb: the sides, and the
 * relatives after them, are taken out.
 */
function subjectCuts(clauses: readonly Clause[], words: number): Cut[] {
  const from = firstClause(clauses);
  const head = BETWEEN.exec(clauses[from]?.text ?? "")?.[1];
  const to = clauses.findIndex(({ text }, at) => at > from && !GOES_ON.test(text) && !isShort(clauses, at));
  if (head === undefined || to < 0 || clauses[from]!.mark !== "," || !canEnd(clauses, to, from)) return [];
  const text = `${head} ${clauses[to]!.text}`;
  return countWords(text) <= words ? [{ text, from, to, grace: 0.8 }] : [];
}

/** Is there a clause that says something by itself? A sentence of one clause does. */
function hasMain(clauses: readonly Clause[], from: number, to: number): boolean {
  const isMain = ({ text }: Clause): boolean =>
    !FRONTED.test(text) && !BINDING.test(text) && !LEANING.test(unjoined(text));
  return clauses.length === 1 || clauses.slice(from, to + 1).some(isMain);
}

/** Where the sentence itself begins, after openings that only join. */
function firstClause(clauses: readonly Clause[]): number {
  let at = 0;
  while (at < clauses.length - 1 && CONNECTIVE.test(clauses[at]!.text)) at++;
  return at;
}

function canStart(clauses: readonly Clause[], from: number, first: number): boolean {
  const text = unjoined(clauses[from]!.text);
  if (
    from > first &&
    (LEANING.test(text) ||
      /^(?:ש(?!ל|ני|תי|נה|נת|אלה|בע|ר |רי|וק|מ |טח|ער|ית)[א-ת]{2}|ו[א-ת]{2}|כש|המ[א-ת]|כך\s|כפי\s|לפחות\s|כמעט\s|גם\s)/u.test(
        text,
      ))
  )
    return false;
  if (
    from > first &&
    (/^[()\d]/u.test(text) || /^[–—-]$/u.test(clauses[from - 1]!.mark) || clauses[from - 1]!.text.endsWith(")"))
  )
    return false;
  if (clauses.slice(0, from).some((clause) => BINDING.test(clause.text))) return false;
  const before = clauses[from - 1];
  if (from > first && before !== undefined && (endsOpen(before.text) || isShort(clauses, from))) return false;
  return (
    from === first ||
    before?.mark === ":" ||
    before?.mark === ";" ||
    clauses.slice(first, from).every((clause) => FRONTED.test(clause.text)) ||
    countWords(text) >= 5
  );
}

/** An apposition or an inserted word: a clause of at most three words in the middle. */
function isShort(clauses: readonly Clause[], at: number): boolean {
  const before = clauses[at - 1];
  return (
    before?.mark === "," &&
    at < clauses.length - 1 &&
    countWords(clauses[at]!.text) <= 3 &&
    !clauses[at]!.text.startsWith("(")
  );
}

function canEnd(clauses: readonly Clause[], to: number, first: number): boolean {
  const { text, mark } = clauses[to]!;
  const next = clauses[to + 1];
  if (next === undefined) return !endsOpen(text);
  if (endsOpen(text) || mark === ":" || isShort(clauses, to + 1) || BINDING.test(text)) return false;
  if (to === first && FRONTED.test(text)) return false;
  if (mark === "" && (next.text.startsWith("(") || text.endsWith(")") || /^(?:אלא|כי)\s/u.test(next.text)))
    return false;
  if (mark === "," && !GOES_ON.test(next.text)) return false;
  return !hasLateVerb(clauses, to);
}

/** How a clause opens that only adds to the one before it. Any other one may hold the verb of the sentence. */
const GOES_ON =
  /^(?:ש|ו[א-ת]|כש|כאשר|המ[א-ת]|[בלמכ][א-ת]{2}|תוך|או|אלא|כי|אם כי|אף|גם|עוד בטרם|עד|אשר|אך|אבל|אולם|[وفبل][\u0621-\u064a]|\(|and|or|but|which|who|with|in|to|as|for|by|on|at|that|because|while|when|including)/iu;

/** What follows qualifies what was said; a cut before it says too much. */
const CONTRAST = /^(?:אבל|אך|אולם|אלא|ובלבד|אם כי|but|although|unless|provided)(?=\s|$)/iu;

/** `אבל`, `לכן` in front of a main clause join it to the one before; without them it stands alone. */
function unjoined(text: string): string {
  return text.replace(/^(?:אבל|אך|אולם|ואולם|לכן|ולכן|but|so|yet)\s+/iu, "");
}

/** A relative follows, and after it the sentence goes on: then what stands before it is only the subject. */
function hasLateVerb(clauses: readonly Clause[], to: number): boolean {
  const next = clauses[to + 1]!;
  const relative = /^(?:ש(?!כן|ל |ני |תי )[א-ת]{2}|אשר\s|who\s|which\s)/u.test(next.text);
  return relative && to + 2 < clauses.length && clauses[to]!.mark === "," && clauses[to + 1]!.mark === ",";
}

function endsOpen(text: string): boolean {
  const last = wordsOf(text).at(-1);
  return (
    last === undefined ||
    (isFunctionWord(last) &&
      !/^(?:כך|זה|זו|זאת|אלה|אלו|יותר|פחות|מאוד|אותו|אותה|אותם|בו|בה|בהם|להם|לו|לה|עליו|עליה|עמו|כמוהו|ממנו|ממנה)$/u.test(
        last,
      ))
  );
}

/** Clauses that can be taken out of the middle: brackets, and a relative between two commas. */
function insertions(clauses: readonly Clause[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from + 1; at < to; at++) {
    const { text, mark } = clauses[at]!;
    const isRelative = /^ש[א-ת]{3}/u.test(text) && mark === "," && clauses[at - 1]!.mark === ",";
    if (isRelative || /^\(.*\)$/u.test(text)) found.push(at);
  }
  return found;
}

function join(clauses: readonly Clause[], without: number): string {
  let text = "";
  clauses.forEach((clause, at) => {
    if (at === without) return;
    text += text === "" ? unjoined(clause.text) : ` ${clause.text}`;
    const isLast = at === clauses.length - 1 || (at === without - 1 && clause.mark === ",");
    const afterGap = at === without - 1 && clauses[without]?.mark === ",";
    if (isLast || afterGap || clause.mark === "") return;
    text += /[–—-]/u.test(clause.mark) ? ` ${clause.mark}` : clause.mark;
  });
  return text.replace(/[,;:–—-]+$/u, "").trim();
}

function graceOf(
  clauses: readonly Clause[],
  from: number,
  to: number,
  first: number,
  gap: boolean,
  count: number,
): number {
  let grace = 1;
  const dropped = clauses.slice(first, from);
  const isOwn = clauses[from - 1]?.mark === ":" || CONTRAST.test(clauses[from]!.text);
  if (dropped.some((clause) => !FRONTED.test(clause.text))) grace *= isOwn ? 0.85 : 0.55;
  else if (dropped.length > 0) grace *= 0.9;
  if (to < clauses.length - 1) grace *= clauses[to]!.mark === ";" ? 0.95 : 0.85;
  if (CONTRAST.test(clauses[to + 1]?.text ?? "")) grace *= 0.5;
  if (gap) grace *= 0.8;
  if (LEANING.test(unjoined(clauses[from]!.text))) grace *= 0.4;
  if (/^(?:הוא|היא|הם|הן|זה|זו|זאת|אלה|it|he|she|they|this|these)(?=\s)/iu.test(clauses[from]!.text)) grace *= 0.8;
  if (FRONTED.test(clauses[from]!.text) && from === to) grace *= 0.2;
  return grace * (count < 5 ? 0.7 : 1);
}

import { KIND, kindAt } from "../characters.ts";
import { type Edit, editMatches } from "./edit.ts";

const NBSP = "\u00A0";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const UNITS = words(
  "מיליון מיליוני מיליארד מיליארדי טריליון אלף אלפי אחוז אחוזים דולר דולרים שקל שקלים אירו יורו דונם מעלות טון ליטר " +
    "ק״מ ק״ג ס״מ מ״מ מ״ר קמ״ש קוט״ש ש״ח שעות דקות שניות ימים שנים שנה יום חודשים שבועות איש",
);
const MONTHS = words("ינואר פברואר מרץ מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר");
const COUNTED = words(
  "עמ׳ עמוד עמודים סעיף סעיפים ס׳ פרק תרשים טבלה לוח תקנה החלטה שקופית מס׳ גיליון כרך חוברת פס׳ פסקה",
);
const TITLES = words("ד״ר פרופ׳ עו״ד גב׳ מר הרב אל״מ תא״ל סא״ל ח״כ רו״ח");
/** Longest word that is looked at. */
const LIMIT = 10;

/** A space that holds its words together (no break between number and unit, title and name; W3C hlreq, line breaking). */
export function spaces(text: string): Edit[] {
  return editMatches(text, CANDIDATE, ({ index }) =>
    isBound(text, index) ? { start: index, end: index + 1, text: NBSP } : null,
  );
}

/** Spaces beside a digit, after the end of what may be a title, after one letter: one in twenty, in most lines. */
const CANDIDATE = / (?:(?=\d)|(?<=(?:[\d%׳']|["״].|מר|רב|(?<![\u05D0-\u05EA\u0591-\u05C7"'׳״])[\u05D0-\u05EA]) ))/g;

function isBound(text: string, at: number): boolean {
  const after = kindAt(text, at + 1);
  if (after === KIND.DIGIT) return isOneLetter(text, at) || isListed(wordBefore(text, at), COUNTED);
  if (after !== KIND.RTL) return false;
  const before = text.charAt(at - 1);
  if (kindAt(text, at - 1) === KIND.DIGIT) return bindsNumber(text, at, true);
  if (before === "%") return bindsNumber(text, at, false);
  if (isOneLetter(text, at)) return true;
  return isListed(wordBefore(text, at), TITLES);
}

/** A number and its unit (5 מיליון), a day and its month (11 במרץ). */
function bindsNumber(text: string, at: number, month: boolean): boolean {
  const word = wordAfter(text, at + 1);
  if (UNITS.has(word)) return true;
  return month && MONTHS.has(word.replace(/^ב/, "")) && /(?<!\d)\d{1,2}$/.test(text.slice(Math.max(0, at - 3), at));
}

/** A word of one letter does not stay behind at a line's end: א הוא. */
function isOneLetter(text: string, at: number): boolean {
  if (kindAt(text, at - 1) !== KIND.RTL) return false;
  const before = text.charAt(at - 2);
  return kindAt(text, at - 2) === KIND.OTHER
    ? !"\"'׳״".includes(before) || before === ""
    : kindAt(text, at - 2) === KIND.SPACE;
}

/** Whether the word is on the list, with or without prefixes. */
function isListed(word: string, list: ReadonlySet<string>): boolean {
  for (let cut = 0; cut <= 3 && cut < word.length; cut++) {
    const bare = word.slice(cut);
    if (list.has(bare)) return (bare === "מר" ? PREFIX_OF_MR : PREFIX).test(word.slice(0, cut));
  }
  return false;
}

/** Vav comes first of the prefixes. */
const PREFIX = /^ו?[שהבכלמ]{0,2}$/;
/** Fewer before מר, because לומר, שומר and המר are other words. */
const PREFIX_OF_MR = /^ו?ל?$/;

/** What stands between the space at `end` and the one before, without what opens it. */
function wordBefore(text: string, end: number): string {
  const start = text.lastIndexOf(" ", end - 1) + 1;
  return end - start > LIMIT ? "" : curl(text.slice(start, end).replace(/^[("„“[]+/, ""));
}

/** What stands between the space before `start` and the next, without the stops after it. */
function wordAfter(text: string, start: number): string {
  const space = text.indexOf(" ", start);
  const end = space < 0 ? text.length : space;
  return end - start > LIMIT + 3 ? "" : curl(text.slice(start, end).replace(/[.,;:?!)\]”]+$/, ""));
}

/** Gershayim and geresh, whichever way they are typed. */
function curl(word: string): string {
  return word.replaceAll('"', "״").replaceAll("'", "׳");
}

/** Hebrew words and sentences, as far as an importer must know them: enough to cut, to count and to compare. */

/** Words of a text, with their gershayim and hyphens inside (`צה״ל`, `חצי-האי`), without the punctuation around them. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
const WORD = /[\p{L}\p{N}\p{M}]+(?:["'׳״’.,:\-–־/%][\p{L}\p{N}\p{M}]+)*['׳%]?/gu;

/** The letters that join a Hebrew word in front: ו ה ב כ ל מ ש. */
const PREFIXES = "והבכלמש";
const SUFFIXES = [
  "ותיהם",
  "יהם",
  "יהן",
  "ותיו",
  "ותיה",
  "יים",
  "ית",
  "ות",
  "ים",
  "יו",
  "יה",
  "ם",
  "ן",
  "ה",
  "ת",
  "י",
  "ו",
];

/**
 * A word without its prefix letters and common endings, so that הגרעין, לגרעין and גרעיני meet. It is a key to compare by,
 * not a root: at least three letters stay.
 */
export function stem(word: string): string {
  let rest = word
    .normalize("NFC")
    .replace(/[\u0591-\u05c7"'׳״]/g, "")
    .toLowerCase();
  for (let cut = 0; cut < 3 && rest.length > 3 && PREFIXES.includes(rest[0]!); cut++) rest = rest.slice(1);
  const suffix = SUFFIXES.find((ending) => rest.endsWith(ending) && rest.length - ending.length >= 3);
  return suffix === undefined ? rest : rest.slice(0, -suffix.length);
}

/** Words that join other words and say nothing alone; no key of a sentence, and no end of a line. */
const FUNCTION_WORDS = new Set(
  (
    "של את על אל עם בין לבין כי אם או גם אך אבל אולם לא אין יש זה זו זאת אלה אלו הוא היא הם הן היה הייתה היו יהיה תהיה יהיו " +
    "כל כך רק עוד כבר מאוד יותר פחות כמו כמה מה מי אשר כאשר שכן לכן לפי ידי כדי תוך אחר אחרי לאחר לפני בעוד אלא אף ואף " +
    "לו לה להם לי לנו בו בה בהם ממנו ממנה עליו עליה אותו אותה אותם כלפי מול נגד בקרב לגבי אצל עבור בלי ללא כולל וכן שני שתי " +
    "the of and to in a is that for on with as by at from an be are was were it this or not في من على إلى عن أن التي الذي هو هي ما لا"
  ).split(" "),
);

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || (word.length > 2 && word.startsWith("ו") && FUNCTION_WORDS.has(word.slice(1)));
}

/** The keys of a text: stems of the words that carry meaning. */
export function keysOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isFunctionWord(word) && word.length > 1)
    .map(stem);
}

/** A stretch of a text: UTF-16 offsets, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Abbreviations after which a full stop ends nothing. */
const ABBREVIATION = /(?:^|[\s(])(?:[א-ת]|עמ|מס|טל|וכד|וכו|ר|Dr|Mr|Mrs|No|vs|p|pp|U\.S|e\.g|i\.e)\.$/u;

/** Cuts a paragraph into sentences, with their closing marks. */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== "") found.push({ start: start + lead, end: start + raw.trimEnd().length, text: raw.trim() });
    start = end;
  };
  for (const match of text.matchAll(/[.?!…]+["”״')\]]*(?=\s|$)/gu)) {
    const end = match.index + match[0].length;
    if (match[0] === "." && ABBREVIATION.test(text.slice(Math.max(0, end - 8), end))) continue;
    push(end);
  }
  push(text.length);
  return found;
}

/** The Hebrew, Arabic and English names of months, as they stand in dates. */
export const MONTH =
  "(?:ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר|" +
  "תשרי|חשוון|מרחשוון|כסלו|טבת|שבט|אדר(?: [אב]['׳])?|ניסן|אייר|סיוון|תמוז|אב|אלול|" +
  "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|" +
  "January|February|March|April|May|June|July|August|September|October|November|December)";

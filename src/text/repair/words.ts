/** Words as the model sees them: the core of a token, its signature, and whether the lexicon knows it. */

import { classes } from "./classes.ts";
import { hashText, mix } from "./hash.ts";

/** A stretch of a line between spaces, taken apart into `open + core + close`. */
export interface Token {
  readonly text: string;
  /** Punctuation in front: brackets, quotation marks. */
  readonly open: string;
  readonly core: string;
  /** Punctuation behind: stops, commas, brackets, quotation marks. */
  readonly close: string;
  /** The core without its prefix letters. */
  readonly stem: string;
  readonly shape: Shape;
}

/** Numbers that stand for a token in features. */
export interface Shape {
  /** Hash of the core. */
  readonly word: number;
  /** Hash of the core without its prefix letters. */
  readonly stem: number;
  /** Hash of the prefix letters; the word itself for function words. */
  readonly lead: number;
  /** Hash of the ending; the word itself for function words. */
  readonly ending: number;
  /** Hash of prefix letters and ending together; the word itself for function words. */
  readonly signature: number;
  /** Kind of punctuation behind: 0 none, 1 comma, 2 stop, 3 colon, 4 other. */
  readonly after: number;
  /** Kind of punctuation in front: 0 none, 1 any. */
  readonly before: number;
}

/** Commonness of the words that are known, as in `Model.words`. */
export type Lexicon = ReadonlyMap<string, number>;

const edge = /^([("'«„“”)[\]{}.,;:!?…–—-]*)(.*?)([)"'»“”([\]{}.,;:!?…–—-]*)$/su;

export function makeToken(text: string, lexicon: Lexicon): Token {
  const match = edge.exec(text);
  const open = match?.[1] ?? "";
  const core = match?.[2] ?? text;
  const close = match?.[3] ?? "";
  const after = close === "" ? (core === "" && open !== "" ? 4 : 0) : closing(close);
  const stem = stemOf(core, lexicon);
  return { text, open, core, close, stem, shape: { ...shapeOf(core, stem), after, before: open === "" ? 0 : 1 } };
}

function shapeOf(core: string, stem: string): Omit<Shape, "after" | "before"> {
  const word = hashText(core);
  const kind = specialKind(core, word);
  if (kind !== undefined) return { word, stem: word, lead: kind, ending: kind, signature: kind };
  const known = classes.get(core) ?? (stem === core ? undefined : classes.get(stem));
  const lead = hashText(classes.has(core) ? "" : core.slice(0, core.length - stem.length), 11);
  const ending = hashText(known ?? endings.exec(stem)?.[0] ?? "", 13);
  const signature = mix(lead, ending, !known && future.has(stem.charCodeAt(0)) ? 1 : 0, core.includes("-") ? 1 : 0);
  return { word, stem: hashText(stem), lead, ending, signature };
}

/** Tokens that are classes of their own: function words, numbers, Latin, bare signs. */
function specialKind(core: string, word: number): number | undefined {
  if (core === "") return 1;
  if (functionWords.has(core)) return word;
  if (/^[\d.,/:%₪-]+$/.test(core)) return core.length === 4 ? 2 : 3;
  return /[A-Za-z]/.test(core) ? 4 : undefined;
}

function closing(close: string): number {
  if (/[.!?…]/.test(close)) return 2;
  if (close.includes(",")) return 1;
  if (/[:;]/.test(close)) return 3;
  return 4;
}

/** Words without a content of their own: their signature is the word. */
const functionWords = new Set(
  (
    "של את על עם אל אם או גם כי לא זה זו זאת אלה אלו הוא היא הם הן אני אנו אנחנו אתה יש אין היה הייתה היו יהיה תהיה יהיו " +
    "רק אך אבל כן כל כדי אשר אף אל בין לבין בלי ללא עד עוד כבר מאוד יותר פחות ביותר כמו לפי אחרי לפני תחת מול נגד בעד דרך " +
    "אצל מן מפני בגלל למרות אולם ואולם לכן ולכן מה מי איך כיצד מדוע איזה היכן כאשר לאחר בעוד שכן אינו אינה אינם אינן איננו " +
    "שלו שלה שלהם שלהן שלנו אותו אותה אותם אותן לו לה להם להן לנו בו בה בהם בהן בנו ממנו ממנה מהם עליו עליה עליהם אליו אליה " +
    "עצמו עצמה עצמם כך כאן שם אז עתה כעת היום אתמול מחר שוב כמה רוב מרבית חלק אחד אחת שני שתי שניים שלוש שלושה ארבע ארבעה " +
    "חמש חמישה שש שישה שבע שבעה שמונה תשע עשר עשרה מאה אלף מיליון מיליארד אחר אחרת אחרים אחרות כזה כזו כאלה אותו הזה הזו הזאת " +
    "האלה ההוא ההם תוך בתוך מתוך לתוך אגב בפני לפחות לצד כלפי באמצעות בעקבות במהלך במשך במסגרת לגבי לקראת בקרב מצד בידי לידי ידי " +
    "פי יתר שאר מספר רבים רבות יכול יכולה יכולים צריך צריכה חייב עשוי עשויה עלול עלולה ניתן אפשר וכן וגם ואף והוא והיא שהוא שהיא " +
    "שלא שאין שיש ולא ואין ויש לעומת כולל למשל כגון היינו דהיינו כלומר אמנם אכן הרי לעתים לרוב בדרך כלל מאז טרם בטרם"
  ).split(" "),
);

/** The letters that may stand in front of any Hebrew word, in the orders that the grammar allows. */
const prefixes = /^(?:ו?(?:כש|לכש|מש|ש)?[בכלמ]?ה?)/u;

/**
 * The word without its prefix letters, as far as the lexicon knows what is left. A word that is itself more common than
 * what would be left (`כלכלה`, not `כ` + `לכלה`) keeps its letters.
 */
export function stemOf(core: string, lexicon: Lexicon): string {
  const longest = prefixes.exec(core)?.[0].length ?? 0;
  const own = lexicon.get(core) ?? 0;
  for (let length = longest; length > 0; length--) {
    const rest = core.slice(length);
    const known = rest.length > 2 ? (lexicon.get(rest) ?? 0) : 0;
    if (known > 0 && (known >= own || /^[והש]$/u.test(core.slice(length - 1, length)))) return rest;
  }
  return core;
}

const endings = /(?:ויות|יות|אות|ותיהם|ותיהן|ותיו|ותיה|יהם|יהן|יים|ית|ות|ים|תו|תה|תם|נו|יו|יה|ון|ן|ם|ה|ת|י|ו|ך|ף|ץ)$/u;

/** Letters that begin a future tense or a participle. */
const future = new Set([..."יתנאמ"].map((letter) => letter.charCodeAt(0)));

/** Splits a line at its spaces. */
export function tokenise(line: string, lexicon: Lexicon): Token[] {
  return line
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => makeToken(word, lexicon));
}

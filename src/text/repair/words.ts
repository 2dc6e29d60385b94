/** Words as the model sees them: the core of a token, its signature, and whether the lexicon knows it. */

import { hashText, mix } from "./hash.ts";

/** A stretch of a line between spaces, taken apart into `open + core + close`. */
export interface Token {
  readonly text: string;
  /** Punctuation in front: brackets, quotation marks. */
  readonly open: string;
  readonly core: string;
  /** Punctuation behind: stops, commas, brackets, quotation marks. */
  readonly close: string;
  readonly shape: Shape;
}

/** Numbers that stand for a token in features. */
export interface Shape {
  /** Hash of the core. */
  readonly word: number;
  /** Hash of the core without its prefix letters, and of its kind of ending. */
  readonly stem: number;
  /** Hash of the signature: prefix letters and ending; the word itself for function words. */
  readonly signature: number;
  /** Kind of punctuation behind: 0 none, 1 comma, 2 stop, 3 colon, 4 other. */
  readonly after: number;
  /** Kind of punctuation in front: 0 none, 1 any. */
  readonly before: number;
}

const edge = /^([("'«„“”)[\]{}.,;:!?…–—-]*)(.*?)([)"'»“”([\]{}.,;:!?…–—-]*)$/su;

export function makeToken(text: string): Token {
  const match = edge.exec(text);
  const open = match?.[1] ?? "";
  const core = match?.[2] ?? text;
  const close = match?.[3] ?? "";
  return { text, open, core, close, shape: shapeOf(open, core, close) };
}

function shapeOf(open: string, core: string, close: string): Shape {
  const word = hashText(core);
  const after = close === "" ? (core === "" && open !== "" ? 4 : 0) : closing(close);
  return { word, stem: hashText(stemOf(core)), signature: signatureOf(core, word), after, before: open === "" ? 0 : 1 };
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

const prefixes = /^(?:ו?(?:כש|לכש|מש|ש)?[בכלמ]?ה?)(?=..)/u;

/** The word without the letters that may stand in front of any Hebrew word (ו ש ה ב כ ל מ), at least two letters left. */
export function stemOf(core: string): string {
  const match = prefixes.exec(core);
  return match && core.length - match[0].length >= 2 ? core.slice(match[0].length) : core;
}

const endings = /(?:ויות|יות|אות|ותיהם|ותיהן|ותיו|ותיה|יהם|יהן|יים|ית|ות|ים|תו|תה|תם|נו|יו|יה|ון|ן|ם|ה|ת|י|ו|ך|ף|ץ)$/u;

function signatureOf(core: string, word: number): number {
  if (core === "") return 1;
  if (functionWords.has(core)) return word;
  if (/^[\d.,/:%₪-]+$/.test(core)) return core.length === 4 ? 2 : 3;
  if (/[A-Za-z]/.test(core)) return 4;
  const first = core.charCodeAt(0);
  const second = core.charCodeAt(1);
  const lead = leading.has(first) ? first : 0;
  const then = lead === 0x5d5 && leading.has(second) ? second : 0;
  return mix(lead, then, hashText(endings.exec(core)?.[0] ?? ""), core.length > 3 ? (core.includes("-") ? 2 : 1) : 0);
}

/** ו ה ב כ ל מ ש, and the letters that begin a future or a participle: י ת נ א. */
const leading = new Set([..."והבכלמשיתנא"].map((letter) => letter.charCodeAt(0)));

/** Splits a line at its spaces. */
export function tokenise(line: string): Token[] {
  return line.split(/\s+/u).filter(Boolean).map(makeToken);
}

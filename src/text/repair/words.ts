/** Words as the model sees them: the core of a token, its grammar, and whether the lexicon knows it. */

import { hashText, mix } from "./hash.ts";

/** A stretch of a line between spaces, taken apart into `open + core + close`; its grammar is worked out when it is asked for. */
export class Token {
  readonly text: string;
  /** Punctuation in front: brackets, quotation marks. */
  readonly open: string;
  readonly core: string;
  /** Punctuation behind: stops, commas, brackets, quotation marks. */
  readonly close: string;
  readonly #lexicon: Lexicon;
  #stem: string | undefined;
  #shape: Shape | undefined;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.#lexicon = lexicon;
    const match = letters.test(text) ? null : edge.exec(text);
    this.open = match?.[1] ?? "";
    this.core = match?.[2] ?? text;
    this.close = match?.[3] ?? "";
  }

  /** The core without its prefix letters. */
  get stem(): string {
    this.#stem ??= stemOf(this.core, this.#lexicon.words);
    return this.#stem;
  }

  get shape(): Shape {
    this.#shape ??= this.#findShape();
    return this.#shape;
  }

  #findShape(): Shape {
    const { open, core, close } = this;
    const after = close === "" ? (core === "" && open !== "" ? 4 : 0) : closing(close);
    return shapeOf(core, this.stem, this.#lexicon, { after, before: open === "" ? 0 : 1 });
  }
}

/** Is a text nothing but Hebrew letters? */
export const letters = /^[א-ת]+$/u;

/** Numbers that stand for a token in features, signed integers of 32 bits; 0 stands for what is not known or does not apply. */
export interface Shape {
  /** Hash of the core. */
  readonly word: number;
  /** Hash of the core without its prefix letters. */
  readonly stem: number;
  /** Hash of the prefix letters; the word itself for function words. */
  readonly lead: number;
  /** The word's whole tag (`n.fsc.o`); of a word without one its ending; the word itself for function words. */
  readonly tag: number;
  /** The word's class: the first part of the tag. */
  readonly kind: number;
  /** Gender, number, person, tense: the second part. */
  readonly form: number;
  /** Class and meaning: the first and the third part. */
  readonly sense: number;
  /** What the word asks for: a preposition, a clause, an infinitive. */
  readonly asks: number;
  /** What the word offers to one that asks: its first prefix letters, or the word itself. */
  readonly offers: number;
  /** Hash of the ending. */
  readonly ending: number;
  /** 0 indefinite, 1 definite, 2 either: behind a preposition, which swallows the article. */
  readonly definite: number;
  /** Kind of punctuation behind: 0 none, 1 comma, 2 stop, 3 colon, 4 other. */
  readonly after: number;
  /** Kind of punctuation in front: 0 none, 1 any. */
  readonly before: number;
  /** Does the lexicon have the word, or its stem? Nothing was learnt of a word that it has not. */
  readonly known: boolean;
}

/** What is known of words. */
export interface Lexicon {
  /** Commonness of each known word, 1 (in a word list only) to 15. */
  readonly words: ReadonlyMap<string, number>;
  /** Grammar of the commoner words, as `scripts/language-data/lexicon/README.md` says. */
  readonly tags: ReadonlyMap<string, string>;
}

const edge = /^([("'«„“”)[\]{}.,;:!?…–—-]*)(.*?)([)"'»“”([\]{}.,;:!?…–—-]*)$/su;

type Signs = Pick<Shape, "after" | "before">;

function shapeOf(core: string, stem: string, { words, tags }: Lexicon, { after, before }: Signs): Shape {
  const word = hashText(core);
  const special = specialKind(core, word);
  if (special !== undefined) return plainShape(word, special, { after, before });
  const tagged = findTag(core, tags);
  const base = tagged?.stem ?? stem;
  const prefix = core.slice(0, core.length - base.length);
  const ending = hashText(endings.exec(base)?.[0] ?? "", 13);
  const parts = tagged ? partsOf(tagged.tag) : unknownParts(base, core, ending);
  return {
    word,
    stem: hashText(base),
    lead: hashText(prefix, 11),
    tag: parts.body,
    kind: parts.kind,
    form: parts.form,
    sense: parts.sense,
    asks: parts.asks,
    offers: hashText(prefix.replace(/^ו|ה$/gu, "")),
    ending,
    definite: article(prefix, tagged?.tag ?? ""),
    after,
    before,
    known: base !== core || words.has(core),
  };
}

/** What stands for the grammar of a word that has no tag: its ending, and whether it may begin a future tense. */
function unknownParts(base: string, core: string, ending: number): TagParts {
  const body = mix(ending, future.has(base.charCodeAt(0)) ? 1 : 0, core.includes("-") ? 1 : 0) | 0;
  return { body, kind: mix(77, ending) | 0, form: ending, sense: 0, asks: 0 };
}

/** Function words, numbers, Latin and bare signs are classes of their own. */
function plainShape(word: number, kind: number, { after, before }: Signs): Shape {
  const classes = { lead: kind, tag: kind, kind, form: kind, ending: kind };
  return { word, stem: word, offers: word, ...classes, sense: 0, asks: 0, definite: 0, after, before, known: true };
}

function article(prefix: string, tag: string): number {
  if (prefix.endsWith("ה") || /^n\.\w*x|^m/.test(tag)) return 1;
  return /[בכל]$/u.test(prefix) ? 2 : 0;
}

interface TagParts {
  readonly body: number;
  readonly kind: number;
  readonly form: number;
  readonly sense: number;
  readonly asks: number;
}

const parts = new Map<string, TagParts>();

/** The parts of a tag as numbers, worked out once: there are some hundred tags. */
function partsOf(tag: string): TagParts {
  const known = parts.get(tag);
  if (known) return known;
  const [body = "", asks = ""] = tag.split("/");
  const [kind = "", form = "", sense = ""] = body.split(".");
  const made = {
    body: hashText(body),
    kind: hashText(kind),
    form: hashText(form),
    sense: hashText(kind + sense),
    asks: asks === "" ? 0 : hashText(asks),
  };
  parts.set(tag, made);
  return made;
}

/** The tag of a word, or of what is left of it without the shortest prefix that leaves a tagged word. */
function findTag(core: string, tags: Lexicon["tags"]): { stem: string; tag: string } | undefined {
  const whole = tags.get(core);
  if (whole) return { stem: core, tag: whole };
  const longest = prefixLength(core);
  for (let length = 1; length <= longest; length++) {
    const stem = core.slice(length);
    const tag = stem.length > 1 ? tags.get(stem) : undefined;
    if (tag) return { stem, tag };
  }
  return undefined;
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

/** Some prefix letters in front of what is no letter, a hyphen or a mark that opens a quotation: the source of a pattern. */
export const prefixRun = "[ובכלמהש]{1,3}";

/** The words of a core that hyphens or slashes join. */
export function joinedWords(core: string): string[] {
  return core.split(/[-–־/]/u);
}

/** How many letters in front of a word may be prefix letters. */
export function prefixLength(word: string): number {
  return prefixes.exec(word)?.[0].length ?? 0;
}

/**
 * The word without its prefix letters, as far as the lexicon knows what is left. A word that is itself more common than
 * what would be left (`כלכלה`, not `כ` + `לכלה`) keeps its letters.
 */
export function stemOf(core: string, words: Lexicon["words"]): string {
  const longest = prefixLength(core);
  const own = words.get(core) ?? 0;
  for (let length = longest; length > 0; length--) {
    const rest = core.slice(length);
    const known = rest.length > 2 ? (words.get(rest) ?? 0) : 0;
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
    .map((word) => new Token(word, lexicon));
}

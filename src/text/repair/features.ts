/** What speaks for and against a reading, as named numbers. Their weights are fitted, not set (`Model.weights`). */

import type { Evidence } from "./evidence.ts";
import type { Model } from "./model.ts";
import { wordlikeScore } from "./wordlike.ts";
import { joinedWords, letters, prefixRun, stemOf, type Token } from "./words.ts";

export const featureNames = [
  // words
  "common",
  "familiar",
  "listed",
  "prefixed",
  "unknown",
  "wordlike",
  "document",
  "finalInside",
  "finalMissing",
  "lone",
  "recentYear",
  "year",
  "number",
  "numberElsewhere",
  "zeroLed",
  "round",
  "oddNumber",
  // signs
  "stopInside",
  "stopBefore",
  "hyphenFirst",
  "hyphenLast",
  "hyphenAtEnd",
  "compound",
  "knownCompound",
  "rareCompound",
  "oddCompound",
  "hyphenPrefix",
  "digitsGlued",
  "latinGlued",
  "dashGlued",
  "bracketInside",
  // neighbours
  "neighbourClasses",
  "neighbourWord",
  "neighbourWords",
  "order",
  "fluency",
  "pairElsewhere",
  "tripleElsewhere",
  "headElsewhere",
  // cuts
  "cutAtSpace",
  "cutInWord",
  "cutAtHyphen",
  "cutAtScript",
  "cutAtSign",
  "cutInNumber",
  "cutAtRun",
  "joinedRun",
  "brokenRun",
  "spaceLed",
  "ledSpace",
  "ledLine",
  "loneSpace",
  "loneSign",
  // the line
  "kept",
  "keptForeign",
  "keptSpaceless",
  "reversed",
  "wordsReversed",
  "numberTorn",
  "doubleSpace",
  "startSpace",
  "endSpaceKept",
  "startSign",
  "unevenBrackets",
  "unevenQuotes",
  // between lines
  "overClasses",
  "overWord",
  "overWords",
  "overOrder",
  "overElsewhere",
  "overTriple",
  "overCompound",
  "overKnown",
  "paragraphBegin",
  "paragraphEnd",
] as const;

export type FeatureName = (typeof featureNames)[number];

/** Index of each feature in a vector. */
export const feature = Object.fromEntries(featureNames.map((name, index) => [name, index])) as Record<
  FeatureName,
  number
>;

export type Vector = Float64Array;

export function emptyVector(): Vector {
  return new Float64Array(featureNames.length);
}

/**
 * Weights of the features: of the choice, and of the search with the first cut of its list, before the networks of lines
 * have spoken. Those of the search are fitted without what the other lines and the line as a whole say: its weights of
 * that are first guesses.
 */
export interface Weights {
  readonly choice: Vector;
  readonly search: Vector;
}

export function weightsOf({ weights }: Model): Weights {
  const vectorOf = (named: Readonly<Record<string, number>>) =>
    Float64Array.from(featureNames, (name) => named[name] ?? 0);
  return { choice: vectorOf(weights.choice), search: vectorOf(weights.search) };
}

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** Adds up features, each as much as it weighs. One serves all the sums of a search, which makes a hundred thousand of them. */
export class Tally {
  readonly add: Add;
  #total = 0;

  constructor(weights: Vector) {
    this.add = (name, value = 1) => {
      this.#total += (weights[feature[name]] as number) * value;
    };
  }

  begin(): void {
    this.#total = 0;
  }

  get total(): number {
    return this.#total;
  }
}

const finals = /[ךםןףץ](?=[א-ת])/u;
const missing = /[א-ת][כמנצ]$/u;

/** Adds what a token tells by itself. */
export function addTokenFeatures(add: Add, token: Token, model: Model, evidence: Evidence, line: number): void {
  if (letters.test(token.text)) {
    addWordFeatures(add, token.text, model, evidence, line);
    return;
  }
  for (const word of joinedWords(token.core)) addWordFeatures(add, withoutQuote(word, model), model, evidence, line);
  if (/.[-־]./u.test(token.core)) addCompoundFeatures(add, token.core, model, evidence, line);
  addSignFeatures(add, token);
}

/** Prefix letters stand in front of the mark that opens a quotation: `ה"מעלה`. */
const quotedBehindPrefix = new RegExp(`^(${prefixRun})["'](?=[א-ת]{2})`, "u");

/** The word without a mark that opens a quotation inside; an acronym that the lexicon has (`מל"טים`) keeps its own. */
function withoutQuote(word: string, model: Model): string {
  if (!quotedBehindPrefix.test(word) || model.words.has(word) || knownPrefixed(word, model)) return word;
  return word.replace(quotedBehindPrefix, "$1");
}

export type Add = (name: FeatureName, value?: number) => void;

function addWordFeatures(add: Add, word: string, model: Model, evidence: Evidence, line: number): void {
  if (!/[א-ת]/u.test(word)) {
    if (/^0\d+$/.test(word)) add("zeroLed");
    if (/^[1-9]\d*[05]0*$/.test(word)) add("round");
    if (/\d,(?!\d{3}(?!\d))\d|\d{4},\d/.test(word)) add("oddNumber");
    if (/^\d{3,}$/.test(word) && evidence.elsewhere(line, word) > 0) add("numberElsewhere");
    if (/^\d{4}$/.test(word)) add(kindOfNumber(word));
    return;
  }
  if (finals.test(word)) add("finalInside");
  if (missing.test(word)) add("finalMissing");
  if (word.length === 1) add("lone");
  const commonness = model.words.get(word) ?? 0;
  if (commonness > 6) add("common");
  else if (commonness > 2) add("familiar");
  else if (commonness > 0) add("listed");
  else if (knownPrefixed(word, model)) add("prefixed");
  else if (word.length > 1) {
    add("unknown");
    add("wordlike", Math.max(-6, Math.min(6, wordlikeScore(model.letters, word))));
  }
  if (commonness < 7 && evidence.elsewhere(line, word) > 0) add("document");
}

/** A number of four digits: a year of our time, which most briefs are about, another year, or none. */
export function kindOfNumber(digits: string): FeatureName {
  if (/^20[0-3]/.test(digits)) return "recentYear";
  return /^(?:1[89]|20)/.test(digits) ? "year" : "number";
}

/** First halves of Hebrew compounds, and of names: `בין-לאומי`, `חצי-האי`, `אי-הבנה`. */
const compounding =
  /(?:בין|אי|דו|רב|תת|על|חד|תלת|חצי|אנטי|פרו|ניאו|פוסט|קדם|אל|אבו|בן|בת|בר|צפון|דרום|מזרח|מערב|יושב|ארך|קצר|שבע|רבת|דל|חסר|בלתי)$/u;

/** Prefix letters take a hyphen in front of a number or of Latin (the Academy's rules of punctuation), not of a word. */
const hyphenPrefix = new RegExp(`^${prefixRun}[-־][א-ת]`, "u");

/** Adds what two words tell that a hyphen joins, which a line ends with: does the text join them elsewhere, or Hebrew? */
export function addOverCompound(
  add: Add,
  left: string,
  right: string,
  model: Model,
  evidence: Evidence,
  line: number,
): void {
  const whole = `${left}-${right}`;
  const known = [whole, whole.slice(1)].some((word) => model.words.has(word) || evidence.elsewhere(line, word) > 0);
  if (known || compounding.test(left)) add("overCompound");
  if (known) add("overKnown");
}

/** Words joined by a hyphen: joined rightly when a half asks for it or the text does so again; a rare half may be a name. */
function addCompoundFeatures(add: Add, core: string, model: Model, evidence: Evidence, line: number): void {
  if (hyphenPrefix.test(core)) add("hyphenPrefix");
  const halves = core.split(/[-־]/u);
  const rare = halves.some((half) => (model.words.get(half) ?? 0) < 2 && !knownPrefixed(half, model));
  const again = evidence.elsewhere(line, core) > 0;
  if (again) add("document");
  const known = again || model.words.has(core);
  if (known) add("knownCompound");
  const asked = known || compounding.test(halves[0] as string);
  add(asked ? "compound" : rare ? "rareCompound" : "oddCompound");
}

/** Does the lexicon know the word without its prefix letters? */
function knownPrefixed(word: string, model: Model): boolean {
  return stemOf(word, model.words) !== word;
}

/** Adds what is wrong inside a word, whatever still comes behind it. */
export function addInnerFeatures(add: Add, text: string): void {
  if (finals.test(text)) add("finalInside");
  if (!letters.test(text)) addSignsInside(add, text);
}

/** Does a token end with a hyphen, as in front of a line break? */
export function endsOpen(text: string): boolean {
  return /.[-–][.,;:!?]*$/u.test(text);
}

function addSignsInside(add: Add, text: string): void {
  if (/[א-ת][.,;:!?](?=[-–]?[א-ת])/u.test(text)) add("stopInside");
  if (/[א-ת]\d|\d[א-ת]/u.test(text)) add("digitsGlued");
  if (/[א-ת][A-Za-z]|[A-Za-z][א-ת]/u.test(text)) add("latinGlued");
}

function addSignFeatures(add: Add, { text, open, core, close }: Token): void {
  addSignsInside(add, core);
  if (/[,;:!?.]/.test(open)) add("stopBefore");
  if (/^[-–]./u.test(text)) add("hyphenFirst");
  if (endsOpen(text)) add("hyphenLast");
  if (/[א-ת)\d]–[א-ת]|[א-ת]–(?:\d|$)|[-–]{2}/u.test(text)) add("dashGlued");
  if (/[()[\]]/.test(core)) add("bracketInside");
  if (core === "" && /[,;.:]/.test(text)) add("stopBefore");
  if (/[([][^()]*[,.;]$/.test(open + close) && core === "") add("bracketInside");
}

/** Two spaces beside each other, or the last two of more. */
export const doubleSpace = / {2}(?! )/gu;

/** Adds what the line tells as a whole. `endSpaces`: do the lines of this document end with a space? */
export function addLineFeatures(vector: Vector, text: string, endSpaces: boolean): void {
  const set = (name: FeatureName, value: number) => {
    vector[feature[name]] = value;
  };
  // A running head says what the title says, and the other heads.
  if (/\S {4,}\S/.test(text)) set("headElsewhere", vector[feature.pairElsewhere] as number);
  set("doubleSpace", (text.match(doubleSpace) ?? []).length);
  set("startSpace", text.startsWith(" ") ? 1 : 0);
  set("endSpaceKept", endSpaces && text.endsWith(" ") ? 1 : 0);
  set("startSign", /^\s*[,.;:!?–-]/u.test(text) ? 1 : 0);
  set("unevenBrackets", (text.match(/[()]/g) ?? []).length % 2);
  set("unevenQuotes", (text.match(/(?<![א-ת])"|"(?![א-ת])/gu) ?? []).length % 2);
}

/** The kind of a cut, by the characters that it brings together; "" stands for the begin of the line. */
export function kindOfCut(left: string, right: string): FeatureName {
  const [a, b] = [kindOfCharacter(left), kindOfCharacter(right)];
  if (a === "space" || b === "space" || a === "none") return "cutAtSpace";
  if (a === "hyphen" || b === "hyphen") return "cutAtHyphen";
  if (a === "digit" && b === "digit") return "cutInNumber";
  if (a === "letter" && b === "letter") return "cutInWord";
  if (a === "latin" || b === "latin" || a === "digit" || b === "digit") return "cutAtScript";
  return "cutAtSign";
}

/** A run that is a single space, or a single sign: what it speaks for, or undefined. */
export function kindOfPiece(piece: string): FeatureName | undefined {
  if (piece === " ") return "loneSpace";
  return /^[-–—־,.:;]$/u.test(piece) ? "loneSign" : undefined;
}

/** Are there hyphens, numbers or Latin in a line? Extractors that break lines into runs make runs of their own of them. */
export function hasForeign(text: string): boolean {
  return /[א-ת][-–]|[-–][א-ת]| – |[A-Za-z\d]/u.test(text);
}

type CharacterKind = "none" | "space" | "hyphen" | "digit" | "latin" | "letter" | "sign";

/** By the code unit of a character. */
const kinds: (CharacterKind | undefined)[] = [];

function kindOfCharacter(character: string): CharacterKind {
  if (character === "") return "none";
  const code = character.charCodeAt(0);
  const known = kinds[code];
  if (known) return known;
  const kind = findKind(character);
  // Hebrew and all before it: a short list.
  if (code < 0x600) kinds[code] = kind;
  return kind;
}

function findKind(character: string): CharacterKind {
  if (/\s/u.test(character)) return "space";
  if (/[-–—־]/u.test(character)) return "hyphen";
  if (/\d/.test(character)) return "digit";
  if (/[A-Za-z]/.test(character)) return "latin";
  return /[א-ת'"]/u.test(character) ? "letter" : "sign";
}

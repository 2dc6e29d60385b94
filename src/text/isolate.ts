import { isArabicLetter, KIND, kindAt, previous, sizeAt, skipWord } from "./characters.ts";
import { email, handle, path, url } from "./isolate/address.ts";
import { chord } from "./isolate/chord.ts";
import { coordinates } from "./isolate/coordinates.ts";
import { expression } from "./isolate/expression.ts";
import { numeric } from "./isolate/numeric.ts";
import { account, phone } from "./isolate/phone.ts";
import { continuePhrase, phrase } from "./isolate/phrase.ts";
import { quotation } from "./isolate/quotation.ts";
import { rightToLeftPhrase } from "./isolate/right-to-left.ts";
import { type Context, READ_OVER, type Recogniser, type Token } from "./isolate/token.ts";
import { CURRENCY } from "./isolate/units.ts";

/**
 * Finds the runs of the other direction in a line, so that a writer can isolate them (W3C, "Inline markup and
 * bidirectional text": wrap tightly every phrase of the opposite direction).
 */

export type { Token, TokenKind } from "./isolate/token.ts";

export interface IsolateOptions {
  /** Direction of the block that the text is of. */
  readonly base: "rtl" | "ltr";
  /** Which ranges of numbers are set left to right in a right-to-left line. */
  readonly ranges: "preserve" | "ltr" | "academy";
}

/** A stretch of the text; all runs together are the text. */
export interface Run {
  readonly text: string;
  /** Direction it must have whatever stands around, or null where it is of the line. */
  readonly dir: "rtl" | "ltr" | null;
  /** Language where it is evident from the letters, or null. */
  readonly lang: string | null;
  /** Whether it must not break over a line. */
  readonly nowrap: boolean;
  /** UTF-16 offsets in the text, half-open. */
  readonly start: number;
  readonly end: number;
}

/** By priority: of two that end at the same place, the first wins; otherwise the longest. */
const AT_LETTER: readonly Recogniser[] = [url, email, path, account, numeric, phrase];
const AT_DIGIT: readonly Recogniser[] = [email, phone, account, coordinates, expression, numeric, phrase];
const AT_MARK: readonly Recogniser[] = [
  chord,
  quotation,
  path,
  handle,
  phone,
  coordinates,
  expression,
  numeric,
  phrase,
];

/** Marks that a token may start with; any other is the line's own. */
const MARKS: ReadonlySet<string> = new Set(`"'“„‘«‹/\\~.@#*(+-−–±≈<>≤≥≠_{\uFFFC${CURRENCY}`);

/** Longest run, in UTF-16 units, that is kept on one line. */
const NOWRAP_LIMIT = 24;

/** Divides a text into runs. Linear in its length. */
export function isolate(text: string, options: IsolateOptions): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const run of foreignRuns(text, options)) {
    if (run.start > from) runs.push(lineRun(text, from, run.start));
    runs.push(run);
    from = run.end;
  }
  if (from < text.length) runs.push(lineRun(text, from, text.length));
  return runs;
}

/** Only the runs that have a direction of their own. */
export function foreignRuns(text: string, options: IsolateOptions): Run[] {
  const tokens = tokenize(text, options).filter(({ kind }) => !READ_OVER.has(kind));
  return tokens.map((token) => tokenRun(text, token, options.base));
}

/** The tokens of a text in order, those too that are read over. Between them stands the line's own direction. */
export function tokenize(text: string, options: IsolateOptions): Token[] {
  return options.base === "rtl" ? readLine(text, options.ranges) : readLeftToRightLine(text);
}

/**
 * What most of a line is made of, read over in one step: Hebrew words, stops that a space follows, and bare whole numbers
 * between words.
 */
const PLAIN_HEBREW =
  /[ \u05BE]?[\u05D0-\u05EA](?:[\u05D0-\u05EA\u05BE\u05F3\u05F4\u00A0 ]|[,.;:?!)](?= )|(?<= )[1-9][0-9]{0,8}(?=[,.;]?(?: [\u05D0-\u05EA]|$)))*/y;

function readLine(text: string, ranges: IsolateOptions["ranges"]): Token[] {
  const tokens: Token[] = [];
  let afterArabic = false;
  let at = 0;
  while (at < text.length) {
    PLAIN_HEBREW.lastIndex = at;
    if (PLAIN_HEBREW.test(text)) {
      afterArabic = false;
      at = PLAIN_HEBREW.lastIndex;
      continue;
    }
    const kind = kindAt(text, at);
    if (kind === KIND.RTL) {
      afterArabic = isArabicLetter(text.codePointAt(at) ?? 0);
      at = skipWord(text, at, KIND.RTL);
      continue;
    }
    const token = kind === KIND.SPACE || kind === KIND.MARK ? null : longest(text, at, { ranges, afterArabic });
    if (token !== null) tokens.push(token);
    at = token?.end ?? skipPlain(text, at);
  }
  return tokens;
}

function longest(text: string, at: number, context: Context): Token | null {
  const usual = readUsual(text, at);
  if (usual !== null) return usual;
  let best: Token | null = null;
  for (const recognise of recognisersAt(text, at)) {
    const token = recognise(text, at, context);
    if (token !== null && token.end > (best?.end ?? at)) best = token;
  }
  return best !== null && GOES_ON.has(best.kind) ? goOn(text, best) : best;
}

/**
 * What most tokens are, told at a glance: one plain word, one number with or without a percent sign, and the line's own
 * words after it, so that nothing could take more.
 */
const USUAL = /(?:([A-Za-z][A-Za-z0-9]*)|[0-9]+(?:[.,][0-9]+)*(%)?)(?=[,;:)]? [\u05D0-\u05EA]|\.?$)/y;

function readUsual(text: string, at: number): Token | null {
  USUAL.lastIndex = at;
  const found = USUAL.exec(text);
  if (found === null || isJoinedBefore(text, at)) return null;
  const kind = found[1] ? "phrase" : found[2] ? "measure" : "number";
  return { kind, start: at, end: at + found[0].length };
}

/** Whether the token could be the end of one that was not read whole: `…-5`. */
function isJoinedBefore(text: string, at: number): boolean {
  const kind = kindAt(text, previous(text, at));
  return kind === KIND.LTR || kind === KIND.DIGIT;
}

function recognisersAt(text: string, at: number): readonly Recogniser[] {
  const kind = kindAt(text, at);
  if (kind === KIND.LTR) return AT_LETTER;
  if (kind === KIND.DIGIT) return AT_DIGIT;
  return MARKS.has(text.charAt(at)) ? AT_MARK : [];
}

/** Kinds that end in a unit after which a phrase may go on: `16 GB RAM`. */
const GOES_ON: ReadonlySet<string> = new Set(["measure", "expression", "range", "signed"]);

/** Reads on where the token ended in a letter. */
function goOn(text: string, token: Token): Token {
  if (kindAt(text, token.end - 1) !== KIND.LTR) return token;
  return { ...token, end: continuePhrase(text, token.start, token.end) };
}

/** After one character that starts no token; digits are passed over together. */
function skipPlain(text: string, at: number): number {
  const kind = kindAt(text, at);
  return kind === KIND.LTR || kind === KIND.DIGIT ? skipWord(text, at, kind) : at + sizeAt(text, at);
}

function readLeftToRightLine(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const end = kindAt(text, at) === KIND.RTL ? rightToLeftPhrase(text, at) : at;
    if (end > at) tokens.push({ kind: "phrase", start: at, end });
    at = end > at ? end : at + sizeAt(text, at);
  }
  return tokens;
}

function lineRun(text: string, start: number, end: number): Run {
  return { text: text.slice(start, end), dir: null, lang: null, nowrap: false, start, end };
}

function tokenRun(text: string, { kind, start, end }: Token, base: "rtl" | "ltr"): Run {
  const own = text.slice(start, end);
  const dir = base === "rtl" ? "ltr" : "rtl";
  const words = kind === "phrase" || kind === "quotation" || kind === "url" || kind === "path" || kind === "chord";
  const nowrap = words ? end - start <= NOWRAP_LIMIT && !/\s/.test(own) : true;
  return { text: own, dir, lang: languageOf(own, kind), nowrap, start, end };
}

/** English for plain Latin words, Hebrew for Hebrew ones; addresses and numbers are of no language. */
function languageOf(text: string, kind: string): string | null {
  if (kind !== "phrase" && kind !== "quotation") return null;
  if (/[A-Za-z]/.test(text)) return /[^\0-\u00BF\u2000-\u2BFF]/.test(text) ? null : "en";
  return /^[\0-\u00BF\u0591-\u05F4\u2000-\u206F]*$/.test(text) ? "he" : null;
}

/** What a stretch of a line is to its reader. `number` and `doubtful-minus` are read over, the rest are isolated. */
export type TokenKind =
  | "quotation"
  | "url"
  | "email"
  | "path"
  | "handle"
  | "phone"
  | "account"
  | "coordinates"
  | "expression"
  | "chord"
  | "signed"
  | "range"
  | "measure"
  | "phrase"
  | "number"
  | "plain-range"
  | "doubtful-minus";

/** A stretch of the text, whole: UTF-16 offsets, half-open. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** What stands before the token and cannot be seen from its place alone. */
export interface Context {
  /** Whether a range without signs or units is set left-to-right: see the policies in `numeric.ts`. */
  readonly ranges: "preserve" | "ltr" | "academy";
  /** Whether the last strong letter before is Arabic, so that digits resolve as Arabic ones (UAX #9 W2). */
  readonly afterArabic: boolean;
}

/** Reads the token of its sort that starts at `at`, or null. Looks ahead a bounded way, or only over what it takes. */
export type Recogniser = (text: string, at: number, context: Context) => Token | null;

/** Reads on from `at` and gives the offset after what it took, or -1. */
export type Scanner = (text: string, at: number) => number;

export const NONE = -1;

/** A token is read over, not isolated, when its own digits order it rightly or only its author could tell. */
export const READ_OVER: ReadonlySet<TokenKind> = new Set(["number", "plain-range", "doubtful-minus"]);

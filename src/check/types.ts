import type { Deck, Source, Span } from "../deck/types.ts";
import type { Line } from "./lines.ts";

/** What a rule looks at. */
export interface CheckContext {
  readonly source: Source;
  /** As parsed: not set, so that what is typed is what is judged. */
  readonly deck: Deck;
  /** Every line of text in the deck, in source order. */
  readonly lines: readonly Line[];
  /** Those that hold more than Hebrew letters, spaces and stops: where a sign, a digit or a foreign letter can be wrong. */
  readonly signed: readonly Line[];
}

/** A finding of a rule; its words are in the message table. */
export interface Finding {
  readonly code: string;
  readonly span: Span | null;
  /** What the message's `{names}` stand for. */
  readonly args?: Readonly<Record<string, string | number>>;
  /** What to write instead of the span, or null where only a person can decide. */
  readonly fix?: FindingFix | null;
}

export interface FindingFix {
  readonly span: Span;
  readonly text: string;
  /** Whether it can be made without looking: it changes nothing of what is said. */
  readonly safe: boolean;
}

/** One idea, one file: what is wrong in a deck. Pure, linear, in source order. */
export type Rule = (context: CheckContext) => readonly Finding[];

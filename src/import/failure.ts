/** Why a file cannot be imported. Each has one sentence in `messages.ts`. */
export type RefusalReason =
  | "empty"
  | "too-large"
  | "too-many-pages"
  | "too-much-inside"
  | "line-too-long"
  | "binary"
  | "unknown-kind"
  | "not-a-pdf"
  | "not-a-word-file"
  | "old-word"
  | "broken-pdf"
  | "broken-word"
  | "encrypted"
  | "scanned"
  | "no-prose"
  | "too-slow"
  | "too-much-memory";

/**
 * The file from outside cannot be read: its own fault, not a bug and not the machine's. Thrown by the readers, caught by
 * the edge, which prints one line.
 */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  /** Figures for the sentence, e.g. the limit. */
  readonly figures: readonly (string | number)[];

  constructor(reason: RefusalReason, figures: readonly (string | number)[] = [], cause?: unknown) {
    super(
      `${reason}${figures.length > 0 ? ` (${figures.join(", ")})` : ""}`,
      cause === undefined ? undefined : { cause },
    );
    this.name = "Refusal";
    this.reason = reason;
    this.figures = figures;
  }
}

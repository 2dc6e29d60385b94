/** Making the fixes that need nobody's eyes. */
import type { Diagnostic, Fix, Source } from "../deck/types.ts";
import { type CheckOptions, checkSource } from "./check.ts";

export interface Fixed {
  readonly text: string;
  /** How many fixes were made. */
  readonly count: number;
}

/** The text with the safe fixes of its diagnostics made. Where two overlap, the first stands. */
export function applySafeFixes(text: string, diagnostics: readonly Diagnostic[]): Fixed {
  const fixes = diagnostics.flatMap(({ fix }) => (fix?.safe ? [fix] : [])).sort(byPlace);
  let made = "";
  let from = 0;
  let count = 0;
  for (const { span, text: replacement } of fixes) {
    if (span.start < from) continue;
    made += text.slice(from, span.start) + replacement;
    from = span.end;
    count++;
  }
  return { text: made + text.slice(from), count };
}

function byPlace(a: Fix, b: Fix): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** Rounds after which a source that still changes is left as it is: a mended place may show another. */
const MOST_ROUNDS = 8;

/** Mends a source until no safe fix is left, so that mending it again changes nothing. */
export function fixSource(source: Source, options: CheckOptions = {}): Fixed {
  let { text } = source;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixed = applySafeFixes(text, checkSource({ ...source, text }, options).diagnostics);
    if (fixed.text === text) break;
    text = fixed.text;
    count += fixed.count;
  }
  return { text, count };
}

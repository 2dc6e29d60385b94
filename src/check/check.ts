/** Looks for what is wrong in a deck and can be seen in its source: one rule a file, in `rules/`. */
import { diagnose, sortDiagnostics } from "../deck/diagnostic.ts";
import { applyIgnores } from "../deck/ignore.ts";
import { parse } from "../deck/parse.ts";
import type { Deck, Diagnostic, Lang, Outcome, Source } from "../deck/types.ts";
import { deckLines } from "./lines.ts";
import { MESSAGES } from "./messages.ts";
import { RULES } from "./rules.ts";

export interface CheckOptions {
  /** Language of the messages; the deck's own where it is not given. */
  readonly lang?: Lang | undefined;
}

/** What most lines are, and most rules need not read. */
const PLAIN_HEBREW = /^[\u05D0-\u05EA .,;:?!]*$/;

/**
 * What the rules find in a deck as it was parsed (not typeset), without what comments in the source switch off. What
 * parsing itself noticed is not among it.
 */
export function check(deck: Deck, source: Source, { lang }: CheckOptions = {}): readonly Diagnostic[] {
  const lines = deckLines(deck);
  const context = { deck, source, lines, signed: lines.filter(({ text }) => !PLAIN_HEBREW.test(text)) };
  const findings = RULES.flatMap((rule) => rule(context));
  const options = { lang: lang ?? deck.meta.lang, messages: MESSAGES };
  const diagnostics = findings.map(({ code, span, args = {}, fix = null }) =>
    diagnose(code, source.path, span, args, { ...options, fix }),
  );
  return sortDiagnostics(applyIgnores(source, diagnostics));
}

/** Parses and checks: the deck, with everything that was noticed, in source order. */
export function checkSource(source: Source, { lang }: CheckOptions = {}): Outcome<Deck> {
  const { value, diagnostics } = parse(source, lang === undefined ? {} : { lang });
  const noticed = applyIgnores(source, diagnostics);
  return { value, diagnostics: sortDiagnostics([...noticed, ...check(value, source, { lang })]) };
}

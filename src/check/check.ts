/** Looks for what is wrong in a deck and can be seen in its source: one rule a file, in `rules/`. */
import { sortDiagnostics } from "../deck/diagnostic.ts";
import { applyIgnores } from "../deck/ignore.ts";
import { fill, messageColumn } from "../deck/messages.ts";
import { parse } from "../deck/parse.ts";
import type { Deck, Diagnostic, Lang, Outcome, Source } from "../deck/types.ts";
import { deckLines } from "./lines.ts";
import { MESSAGES } from "./messages.ts";
import { RULES } from "./rules.ts";
import type { Finding } from "./types.ts";

export interface CheckOptions {
  /** Language of the messages; the deck's own where it is not given. */
  readonly lang?: Lang | undefined;
}

/**
 * What the rules find in a deck as it was parsed (not typeset), without what comments in the source switch off. What
 * parsing itself noticed is not among it.
 */
export function check(deck: Deck, source: Source, { lang }: CheckOptions = {}): readonly Diagnostic[] {
  const context = { deck, source, lines: deckLines(deck) };
  const findings = RULES.flatMap((rule) => rule(context));
  const diagnostics = findings.map((finding) => toDiagnostic(finding, source.path, lang ?? deck.meta.lang));
  return sortDiagnostics(applyIgnores(source, diagnostics));
}

/** Parses and checks: the deck, with everything that was noticed, in source order. */
export function checkSource(source: Source, { lang }: CheckOptions = {}): Outcome<Deck> {
  const { value, diagnostics } = parse(source, lang === undefined ? {} : { lang });
  const noticed = applyIgnores(source, diagnostics);
  return { value, diagnostics: sortDiagnostics([...noticed, ...check(value, source, { lang })]) };
}

/** An unknown code is a mistake of the program, so it throws. */
function toDiagnostic({ code, span, args = {}, fix = null }: Finding, path: string, lang: Lang): Diagnostic {
  const row = MESSAGES[code];
  if (row === undefined) throw new Error(`No message for finding ${code}`);
  const column = messageColumn(lang);
  const { severity } = row;
  return {
    severity,
    code,
    message: fill(row.message[column], args),
    path,
    span,
    help: fill(row.help[column], args),
    fix,
  };
}

import { fixSource } from "../../check/index.ts";
import { diagnosticsToJson, formatDiagnostics, formatSummary } from "../../deck/format.ts";
import { type Diagnostic, hasErrors, type Lang, type Source } from "../../deck/index.ts";
import { MAX_SOURCE_BYTES, toSource } from "../../deck/source.ts";
import { loadKit, renderPage } from "../build.ts";
import { type Command, flag, textValue } from "../command.ts";
import { loadDeck } from "../deck.ts";
import { SourceFile } from "../edit/source-file.ts";
import { Failure } from "../failure.ts";
import { interfaceLanguage } from "../interface-language.ts";
import { keepLineEnds } from "../line-ends.ts";
import { type DeckFile, findDecks } from "../project.ts";

export const command: Command = {
  name: "check",
  usage: "[DECK …]",
  summary: "Say what is wrong in decks, by file, line and column.",
  details: `--fix makes the changes that need nobody's eyes; doing it again changes nothing more. A comment on the line, or on the one
before it, says that something is meant: <!-- tadrich-ignore bidi/ambiguous-minus -->

Exit code 0: nothing wrong, or warnings and hints only; 1: errors.

Examples:
  tadrich check
  tadrich check hanoi-summit --fix
  tadrich check --json`,
  options: {
    fix: { type: "boolean", help: "Make the safe fixes in the slide source." },
    json: { type: "boolean", help: "Print the result as JSON, for machines." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  async run(values, positionals, io) {
    const lang = interfaceLanguage(textValue(values, "lang"), io.env);
    const [files, kit] = await Promise.all([findDecks(io.cwd, positionals), loadKit(io.cwd, lang)]);
    const diagnostics: Diagnostic[] = [...kit.diagnostics];
    const sources = new Map<string, Source>();
    for (const file of files) {
      const fixed = flag(values, "fix") ? await fixFile(file, lang) : 0;
      if (fixed > 0) io.error(`${file.shown}: ${fixed} fixed\n`);
      const deck = await loadDeck(file, lang);
      sources.set(file.shown, deck.value.source);
      diagnostics.push(...deck.diagnostics);
      if (kit.value !== null)
        diagnostics.push(...renderPage(deck.value, kit.value, lang === undefined ? {} : { lang }).diagnostics);
    }
    if (flag(values, "json")) io.out(`${JSON.stringify(diagnosticsToJson(diagnostics, sources), null, 2)}\n`);
    else {
      io.error(
        formatDiagnostics(diagnostics, sources, { isolate: io.isTerminal, color: io.isTerminal && !io.env.NO_COLOR }),
      );
      const counts = formatSummary(diagnostics, "en");
      io.out(
        `${files.length} ${files.length === 1 ? "deck" : "decks"} checked${counts === "" ? ", nothing to mend" : `: ${counts}`}\n`,
      );
    }
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

/** Mends a file on the disk; what another program has written meanwhile is not written over. */
async function fixFile(file: DeckFile, lang: Lang | undefined): Promise<number> {
  const disk = new SourceFile(file.path, MAX_SOURCE_BYTES);
  const { text, hash } = await disk.read();
  const fixed = fixSource(toSource(text, file.shown), { lang });
  if (fixed.count === 0) return 0;
  const saved = await disk.save(hash, keepLineEnds(text, fixed.text));
  if (saved.status === "changed")
    throw new Failure("exists", `${file.shown} was changed while it was being mended.`, "Run it again.");
  return fixed.count;
}

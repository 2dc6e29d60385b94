import { diagnosticsToJson, formatDiagnostics, formatSummary } from "../../deck/format.ts";
import { type Diagnostic, hasErrors, type Source } from "../../deck/index.ts";
import { loadKit, renderPage } from "../build.ts";
import { type Command, flag, textValue } from "../command.ts";
import { loadDeck } from "../deck.ts";
import { interfaceLanguage } from "../interface-language.ts";
import { findDecks } from "../project.ts";

export const command: Command = {
  name: "check",
  usage: "[DECK …]",
  summary: "Say what is wrong in decks, by file, line and column.",
  details: `Exit code 0: nothing wrong, or warnings and hints only; 1: errors.

Examples:
  tadrich check
  tadrich check hanoi-summit --json`,
  options: {
    json: { type: "boolean", help: "Print the result as JSON, for machines." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  async run(values, positionals, io) {
    const lang = interfaceLanguage(textValue(values, "lang"), io.env);
    const [files, kit] = await Promise.all([findDecks(io.cwd, positionals), loadKit(io.cwd, lang)]);
    const diagnostics: Diagnostic[] = [...kit.diagnostics];
    const sources = new Map<string, Source>();
    for (const file of files) {
      const deck = await loadDeck(file, lang);
      sources.set(file.shown, deck.value.source);
      diagnostics.push(...deck.diagnostics);
      if (kit.value !== null) diagnostics.push(...renderPage(deck.value, kit.value, {}).diagnostics);
    }
    if (flag(values, "json")) io.out(`${JSON.stringify(diagnosticsToJson(diagnostics, sources), null, 2)}\n`);
    else {
      io.error(
        formatDiagnostics(diagnostics, sources, { isolate: io.isTerminal, color: io.isTerminal && !io.env.NO_COLOR }),
      );
      const counts = formatSummary(diagnostics, "en");
      io.out(`${files.length} decks checked${counts === "" ? ", nothing to mend" : `: ${counts}`}\n`);
    }
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

import { basename, resolve, sep } from "node:path";
import { formatDiagnostics } from "../../deck/format.ts";
import { hasErrors } from "../../deck/index.ts";
import { PER_SHEET, type PerSheet } from "../../render/handout.ts";
import { type Command, type ExitCode, flag, type Io, textValue, textValues, type Values } from "../command.ts";
import { describeExport, type ExportOptions, type ExportResult, runExport } from "../export.ts";
import { Failure } from "../failure.ts";
import { interfaceLanguage } from "../interface-language.ts";
import { findDecks } from "../project.ts";

export const command: Command = {
  name: "export",
  usage: "DECK -o FILE [-o FILE …]",
  summary: "Write a deck as PowerPoint, PDF, handout, Word, pictures or text.",
  details: `The format follows the ending of the file's name:
  .pptx                       PowerPoint: native, right-to-left, made without a browser
  .pdf                        one slide a page
  .handout.pdf .handout.html  sheets of A4 with slides and room for notes
  .docx                       Word, to edit the text
  .png .jpg                   a picture of each slide, talk-01.png for talk.png and so on; .cover.png: of the first one
  .html                       the presentation itself, with the notes unless --without-notes
  .txt .md                    outline, Markdown; .notes.txt: the notes to read from
  FOLDER/                     files for a web server, always without notes

Files for others are without the speaker's notes unless --notes is given. Only PDF and pictures need a browser.

Examples:
  tadrich export hanoi-summit -o summit.pptx -o summit.pdf
  tadrich export hanoi-summit -o summit.handout.pdf --per-page 3 --notes
  tadrich export hanoi-summit -o summit.pptx --reference-doc ministry.potx`,
  options: {
    out: {
      type: "string",
      short: "o",
      multiple: true,
      value: "FILE",
      help: "Where to write; may be given several times.",
    },
    notes: { type: "boolean", help: "Put the speaker's notes into the files." },
    "without-notes": { type: "boolean", help: "Leave the notes out of HTML, too." },
    range: {
      type: "string",
      value: "PAGES",
      help: "Only these slides, by page number: 1,4-6. They are a deck of their own, counted from 1.",
    },
    part: { type: "string", value: "NAME", help: "Only the slides of this part, by its title or number." },
    hidden: { type: "boolean", help: "Slides marked as hidden, too. (PowerPoint has them, hidden.)" },
    theme: { type: "string", value: "NAME", help: "A theme instead of the deck's own: mabat, laila, nagish." },
    steps: { type: "boolean", help: "PDF and pictures: a page for each step of a slide." },
    "per-page": {
      type: "string",
      value: "N",
      help: "Handout: 1, 2, 3 or 6 slides a page; 3 by default. Six leave no room for notes.",
    },
    scale: { type: "string", value: "N", help: "Pictures: pixels for each of the slide's 1280×720; 1.5 by default." },
    "reference-doc": { type: "string", value: "FILE", help: "PowerPoint: use the master of this .pptx or .potx." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  async run(values, positionals, io) {
    const [deck, ...more] = await findDecks(io.cwd, positionals);
    if (deck === undefined || more.length > 0 || positionals.length === 0)
      throw new Failure("usage", "Name one deck to export.", "tadrich export hanoi-summit -o summit.pptx");
    const result = await runExport({ deck, ...optionsOf(values, io), progress: progressTo(io) });
    return report(result, io);
  },
};

function optionsOf(values: Values, io: Io): Omit<ExportOptions, "deck" | "progress"> {
  const outputs = textValues(values, "out");
  if (outputs.length === 0) throw new Failure("usage", "Name a file to write.", "tadrich export DECK -o talk.pptx");
  const reference = textValue(values, "reference-doc");
  return {
    outputs: outputs.map((out) => resolve(io.cwd, out) + (/[\\/]$/.test(out) ? sep : "")),
    notes: flag(values, "without-notes") ? false : flag(values, "notes") ? true : null,
    range: textValue(values, "range") ?? "",
    part: textValue(values, "part") ?? "",
    hidden: flag(values, "hidden"),
    theme: textValue(values, "theme") ?? null,
    steps: flag(values, "steps"),
    perSheet: perSheetOf(textValue(values, "per-page") ?? "3"),
    scale: scaleOf(textValue(values, "scale") ?? "1.5"),
    referenceDoc: reference === undefined ? null : resolve(io.cwd, reference),
    lang: interfaceLanguage(textValue(values, "lang"), io.env) ?? null,
  };
}

function perSheetOf(text: string): PerSheet {
  const found = PER_SHEET.find((count) => String(count) === text);
  if (found === undefined) throw new Failure("usage", `A page holds ${PER_SHEET.join(", ")} slides, not ${text}.`);
  return found;
}

function scaleOf(text: string): number {
  const scale = Number(text);
  if (!(scale >= 0.1 && scale <= 8)) throw new Failure("usage", `--scale is a number from 0.1 to 8, not ${text}.`);
  return scale;
}

/** Characters of a line of progress; more would break on a narrow terminal, and could not be overwritten. */
const LINE = 72;

/** One line on a terminal that is overwritten, with what each output is at; nothing in a pipe. */
function progressTo(io: Io): ExportOptions["progress"] {
  if (!io.isTerminal) return () => undefined;
  const states = new Map<string, string>();
  return (path, state) => {
    const wasBusy = states.delete(path);
    if (state !== null) states.set(path, `${basename(path)}: ${state}`);
    else if (!wasBusy) return;
    // What has moved last stands first, where a long line is not cut.
    const line = [...states.values()].reverse().join(", ");
    io.error(`\r\x1b[K${line.length > LINE ? `${line.slice(0, LINE)}…` : line}`);
  };
}

function report({ source, exported, diagnostics }: ExportResult, io: Io): ExitCode {
  const settings = { isolate: io.isTerminal, color: io.isTerminal && !io.env.NO_COLOR };
  io.error(formatDiagnostics(diagnostics, new Map([[source.path, source]]), settings));
  for (const row of exported) {
    const line = `${describeExport(row, io.cwd)}\n`;
    if (row.files.length > 0) io.out(line);
    else io.error(line);
  }
  if (exported.some(({ failure }) => failure !== null)) return 2;
  return hasErrors(diagnostics) ? 1 : 0;
}

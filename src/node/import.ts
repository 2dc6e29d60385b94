/** The commands `import` and `repair`: a brief becomes slide source; a scrambled text becomes text in order. */

import { basename, extname, join, relative, resolve } from "node:path";
import { formatDiagnostics } from "../deck/format.ts";
import { type Diagnostic, plainText as plainInlines, slug, toSource } from "../deck/index.ts";
import { serialize } from "../deck/serialize.ts";
import type { Deck, Lang } from "../deck/types.ts";
import {
  type Brief,
  type Draft,
  decodeText,
  draft,
  isBinaryKind,
  type Kind,
  kindOf,
  LIMITS,
  NO_PROPERTIES,
  plainLines,
  type Raw,
  Refusal,
  readMarkdown,
  readText,
  refusalSentence,
  structure,
} from "../import/index.ts";
import type { Repaired } from "../text/repair/index.ts";
import { type Command, type ExitCode, flag, type Io, textValue, textValues, type Values } from "./command.ts";
import { Failure } from "./failure.ts";
import { readWhole } from "./files.ts";
import { readApart } from "./import/apart.ts";
import { type Output, writeOutputs } from "./import/outputs.ts";
import { doubtsOf, parseTakes, readModel, repairWith } from "./import/repaired.ts";
import { reportOf } from "./import/report.ts";
import { interfaceLanguage } from "./interface-language.ts";
import { runsFromSource } from "./package.ts";

export const importCommand: Command = {
  name: "import",
  usage: "BRIEF … | -",
  summary: "Make a draft of slides from a brief: PDF, Word, Markdown or text.",
  details: `Writes slides/NAME.md, the report slides/NAME.import.json, and for a scrambled text slides/NAME.repaired.txt.
An existing file is never overwritten; --force replaces it and keeps a copy.
Lines whose order is in doubt are listed with their readings; --take LINE:READING takes another one.
- reads the brief from a pipe.

Examples:
  tadrich import brief.pdf
  tadrich import hanoi-2019.txt --take 12:2 --take 40:1
  pdftotext old.pdf - | tadrich import - --name old --slides 10`,
  options: {
    name: { type: "string", short: "n", value: "NAME", help: "Name of the deck; the file's own name by default." },
    out: { type: "string", short: "o", value: "FOLDER", help: "Folder of the slide source; slides by default." },
    slides: { type: "string", value: "N", help: "At most N slides, the cover included." },
    outline: { type: "boolean", help: "Titles only, without points and notes." },
    take: { type: "string", multiple: true, value: "LINE:READING", help: "Take another reading of a doubtful line." },
    "no-repair": { type: "boolean", help: "Leave a text as it is, also when it looks scrambled." },
    theme: { type: "string", value: "THEME", help: "Theme of the deck; mabat by default." },
    force: { type: "boolean", short: "f", help: "Replace existing files; a copy of each is kept." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  run: runImport,
};

export const repairCommand: Command = {
  name: "repair",
  usage: "TEXT | - [-o OUT]",
  summary: "Put scrambled Hebrew text in order, line by line.",
  details: `Every line stays on its line; a text that is in order comes back byte for byte.
Without -o the text goes to standard output. Doubtful lines are listed with their readings.

Examples:
  tadrich repair in.txt -o out.txt
  tadrich repair in.txt -o out.txt --take 12:2 --force`,
  options: {
    out: { type: "string", short: "o", value: "FILE", help: "Where the text goes; standard output by default." },
    take: { type: "string", multiple: true, value: "LINE:READING", help: "Take another reading of a doubtful line." },
    force: { type: "boolean", short: "f", help: "Replace an existing file; a copy of it is kept." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  run: runRepair,
};

/** What is done with each brief. */
interface Job {
  readonly io: Io;
  readonly values: Values;
  readonly lang: Lang;
  readonly slides: number | undefined;
}

/** Imports briefs one after the other; one that cannot be read does not stop the others. */
export async function runImport(values: Values, positionals: readonly string[], io: Io): Promise<ExitCode> {
  const job: Job = {
    io,
    values,
    lang: interfaceLanguage(textValue(values, "lang"), io.env) ?? "en",
    slides: budgetOf(values),
  };
  if (positionals.length === 0) throw new Failure("usage", "Name a brief.", "tadrich import --help");
  if (positionals.length > 1 && (textValue(values, "name") !== undefined || textValues(values, "take").length > 0))
    throw new Failure("usage", "--name and --take are for one brief at a time.");
  let failed = false;
  for (const named of positionals) {
    try {
      await importOne(named, job);
    } catch (error) {
      const sentence = sentenceOf(error, job.lang, positionals.length > 1);
      io.error(`tadrich: ${named}: ${sentence}\n`);
      failed = true;
    }
  }
  return failed ? 2 : 0;
}

/** The sentence for a file that cannot be imported; anything else goes on as it is. */
function sentenceOf(error: unknown, lang: Lang, goesOn: boolean): string {
  if (error instanceof Refusal) return refusalSentence(error, lang);
  if (error instanceof Failure && goesOn) return `${error.message}${error.help === null ? "" : ` ${error.help}`}`;
  throw error;
}

function budgetOf(values: Values): number | undefined {
  const written = textValue(values, "slides");
  if (written === undefined) return undefined;
  const number = /^\d{1,3}$/u.test(written) ? Number(written) : 0;
  if (number < 2)
    throw new Failure(
      "usage",
      `--slides ${written} is no number of slides.`,
      "Two are the least: a cover and one more.",
    );
  return number;
}

async function importOne(named: string, job: Job): Promise<void> {
  const { io, values } = job;
  const bytes = named === "-" ? await io.input() : await readWhole(resolve(io.cwd, named), LIMITS.bytes);
  const kind = kindOf(bytes, named);
  const read = await readBrief(bytes, kind, named, job);
  const brief = structure(read.raw);
  const drafted = draft(brief, {
    outline: flag(values, "outline"),
    theme: textValue(values, "theme") ?? "mabat",
    ...(job.slides === undefined ? {} : { slides: job.slides }),
  });
  const name = deckName(
    textValue(values, "name") ?? (named === "-" ? brief.title || "brief" : basename(named, extname(named))),
  );
  const folder = resolve(io.cwd, textValue(values, "out") ?? "slides");
  const shown = (path: string): string => relative(io.cwd, path) || path;
  const outputs = outputsOf(folder, name, { named, kind, brief, drafted, repaired: read.repaired });
  const backups = await writeOutputs(outputs, flag(values, "force"), shown);
  for (const path of backups) io.error(`kept the old file as ${shown(path)}\n`);
  tellDoubts(read, named, job);
  if (flag(values, "outline")) io.out(outlineOf(drafted));
  io.out(
    `${shown(join(folder, `${name}.md`))}: ${drafted.deck.slides.length} slides from ${brief.blocks.length} paragraphs\n`,
  );
}

interface Read {
  readonly raw: Raw;
  /** Null where no text had to be repaired. */
  readonly repaired: Repaired | null;
  readonly text: string;
}

async function readBrief(bytes: Uint8Array, kind: Kind, named: string, { values }: Job): Promise<Read> {
  if (isBinaryKind(kind)) return { raw: await readApart(bytes, kind), repaired: null, text: "" };
  const text = decodeText(bytes);
  if (kind === "markdown") return { raw: readMarkdown(text), repaired: null, text };
  const repaired = flag(values, "no-repair")
    ? null
    : repairWith(text, await readModel(), parseTakes(textValues(values, "take")), named);
  const blocks = readText(repaired?.lines ?? plainLines(text));
  return { raw: { ...blocks, footnotes: [], pictures: [], properties: NO_PROPERTIES }, repaired, text };
}

/** A name that is safe as a file and in an address. */
function deckName(name: string): string {
  const safe = slug(name).slice(0, 60).replace(/-+$/u, "");
  return safe === "" ? "brief" : safe;
}

interface Imported {
  readonly named: string;
  readonly kind: Kind;
  readonly brief: Brief;
  readonly drafted: Draft;
  readonly repaired: Repaired | null;
}

function outputsOf(folder: string, name: string, imported: Imported): Output[] {
  const { brief, drafted, repaired } = imported;
  const isScrambled = repaired?.lines.some(({ raw, text }) => raw !== text) ?? false;
  return [
    { path: join(folder, `${name}.md`), content: serialize(withPictures(drafted.deck, name)) },
    { path: join(folder, `${name}.import.json`), content: `${JSON.stringify(reportOf(imported), null, 1)}\n` },
    ...(isScrambled && repaired ? [{ path: join(folder, `${name}.repaired.txt`), content: repaired.text }] : []),
    ...brief.pictures.map((picture) => ({ path: join(folder, name, picture.name), content: picture.bytes })),
  ];
}

/** Pictures stand in the deck's own folder, beside its source. */
function withPictures(deck: Deck, name: string): Deck {
  const slides = deck.slides.map((slide) => ({
    ...slide,
    body: slide.body.map((block) => (block.type === "figure" ? { ...block, src: `${name}/${block.src}` } : block)),
  }));
  return { ...deck, slides };
}

function outlineOf({ deck, sources }: Draft): string {
  return deck.slides
    .map(({ title }, at) => {
      const paragraphs = sources[at - 1]?.paragraphs ?? [];
      return `${String(at + 1).padStart(3)}  ${plainInlines(title)}${paragraphs.length === 0 ? "" : `  (${paragraphs.join(", ")})`}\n`;
    })
    .join("");
}

function tellDoubts({ repaired, text }: Read, named: string, { io, values, lang }: Job): void {
  if (repaired === null) return;
  const before = textValues(values, "take")
    .map((take) => ` --take ${take}`)
    .join("");
  const out = textValue(values, "out");
  const name = textValue(values, "name");
  const options = `${out === undefined ? "" : ` --out ${quote(out)}`}${name === undefined ? "" : ` --name ${quote(name)}`}`;
  const command = (take: string): string =>
    `${invocation("import")} ${quote(named)}${options}${before} ${take} --force`;
  printDiagnostics(doubtsOf(repaired, named, lang, command), named, text, io);
}

/** Repairs one text. */
export async function runRepair(values: Values, positionals: readonly string[], io: Io): Promise<ExitCode> {
  const [named] = positionals;
  if (named === undefined || positionals.length > 1)
    throw new Failure("usage", "Name one text, or - for a pipe.", "tadrich repair --help");
  const lang = interfaceLanguage(textValue(values, "lang"), io.env) ?? "en";
  const text = readPlain(
    named === "-" ? await io.input() : await readWhole(resolve(io.cwd, named), LIMITS.bytes),
    lang,
    named,
  );
  const takes = textValues(values, "take");
  const repaired = repairWith(text, await readModel(), parseTakes(takes), named);
  const out = textValue(values, "out");
  if (out === undefined) io.out(repaired.text);
  else {
    const backups = await writeOutputs(
      [{ path: resolve(io.cwd, out), content: repaired.text }],
      flag(values, "force"),
      (path) => relative(io.cwd, path),
    );
    for (const path of backups) io.error(`kept the old file as ${relative(io.cwd, path)}\n`);
  }
  const before = takes.map((take) => ` --take ${take}`).join("");
  const target = out === undefined ? "" : ` -o ${quote(out)} --force`;
  printDiagnostics(
    doubtsOf(repaired, named, lang, (take) => `${invocation("repair")} ${quote(named)}${target}${before} ${take}`),
    named,
    text,
    io,
  );
  return 0;
}

function readPlain(bytes: Uint8Array, lang: Lang, named: string): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof Refusal)
      throw new Failure("not-readable", `${named}: ${refusalSentence(error, lang)}`, null, error);
    throw error;
  }
}

function printDiagnostics(diagnostics: readonly Diagnostic[], named: string, text: string, io: Io): void {
  const sources = new Map([[named, toSource(text, named)]]);
  io.error(
    formatDiagnostics(diagnostics, sources, { isolate: io.isTerminal, color: io.isTerminal && !io.env.NO_COLOR }),
  );
}

function invocation(command: "import" | "repair"): string {
  return runsFromSource() ? `npm run ${command} --` : `tadrich ${command}`;
}

function quote(word: string): string {
  return /^[\w./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

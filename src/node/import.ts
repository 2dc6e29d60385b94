/** The command `import`: a brief becomes slide source, with a report beside it. */

import { basename, extname, join, relative, resolve } from "node:path";
import { plainText as plainInlines, slug } from "../deck/index.ts";
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
  settleEmbeddings,
  structure,
} from "../import/index.ts";
import type { Repaired } from "../text/repair/index.ts";
import { type ExitCode, flag, type Io, textValue, textValues, type Values } from "./command.ts";
import { Failure } from "./failure.ts";
import { readWhole } from "./files.ts";
import { readApart } from "./import/apart.ts";
import { type Output, writeOutputs } from "./import/outputs.ts";
import { doubtsOf, parseTakes, readModel, repairWith } from "./import/repaired.ts";
import { reportOf } from "./import/report.ts";
import { invocation, printDiagnostics, quote } from "./import/terminal.ts";
import { interfaceLanguage } from "./interface-language.ts";

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
  const text = settleEmbeddings(decodeText(bytes));
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

import { dirname, join, relative, resolve } from "node:path";
import { diagnosticsToJson, formatDiagnostics, formatSummary } from "../../deck/format.ts";
import { type Diagnostic, hasErrors, type Source } from "../../deck/index.ts";
import { type BuildOptions, type BuiltDeck, buildCatalog, buildDeck, loadKit } from "../build.ts";
import { type Command, type ExitCode, flag, type Io, textValue } from "../command.ts";
import { describeFailure, Failure } from "../failure.ts";
import { isInside } from "../files.ts";
import { interfaceLanguage } from "../interface-language.ts";
import { findDecks, requireTheme } from "../project.ts";
import { watchFolders } from "../watch.ts";

export const command: Command = {
  name: "build",
  usage: "[DECK …]",
  summary: "Build decks into dist/<deck>/index.html, one file each.",
  details: `Without a name every deck of slides/ is built. A deck with errors is not written, and the page of before stays.

Examples:
  tadrich build
  tadrich build hanoi-summit --theme laila
  tadrich build --watch`,
  options: {
    out: { type: "string", short: "o", value: "FOLDER", help: "Where to write; dist by default." },
    theme: { type: "string", value: "NAME", help: "A theme instead of each deck's own: mabat, laila, nagish." },
    watch: { type: "boolean", short: "w", help: "Build again whenever a slide source, picture or template changes." },
    json: { type: "boolean", help: "Print the result as JSON, for machines." },
    lang: { type: "string", value: "LANG", help: "Language of the messages: he, ar, en." },
  },
  async run(values, positionals, io) {
    const theme = textValue(values, "theme");
    const lang = interfaceLanguage(textValue(values, "lang"), io.env);
    const options: BuildOptions = {
      out: resolve(io.cwd, textValue(values, "out") ?? "dist"),
      ...(theme === undefined ? {} : { theme }),
      ...(lang === undefined ? {} : { lang }),
    };
    const once = () => buildAll(positionals, options, flag(values, "json"), io);
    const code = await once();
    if (!flag(values, "watch")) return code;
    const decks = await findDecks(io.cwd, positionals);
    const folders = new Set(["slides", "templates"].map((name) => join(io.cwd, name)));
    for (const { path } of decks) if (!isInside(join(io.cwd, "slides"), path)) folders.add(dirname(path));
    io.error(`Watching ${[...folders].join(" and ")}; Ctrl+C stops.\n`);
    watchSources([...folders], options.out, () => reportFailure(once, io));
    return new Promise<ExitCode>(() => {});
  },
};

/** Builds after each change, one build at a time. */
function watchSources(folders: readonly string[], out: string, build: () => Promise<void>): void {
  let last = Promise.resolve();
  for (const folder of folders) {
    watchFolders([folder], (names) => {
      if (!isWritten(names, folder, out)) last = last.then(build);
      return last;
    });
  }
}

/** Whether all that changed in a folder lies in `out`: what a build writes must not start the next one. */
export function isWritten(names: ReadonlySet<string>, folder: string, out: string): boolean {
  return [...names].every((name) => join(folder, name) === out || isInside(out, join(folder, name)));
}

/** Who watches goes on: a deck that is away for a moment, or a theme that is not there yet, is told and no more. */
async function reportFailure(build: () => Promise<unknown>, io: Io): Promise<void> {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    io.error(describeFailure(error));
  }
}

async function buildAll(named: readonly string[], options: BuildOptions, json: boolean, io: Io): Promise<ExitCode> {
  const [decks, kit] = await Promise.all([findDecks(io.cwd, named), loadKit(io.cwd, options.lang)]);
  const built: BuiltDeck[] = [];
  if (kit.value !== null) {
    if (options.theme !== undefined) requireTheme(options.theme, kit.value.files);
    for (const deck of decks) built.push(await buildDeck(deck, kit.value, options));
    if (named.length === 0) await buildCatalog(built, kit.value, options);
  }
  const report = { built, diagnostics: kit.diagnostics };
  if (json) printJson(report, io);
  else printText(report, io);
  return [kit, ...built].some(({ diagnostics }) => hasErrors(diagnostics)) ? 1 : 0;
}

interface Report {
  readonly built: readonly BuiltDeck[];
  /** Of the templates. */
  readonly diagnostics: readonly Diagnostic[];
}

function sourcesOf({ built }: Report): ReadonlyMap<string, Source> {
  return new Map(built.map(({ source }) => [source.path, source]));
}

function printText(report: Report, io: Io): void {
  const { built } = report;
  const diagnostics = [report, ...built].flatMap((part) => part.diagnostics);
  io.error(
    formatDiagnostics(diagnostics, sourcesOf(report), {
      isolate: io.isTerminal,
      color: io.isTerminal && !io.env.NO_COLOR,
    }),
  );
  for (const deck of built) io.out(`${summaryLine(deck, io.cwd)}\n`);
}

/** e.g. `dist/hanoi-summit/index.html  22 slides, 19.5 minutes at 110 words a minute, 380 kB`. */
function summaryLine({ file, page, slides, minutes, rate, bytes, diagnostics }: BuiltDeck, cwd: string): string {
  const counts = formatSummary(diagnostics, "en");
  const found = counts === "" ? "" : `, ${counts}`;
  if (bytes === 0) return `${file.shown}: not built${found}`;
  const spoken = minutes === 0 ? "no notes" : `${minutes.toFixed(1)} minutes at ${rate} words a minute`;
  return `${relative(cwd, page) || page}  ${slides} slides, ${spoken}, ${Math.ceil(bytes / 1000)} kB${found}`;
}

function printJson(report: Report, io: Io): void {
  const sources = sourcesOf(report);
  const decks = report.built.map(({ file, meta, slides, minutes, rate, bytes, page, diagnostics }) => ({
    name: file.name,
    source: file.shown,
    page: bytes === 0 ? null : page,
    title: meta.title,
    slides,
    minutes,
    wordsPerMinute: rate,
    bytes,
    diagnostics: diagnosticsToJson(diagnostics, sources),
  }));
  io.out(`${JSON.stringify({ decks, templates: diagnosticsToJson(report.diagnostics, sources) }, null, 2)}\n`);
}

import { basename, relative } from "node:path";
import { hasErrors, type Source } from "../deck/index.ts";
import type { Diagnostic } from "../deck/types.ts";
import { counted } from "./export/format.ts";
import { FORMATS, type Format, formatOf } from "./export/formats.ts";
import { ExportJob, type ExportOptions } from "./export/job.ts";
import { type Printing, startPrinting } from "./export/print.ts";
import { Failure } from "./failure.ts";
import { writeAllWhole } from "./files.ts";

export type { ExportOptions } from "./export/job.ts";

/** What became of one output: what was written, or why nothing was: a failure, or errors among the diagnostics. */
export interface ExportedFile {
  readonly path: string;
  readonly format: string;
  /** Bytes of all files; 0 where it failed. */
  readonly bytes: number;
  readonly files: readonly string[];
  readonly slides: number;
  readonly holdsNotes: boolean;
  /** Files of an earlier run that stand beside these and that one could take for them. */
  readonly older: readonly string[];
  readonly failure: Failure | null;
}

export interface ExportResult {
  readonly source: Source;
  readonly exported: readonly ExportedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes a deck into each of the outputs. An output that cannot be made, for want of a browser for example, keeps the
 * others from nothing; what stood in its place stays as it was. A deck with errors is not exported at all.
 * @throws Failure `usage` for an ending that no format has, or a selection that selects nothing.
 */
export async function runExport(options: ExportOptions): Promise<ExportResult> {
  const plan = options.outputs.map((path) => ({ path, format: findFormat(path) }));
  const prints = plan.filter(({ format }) => format.browser === "prints").length;
  const printing = prints > 0 ? startPrinting(prints) : null;
  try {
    return await exportAll(plan, options, printing);
  } finally {
    await printing?.close();
  }
}

type Plan = readonly { readonly path: string; readonly format: Format }[];

async function exportAll(plan: Plan, options: ExportOptions, printing: Printing | null): Promise<ExportResult> {
  const { value: job, diagnostics, loaded } = await ExportJob.open(options, printing);
  if (job === null) return { source: loaded.source, exported: [], diagnostics };
  try {
    if (plan.some(({ format }) => format.browser === "steered")) job.warmUp();
    const made = await makeAll(job, plan);
    return {
      source: loaded.source,
      exported: made.map(({ file }) => file),
      diagnostics: [...job.diagnostics, ...made.flatMap((one) => one.diagnostics)],
    };
  } finally {
    await job.close();
  }
}

interface Made {
  readonly file: ExportedFile;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the outputs side by side: while a browser prints, the others are written. What it prints is begun first, and the
 * others wait until it is at work: what takes our one thread for long would keep it waiting.
 */
async function makeAll(job: ExportJob, plan: Plan): Promise<readonly Made[]> {
  const begun = new Map<number, Promise<Made>>();
  const begin = (prints: boolean) => {
    for (const [at, { path, format }] of plan.entries()) {
      if ((format.browser === "prints") === prints) begun.set(at, exportOne(job, path, format));
    }
  };
  begin(true);
  if (job.printing) await Promise.race([job.printing.underway, Promise.allSettled(begun.values())]);
  begin(false);
  const settled = await Promise.allSettled(plan.map((_, at) => begun.get(at)));
  return settled.flatMap((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value ?? [];
  });
}

function findFormat(path: string): Format {
  const format = formatOf(path);
  if (format !== null) return format;
  const endings = FORMATS.flatMap((known) => known.endings).filter((ending) => ending !== "/");
  throw new Failure(
    "usage",
    `No format is known by the name ${path}.`,
    `A file's name ends in ${endings.join(", ")}; a folder's in /`,
  );
}

async function exportOne(job: ExportJob, path: string, format: Format): Promise<Made> {
  const row = { path, format: format.what, bytes: 0, files: [], slides: 0, holdsNotes: false, older: [] };
  try {
    const make = await format.load();
    const output = await make(job, path);
    const { diagnostics } = output;
    if (hasErrors(diagnostics)) return { file: { ...row, failure: null }, diagnostics };
    await writeAllWhole(output.files);
    const bytes = output.files.reduce((sum, { content }) => sum + sizeOf(content), 0);
    const files = output.files.map((file) => file.path);
    const { slides, holdsNotes, older } = output;
    return { file: { ...row, bytes, files, slides, holdsNotes, older, failure: null }, diagnostics };
  } catch (error) {
    // A wrong selection is wrong for every output; what the machine lacks is this output's trouble alone.
    if (!(error instanceof Failure) || error.code === "usage") throw error;
    return { file: { ...row, failure: error }, diagnostics: [] };
  } finally {
    job.options.progress(path, null);
  }
}

function sizeOf(content: string | Uint8Array): number {
  return typeof content === "string" ? Buffer.byteLength(content) : content.length;
}

/** One line about an output, e.g. `talk.pptx  22 slides, 120 kB, without notes`. */
export function describeExport(
  { path, failure, files, slides, bytes, holdsNotes, older, format }: ExportedFile,
  cwd: string,
): string {
  const name = relative(cwd, path) || path;
  if (failure !== null)
    return `${name}: not written. ${failure.message}${failure.help === null ? "" : ` ${failure.help}`}`;
  if (files.length === 0) return `${name}: not written.`;
  const what = files.length > 1 && format === "pictures" ? counted(files.length, "picture") : counted(slides, "slide");
  const notes = holdsNotes ? "with the speaker's notes" : "without notes";
  return `${name}  ${what}, ${Math.ceil(bytes / 1000)} kB, ${notes}${describeOlder(older)}`;
}

function describeOlder(older: readonly string[]): string {
  const [first, ...more] = older.map((path) => basename(path));
  if (first === undefined) return "";
  const last = more.at(-1);
  const names = last === undefined ? first : `${first}${more.length > 1 ? " …" : ","} ${last}`;
  return `; of an earlier run there ${last === undefined ? "is" : "are"} still ${names}`;
}

import type { Deck, Diagnostic } from "../../deck/types.ts";
import { hasNotes } from "../../export/select.ts";
import type { ExportJob } from "./job.ts";

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What an output came to, before anything is written. */
export interface Output {
  readonly files: readonly OutputFile[];
  readonly slides: number;
  /** Whether the spoken notes can be read out of the files. */
  readonly holdsNotes: boolean;
  /** Files of an earlier run that one could take for these. */
  readonly older: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export type Maker = (job: ExportJob, path: string) => Promise<Output>;

/** Notes are for the speaker: a file for others has them only when asked for. */
export function wantsNotes({ options }: ExportJob, byDefault = false): boolean {
  return options.notes ?? byDefault;
}

export function output(
  files: readonly OutputFile[],
  deck: Deck,
  notes: boolean,
  diagnostics: readonly Diagnostic[] = [],
): Output {
  return { files, slides: deck.slides.length, holdsNotes: notes && hasNotes(deck), older: [], diagnostics };
}

/** So many of a thing, in English: `1 slide`, `3 slides`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Trains the networks of `src/text/repair`, on the word vectors that they share: PyTorch does it (`fit_networks.py`). */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Model } from "../../src/text/repair/model.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";
import {
  type RunningText,
  readLine,
  readNetwork,
  rowsOf,
  type Sizes,
  writeLineStart,
  writeLines,
  writeSettings,
  writeStart,
  writeWords,
} from "./network-folder.ts";
import { stretchesOf } from "./scrambles.ts";

/** One time over our own prose, which speaks as briefs do, and over a share of the rest of the text. */
export interface Epoch {
  readonly general: number;
  /** Do the networks of lines learn, too? */
  readonly lines: boolean;
  /** Are the vectors of the words rounded, as they ship, and at rest? */
  readonly rounded: boolean;
  /** How far the networks step; it falls to that of the next epoch on the way. */
  readonly rate: number;
  readonly wordRate: number;
}

export interface NetworkOptions extends Sizes {
  /** The last of them rounded. */
  readonly epochs: readonly Epoch[];
  /** How many networks of lines there are. Each learns in a process of its own. */
  readonly lines: number;
  /** Orders of a line that are ranked against each other. */
  readonly orders: number;
  /** A network of lines ranks so many of them: those that the network of junctions finds hardest to tell from the right one. */
  readonly hardest: number;
  readonly seed: number;
}

/** The vectors with the network of junctions, and the networks of lines that teach them, too. */
export type Networks = Pick<Model, "network" | "lines">;

/**
 * @param start Networks of the same width whose numbers are the first guess, and which learn on; without them, and where
 *   other layers have other sizes, it begins with chance.
 * @throws where python3 (or `PYTHON`) has no torch.
 */
export async function fitNetworks(text: RunningText, options: NetworkOptions, start?: Networks): Promise<Networks> {
  const rows = rowsOf(text.words);
  const numbers = Array.from({ length: options.lines }, (_, number) => number);
  const folder = mkdtempSync(join(tmpdir(), "networks-"));
  try {
    writeWords(folder, text.words, rows);
    if (start) writeStart(folder, start.network, rows, options);
    start?.lines.forEach((line, number) => {
      if (line.units === options.units) writeLineStart(folder, number, line);
    });
    for (const number of numbers) writeEpochs(folder, number, text, options);
    writeSettings(folder, rows, start !== undefined, options);
    await runPython(folder, numbers);
    return { network: readNetwork(folder, rows, options), lines: numbers.map((at) => readLine(folder, at, options)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines of each epoch, as one of the processes sees them. */
function writeEpochs(folder: string, process: number, text: RunningText, options: NetworkOptions): void {
  const { epochs, orders, seed } = options;
  for (const [number, { general }] of epochs.entries()) {
    const random = makeRandom(seed + number + 1000 * process);
    const stretches = stretchesOf(text.lengths, random).filter(
      ({ first }) => first >= text.ownFrom || random.next() < general,
    );
    writeLines(folder, `${process}-${number}`, stretches, orders, random);
  }
}

/** A process for each network of lines. They wait for each other: where one fails, the others are ended. */
async function runPython(folder: string, numbers: readonly number[]): Promise<void> {
  const python = process.env.PYTHON ?? "python3";
  const script = join(import.meta.dirname, "fit_networks.py");
  const children = numbers.map((number) =>
    spawn(python, [script, folder, String(number)], { env: keepMemory(), stdio: ["ignore", "inherit", "inherit"] }),
  );
  const closed = children.map((child) => once(child, "close"));
  try {
    await Promise.all(
      closed.map(async (end) => {
        const [code] = await end;
        if (code !== 0) throw new Error(`${python} ended with ${code}`);
      }),
    );
  } finally {
    for (const child of children) child.kill();
    // What they write in the folder is over before it is removed.
    await Promise.allSettled(closed);
  }
}

/** The C library gives large arrays back to the system, and fetches them again in the next step: that is most of the time. */
function keepMemory(): NodeJS.ProcessEnv {
  const gigabyte = String(2 ** 30);
  return {
    ...process.env,
    MALLOC_MMAP_THRESHOLD_: gigabyte,
    MALLOC_TRIM_THRESHOLD_: gigabyte,
    MALLOC_TOP_PAD_: gigabyte,
  };
}

/** Trains the networks of `src/text/repair`, on the word vectors that they share: PyTorch does it (`fit_networks.py`). */

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LineNetwork } from "../../src/text/repair/line-network.ts";
import type { Network } from "../../src/text/repair/network.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";
import {
  type Rows,
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
export interface LineEpoch {
  readonly general: number;
  /** How far the networks step; it falls to that of the next epoch on the way. */
  readonly rate: number;
}

/** The same where the words learn, too. */
export interface Epoch extends LineEpoch {
  /** Does the network of lines learn, too? */
  readonly lines: boolean;
  /** Are the vectors of the words rounded, as they ship, and at rest? */
  readonly rounded: boolean;
  readonly wordRate: number;
}

interface Options extends Sizes {
  /** Orders of a line that are ranked against each other. */
  readonly orders: number;
  /** A network of lines ranks so many of them: those that the network of junctions finds hardest to tell from the right one. */
  readonly hardest: number;
  readonly seed: number;
}

export interface NetworkOptions extends Options {
  /** The last of them rounded. */
  readonly epochs: readonly Epoch[];
}

export interface LineOptions extends Options {
  readonly epochs: readonly LineEpoch[];
}

/** The vectors with the network of junctions, and a network of lines that teaches them, too. */
export interface Networks {
  readonly network: Network;
  readonly line: LineNetwork;
}

/**
 * @param start Networks of the same width whose numbers are the first guess, and which learn on; without them, and where
 *   other layers have other sizes, it begins with chance.
 * @throws where python3 (or `PYTHON`) has no torch.
 */
export function fitNetworks(text: RunningText, options: NetworkOptions, start?: Networks): Promise<Networks> {
  const rows = rowsOf(text.words);
  return learn(text, { ...options, apart: false }, rows, start ?? {}, (folder) => ({
    network: readNetwork(folder, rows, options),
    line: readLine(folder, options),
  }));
}

/**
 * A network of lines more, on vectors that are at rest.
 *
 * @param line A network whose numbers are the first guess; without one it begins with chance.
 */
export function fitLine(
  text: RunningText,
  options: LineOptions,
  network: Network,
  line?: LineNetwork,
): Promise<LineNetwork> {
  const rows = network.fields.map((field) => field.rows);
  return learn(text, { ...options, apart: true }, rows, { network, line }, (folder) => readLine(folder, options));
}

/** Lets `fit_networks.py` learn in a folder, from what there is to start from, and reads what it leaves there. */
async function learn<T>(
  text: RunningText,
  options: (NetworkOptions | LineOptions) & { readonly apart: boolean },
  rows: readonly Rows[],
  start: { readonly network?: Network; readonly line?: LineNetwork | undefined },
  read: (folder: string) => T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "networks-"));
  try {
    writeWords(folder, text.words, rows);
    if (start.network) writeStart(folder, start.network, rows, options);
    if (start.line?.units === options.units) writeLineStart(folder, start.line);
    writeEpochs(folder, text, options);
    writeSettings(folder, rows, start.network !== undefined, options);
    await runPython(folder);
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines of each epoch. */
function writeEpochs(folder: string, text: RunningText, { epochs, orders, seed }: NetworkOptions | LineOptions): void {
  for (const [number, { general }] of epochs.entries()) {
    const random = makeRandom(seed + number);
    const stretches = stretchesOf(text.lengths, random).filter(
      ({ first }) => first >= text.ownFrom || random.next() < general,
    );
    writeLines(folder, number, stretches, orders, random);
  }
}

async function runPython(folder: string): Promise<void> {
  const python = process.env.PYTHON ?? "python3";
  const script = join(import.meta.dirname, "fit_networks.py");
  const child = execFile(python, [script, folder], { env: keepMemory() });
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  await new Promise<void>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => (code === 0 ? done() : fail(new Error(`${python} ended with ${code}`))));
  });
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

/** Trains the two networks of `src/text/repair`, on the word vectors that they share: PyTorch does it (`fit_networks.py`). */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { context, type LineNetwork, lineParts } from "../../src/text/repair/line-network.ts";
import {
  type FieldVectors,
  fieldNames,
  fieldValue,
  type Network,
  projectVector,
} from "../../src/text/repair/network.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";
import type { Shape } from "../../src/text/repair/words.ts";
import { LONGEST, scramble, stretchesOf } from "./scrambles.ts";

export interface NetworkOptions {
  /** Length of a word's vector. */
  readonly width: number;
  /** Hidden units of a junction. */
  readonly hidden: number;
  /** Numbers of a state of the network of lines. */
  readonly units: number;
  /** The last of them rounded. */
  readonly epochs: readonly Epoch[];
  /** Orders of a line that are ranked against each other. */
  readonly orders: number;
  readonly seed: number;
}

/** One time over the text. */
export interface Epoch {
  /** Over all of the text, or over our own prose, which speaks as briefs do. */
  readonly general: boolean;
  /** Does the network of lines learn, too? */
  readonly lines: boolean;
  /** Are the vectors of the words rounded, as they ship, and at rest? */
  readonly rounded: boolean;
  /** How far the networks and the words step. */
  readonly rate: number;
  readonly wordRate: number;
}

/** The running text that the networks learn from. */
export interface RunningText {
  readonly words: readonly Shape[];
  /** How many words each paragraph has. */
  readonly lengths: readonly number[];
  /** From this word on it is our own prose. */
  readonly ownFrom: number;
}

export interface Networks {
  readonly network: Network;
  readonly line: LineNetwork;
}

/** A word or stem that is seen less often is one of the many: it has no row. */
const LEAST_SEEN = 5;
/** The first fields: those that words have of their own. */
const OWN_FIELDS = ["word", "stem"];
/** What the squares of the slopes of a row begin with: of a row that has learnt before, with more, so that it steps less. */
const ACCUMULATED = { fresh: 1e-6, trained: 1e-4 };

type Rows = ReadonlyMap<number, number>;

/**
 * @param start Networks of the same width whose numbers are the first guess, and which learn on; without them, and where
 *   other layers have other sizes, it begins with chance.
 * @throws where python3 (or `PYTHON`) has no torch.
 */
export function fitNetworks(text: RunningText, options: NetworkOptions, start?: Networks): Networks {
  const folder = mkdtempSync(join(tmpdir(), "networks-"));
  try {
    const rows = fieldNames.map((name) => rowsOf(text.words, name));
    writeWords(folder, text.words, rows);
    if (start) writeStart(folder, start, rows, options);
    for (const epoch of options.epochs.keys()) writeLines(folder, epoch, text, options);
    writeSettings(folder, rows, options, start !== undefined);
    const python = process.env.PYTHON ?? "python3";
    execFileSync(python, [join(import.meta.dirname, "fit_networks.py"), folder], {
      stdio: "inherit",
      env: keepMemory(),
    });
    return readNetworks(folder, rows, options);
  } finally {
    rmSync(folder, { recursive: true });
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

/** Rows for the values of a field that are seen often enough. */
function rowsOf(words: readonly Shape[], name: (typeof fieldNames)[number]): Rows {
  const counts = new Map<number, number>();
  for (const word of words) {
    const value = fieldValue(word, name);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const least = OWN_FIELDS.includes(name) ? LEAST_SEEN : 1;
  const seen = [...counts].filter(([, count]) => count >= least);
  return new Map(seen.map(([value], index) => [value, index]));
}

/** The kinds of words, each once with its rows, and for each word of the text which kind it is. */
function writeWords(folder: string, words: readonly Shape[], rows: readonly Rows[]): void {
  const numbers = new Map<string, number>();
  const kinds: number[][] = [];
  const places = Int32Array.from(words, (shape) => {
    const own = fieldNames.map((name, field) => rows[field]?.get(fieldValue(shape, name)) ?? -1);
    const key = own.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, kinds.length);
    return kinds.push(own) - 1;
  });
  writeFileSync(join(folder, "rows.i32"), Buffer.from(Int32Array.from(kinds.flat()).buffer));
  writeFileSync(join(folder, "words.i32"), Buffer.from(places.buffer));
}

/** The numbers of the networks to start from, in the rows of the new ones. */
function writeStart(folder: string, { network, line }: Networks, rows: readonly Rows[], options: NetworkOptions): void {
  const write = (name: string, values: Float32Array) =>
    writeFileSync(join(folder, `start-${name}.f32`), Buffer.from(values.buffer));
  const { width, hidden, units } = options;
  network.fields.forEach(({ rows: old, values, scale }, field) => {
    const fresh = rows[field] as Rows;
    const numbers = new Float32Array(fresh.size * width);
    for (const [value, row] of fresh) {
      const from = old.get(value);
      if (from === undefined) continue;
      for (let at = 0; at < width; at++) numbers[row * width + at] = (values[from * width + at] as number) * scale;
    }
    write(`field-${field}`, numbers);
  });
  if (network.hidden === hidden) {
    write("junctions-projection", network.projection);
    write("junctions-bias", network.bias);
    write("junctions-out", network.out);
    write("junctions-edge", network.edge);
  }
  if (line.units !== units) return;
  for (const name of lineParts) write(`lines-${snake(name)}`, line[name]);
}

/** The lines of one epoch, with their orders. */
function writeLines(folder: string, epoch: number, text: RunningText, options: NetworkOptions): void {
  const { orders: count, seed, epochs } = options;
  const random = makeRandom(seed + epoch);
  const from = epochs[epoch]?.general ? 0 : text.ownFrom;
  const stretches = stretchesOf(text.lengths, random).filter(({ first }) => first >= from);
  const lines = stretches.flatMap(({ first, length, before, behind }) => [first, length, before, behind]);
  const orders = new Int8Array(stretches.length * count * LONGEST).fill(-1);
  stretches.forEach(({ length }, line) => {
    const scrambled = scramble(length, count, random).slice(0, count);
    for (const [at, order] of scrambled.entries()) orders.set(order, (line * count + at) * LONGEST);
  });
  writeFileSync(join(folder, `lines-${epoch}.i32`), Buffer.from(Int32Array.from(lines).buffer));
  writeFileSync(join(folder, `orders-${epoch}.i8`), Buffer.from(orders.buffer));
}

function writeSettings(folder: string, rows: readonly Rows[], options: NetworkOptions, isTrained: boolean): void {
  const { width, hidden, units, epochs } = options;
  const settings = {
    ...{ width, hidden, units, epochs, context, longest: LONGEST },
    sizes: rows.map(({ size }) => size),
    own: OWN_FIELDS.length,
    accumulated: isTrained ? ACCUMULATED.trained : ACCUMULATED.fresh,
  };
  writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
}

/** The name of a part in Python. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function readNetworks(folder: string, rows: readonly Rows[], { width, hidden, units }: NetworkOptions): Networks {
  const read = (name: string) => {
    const bytes = readFileSync(join(folder, `${name}.f32`));
    return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4).slice();
  };
  const bytes = readFileSync(join(folder, "fields.i8"));
  const scales = read("scales");
  let start = 0;
  const fields = rows.map((own, field): FieldVectors => {
    const end = start + own.size * width;
    const values = Int8Array.from(bytes.subarray(start, end), (byte) => (byte << 24) >> 24);
    start = end;
    return { rows: own, values, scale: scales[field] as number };
  });
  const projection = read("junctions-projection");
  const edge = projectVector({ hidden, projection }, read("junctions-nothing"));
  const network = { width, hidden, fields, projection, bias: read("junctions-bias"), out: read("junctions-out"), edge };
  const parts = Object.fromEntries(lineParts.map((name) => [name, read(`lines-${snake(name)}`)]));
  return { network, line: { units, ...(parts as Omit<LineNetwork, "units">) } };
}

/** Trains the network of `src/text/repair/line-network.ts`, on the word vectors of the network of junctions. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { context, type LineNetwork } from "../../src/text/repair/line-network.ts";
import { readLine } from "../../src/text/repair/model.ts";
import { fieldNames, fieldValue, type Network, wordVector } from "../../src/text/repair/network.ts";
import { makeRandom } from "../../src/text/repair/testing/damage.ts";
import type { RunningText } from "./fit-network.ts";
import { scramble, stretchesOf } from "./scrambles.ts";

export interface LineOptions {
  /** Numbers of a state. */
  readonly units: number;
  /** For each time that it goes over our own prose (the vectors of the words know the rest of the text), how far it steps. */
  readonly rates: readonly number[];
  /** Orders of a line that are ranked against each other. */
  readonly orders: number;
  readonly seed: number;
}

/** The longest stretch of `scrambles.ts`. */
const LONGEST = 17;

/**
 * PyTorch does the work (`fit_line.py`), an hour's of our own: it is told the lines and their orders by files.
 *
 * @throws where python3 has no torch.
 */
export function fitLine(text: RunningText, network: Network, options: LineOptions): LineNetwork {
  const folder = mkdtempSync(join(tmpdir(), "line-"));
  try {
    writeWords(folder, text, network);
    const { units, rates } = options;
    for (const epoch of rates.keys()) writeLines(folder, epoch, text, options);
    writeFileSync(
      join(folder, "line.json"),
      JSON.stringify({ width: network.width, units, rates, context, longest: LONGEST }),
    );
    const python = process.env.PYTHON ?? "python3";
    execFileSync(python, [join(import.meta.dirname, "fit_line.py"), folder], { stdio: "inherit", env: keepMemory() });
    return readLine(readFileSync(join(folder, "line.f32")), network.width, units);
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

/** The vectors of the words, each once, and for each word of the text which of them it has. */
function writeWords(folder: string, { words }: RunningText, network: Network): void {
  const numbers = new Map<string, number>();
  const vectors: Float32Array[] = [];
  const places = Int32Array.from(words, (shape) => {
    const key = fieldNames.map((name) => fieldValue(shape, name)).join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, vectors.length);
    return vectors.push(wordVector(network, shape)) - 1;
  });
  const flat = new Float32Array(vectors.length * network.width);
  for (const [at, vector] of vectors.entries()) flat.set(vector, at * network.width);
  writeFileSync(join(folder, "vectors.f32"), Buffer.from(flat.buffer));
  writeFileSync(join(folder, "words.i32"), Buffer.from(places.buffer));
}

function writeLines(folder: string, epoch: number, { lengths, ownFrom }: RunningText, options: LineOptions): void {
  const random = makeRandom(options.seed + epoch);
  const stretches = stretchesOf(lengths, random).filter(({ first }) => first >= ownFrom);
  const lines = stretches.flatMap(({ first, length, before, behind }) => [first, length, before, behind]);
  const orders = new Int8Array(stretches.length * options.orders * LONGEST).fill(-1);
  stretches.forEach(({ length }, line) => {
    const scrambled = scramble(length, options.orders, random).slice(0, options.orders);
    for (const [at, order] of scrambled.entries()) orders.set(order, (line * options.orders + at) * LONGEST);
  });
  writeFileSync(join(folder, `lines-${epoch}.i32`), Buffer.from(Int32Array.from(lines).buffer));
  writeFileSync(join(folder, `orders-${epoch}.i8`), Buffer.from(orders.buffer));
}

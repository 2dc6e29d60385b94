/** The folder in which `fit_networks.py` finds what it learns from, and leaves what it learnt. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { context, type LineNetwork, type LinePart, lineParts } from "../../src/text/repair/line-network.ts";
import {
  type FieldVectors,
  fieldNames,
  fieldValue,
  type Network,
  projectVector,
} from "../../src/text/repair/network.ts";
import type { Random } from "../../src/text/repair/testing/damage.ts";
import type { Shape } from "../../src/text/repair/words.ts";
import { LONGEST, type Stretch, scramble } from "./scrambles.ts";

/** The running text that the networks learn from. */
export interface RunningText {
  readonly words: readonly Shape[];
  /** How many words each paragraph has. */
  readonly lengths: readonly number[];
  /** From this word on it is our own prose. */
  readonly ownFrom: number;
}

/** The numbers of units of the layers. */
export interface Sizes {
  /** Length of a word's vector. */
  readonly width: number;
  /** Hidden units of a junction. */
  readonly hidden: number;
  /** Numbers of a state of a network of lines. */
  readonly units: number;
}

/** For each value of a field its row. */
export type Rows = ReadonlyMap<number, number>;

/** A word or stem that is seen less often is one of the many: it has no row. */
const LEAST_SEEN = 5;
/** The first fields: those that words have of their own. */
const OWN_FIELDS = ["word", "stem"];
/** What the squares of the slopes of a row begin with: of a row that has learnt before, with more, so that it steps less. */
const ACCUMULATED = { fresh: 1e-6, trained: 1e-4 };

/** Rows for the values of each field that are seen often enough. */
export function rowsOf(words: readonly Shape[]): Rows[] {
  return fieldNames.map((name) => {
    const counts = new Map<number, number>();
    for (const word of words) {
      const value = fieldValue(word, name);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const least = OWN_FIELDS.includes(name) ? LEAST_SEEN : 1;
    const seen = [...counts].filter(([, count]) => count >= least);
    return new Map(seen.map(([value], index) => [value, index]));
  });
}

/** The kinds of words, each once with its rows, and for each word of the text which kind it is. */
export function writeWords(folder: string, words: readonly Shape[], rows: readonly Rows[]): void {
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

/** The lines of an epoch, which has this name, with so many orders of each. */
export function writeLines(
  folder: string,
  name: string,
  stretches: readonly Stretch[],
  count: number,
  random: Random,
): void {
  const lines = stretches.flatMap(({ first, length, before, behind }) => [first, length, before, behind]);
  const orders = new Int8Array(stretches.length * count * LONGEST).fill(-1);
  stretches.forEach(({ length }, line) => {
    const scrambled = scramble(length, count, random).slice(0, count);
    for (const [at, order] of scrambled.entries()) orders.set(order, (line * count + at) * LONGEST);
  });
  writeFileSync(join(folder, `lines-${name}.i32`), Buffer.from(Int32Array.from(lines).buffer));
  writeFileSync(join(folder, `orders-${name}.i8`), Buffer.from(orders.buffer));
}

/** What `fit_networks.py` is to do, beside what all of its work has in common. */
export function writeSettings(folder: string, rows: readonly Rows[], isTrained: boolean, settings: object): void {
  const common = {
    ...{ context, longest: LONGEST, sizes: rows.map(({ size }) => size), own: OWN_FIELDS.length },
    accumulated: isTrained ? ACCUMULATED.trained : ACCUMULATED.fresh,
  };
  writeFileSync(join(folder, "settings.json"), JSON.stringify({ ...common, ...settings }));
}

/** The vectors and the network of junctions to start from, in the rows of the new ones. */
export function writeStart(folder: string, network: Network, rows: readonly Rows[], { width, hidden }: Sizes): void {
  network.fields.forEach(({ rows: old, values, scale }, field) => {
    const fresh = rows[field] as Rows;
    const numbers = new Float32Array(fresh.size * width);
    for (const [value, row] of fresh) {
      const from = old.get(value);
      if (from === undefined) continue;
      for (let at = 0; at < width; at++) numbers[row * width + at] = (values[from * width + at] as number) * scale;
    }
    writeFloats(folder, `start-field-${field}`, numbers);
  });
  if (network.hidden !== hidden) return;
  writeFloats(folder, "start-junctions-projection", network.projection);
  writeFloats(folder, "start-junctions-bias", network.bias);
  writeFloats(folder, "start-junctions-out", network.out);
  writeFloats(folder, "start-junctions-edge", network.edge);
}

/** One of the networks of lines to start from. */
export function writeLineStart(folder: string, number: number, line: LineNetwork): void {
  for (const name of lineParts) writeFloats(folder, `start-lines-${number}-${snake(name)}`, line[name]);
}

function writeFloats(folder: string, name: string, values: Float32Array): void {
  writeFileSync(join(folder, `${name}.f32`), Buffer.from(values.buffer, values.byteOffset, values.byteLength));
}

function readFloats(folder: string, name: string): Float32Array {
  const bytes = readFileSync(join(folder, `${name}.f32`));
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4).slice();
}

/** The vectors and the network of junctions that were learnt. */
export function readNetwork(folder: string, rows: readonly Rows[], { width, hidden }: Sizes): Network {
  const bytes = readFileSync(join(folder, "fields.i8"));
  const scales = readFloats(folder, "scales");
  let start = 0;
  const fields = rows.map((own, field): FieldVectors => {
    const end = start + own.size * width;
    const values = Int8Array.from(bytes.subarray(start, end), (byte) => (byte << 24) >> 24);
    start = end;
    return { rows: own, values, scale: scales[field] as number };
  });
  const projection = readFloats(folder, "junctions-projection");
  const [bias, out] = [readFloats(folder, "junctions-bias"), readFloats(folder, "junctions-out")];
  const edge = projectVector({ hidden, projection }, readFloats(folder, "junctions-nothing"));
  return { width, hidden, fields, projection, bias, out, edge };
}

/** One of the networks of lines that were learnt, as it ships. */
export function readLine(folder: string, number: number, { units }: Pick<Sizes, "units">): LineNetwork {
  const parts = lineParts.map(
    (name) => [name, ...inSteps(readFloats(folder, `lines-${number}-${snake(name)}`))] as const,
  );
  const numbers = Object.fromEntries(parts.map(([name, values]) => [name, values])) as Record<LinePart, Float32Array>;
  const steps = Object.fromEntries(parts.map(([name, , step]) => [name, step])) as Record<LinePart, number>;
  return { units, ...numbers, steps };
}

/** So many steps are the root of the mean square of a part: finer ones change no reading. */
const FINE = 8;

/** Some numbers, rounded to multiples of a step, from -127 to 127 of it. */
function inSteps(values: Float32Array): readonly [rounded: Float32Array, step: number] {
  const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // As short as JSON writes it, so that what is read again is the same.
  const step = Number(Math.max(Math.sqrt(square) / FINE, largest / 127, Number.MIN_VALUE).toPrecision(4));
  const rounded = values.map((value) => Math.max(-127, Math.min(127, Math.round(value / step))) * step);
  return [rounded, step];
}

/** The name of a part in Python. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

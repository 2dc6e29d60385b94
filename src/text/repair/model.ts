/**
 * What is known of Hebrew: the words, how words follow each other, what letters make a word, and the weights of the
 * search and of the choice. Made by `scripts/language-data` from sources with a permissive licence and from prose of ours;
 * one file.
 *
 * The file: "TDRKH8\n", the length of the header (u32, little endian), the header (JSON), then the sections that the
 * header lists, one after the other.
 */

import { makeTable, type Table } from "./hash.ts";
import { type LineNetwork, type LinePart, linePartLengths, lineParts } from "./line-network.ts";
import { type FieldVectors, fieldNames, type Network, reach } from "./network.ts";
import { MOST_UNITS, UNITS } from "./recurrent.ts";
import type { Trust } from "./trust.ts";

export interface Model {
  /** Where the data came from: a line a source, with its version, licence and hash. */
  readonly provenance: readonly string[];
  /** Commonness of each known word, 1 (in a word list only) to 15. */
  readonly words: ReadonlyMap<string, number>;
  /** Grammar of the commoner words, as in `Lexicon`. */
  readonly tags: ReadonlyMap<string, string>;
  readonly junctions: Table;
  readonly letters: Table;
  readonly network: Network;
  /** They see the words as the vectors of `network`. */
  readonly lines: readonly LineNetwork[];
  /** Weights of the features of a reading, by name. */
  readonly weights: NamedWeights;
  readonly trust: Trust;
}

/** As `Weights` in `features.ts`. */
interface NamedWeights {
  readonly choice: Readonly<Record<string, number>>;
  readonly search: Readonly<Record<string, number>>;
}

export interface Header {
  readonly provenance: readonly string[];
  readonly weights: NamedWeights;
  readonly trust: Trust;
  readonly scales: { readonly junctions: number; readonly letters: number };
  /** Length of each section in bytes, in the order of the file. */
  readonly sections: {
    readonly words: number;
    readonly tags: number;
    readonly junctions: number;
    readonly letters: number;
    readonly network: number;
    readonly lines: number;
  };
  readonly network: { readonly width: number; readonly hidden: number; readonly scales: readonly number[] };
  readonly lines: readonly Pick<LineNetwork, "units" | "steps">[];
  /** The tags that words have, commonest first. */
  readonly tagList: readonly string[];
}

const magic = "TDRKH8\n";

/**
 * Reads the language file.
 *
 * @throws RangeError when the bytes are not such a file, whole.
 */
export function loadModel(bytes: Uint8Array): Model {
  const { header, body } = readHeader(bytes);
  const { sections } = header;
  let end = 0;
  const next = (length: number) => {
    end += length;
    return body.subarray(end - length, end);
  };
  const parts = {
    words: next(sections.words),
    tags: next(sections.tags),
    junctions: next(sections.junctions),
    letters: next(sections.letters),
    network: next(sections.network),
    lines: next(sections.lines),
  };
  if (body.length !== end) throw new RangeError("the language file is not whole");
  const words = readWords(parts.words);
  return {
    provenance: header.provenance,
    words,
    tags: readTags(parts.tags, [...words.keys()], header.tagList),
    junctions: readTable(parts.junctions, header.scales.junctions),
    letters: readTable(parts.letters, header.scales.letters),
    network: readNetwork(parts.network, header.network),
    lines: readLines(parts.lines, header.network.width, header.lines),
    weights: header.weights,
    trust: header.trust,
  };
}

/** The inverse of `loadModel`. */
export function writeModel(model: Model): Uint8Array {
  const words = writeWords(model.words);
  const tagList = rankTags(model.tags);
  const tags = writeTags(model.tags, [...model.words.keys()].sort(), tagList);
  const junctions = writeTable(model.junctions);
  const letters = writeTable(model.letters);
  const network = writeNetwork(model.network);
  const lines = concatenate(model.lines.map(writeLine));
  const { width, hidden, fields } = model.network;
  const header: Header = {
    provenance: model.provenance,
    weights: model.weights,
    trust: model.trust,
    scales: { junctions: model.junctions.scale, letters: model.letters.scale },
    sections: {
      words: words.length,
      tags: tags.length,
      junctions: junctions.length,
      letters: letters.length,
      network: network.length,
      lines: lines.length,
    },
    network: { width, hidden, scales: fields.map(({ scale }) => scale) },
    lines: model.lines.map(({ units, steps }) => ({ units, steps })),
    tagList,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length, true);
  return concatenate([new TextEncoder().encode(magic), length, head, words, tags, junctions, letters, network, lines]);
}

/** A table: for each hash, rising, the step from the hash before (seven bits a byte, low first), then the weight. */
function writeTable(table: Table): Uint8Array {
  const { hashes, weights } = table;
  const order = [...hashes.keys()].sort((a, b) => (hashes[a] as number) - (hashes[b] as number));
  const bytes: number[] = [];
  let before = 0;
  for (const at of order) {
    writeNumber(bytes, (hashes[at] as number) - before);
    before = hashes[at] as number;
    bytes.push((weights[at] as number) & 255);
  }
  return Uint8Array.from(bytes);
}

function readTable(bytes: Uint8Array, scale: number): Table {
  const hashes: number[] = [];
  const weights: number[] = [];
  let hash = 0;
  for (const reader = { bytes, at: 0 }; reader.at < bytes.length; ) {
    hash += readNumber(reader);
    hashes.push(hash);
    weights.push(bytes[reader.at++] as number);
  }
  return makeTable(
    Uint32Array.from(hashes),
    Int8Array.from(weights, (byte) => (byte << 24) >> 24),
    scale,
  );
}

/**
 * The network: of each field the number of its rows, then for each, by rising hash, the step from the hash before and its
 * row; then the rest, see `writeFloats`.
 */
function writeNetwork({ fields, width, ...network }: Network): Uint8Array {
  const bytes: number[] = [];
  for (const { rows, values } of fields) {
    writeNumber(bytes, rows.size);
    let before = 0;
    const unsigned = [...rows].map(([value, row]) => [value >>> 0, row] as const);
    for (const [hash, row] of unsigned.sort(([a], [b]) => a - b)) {
      writeNumber(bytes, hash - before);
      before = hash;
      for (const value of values.subarray(row * width, (row + 1) * width)) bytes.push(value & 255);
    }
  }
  return concatenate([Uint8Array.from(bytes), ...floatParts.map((name) => writeFloats(network[name]))]);
}

/** Numbers of two bytes: the upper half of IEEE 754 single precision (bfloat16), rounded to nearest, little endian. */
function writeFloats(values: Float32Array): Uint8Array {
  const bits = new Uint32Array(values.slice().buffer);
  const bytes = new DataView(new ArrayBuffer(values.length * 2));
  bits.forEach((each, at) => {
    bytes.setUint16(at * 2, Math.min(each + 0x8000, 0xffff_ffff) >>> 16, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** Reads so many numbers at a time, as `writeFloats` writes them. */
function floatReader(bytes: Uint8Array): (length: number) => Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  return (length) => {
    const bits = Uint32Array.from({ length }, () => view.getUint16(2 * at++, true) << 16);
    return new Float32Array(bits.buffer);
  };
}

const floatParts = ["projection", "bias", "out", "edge"] as const;

function readNetwork(bytes: Uint8Array, { width, hidden, scales }: Header["network"]): Network {
  const reader = { bytes, at: 0 };
  const fields = fieldNames.map((_, field): FieldVectors => {
    const rows = new Map<number, number>();
    const count = readNumber(reader);
    const values = new Int8Array(count * width);
    let hash = 0;
    for (let row = 0; row < count; row++) {
      hash += readNumber(reader);
      rows.set(hash | 0, row);
      values.set(bytes.subarray(reader.at, reader.at + width), row * width);
      reader.at += width;
    }
    return { rows, values, scale: scales[field] as number };
  });
  const floats = floatReader(bytes.subarray(reader.at));
  const layers = { projection: floats(width * reach * hidden), bias: floats(hidden), out: floats(hidden) };
  return { width, hidden, fields, ...layers, edge: floats(reach * hidden) };
}

/** A network of whole lines: its parts, one after the other, in their steps. */
function writeLine(line: LineNetwork): Uint8Array {
  return concatenate(
    lineParts.map((name) => Uint8Array.from(line[name], (value) => Math.round(value / line.steps[name]))),
  );
}

/**
 * The networks of whole lines, one after the other.
 *
 * @throws RangeError for a number of units that `recurrent.ts` does not work with.
 */
function readLines(bytes: Uint8Array, width: number, lines: Header["lines"]): LineNetwork[] {
  let at = 0;
  return lines.map(({ units, steps }) => {
    if (units % UNITS !== 0 || units < UNITS || units > MOST_UNITS) {
      throw new RangeError(`the language file has a network of ${units} units`);
    }
    const parts = Object.entries(linePartLengths(width, units)).map(([name, length]) => {
      const signed = Int8Array.from(bytes.subarray(at, at + length));
      at += length;
      return [name, Float32Array.from(signed, (value) => value * steps[name as LinePart])];
    });
    return { units, steps, ...(Object.fromEntries(parts) as Record<LinePart, Float32Array>) };
  });
}

function readHeader(bytes: Uint8Array): { header: Header; body: Uint8Array } {
  const start = magic.length + 4;
  if (bytes.length < start || new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) {
    throw new RangeError("not a language file of text repair");
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(magic.length, true);
  if (start + length > bytes.length) throw new RangeError("the language file is not whole");
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(start, start + length))) as Header;
  return { header, body: bytes.subarray(start + length) };
}

/**
 * The word list, sorted and front-coded: a byte with the commonness in the high half and the letters to drop from the
 * word before (at most 15) in the low half, then the letters to add (U+05D0 is 1 …; `'` 28, `"` 29, `-` 30), then 0.
 */
function writeWords(words: ReadonlyMap<string, number>): Uint8Array {
  const bytes: number[] = [];
  let before = "";
  for (const word of [...words.keys()].sort()) {
    let same = 0;
    while (same < before.length && before[same] === word[same]) same++;
    const drop = Math.min(15, before.length - same);
    if (before.length - drop !== same) throw new RangeError(`word too long to code: ${before}`);
    bytes.push(((words.get(word) as number) << 4) | drop);
    for (const letter of word.slice(same)) bytes.push(alphabet.indexOf(letter) + 1);
    bytes.push(0);
    before = word;
  }
  return Uint8Array.from(bytes);
}

function readWords(bytes: Uint8Array): Map<string, number> {
  const words = new Map<string, number>();
  let word = "";
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at++] as number;
    word = word.slice(0, word.length - (first & 15));
    while (at < bytes.length && bytes[at] !== 0) word += alphabet[(bytes[at++] as number) - 1] ?? "";
    words.set(word, first >> 4);
  }
  return words;
}

/** The tags, commonest first, so that nearly all words have one byte. */
function rankTags(tags: ReadonlyMap<string, string>): string[] {
  const counts = new Map<string, number>();
  for (const tag of tags.values()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
}

/** For each word of the list, in its order: 0, or the place of its tag in the list from 1; seven bits a byte, low first. */
function writeTags(tags: ReadonlyMap<string, string>, words: readonly string[], list: readonly string[]): Uint8Array {
  const places = new Map(list.map((tag, index) => [tag, index + 1]));
  const bytes: number[] = [];
  for (const word of words) writeNumber(bytes, places.get(tags.get(word) ?? "") ?? 0);
  return Uint8Array.from(bytes);
}

function readTags(bytes: Uint8Array, words: readonly string[], list: readonly string[]): Map<string, string> {
  const tags = new Map<string, string>();
  const reader = { bytes, at: 0 };
  for (const word of words) {
    const tag = list[readNumber(reader) - 1];
    if (tag !== undefined) tags.set(word, tag);
  }
  return tags;
}

/** A number, seven bits a byte, low first; all bytes but the last have their high bit set. */
function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

function readNumber(reader: { readonly bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let power = 1; ; power *= 128) {
    const byte = reader.bytes[reader.at++] as number;
    value += (byte % 128) * power;
    if (byte < 128 || reader.at >= reader.bytes.length) return value;
  }
}

/** The letters that a word of the list may have. */
export const alphabet = "אבגדהוזחטיךכלםמןנסעףפץצקרשת'\"-";

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

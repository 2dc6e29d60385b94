import { unzlibSync, zlibSync } from "fflate";

/**
 * The objects of a PDF file by number (ISO 32000-1 §7.3.10): text, one character a byte, or, where it holds a stream, the
 * bytes as they stand in the file.
 */
export type PdfObjects = Map<number, string | Uint8Array>;

export interface PdfFile {
  readonly objects: PdfObjects;
  /** Numbers of the catalog and of the information about the document. */
  readonly root: number;
  readonly info: number;
}

/** Compresses bytes to the format of zlib (RFC 1950). */
export type Zlib = (bytes: Uint8Array) => Uint8Array;

/** So many objects are packed into one stream: enough to be small, few enough to unpack for one of them. */
const PACK = 500;

/**
 * Takes a file apart that a browser has printed: one cross-reference table, every object at its place. A reader of
 * all that the format allows takes longer than the browser needs to print.
 * @returns null where the file is of another form, which a browser of a later year may print.
 */
export function readPdf(printed: Uint8Array): PdfFile | null {
  // Parts of a plain array are cheap; those of the kind that Node reads into are not.
  const bytes = new Uint8Array(printed.buffer, printed.byteOffset, printed.byteLength);
  const tail = textOf(bytes.subarray(Math.max(0, bytes.length - 1024)));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  const end = textOf(bytes.subarray(start || bytes.length));
  const [table = "", trailer = ""] = end.split("trailer");
  const { offsets, size } = readTable(table);
  const root = reference(trailer, "Root");
  const info = reference(trailer, "Info");
  if (root === null || info === null || offsets.size === 0 || Number(/\/Size (\d+)/.exec(trailer)?.[1]) !== size)
    return null;
  const objects = cut(bytes, offsets, start);
  // Without a catalog that can be read, the rest of the file leads nowhere.
  return objects !== null && typeof objects.get(root) === "string" ? { objects, root, info } : null;
}

/** The places of the objects in use, from the sections of a cross-reference table (ISO 32000-1 §7.5.4). */
function readTable(table: string): { readonly offsets: ReadonlyMap<number, number>; readonly size: number } {
  const offsets = new Map<number, number>();
  let number = 0;
  for (const line of table.split("\n")) {
    const [first = "", second = "", use = ""] = line.trim().split(" ");
    if (use === "n") offsets.set(number, Number(first));
    if (use === "n" || use === "f") number += 1;
    else if (/^\d+$/.test(first) && /^\d+$/.test(second)) number = Number(first);
  }
  return { offsets, size: number };
}

/** The objects at their places; null where one is not as the table says. */
function cut(bytes: Uint8Array, offsets: ReadonlyMap<number, number>, end: number): PdfObjects | null {
  const places = [...offsets].sort((a, b) => a[1] - b[1]);
  const objects: PdfObjects = new Map();
  for (const [at, [number, from]] of places.entries()) {
    const head = `${number} 0 obj`;
    const to = trimmed(bytes, places[at + 1]?.[1] ?? end);
    if (!standsAt(bytes, head, from) || !standsAt(bytes, "endobj", to - 6)) return null;
    const stop = trimmed(bytes, to - 6);
    const body = bytes.subarray(from + head.length + 1, stop);
    objects.set(number, standsAt(bytes, "endstream", stop - 9) ? body : textOf(body));
  }
  return objects;
}

function standsAt(bytes: Uint8Array, word: string, from: number): boolean {
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word.charCodeAt(at)) return false;
  return true;
}

/** The end of what stands before `end` when white space is left out. */
function trimmed(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > 0 && (bytes[at - 1] ?? 0) <= 32) at -= 1;
  return at;
}

/**
 * Puts objects together as a file: those without a stream are packed into streams (ISO 32000-1 §7.5.7), which makes a
 * third of the size. The same objects give the same bytes.
 */
export function writePdf({ objects, root, info }: PdfFile, zlib: Zlib = (bytes) => zlibSync(bytes)): Uint8Array {
  const chunks: Uint8Array[] = [bytesOf("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")];
  let length = chunks[0]?.length ?? 0;
  const rows = new Map<number, Row>();
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  let next = (numbers.at(-1) ?? 0) + 1;
  const add = (number: number, body: Uint8Array) => {
    rows.set(number, [1, length, 0]);
    const parts = [bytesOf(`${number} 0 obj\n`), body, bytesOf("\nendobj\n")];
    chunks.push(...parts);
    length += parts.reduce((sum, part) => sum + part.length, 0);
  };
  const plain: (readonly [number: number, text: string])[] = [];
  for (const number of numbers) {
    const object = objects.get(number) ?? "null";
    if (typeof object === "string") plain.push([number, object]);
    else add(number, object);
  }
  for (let from = 0; from < plain.length; from += PACK) {
    const packed = plain.slice(from, from + PACK);
    const holder = next++;
    for (const [at, [number]] of packed.entries()) rows.set(number, [2, holder, at]);
    add(holder, packObjects(packed, zlib));
  }
  const start = length;
  rows.set(next, [1, start, 0]);
  add(next, tableStream(rows, { size: next + 1, root, info }, zlib));
  return concat([...chunks, bytesOf(`startxref\n${start}\n%%EOF\n`)]);
}

/** Type, place, and place within: a row of a cross-reference stream (ISO 32000-1 §7.5.8). */
type Row = readonly [type: number, place: number, within: number];

function packObjects(packed: readonly (readonly [number: number, text: string])[], zlib: Zlib): Uint8Array {
  let at = 0;
  const index = packed.map(([number, text]) => {
    const row = `${number} ${at}`;
    at += text.length + 1;
    return row;
  });
  const head = `${index.join(" ")}\n`;
  const data = zlib(bytesOf(head + packed.map(([, text]) => text).join("\n")));
  return stream(`/Type /ObjStm /N ${packed.length} /First ${head.length}`, data);
}

function tableStream(
  rows: ReadonlyMap<number, Row>,
  { size, root, info }: { readonly size: number; readonly root: number; readonly info: number },
  zlib: Zlib,
): Uint8Array {
  const table = new Uint8Array(size * 7);
  const view = new DataView(table.buffer);
  for (const [number, [type, place, within]] of rows) {
    view.setUint8(number * 7, type);
    view.setUint32(number * 7 + 1, place);
    view.setUint16(number * 7 + 5, within);
  }
  return stream(`/Type /XRef /W [1 4 2] /Size ${size} /Root ${root} 0 R /Info ${info} 0 R`, zlib(table));
}

/** What stands in a stream, one character a byte; null where it is packed in a way that the browser does not pack text. */
export function readStream(object: Uint8Array): string | null {
  const head = /^<<([^<>]*)>>\s*stream\r?\n/.exec(textOf(object.subarray(0, 256)));
  const length = Number(/\/Length (\d+)/.exec(head?.[1] ?? "")?.[1] ?? Number.NaN);
  if (head === null || Number.isNaN(length)) return null;
  const data = object.subarray(head[0].length, head[0].length + length);
  const filter = /\/Filter\s*(\S+)/.exec(head[1] ?? "")?.[1];
  if (filter === undefined) return textOf(data);
  return filter === "/FlateDecode" ? textOf(unzlibSync(data)) : null;
}

/** A stream with this text, one byte a character. */
export function writeStream(text: string, zlib: Zlib = (bytes) => zlibSync(bytes)): Uint8Array {
  return stream("", zlib(bytesOf(text)));
}

function stream(entries: string, data: Uint8Array): Uint8Array {
  const head = bytesOf(`<<${entries} /Filter /FlateDecode /Length ${data.length}>>\nstream\n`);
  return concat([head, data, bytesOf("\nendstream")]);
}

/** The number that an entry of a dictionary refers to; null where it has none. */
export function reference(dictionary: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? null : Number(found);
}

/** Text as a string of a PDF file, in hexadecimal UTF-16 (ISO 32000-1 §7.9.2.2). */
export function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0"));
  return `<feff${units.join("")}>`;
}

const DECODER = new TextDecoder("latin1");

/** Each byte as the character of the same number. What the decoder calls Latin-1 has other signs at 0x80 to 0x9f. */
function textOf(bytes: Uint8Array): string {
  const text = DECODER.decode(bytes);
  return /[\u0100-\uffff]/.test(text) ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join("") : text;
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

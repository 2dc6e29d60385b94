/**
 * Bytes to text, and offsets to places. Everything behind this file works on a {@link Source}: no byte order mark,
 * `\n` only, no NUL, within the size limit.
 */
import { diagnose } from "./diagnostic.ts";
import type { Diagnostic, Lang, Outcome, Source } from "./types.ts";

/** The largest slide source that is read, in bytes. A deck of a thousand slides has about one megabyte. */
export const MAX_SOURCE_BYTES = 20 * 1024 * 1024;

/** A line and a column, both from 1; the column counts code points, as a person counts characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds lines of one source in logarithmic time; make it once for many questions. */
export interface LineIndex {
  readonly count: number;
  /** The place of a UTF-16 offset; offsets outside the text are clamped to it. */
  at(offset: number): Place;
  /** Where a line (from 1) starts and ends, without its newline. */
  line(line: number): { readonly start: number; readonly end: number };
}

/**
 * Reads the bytes of a slide source. Never throws: what is wrong with the bytes is a diagnostic, and the value is the
 * best text that can be had, so that an editor can still show it.
 */
export function decode(bytes: Uint8Array, path: string, lang: Lang = "he"): Outcome<Source> {
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, args: Record<string, string | number>, at: number | null): void => {
    const span = at === null ? null : { start: at, end: at + 1 };
    diagnostics.push(diagnose(code, path, span, args, { lang }));
  };
  if (bytes.length > MAX_SOURCE_BYTES) return refuseTooLarge(bytes.length, path, lang);
  const decoded = new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes);
  // What cannot be read is decoded to U+FFFD; without one there is nothing to look for.
  const bad = decoded.includes("\uFFFD") ? findInvalidUtf8(bytes) : -1;
  const normal = normalizeNewlines(decoded);
  if (bad >= 0) report("source/not-utf8", { byte: bad }, offsetOfByte(bytes, bad));
  const nul = normal.indexOf("\0");
  if (nul >= 0) report("source/nul", {}, nul);
  return { value: { path, text: nul < 0 ? normal : normal.replaceAll("\0", "\uFFFD") }, diagnostics };
}

/** What `decode` answers for a source of so many bytes, which need not be read to be refused. */
export function refuseTooLarge(size: number, path: string, lang: Lang = "he"): Outcome<Source> {
  const args = { size: megabytes(size), limit: megabytes(MAX_SOURCE_BYTES) };
  return { value: { path, text: "" }, diagnostics: [diagnose("source/too-large", path, null, args, { lang })] };
}

/** A source from text that is already in memory: the byte order mark goes, and line ends become `\n`. */
export function toSource(text: string, path: string): Source {
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return { path, text: normalizeNewlines(clean).replaceAll("\0", "\uFFFD") };
}

/** CommonMark 2.1: a line ends with `\n`, `\r\n` or a lone `\r`. */
function normalizeNewlines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function megabytes(size: number): string {
  return (Math.ceil((size / (1024 * 1024)) * 10) / 10).toFixed(1);
}

/** The offset in the decoded, normalised text of a byte: what stands before the first bad byte is valid by definition. */
function offsetOfByte(bytes: Uint8Array, byte: number): number {
  return normalizeNewlines(new TextDecoder("utf-8").decode(bytes.subarray(0, byte))).length;
}

/**
 * The first byte that is not well-formed UTF-8, or -1. The table is Unicode 3.9, table 3-7: it refuses overlong forms,
 * surrogates and everything above U+10FFFF.
 */
export function findInvalidUtf8(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size === 0) return i;
    const [low, high] = secondByteRange(lead);
    for (let k = 1; k < size; k++) {
      const next = bytes[i + k];
      if (next === undefined || next < (k === 1 ? low : 0x80) || next > (k === 1 ? high : 0xbf)) return i;
    }
    i += size;
  }
  return -1;
}

function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

/** The index of a source's lines. */
export function indexLines(source: Source): LineIndex {
  const { text } = source;
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const find = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count: starts.length,
    at(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const row = find(clamped);
      return { line: row + 1, column: countCodePoints(text, starts[row]!, clamped) + 1 };
    },
    line(line) {
      const row = Math.max(0, Math.min(line - 1, starts.length - 1));
      const next = starts[row + 1];
      return { start: starts[row]!, end: next === undefined ? text.length : next - 1 };
    },
  };
}

/** The place of one offset. For many, make an index once with {@link indexLines}. */
export function lineColumn(source: Source, offset: number): Place {
  const { text } = source;
  const clamped = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < clamped; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: countCodePoints(text, start, clamped) + 1 };
}

/** Code points in a piece of a string; a surrogate pair is one, and so is a half of one. */
export function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const pair = unit >= 0xd800 && unit < 0xdc00 && i + 1 < end && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    if (pair) i++;
    count++;
  }
  return count;
}

/** What a file has around its text, a byte order mark and its line ends, so that an edit can put them back. */
import { toSource } from "./source.ts";
import type { Source } from "./types.ts";

/** A replacement of a piece of normalised text; the same type serves the editor's transactions. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The normalised text of a file, as every span means it. */
export function normalize(text: string): Source {
  return toSource(text, "");
}

/** The line end that a file uses most; `\n` where it has none. */
export function lineEnd(text: string): "\n" | "\r\n" | "\r" {
  const crlf = text.split("\r\n").length - 1;
  const cr = text.split("\r").length - 1 - crlf;
  const lf = text.split("\n").length - 1 - crlf;
  if (crlf > 0 && crlf >= lf && crlf >= cr) return "\r\n";
  return cr > lf ? "\r" : "\n";
}

/**
 * Applies edits, given in offsets of the normalised text, to the file's text as it is. Every byte outside of the edits
 * stays: the byte order mark, and each line end as it was, also where they are mixed. New lines get the file's own.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const rising = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const raw = rawOffsets(
    text,
    rising.flatMap(({ start, end }) => [start, end]),
  );
  const eol = lineEnd(text);
  let result = "";
  let last = 0;
  rising.forEach((edit, index) => {
    const [start, end] = [raw[2 * index]!, raw[2 * index + 1]!];
    if (start < last) throw new RangeError("Edits overlap");
    result += text.slice(last, start) + (eol === "\n" ? edit.text : edit.text.replaceAll("\n", eol));
    last = end;
  });
  return result + text.slice(last);
}

/** Offsets in the file's text of rising offsets in the normalised text. */
function rawOffsets(text: string, offsets: readonly number[]): readonly number[] {
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  if (!text.includes("\r")) return offsets.map((offset) => Math.min(offset + bom, text.length));
  const order = [...offsets.keys()].sort((a, b) => offsets[a]! - offsets[b]!);
  const result: number[] = new Array(offsets.length);
  let raw = bom;
  let normal = 0;
  for (const index of order) {
    while (normal < offsets[index]! && raw < text.length) {
      raw += text[raw] === "\r" && text[raw + 1] === "\n" ? 2 : 1;
      normal++;
    }
    result[index] = raw;
  }
  return result;
}

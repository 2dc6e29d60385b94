import { zlibSync } from "fflate";
import { expect, test } from "vitest";
import { type PdfObjects, readStream } from "./pdf-file.ts";
import { turnLigatures } from "./pdf-letters.ts";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** A stream as the browser writes it, packed if a filter is named. */
function printed(text: string, filter = "/FlateDecode"): Uint8Array {
  const data = filter === "/FlateDecode" ? zlibSync(bytesOf(text)) : bytesOf(text);
  const head = `<<${filter && `/Filter ${filter}\n`}/Length ${data.length}>> stream\n`;
  return Uint8Array.from([...bytesOf(head), ...data, ...bytesOf("\nendstream")]);
}

/** A font whose table lists these rows, and the table after its letters were turned. */
function turned(rows: readonly string[], filter?: string): string | null {
  const objects: PdfObjects = new Map<number, string | Uint8Array>([
    [1, "<</Type /Font\n/ToUnicode 2 0 R\n/Subtype /Type0>>"],
    [2, printed(rows.join("\n"), filter)],
  ]);
  turnLigatures(objects);
  return readStream(objects.get(2) as Uint8Array);
}

test("the letters of an Arabic ligature are listed from left to right", () => {
  const rows = ["<0059> <06440627>", "<00A0> <0627064406440647>"];
  expect(turned(rows)).toBe("<0059> <06270644>\n<00A0> <0647064406440627>");
  expect(turned(rows, "")).toBe("<0059> <06270644>\n<00A0> <0647064406440627>");
});

test("single letters, ranges, Latin ligatures, a letter with its point, and Hebrew stay as they are", () => {
  const rows = [
    "3 beginbfchar",
    "<004D> <0644>",
    "<0201> <00660069>",
    "<0202> <0644064E>",
    "<0203> <05D005DC>",
    "<001B> <001C> <064E>",
    "<0204> <D83DDE00>",
  ];
  expect(turned(rows)).toBe(rows.join("\n"));
});

test("a file without an Arabic ligature keeps every byte, and so does a table that cannot be read", () => {
  const plain = printed("<004D> <0644>");
  const packed = printed("<0059> <06440627>", "/LZWDecode");
  const loose = printed("<0059> <06440627>");
  const objects: PdfObjects = new Map<number, string | Uint8Array>([
    [1, "<</ToUnicode 2 0 R>>"],
    [2, plain],
    [3, "<</ToUnicode 4 0 R>>"],
    [4, packed],
    [5, "<</ToUnicode 9 0 R>>"],
    [6, loose],
  ]);
  turnLigatures(objects);
  expect([objects.get(2), objects.get(4), objects.get(6)]).toEqual([plain, packed, loose]);
  expect(objects.get(6)).toBe(loose);
});

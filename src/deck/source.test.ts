import { expect, test } from "vitest";
import { decode, findInvalidUtf8, indexLines, lineColumn, MAX_SOURCE_BYTES, toSource } from "./source.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

test("a byte order mark and carriage returns are no part of the text", () => {
  const { value, diagnostics } = decode(bytes([0xef, 0xbb, 0xbf], "א\r\nב\rג\n"), "x.md");
  expect(value).toEqual({ path: "x.md", text: "א\nב\nג\n" });
  expect(diagnostics).toEqual([]);
  expect(toSource("\uFEFFא\r\nב", "x.md").text).toBe("א\nב");
});

test("bytes that are not UTF-8 are placed by their byte and their offset", () => {
  const { value, diagnostics } = decode(bytes("אב\r\nג", [0xe9], "ד"), "x.md", "en");
  expect(diagnostics).toMatchObject([
    { code: "source/not-utf8", message: "The file is not UTF-8 (byte 8)", span: { start: 4, end: 5 } },
  ]);
  expect(value.text).toBe("אב\nג\uFFFDד");
});

test.each([
  [[0xc0, 0x80], 0],
  [[0x41, 0xed, 0xa0, 0x80], 1],
  [[0xf4, 0x90, 0x80, 0x80], 0],
  [[0xe2, 0x82], 0],
  [[0xf0, 0x9f, 0x98, 0x80], -1],
  [[0xd7, 0x90, 0x80], 2],
])("first byte of %j that is not well-formed is %i", (input, at) => {
  expect(findInvalidUtf8(Uint8Array.from(input))).toBe(at);
});

test("a NUL is reported and replaced by one character", () => {
  const { value, diagnostics } = decode(bytes("א\0ב"), "x.md");
  expect(value.text).toBe("א\uFFFDב");
  expect(diagnostics).toMatchObject([{ code: "source/nul", severity: "error", span: { start: 1, end: 2 } }]);
});

test("a file over the limit is not read", () => {
  const { value, diagnostics } = decode(new Uint8Array(MAX_SOURCE_BYTES + 1), "x.md");
  expect(value.text).toBe("");
  expect(diagnostics.map(({ code }) => code)).toEqual(["source/too-large"]);
});

test("columns count code points, lines and columns begin at 1", () => {
  const source = toSource("א😀ב\n\nג", "x.md");
  const index = indexLines(source);
  const places = [0, 1, 3, 4, 5, 6, 7, 99, -1].map((offset) => index.at(offset));
  expect(places.map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [1, 4],
    [2, 1],
    [3, 1],
    [3, 2],
    [3, 2],
    [1, 1],
  ]);
  for (let offset = 0; offset <= source.text.length; offset++)
    expect(lineColumn(source, offset)).toEqual(index.at(offset));
  expect(index.count).toBe(3);
  expect(index.line(1)).toEqual({ start: 0, end: 4 });
  expect(index.line(3)).toEqual({ start: 6, end: 7 });
});

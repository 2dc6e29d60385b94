import { expect, test } from "vitest";
import { parseAttributes, splitTrailingAttributes } from "./attributes.ts";
import { findClosers } from "./code-fences.ts";
import { decodeEntity, decodeText, rawOffset } from "./entities.ts";
import { isValidId, slug } from "./ids.ts";
import { editDistance, nearest } from "./nearest.ts";
import { omit, placeAt, slice, sourceAt, strip } from "./placed.ts";
import { formatRanges, parseRanges } from "./ranges.ts";

test("the nearest name is within a third of the word, and a swap is one slip", () => {
  expect(nearest("tilte", ["title", "table"])).toBe("title");
  expect(nearest("כותרתת", ["כותרת", "מקור"])).toBe("כותרת");
  expect(nearest("xyz", ["title"])).toBeNull();
  expect(editDistance("ab", "ba", 9)).toBe(1);
  expect(editDistance("kitten", "sitting", 9)).toBe(3);
  expect(editDistance("a".repeat(64), "b", 5)).toBe(5);
});

test("attributes: classes, id, pairs, quoted values; other braces are text", () => {
  expect(parseAttributes('{.א #ב ג="ד ה" x=1}', 10)).toMatchObject({
    classes: [{ name: "א", span: { start: 11, end: 13 } }],
    ids: [{ value: "ב" }],
    pairs: [
      { name: "ג", value: "ד ה" },
      { name: "x", value: "1" },
    ],
    span: { start: 10, end: 29 },
  });
  expect(parseAttributes("{א, ב}", 0)).toBeNull();
  expect(splitTrailingAttributes("א \\{.x}", 0).attributes).toBeNull();
  expect(splitTrailingAttributes("א {.x}  ", 0)).toMatchObject({
    length: 1,
    attributes: { span: { start: 2, end: 6 } },
  });
});

test("references and escapes, there and back", () => {
  expect(decodeText("a &lt;&#x5D0;&nope; \\* \n > b", true)).toBe("a <א&nope; * b");
  expect(decodeEntity("&#0;")).toBe("\uFFFD");
  expect(decodeEntity("&#x202E;")).toBe("\uFFFD");
  expect(decodeEntity("&constructor;")).toBeNull();
  const raw = "a&lt;b\\*c";
  expect([0, 1, 2, 3, 4, 5].map((offset) => rawOffset(raw, offset))).toEqual([0, 1, 5, 6, 8, 9]);
});

test("paragraph numbers, there and back", () => {
  expect(parseRanges("2,4-6, 5")).toEqual([2, 4, 5, 6]);
  for (const bad of ["", "0", "3-1", "a", "1-99999", "1,,2"]) expect(parseRanges(bad)).toBeNull();
  expect(formatRanges([2, 4, 5, 6, 8, 9])).toBe("2,4-6,8,9");
  expect(formatRanges([])).toBe("");
});

test("slugs keep Hebrew and are safe in an id", () => {
  expect(slug("מי רצה מה? — ארה״ב, 2019")).toBe("מי-רצה-מה-ארהב-2019");
  expect(slug("שָׁלוֹם")).toBe("שלום");
  expect(slug("!!!")).toBe("slide");
  expect([...slug("א".repeat(200))]).toHaveLength(60);
  expect(isValidId("א-1_b")).toBe(true);
  for (const id of ["12", "a b", "", "-a", 'a"b', "deck-data"]) expect(isValidId(id)).toBe(false);
});

test("text with prefixes taken off its lines keeps its places", () => {
  const source = "> אב\n>  גד";
  const placed = strip(placeAt(source, 100), 0, source, "אב\n גד");
  expect([0, 1, 3, 4, 5].map((offset) => placed.text[offset] === source[sourceAt(placed, offset) - 100])).toEqual(
    Array(5).fill(true),
  );
  const part = slice(placed, 1, 6);
  expect(source[sourceAt(part, 3) - 100]).toBe("ג");
  const joined = omit(placeAt("a\\|b", 7), [1]);
  expect(joined.text).toBe("a|b");
  expect([0, 1, 2].map((offset) => sourceAt(joined, offset))).toEqual([7, 9, 10]);
});

test("a code fence is closed by as many marks or more", () => {
  const text = "```\n````\n~~~\n";
  const closers = findClosers(text);
  expect(closers["`"].next(0, 4)).toBe(8);
  expect(closers["`"].next(9, 3)).toBeNull();
  expect(closers["~"].next(0, 3)).toBe(12);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { direction, resolve, visualOrder } from "./bidi.ts";
import { readCase, visible } from "./testing/bidi-cases.ts";

describe("by code points, not UTF-16 units", () => {
  test("an emoji is neutral", () => {
    expect(resolve("😀 שלום", "auto").levels[0]).toBe(1);
    expect(visualOrder("😀 שלום", "auto")).toBe("םולש 😀");
  });
  test("letters outside the basic plane have their direction", () => {
    expect(visualOrder("𐤀𐤁 abc", "auto")).toBe("abc 𐤁𐤀");
    expect(visualOrder("𝒳𝒴 אב", "rtl")).toBe("בא 𝒳𝒴");
  });
  test("parts of an emoji stay together, and points behind their letter", () => {
    expect(visualOrder("א 👨\u200D👩 👍🏽", "rtl")).toBe("👍🏽 👨\u200D👩 א");
    expect(visualOrder("שָׁב", "rtl")).toBe("בשָׁ");
  });
  test("a lone surrogate is a character like another", () => {
    expect(visualOrder("א\uD83D ב", "rtl")).toHaveLength(4);
  });
});

test("mirrored characters are drawn mirrored, controls not at all", () => {
  expect(visualOrder("א (ב) < ג", "rtl")).toBe("ג > (ב) א");
  expect(visualOrder("א \u2066C++\u2069 ב", "rtl")).toBe("ב C++ א");
});

test.each([
  ["OECD: דוח", "ltr"],
  ["12 שלום", "rtl"],
  ["العربية", "rtl"],
  ["12–14, !", null],
  ["", null],
])("direction of %s", (text, expected) => {
  expect(direction(text)).toBe(expected);
});

test("two thousand five hundred cases as Chromium answered them", () => {
  const file = readFileSync(join(import.meta.dirname, "fixtures/bidi-orders.txt"), "utf8");
  const cases = file.trimEnd().split("\n").map(readCase);
  expect(cases).toHaveLength(2_500);
  expect(cases.filter((one) => visible(one) !== one.drawn)).toEqual([]);
});

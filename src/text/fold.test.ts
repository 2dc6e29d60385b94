import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWithOffsets } from "./fold.ts";
import { mixedText } from "./testing/mixed-text.ts";

test.each([
  ["שָׁלוֹם", "שלומ"],
  ["דו״ח", 'דו"ח'],
  ["ג׳ורג׳", "ג'ורג'"],
  ["ה־DNA", "ה-dna"],
  ["2019–2023", "2019-2023"],
  ["ארץ", "ארצ"],
  ["5\u00A0מיליון", "5 מיליונ"],
  ["„כן”", '"כנ"'],
  ["\u2066Émile\u2069", "emile"],
  ["شرکت ۱۲٫۵", "شركت 12.5"],
  ["مُحَمَّد", "محمد"],
])("%s is searched as %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("a match leads back to its place", () => {
  const text = "ראו דו״ח שָׁלוֹם";
  const { text: folded, offsets } = foldWithOffsets(text);
  expect(text.slice(offsets[folded.indexOf("שלומ")])).toBe("שָׁלוֹם");
});

test("folding twice is folding once, and offsets never run back", () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      const { text: once, offsets } = foldWithOffsets(text);
      expect(fold(once)).toBe(once);
      expect(offsets.length).toBe(once.length);
      expect(offsets.every((offset, index) => offset >= (offsets[index - 1] ?? 0) && offset < text.length)).toBe(true);
    }),
    { numRuns: 5_000, seed: 3 },
  );
});

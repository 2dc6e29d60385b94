import fc from "fast-check";
import { expect, it } from "vitest";
import { longestWord } from "./measure.ts";
import { widthsOf } from "./table.ts";

const SIZE = 30;
const WIDTH = 1064;
/** Room that a word needs in a cell: its own width, more of it in bold, and the padding at both sides. */
const need = (text: string): number => longestWord(text) * SIZE * 1.25 + 24;
const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

it("gives a long text more than a number", () => {
  const [name = 0, text = 0, number = 0] = widthsOf([["מרכז", "כל מה שנבדק עד סוף השנה, ומה שלא", "3"]], WIDTH, SIZE);
  expect(text).toBeGreaterThan(2 * name);
  expect(number).toBeGreaterThanOrEqual(60);
});

it("never tears a word while the table is wide enough for the longest ones of all columns", () => {
  const texts = [
    ["רובע", "קולטנים נקיים", "משאבות כשירות", "זמן תגובה (דקות)", "עלות ההשלמה"],
    ["מערב", "81%", "0", "40-55", "₪1,250,000"],
  ];
  const widths = widthsOf(texts, WIDTH, SIZE);
  for (const [at, width] of widths.entries())
    for (const row of texts) expect(width).toBeGreaterThanOrEqual(need(row[at] ?? "") - 0.001);
});

it("where they are too long for that, tears the longest only", () => {
  const address = "https://example.org/a-very-long-address/that-nobody/has-room-for/in-a-table-at-all.html";
  const [short = 0, long = 0] = widthsOf([["אינטרנט", address]], 500, SIZE);
  expect(short).toBeCloseTo(need("אינטרנט"));
  expect(long).toBeCloseTo(500 - short);
  expect(widthsOf([[address, address]], 500, SIZE)).toEqual([250, 250]);
});

it("always fills the width, and lets each word fit that can", () => {
  const cell = fc.string({ maxLength: 30 });
  const table = fc
    .integer({ min: 1, max: 6 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(table, (texts) => {
      const widths = widthsOf(texts, WIDTH, SIZE);
      expect(sum(widths)).toBeCloseTo(WIDTH);
      const needs = widths.map((_, at) => Math.max(60, ...texts.map((row) => need(row[at] ?? ""))));
      if (sum(needs) > WIDTH) return;
      for (const [at, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual((needs[at] ?? 0) - 0.001);
    }),
  );
});

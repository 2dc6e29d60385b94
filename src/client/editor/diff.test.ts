import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, changesBetween } from "./diff.ts";

function apply(text: string, changes: readonly Change[]): string {
  return [...changes]
    .reverse()
    .reduce((sum, { from, to, insert }) => sum.slice(0, from) + insert + sum.slice(to), text);
}

test("the changes make one text of the other, in rising order", () => {
  const line = fc.constantFrom("א", "ב", "ג", "", "אב", "## כותרת", "😀", "😁");
  const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const changes = changesBetween(a, b);
      expect(apply(a, changes)).toBe(b);
      for (const [index, { from }] of changes.entries())
        if (index > 0) expect(from).toBeGreaterThanOrEqual(changes[index - 1]!.to);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test("a line that is moved is taken out at one place and put in at another", () => {
  expect(changesBetween("א\nב\nג\nד\n", "א\nג\nד\nב\n")).toEqual([
    { from: 2, to: 4, insert: "" },
    { from: 8, to: 8, insert: "ב\n" },
  ]);
});

test("within a line only what differs is replaced", () => {
  expect(changesBetween("שלום לכולם\n", "שלום רב לכולם\n")).toEqual([{ from: 5, to: 5, insert: "רב " }]);
});

test("half of a surrogate pair is never replaced", () => {
  expect(changesBetween("😀", "😁")).toEqual([{ from: 0, to: 2, insert: "😁" }]);
});

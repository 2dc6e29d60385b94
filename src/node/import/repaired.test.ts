import { expect, test } from "vitest";
import { formatDiagnostics } from "../../deck/format.ts";
import { toSource } from "../../deck/index.ts";
import type { Repaired } from "../../text/repair/index.ts";
import { doubtsOf, parseTakes } from "./repaired.ts";

const line = {
  number: 2,
  span: { start: 4, end: 13 },
  raw: "ראשון שני",
  lineBreak: "",
  kind: "runs",
  cuts: [],
} as const;
const repaired: Repaired = {
  text: "אחד\nשני ראשון",
  damage: 1,
  lines: [
    {
      ...line,
      number: 1,
      span: { start: 0, end: 3 },
      raw: "אחד",
      text: "אחד",
      kind: "intact",
      confidence: 1,
      doubtful: false,
      others: [],
      lineBreak: "\n",
    },
    {
      ...line,
      text: "שני ראשון",
      confidence: 0.6,
      doubtful: true,
      others: [{ text: "ראשון שני", probability: 0.3, cuts: [] }],
    },
  ],
};

test("a doubtful line is told with its place, its readings and the command that takes the other one", () => {
  const diagnostics = doubtsOf(repaired, "in.txt", "en", (take) => `tadrich repair in.txt ${take}`);
  const text = formatDiagnostics(diagnostics, new Map([["in.txt", toSource("אחד\nראשון שני", "in.txt")]]));
  expect(text).toContain("in.txt:2:1 warning import/doubtful-line");
  expect(text).toContain("1. שני ראשון | 2. ראשון שני");
  expect(text).toContain("tadrich repair in.txt --take 2:2");
});

test("takes are lines and readings", () => {
  expect(parseTakes(["12:2", "3:1"])).toEqual([
    { line: 12, reading: 2 },
    { line: 3, reading: 1 },
  ]);
  expect(() => parseTakes(["12"])).toThrow("--take 12");
});

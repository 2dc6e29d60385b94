import { describe, expect, it } from "vitest";
import { endsParagraph, splitLines, styleOf } from "./lines.ts";

const style = { endSpaces: true, foreignRuns: false, fullLine: 40 };

describe("the end of a paragraph", () => {
  it("is a short line, that begins with the last space where lines end with one", () => {
    expect(endsParagraph(" והוא ירד.", style)).toBe(true);
    expect(endsParagraph("והוא ירד. ", style)).toBe(false);
    expect(endsParagraph(` ${"א".repeat(39)}`, style)).toBe(false);
    expect(endsParagraph("והוא ירד.", { ...style, endSpaces: false })).toBe(true);
  });
});

describe("the habits of an extractor", () => {
  const text = ["שורה שלמה של טקסט בעברית ", "עוד שורה שלמה של הטקסט ", "ועוד אחת, שלמה גם היא ", " סוף. "];

  it("tell a full line, and whether lines end with a space", () => {
    expect(styleOf(splitLines(text.join("\n")))).toEqual({ endSpaces: true, foreignRuns: false, fullLine: 24 });
    expect(styleOf(splitLines(text.map((line) => line.trim()).join("\n"))).endSpaces).toBe(false);
  });
});

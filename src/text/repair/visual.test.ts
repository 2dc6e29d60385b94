import { describe, expect, it } from "vitest";
import { reverseVisual, reverseWords } from "./visual.ts";

describe("a line in visual order", () => {
  it("is read from right to left, but for its numbers and its Latin", () => {
    expect(reverseVisual("OECD-ה לש 2019 תנשב")).toBe("בשנת 2019 של ה-OECD");
  });
});

describe("a line whose words are in reversed order", () => {
  const texts = (raw: string) => reverseWords(raw).map(({ text }) => text);

  it("keeps its words as they are", () => {
    expect(texts(" ירושלים ישראל ")).toEqual(["ישראל ירושלים"]);
    expect(texts("חיפה. ירושלים, יפו")).toContain("יפו ירושלים, חיפה.");
  });

  it("may have signs that were runs of their own", () => {
    expect(texts("ירושלים, ישראל")).toEqual(["ישראל ירושלים,", "ישראל, ירושלים"]);
    expect(texts("מחיר ,3,900 של")).toContain("של 3,900, מחיר");
  });

  it("may have numbers of four digits that were torn, each in every way", () => {
    expect(reverseWords("9201 במרץ 11 ,1461 גיליון, על מבט")).toContainEqual({
      text: "מבט על, גיליון 1146, 11 במרץ 2019",
      torn: 2,
    });
    expect(texts("1234 גיליון")).toEqual(["גיליון 1234", "גיליון 2341", "גיליון 3412", "גיליון 4123"]);
    expect(texts("1234 2345 3456 4567")).toHaveLength(16);
    expect(texts("123 גיליון")).toHaveLength(1);
  });
});

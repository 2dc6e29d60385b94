import { describe, expect, it } from "vitest";
import { mendSigns } from "./signs.ts";

describe("damage to single characters", () => {
  it("writes presentation forms with their letters", () => {
    expect(mendSigns("\ufb2a\ufb35ב, \ufb2bה \ufb4f")).toBe("ש\u05c1ו\u05bcב, ש\u05c2ה אל");
  });

  it("gives points back to the letters that they were torn from", () => {
    expect(mendSigns("ש \u05b8לום")).toBe("ש\u05b8לום");
    expect(mendSigns("\u05b8שלום")).toBe("ש\u05b8לום");
    expect(mendSigns("ש\u05b8לום ט\u05d5ב")).toBe("ש\u05b8לום טוב");
  });

  it("drops embeddings, overrides and isolates, and keeps single marks", () => {
    expect(mendSigns("\u202bשלום\u202c \u2066C++\u2069\u200f!")).toBe("שלום C++\u200f!");
  });

  it("leaves other text as it is", () => {
    for (const text of ["", "שָׁלוֹם עֲלֵיכֶם", "a ﬁ b", "רווח  כפול "]) expect(mendSigns(text)).toBe(text);
  });
});

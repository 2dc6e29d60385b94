import { describe, expect, it } from "vitest";
import { makeToken, stemOf } from "./words.ts";

const lexicon = new Map([
  ["ממשלה", 6],
  ["כלכלה", 5],
  ["לכלה", 1],
  ["דרג", 2],
  ["מלחמה", 6],
]);

describe("tokens", () => {
  it.each([
    ["(ממשלה),", "(", "ממשלה", "),"],
    ['ה"מעלה', "", 'ה"מעלה', ""],
    ["–", "–", "", ""],
    ["2003-2008", "", "2003-2008", ""],
    ["", "", "", ""],
  ])("%s is taken apart", (text, open, core, close) => {
    expect(makeToken(text, lexicon)).toMatchObject({ open, core, close });
  });

  it("loses the prefix letters that the lexicon confirms", () => {
    expect(stemOf("שבממשלה", lexicon)).toBe("ממשלה");
    expect(stemOf("והמלחמה", lexicon)).toBe("מלחמה");
    expect(stemOf("בדרג", lexicon)).toBe("דרג");
  });

  it("keeps letters that belong to the word", () => {
    expect(stemOf("כלכלה", lexicon)).toBe("כלכלה");
    expect(stemOf("מלחמה", lexicon)).toBe("מלחמה");
    expect(stemOf("שולחן", lexicon)).toBe("שולחן");
  });
});

import { describe, expect, it } from "vitest";
import { stemOf, Token } from "./words.ts";

const words = new Map([
  ["ממשלה", 6],
  ["כלכלה", 5],
  ["לכלה", 1],
  ["דרג", 2],
  ["מלחמה", 6],
]);
const tags = new Map([
  ["ממשלה", "n.fs.o"],
  ["סירב", "v.p3ms/inf"],
]);
const lexicon = { words, tags };

describe("tokens", () => {
  it.each([
    ["(ממשלה),", "(", "ממשלה", "),"],
    ['ה"מעלה', "", 'ה"מעלה', ""],
    ["–", "–", "", ""],
    ["2003-2008", "", "2003-2008", ""],
    ["", "", "", ""],
  ])("%s is taken apart", (text, open, core, close) => {
    expect(new Token(text, lexicon)).toMatchObject({ open, core, close });
  });

  it("loses the prefix letters that the lexicon confirms", () => {
    expect(stemOf("שבממשלה", words)).toBe("ממשלה");
    expect(stemOf("והמלחמה", words)).toBe("מלחמה");
    expect(stemOf("בדרג", words)).toBe("דרג");
  });

  it("keeps letters that belong to the word", () => {
    expect(stemOf("כלכלה", words)).toBe("כלכלה");
    expect(stemOf("מלחמה", words)).toBe("מלחמה");
    expect(stemOf("שולחן", words)).toBe("שולחן");
  });

  it("has the grammar of the word that is left without its prefix letters", () => {
    const shape = (text: string) => new Token(text, lexicon).shape;
    expect(shape("לממשלה")).toMatchObject({ tag: shape("ממשלה").tag, kind: shape("ממשלה").kind, definite: 2 });
    expect(shape("הממשלה").definite).toBe(1);
    expect(shape("הממשלה").lead).not.toBe(shape("ממשלה").lead);
    expect(shape("שסירב").asks).toBe(shape("סירב").asks);
    expect(shape("סירב").asks).not.toBe(0);
    expect(shape("דרג").asks).toBe(0);
  });
});

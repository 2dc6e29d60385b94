import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reverseCutting } from "./cutting.ts";
import { weightsOf } from "./features.ts";
import { searchCuttings } from "./search.ts";
import { shippedModel } from "./testing/model.ts";
import { Vocabulary } from "./vocabulary.ts";

const model = shippedModel();
const weights = weightsOf(model);
const style = { endSpaces: false, foreignRuns: false, fullLine: 88 };
const search = (raw: string, keep = 40) =>
  searchCuttings(raw, new Vocabulary(model, weights), { beam: 16, margin: 12, keep, style });

describe("the search for cuttings", () => {
  it("finds the seam of a word cut in two", () => {
    const texts = search("רונה הממשלה החליטה אתמול להאריך את ההסכם בישיבה האח ").map(({ text }) => text.trim());
    expect(texts).toContain("הממשלה החליטה אתמול להאריך את ההסכם בישיבה האחרונה");
  });

  it("finds the sign behind a year that is a run of its own", () => {
    const texts = search(", אחרי מגעים של חודשים2024 ההסכם נחתם לבסוף בבירה. בקיץ ").map(({ text }) => text.trim());
    expect(texts).toContain("ההסכם נחתם לבסוף בבירה. בקיץ 2024, אחרי מגעים של חודשים");
  });

  it("gives readings that are reversed cuttings, best first, each once", () => {
    const raw = "ליעדה. הסכם חדש בין ארצות הברית לבין איראן יחתם בטרם תגי";
    const found = search(raw);
    expect(found.length).toBeGreaterThan(5);
    expect(new Set(found.map(({ text }) => text.trim())).size).toBe(found.length);
    for (const { text, cuts } of found) expect(text).toBe(reverseCutting(raw, cuts));
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("ends on anything, with every character kept", () => {
    const text = fc.string({ unit: fc.constantFrom(..."אבגדהם ןת .,-()12a\"' "), maxLength: 60 });
    fc.assert(
      fc.property(text, (raw) => {
        for (const found of search(raw, 5)) {
          expect([...found.text].sort().join("")).toBe([...raw].sort().join(""));
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

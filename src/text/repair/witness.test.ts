import { describe, expect, it } from "vitest";
import { Evidence } from "./evidence.ts";
import { dot, emptyVector, type FeatureName, feature, weightsOf } from "./features.ts";
import { shippedModel } from "./testing/model.ts";
import { edge, Vocabulary } from "./vocabulary.ts";
import { Witness } from "./witness.ts";
import { tokenise } from "./words.ts";

const model = shippedModel();
const weights = weightsOf(model);
const vocabulary = new Vocabulary(model, weights);
const evidence = new Evidence();
evidence.add(2, tokenise("בראש ועדת פרליונגב התכנסה אתמול", model), true);
evidence.addNumbers(2, "1146מבט על");
evidence.addBreak([2, 4], tokenise("עבור הקהילה הבינלאומית", model), tokenise("הלקח ברור:", model));
evidence.addBreak([3, 4], tokenise("ועדת החקירה –", model), tokenise("שמונתה אמש", model));

const features = (text: string, line: number) => {
  const vector = emptyVector();
  const words = text.split(" ").map((word) => vocabulary.token(word));
  new Witness(vocabulary, evidence, line, vocabulary.around(edge, edge)).addWords(vector, words);
  return (name: FeatureName) => vector[feature[name]];
};

describe("what the document says of a reading", () => {
  it("counts words, numbers, pairs and triples of other lines, and never those of its own", () => {
    const other = features("כי ועדת פרליונגב התכנסה 1146", 1);
    const own = features("כי ועדת פרליונגב התכנסה 1146", 2);
    expect([other("document"), other("numberElsewhere")]).toEqual([1, 1]);
    expect([other("pairElsewhere"), other("tripleElsewhere")]).toEqual([2, 1]);
    for (const name of ["document", "numberElsewhere", "pairElsewhere", "tripleElsewhere"] as const) {
      expect(own(name), name).toBe(0);
    }
  });

  it("counts words on both sides of a line break where another line has them side by side", () => {
    const other = features("הקהילה הבינלאומית הלקח ברור", 5);
    expect([other("pairElsewhere"), other("tripleElsewhere")]).toEqual([1, 1]);
  });

  it("counts nothing over the line breaks of the line itself", () => {
    for (const line of [2, 4])
      expect(features("הקהילה הבינלאומית הלקח ברור", line)("pairElsewhere"), `${line}`).toBe(0);
  });

  it("sees no dash at a line break, as it sees none inside a line", () => {
    const other = features("ועדת החקירה שמונתה – אמש", 5);
    expect([other("pairElsewhere"), other("tripleElsewhere")]).toEqual([1, 1]);
  });

  it("leaves a token alone of which the document says nothing: it weighs as in the search", () => {
    const witness = new Witness(vocabulary, evidence, 1, vocabulary.around(edge, edge));
    for (const text of ["הממשלה", "ב-2019", "(בפועל)", "הבריתהפ", "צפון-קוריאני,"]) {
      const entry = vocabulary.token(text);
      const vector = emptyVector();
      witness.addWords(vector, [entry]);
      expect(entry.score, text).toBeCloseTo(dot(vector, weights.search));
    }
  });
});

import { describe, expect, it } from "vitest";
import { Evidence } from "./evidence.ts";
import { dot, weightsOf } from "./features.ts";
import { Lexer, Vocabulary } from "./lexer.ts";
import { shippedModel } from "./testing/model.ts";
import { tokenise } from "./words.ts";

const model = shippedModel();
const weights = weightsOf(model);
const vocabulary = new Vocabulary(model, weights);

describe("a token", () => {
  const evidence = new Evidence();
  evidence.add(2, tokenise("ועדת יונגביון התכנסה", model), true);

  it.each(["הממשלה", "ב-2019", "(בפועל)", "הבריתהפ", "צפון-קוריאני,", "יונגביון"])(
    "weighs what its features weigh: %s",
    (text) => {
      const scored = new Lexer(vocabulary, evidence, 1).token(text);
      expect(scored.score).toBeCloseTo(dot(scored.vector, weights));
    },
  );

  it("weighs more where another line has it, and no more where only its own line has it", () => {
    const score = (line: number) => new Lexer(vocabulary, evidence, line).token("יונגביון").score;
    expect(score(1)).toBeGreaterThan(score(2));
    expect(score(2)).toBe(new Lexer(vocabulary, new Evidence(), 2).token("יונגביון").score);
  });
});

describe("the hope for an open word", () => {
  it("is whole while a known word may come of it, with prefix letters or not", () => {
    for (const tail of ["", "הממ", "שבממש", "הסכ", "(הממ"]) expect(vocabulary.hope(tail)).toBe(0);
  });

  it("is lost where none begins so, or a final letter or a digit stands inside", () => {
    for (const tail of ["הבריתהפ", "הסכםה", "שנת20"]) expect(vocabulary.hope(tail)).toBeLessThan(-3);
  });
});

import { describe, expect, it } from "vitest";
import { feature, weightsOf } from "./features.ts";
import { shippedModel } from "./testing/model.ts";
import { Vocabulary } from "./vocabulary.ts";

const model = shippedModel();
const vocabulary = new Vocabulary(model, weightsOf(model));
const token = (text: string) => vocabulary.token(text);

describe("a token", () => {
  it("is taken apart and weighed once", () => {
    expect(token("הממשלה,")).toBe(token("הממשלה,"));
    expect(token("הממשלה").score).toBeGreaterThan(token("הבריתהפ").score + 5);
  });

  it("is whole when the lexicon has it and nothing is wrong inside: only then no run ends in it", () => {
    for (const text of ["הממשלה", "(ממשלה)", "הסכם."]) expect(token(text).whole, text).toBe(true);
    for (const text of ["הבריתהפ", "הסכםה", "קשקשתא"]) expect(token(text).whole, text).toBe(false);
  });
});

describe("two neighbours", () => {
  it("score more in their order than the other way round", () => {
    const [states, united] = [token("ארצות"), token("הברית")];
    expect(vocabulary.pair(states, united)).toBeGreaterThan(vocabulary.pair(united, states));
    const [with_, here] = [token("עם"), token("החליטה")];
    expect(vocabulary.junction(with_, states, united, undefined)).toBeGreaterThan(
      vocabulary.junction(with_, united, states, here),
    );
  });
});

describe("the hope for an open word", () => {
  it("is whole while a known word may come of it, with prefix letters or not", () => {
    for (const tail of ["", "הממ", "שבממש", "הסכ", "(הממ", '"הסכ', 'ה"מצ', 'ב"']) expect(vocabulary.hope(tail)).toBe(0);
  });

  it("is lost where none begins so, or a final letter or a digit stands inside", () => {
    for (const tail of ["הבריתהפ", "הסכםה", "שנת20"]) expect(vocabulary.hope(tail)).toBeLessThan(-3);
  });
});

describe("the hope for an open year", () => {
  const weight = weightsOf(model).search[feature.recentYear] as number;

  it("is what the year will weigh, whatever sign may still close it", () => {
    for (const tail of ["2024", "ב-2024", "(2019", "2024,", "2024)."]) {
      expect(vocabulary.hope(tail), tail).toBeCloseTo(weight, 6);
    }
    expect(vocabulary.hope("2016–2019")).toBeCloseTo(2 * weight, 6);
  });

  it("is none for other numbers, and for the year of a date", () => {
    for (const tail of ["4202", "20244", "202", "ב-20", "31.12.2024"]) expect(vocabulary.hope(tail), tail).toBe(0);
  });
});

describe("its memory", () => {
  it("is bounded: tokens are forgotten between lines, not within one", () => {
    const small = new Vocabulary(model, weightsOf(model));
    const first = small.token("הממשלה");
    for (let at = 0; at < 45_000; at++) small.token(`א${at}`);
    expect(small.token("הממשלה")).toBe(first);
    small.makeRoom();
    expect(small.token("הממשלה")).not.toBe(first);
  });
});

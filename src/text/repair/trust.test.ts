import { describe, expect, it } from "vitest";
import { emptyVector, type FeatureName, feature, weightsOf } from "./features.ts";
import type { Candidate } from "./readings.ts";
import { shippedModel } from "./testing/model.ts";
import { groundNames, groundsOf, type Trust, trustOf } from "./trust.ts";
import { Vocabulary } from "./vocabulary.ts";

const model = shippedModel();
const vocabulary = new Vocabulary(model, weightsOf(model));
const weights = emptyVector();
weights[feature.common] = 2;
weights[feature.fluency] = 0.5;

const candidate = (
  text: string,
  features: Partial<Record<FeatureName, number>>,
  verdicts = [features.fluency ?? 0],
): Candidate => {
  const vector = emptyVector();
  for (const [name, value] of Object.entries(features)) vector[feature[name as FeatureName]] = value;
  const words = text.split(" ").map((word) => vocabulary.token(word));
  return { text, cuts: [], kind: "intact", vector, words, verdicts };
};
const weighed = (readings: readonly (readonly [Candidate, number])[]) => ({
  candidates: readings.map(([reading]) => reading),
  probabilities: readings.map(([, probability]) => probability),
});
const grounds = (...readings: readonly (readonly [Candidate, number])[]) => {
  const values = groundsOf(weighed(readings), 0, weights);
  return Object.fromEntries(groundNames.map((name, at) => [name, values[at]]));
};

describe("the grounds of trust", () => {
  it("are the odds among the readings, and what the reading is by itself, word by word", () => {
    const line = candidate("שר החוץ נסע אמש לפריז", { common: 5, fluency: 10, unknown: 1, wordlike: -2, lone: 3 });
    expect(grounds([line, 0.5])).toMatchObject({
      always: 1,
      likelier: 0,
      surer: 0,
      score: 3,
      poorScore: 2,
      fluency: 2,
      unknown: 1,
      wordlike: -2,
      lone: 3,
      ledLine: 0,
    });
  });

  it("count a short line as one of four words, a good score as good enough, and no odds as infinite", () => {
    const line = candidate("שר החוץ", { common: 6 });
    expect(grounds([line, 1])).toMatchObject({ score: 3, poorScore: 2, likelier: expect.closeTo(11.51, 1) });
    expect(grounds([line, 0])).toMatchObject({ likelier: expect.closeTo(-11.51, 1), surer: expect.closeTo(-13.25, 1) });
  });

  it("tell how far it is ahead of the best of the others, in its score and in its fluency", () => {
    const line = candidate("שר החוץ", { common: 6 });
    const rival = candidate("החוץ שר", { common: 4, fluency: 2 });
    const other = candidate("חוץ שרה", { common: 1, fluency: 1 });
    expect(grounds([line, 0.9], [rival, 0.1], [other, 0])).toMatchObject({ lead: 3, leastLead: 3, fluencyLead: -1 });
    expect(grounds([line, 1])).toMatchObject({ lead: 15, leastLead: 15, fluencyLead: 8 });
  });

  it("tell how far it is ahead by the network of lines that thinks least of it", () => {
    const line = candidate("שר החוץ", { common: 6, fluency: 2 }, [4, 0]);
    const rival = candidate("החוץ שר", { common: 4, fluency: 2 }, [0, 4]);
    expect(grounds([line, 0.9], [rival, 0.1])).toMatchObject({ lead: 4, leastLead: 2 });
    const unasked = candidate("שר החוץ", { common: 6 }, []);
    expect(grounds([unasked, 1], [rival, 0])).toMatchObject({ leastLead: 15 });
  });
});

describe("trust", () => {
  it("is a probability", () => {
    const only = Object.fromEntries(groundNames.map((name) => [name, name === "always" ? Math.log(3) : 0])) as Trust;
    expect(trustOf(groundsOf(weighed([[candidate("שר", {}), 0.9]]), 0, weights), only)).toBeCloseTo(0.75);
  });

  it("grows with the odds, and is less in a line with words that nobody knows", () => {
    const fluent = { common: 5, fluency: 10 };
    const trusted = (features: Partial<Record<FeatureName, number>>, probability: number) =>
      trustOf(
        groundsOf(weighed([[candidate("שר החוץ נסע אמש לפריז", features), probability]]), 0, weights),
        model.trust,
      );
    expect(trusted(fluent, 0.99)).toBeGreaterThan(trusted(fluent, 0.7));
    expect(trusted({ ...fluent, unknown: 2, wordlike: -6 }, 0.99)).toBeLessThan(trusted(fluent, 0.99));
  });
});

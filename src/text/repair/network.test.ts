import { describe, expect, it } from "vitest";
import { fieldNames, judge, type Network, OfWords, projectVector } from "./network.ts";
import { shippedModel } from "./testing/model.ts";
import { shareOfRightOrders } from "./testing/turned.ts";
import { type Shape, Token } from "./words.ts";

const project = (network: Network, shape: Shape) =>
  new OfWords(network, (vector) => projectVector(network, vector)).of(shape);
const lexicon = { words: new Map([["שלום", 5]]), tags: new Map<string, string>() };
const shape = (text: string) => new Token(text, lexicon).shape;
const none = { rows: new Map<number, number>(), values: new Int8Array(), scale: 1 };

/** One hidden unit and vectors of one number (and three that are 0): a comma behind a word is worth 2, an unknown word 3. */
const network: Network = {
  width: 4,
  hidden: 1,
  fields: fieldNames.map((name) => {
    if (name === "after") return { rows: new Map([[1, 0]]), values: Int8Array.of(4, 0, 0, 0), scale: 0.5 };
    return name === "word" ? { rows: new Map([[3, 0]]), values: Int8Array.of(3, 0, 0, 0), scale: 1 } : none;
  }),
  projection: Float32Array.of(1, 10, 100, 1000, ...new Float32Array(12)),
  bias: Float32Array.of(-5),
  out: Float32Array.of(2),
  edge: Float32Array.of(0.5, 0.5, 0.5, 0.5),
};

describe("the projections of a word", () => {
  it("are the sum of its fields, for each place", () => {
    expect([...project(network, shape("שלום,"))]).toEqual([2, 20, 200, 2000]);
    expect([...project(network, shape("שלום"))]).toEqual([0, 0, 0, 0]);
  });

  it("are the same for all words that nobody knows", () => {
    expect([...project(network, shape("קשקשתא"))]).toEqual([3, 30, 300, 3000]);
    expect([...project(network, shape("קשקשתב,"))]).toEqual([5, 50, 500, 5000]);
  });
});

describe("a junction", () => {
  const [comma, plain] = [project(network, shape("שלום,")), project(network, shape("שלום"))];

  it("is judged by the words around it, each in its place", () => {
    expect(judge(network, comma, plain, plain, plain)).toBe(0);
    expect(judge(network, plain, comma, plain, plain)).toBe((20 - 5) * 2);
    expect(judge(network, comma, comma, comma, comma)).toBe((2222 - 5) * 2);
  });

  it("of real Hebrew is more natural in its order than in another, by far most of the time", () => {
    const model = shippedModel();
    const judged = (words: readonly string[]) => {
      const row = words.map((word) => project(model.network, new Token(word, model).shape));
      const at = (index: number) => row[index] ?? model.network.edge;
      return [at(-1), ...row].reduce(
        (sum, _, k) => sum + judge(model.network, at(k - 2), at(k - 1), at(k), at(k + 1)),
        0,
      );
    };
    expect(shareOfRightOrders(judged)).toBeGreaterThan(0.75);
  });
});

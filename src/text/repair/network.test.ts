import { describe, expect, it } from "vitest";
import { fieldNames, Junctions, type Network, OfWords } from "./network.ts";
import { shippedModel } from "./testing/model.ts";
import { shareOfRightOrders } from "./testing/turned.ts";
import { Token } from "./words.ts";

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

const junctions = new Junctions(network);
const at = (text: string) => junctions.words.of(shape(text));

describe("a junction", () => {
  const [comma, plain] = [at("שלום,"), at("שלום")];

  it("is judged by the words around it, each in its place", () => {
    expect(junctions.judge(comma, plain, plain, plain)).toBe(0);
    expect(junctions.judge(plain, comma, plain, plain)).toBe((20 - 5) * 2);
    expect(junctions.judge(comma, comma, comma, comma)).toBe((2222 - 5) * 2);
  });

  it("is judged by the sum of what is known of each word; all that nobody knows are one", () => {
    const [unknown, other] = [at("קשקשתא"), at("קשקשתב")];
    expect(junctions.judge(plain, unknown, plain, plain)).toBe((30 - 5) * 2);
    expect(other).toBe(unknown);
    expect(junctions.judge(plain, at("קשקשתב,"), plain, plain)).toBe((50 - 5) * 2);
    expect(junctions.judge(junctions.edge, junctions.edge, unknown, junctions.edge)).toBe((300 + 1.5 - 5) * 2);
  });

  it("of real Hebrew is more natural in its order than in another, by far most of the time", () => {
    const model = shippedModel();
    const judged = (words: readonly string[]) => {
      const real = new Junctions(model.network);
      const row = words.map((word) => real.words.of(new Token(word, model).shape));
      const place = (index: number) => row[index] ?? real.edge;
      return [real.edge, ...row].reduce(
        (sum, _, k) => sum + real.judge(place(k - 2), place(k - 1), place(k), place(k + 1)),
        0,
      );
    };
    expect(shareOfRightOrders(judged)).toBeGreaterThan(0.75);
  });
});

describe("what is worked out of words", () => {
  it("is worked out once, until there is no room and all is forgotten", () => {
    const made: number[] = [];
    const words = new OfWords(network, 2, (vector, number) => made.push(number, vector[0] as number));
    words.of(shape("שלום"));
    words.of(shape("שלום"));
    words.of(shape("שלום,"));
    expect([made, words.age]).toEqual([[0, 0, 1, 2], 0]);
    words.of(shape("קשקשתא"));
    expect([made.slice(4), words.age]).toEqual([[0, 3], 1]);
    words.makeRoom(1);
    expect(words.age).toBe(1);
    words.makeRoom(2);
    expect(words.age).toBe(2);
  });
});

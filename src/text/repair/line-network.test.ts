import { describe, expect, it } from "vitest";
import { context, gatesOf, LineJudge, type LineNetwork } from "./line-network.ts";
import { shippedModel } from "./testing/model.ts";
import { shareOfRightOrders } from "./testing/turned.ts";
import { Vocabulary } from "./vocabulary.ts";

/** The numbers of one unit, and three units that stay at 0. */
const first = (...values: readonly number[]) => values.flatMap((value) => [value, 0, 0, 0]);
/** The same for a matrix: rows of the first unit, and three rows of nothing. */
const rows = (...values: readonly number[]) => [...first(...values), ...Array(12 * values.length).fill(0)];

/** Words of one number: forwards the first unit sums up what it sees, backwards it sees only the last word. */
const summing: LineNetwork = {
  units: 4,
  inputs: Float32Array.from(rows(0, 0, 1, 0, 0, 1)),
  inputBias: Float32Array.from(first(50, 0, 0, 50, -50, 0)),
  states: Float32Array.from([...rows(0, 0, 1), ...rows(0, 0, 0)]),
  stateBias: Float32Array.from(first(0, 0)),
  lift: Float32Array.from([...rows(1), ...rows(10)]),
  liftBias: Float32Array.from(first(0)),
  out: Float32Array.from(first(2)),
  edge: Float32Array.from(first(0)),
  unseen: Float32Array.from(first(0.5)),
};
const word = (value: number) => gatesOf(summing, Float32Array.from(first(value)));

describe("the network of whole lines", () => {
  it("is a gated recurrent unit in each direction, whose states are brought together at each junction", () => {
    const judge = new LineJudge(summing, [], []);
    // Forwards the update gate is a half: h = (tanh(x + h) + h) / 2. Backwards it is 0: h = tanh(x).
    const one = Math.tanh(0.3) / 2;
    const both = (Math.tanh(0.2 + one) + one) / 2;
    const expected = 2 * (10 * Math.tanh(0.3) + one + 10 * Math.tanh(0.2) + both);
    expect(judge.judge([word(0.3), word(0.2)])).toBeCloseTo(expected, 4);
  });

  it("sees the words around the line, each on its way to it", () => {
    const judge = new LineJudge(summing, [word(0.1), word(0.2)], [word(0.4), word(-0.5)]);
    const one = Math.tanh(0.1) / 2;
    const second = (Math.tanh(0.2 + one) + one) / 2;
    const third = (Math.tanh(0.3 + second) + second) / 2;
    const expected = 2 * (second + 10 * Math.tanh(0.3) + third + 10 * Math.tanh(0.4));
    expect(judge.judge([word(0.3)])).toBeCloseTo(expected, 4);
  });

  it("judges a reading as if it were the only one", () => {
    const readings = [
      [0.1, 0.5, -0.3],
      [0.1, -0.3, 0.5],
      [0.5, -0.3, 0.1],
      [0.1, 0.5, -0.3],
    ].map((row) => row.map(word));
    const judge = new LineJudge(summing, [word(0.7)], []);
    const together = readings.map((row) => judge.judge(row));
    expect(together).toEqual(readings.map((row) => new LineJudge(summing, [word(0.7)], []).judge(row)));
    expect(together[0]).toBe(together[3]);
  });

  it("finds real Hebrew more natural in its order than in another, nearly always", () => {
    const vocabulary = new Vocabulary(shippedModel(), new Float64Array());
    const judge = vocabulary.lineJudge(vocabulary.around(true, true));
    const judged = (words: readonly string[]) => judge(words.map((each) => vocabulary.token(each)));
    expect(shareOfRightOrders(judged)).toBeGreaterThan(0.85);
  });

  it("knows as many words around a line as it was trained with", () => {
    const { before, behind } = new Vocabulary(shippedModel(), new Float64Array()).around(true, false);
    expect([before.length, behind.length]).toEqual([context, context]);
  });
});

import { describe, expect, it } from "vitest";
import { STATE_STEPS } from "./arithmetic.ts";
import { weightsOf } from "./features.ts";
import { context, type Gates, gatesOf, LineJudge, type LineNetwork, type LinePart, lineParts } from "./line-network.ts";
import { UNITS } from "./recurrent.ts";
import { shippedModel } from "./testing/model.ts";
import { shareOfRightOrders } from "./testing/turned.ts";
import { edge, unseen, Vocabulary } from "./vocabulary.ts";

const units = UNITS;
/** The numbers of one unit, and others that stay at 0. */
const first = (...values: readonly number[]) => values.flatMap((value) => [value, ...Array(units - 1).fill(0)]);
/** The same for a matrix: rows of the first unit, and rows of nothing. */
const rows = (...values: readonly number[]) => [
  ...first(...values),
  ...Array(units * (units - 1) * values.length).fill(0),
];

/** A state as the network multiplies it: as a whole number of steps. */
const short = (value: number) => Math.round(value * STATE_STEPS) / STATE_STEPS;

/** Words of one number: forwards the first unit sums up what it sees, backwards it sees only the last word. */
const summing: LineNetwork = {
  units,
  inputs: Float32Array.from(rows(0, 0, 1, 0, 0, 1)),
  inputBias: Float32Array.from(first(50, 0, 0, 50, -50, 0)),
  states: Float32Array.from([...rows(0, 0, 1), ...rows(0, 0, 0)]),
  stateBias: Float32Array.from(first(0, 0)),
  lift: Float32Array.from([...rows(1), ...rows(10)]),
  liftBias: Float32Array.from(first(0)),
  out: Float32Array.from(first(2)),
  edge: Float32Array.from(first(0)),
  unseen: Float32Array.from(first(0.5)),
  steps: Object.fromEntries(lineParts.map((name) => [name, 1])) as Record<LinePart, number>,
};
/** The same, which is twice as sure of itself. */
const surer: LineNetwork = { ...summing, out: Float32Array.from(first(4)) };
const lines = [summing, surer];
const word = (value: number): Gates => lines.map((line) => gatesOf(line, Float32Array.from(first(value))));

describe("a network of whole lines", () => {
  it("is a gated recurrent unit in each direction, whose states are brought together at each junction", () => {
    const judge = new LineJudge(lines, [], []);
    // Forwards the update gate is a half: h = (tanh(x + h) + h) / 2. Backwards it is 0: h = tanh(x).
    const one = Math.tanh(0.3) / 2;
    const both = (Math.tanh(0.2 + short(one)) + one) / 2;
    const expected = 2 * (10 * short(Math.tanh(0.3)) + short(one) + 10 * short(Math.tanh(0.2)) + short(both));
    expect(judge.judge([word(0.3), word(0.2)])[0]).toBeCloseTo(expected, 4);
  });

  it("sees the words around the line, each on its way to it", () => {
    const judge = new LineJudge(lines, [word(0.1), word(0.2)], [word(0.4), word(-0.5)]);
    const one = Math.tanh(0.1) / 2;
    const second = (Math.tanh(0.2 + short(one)) + one) / 2;
    const third = (Math.tanh(0.3 + short(second)) + second) / 2;
    const expected = 2 * (short(second) + 10 * short(Math.tanh(0.3)) + short(third) + 10 * short(Math.tanh(0.4)));
    expect(judge.judge([word(0.3)])[0]).toBeCloseTo(expected, 4);
  });

  it("judges a reading as if it were the only one", () => {
    const readings = [
      [0.1, 0.5, -0.3],
      [0.1, -0.3, 0.5],
      [0.5, -0.3, 0.1],
      [0.1, 0.5, -0.3],
    ].map((row) => row.map(word));
    const judge = new LineJudge(lines, [word(0.7)], []);
    const together = readings.map((row) => judge.judge(row));
    expect(together).toEqual(readings.map((row) => new LineJudge(lines, [word(0.7)], []).judge(row)));
    expect(together[0]).toEqual(together[3]);
  });

  it("judges the same in memory that another judge has given back", () => {
    const row = [0.1, 0.5, -0.3].map(word);
    const fresh = new LineJudge(lines, [word(0.7)], [word(-0.2)]).judge(row);
    const other = new LineJudge(lines, [word(-0.9)], []);
    other.judge([word(0.8), word(0.9)]);
    other.release();
    expect(new LineJudge(lines, [word(0.7)], [word(-0.2)]).judge(row)).toEqual(fresh);
    expect(new LineJudge(lines, [], []).judge(row)).not.toEqual(fresh);
  });

  it("says what it thinks apart from the others", () => {
    const [first, second] = new LineJudge(lines, [word(0.7)], []).judge([word(0.1), word(-0.4)]);
    expect(second).toBeCloseTo(2 * (first as number), 6);
  });

  it("finds real Hebrew more natural in its order than in another, nearly always", () => {
    const vocabulary = new Vocabulary(shippedModel(), weightsOf(shippedModel()));
    const judge = vocabulary.lineJudge(vocabulary.around(edge, edge));
    shippedModel().lines.forEach((_, network) => {
      const judged = (words: readonly string[]) =>
        judge(words.map((each) => vocabulary.token(each)))[network] as number;
      expect(shareOfRightOrders(judged), `network ${network}`).toBeGreaterThan(0.85);
    });
  });

  it("sees as many words around a line as it was trained with: those next to it, and what stands for the others", () => {
    const vocabulary = new Vocabulary(shippedModel(), weightsOf(shippedModel()));
    const words = "שר החוץ נסע אתמול אחר הצהריים לבירת ארצות הברית".split(" ").map((text) => vocabulary.token(text));
    const gates = words.map((word) => word.gates);
    const edges = vocabulary.around(edge, unseen);
    expect([edges.before.length, edges.behind.length]).toEqual([context, context]);
    expect(edges.before[0]).not.toEqual(edges.behind[0]);
    const { before, behind } = vocabulary.around({ words, beyond: "edge" }, { words, beyond: "edge" });
    expect(before).toEqual(gates.slice(-context));
    expect(behind).toEqual(gates.slice(0, context));
    const some = words.slice(0, context - 2);
    const short = vocabulary.around({ words: some, beyond: "edge" }, { words: some, beyond: "unseen" });
    expect(short.before).toEqual([...edges.before.slice(0, 2), ...gates.slice(0, context - 2)]);
    expect(short.behind).toEqual([...gates.slice(0, context - 2), ...edges.behind.slice(0, 2)]);
    const others = [
      { words: words.slice(1, context - 1), beyond: "edge" } as const,
      { words: some, beyond: "unseen" } as const,
    ];
    for (const other of others) {
      expect(vocabulary.around(other, { words: some, beyond: "unseen" }).key).not.toBe(short.key);
    }
  });

  it("finds a line that goes on from the one before more natural than where that one ends otherwise", () => {
    const vocabulary = new Vocabulary(shippedModel(), weightsOf(shippedModel()));
    const words = (text: string) => text.split(" ").map((word) => vocabulary.token(word));
    const judged = (before: string) => {
      const verdicts = vocabulary.lineJudge(vocabulary.around({ words: words(before), beyond: "edge" }, unseen))(
        words("הברית לא תסכים לכך בשום אופן"),
      );
      return verdicts.reduce((sum, verdict) => sum + verdict, 0);
    };
    expect(judged("הודיע אתמול כי ארצות")).toBeGreaterThan(judged("ארצות כי אתמול הודיע"));
  });
});

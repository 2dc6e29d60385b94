import { describe, expect, it } from "vitest";
import { chainProbabilities } from "./chain.ts";

describe("the chain of lines", () => {
  it("gives each reading its share when lines do not touch each other", () => {
    const [line] = chainProbabilities([[Math.log(3), 0]], []);
    expect(line?.[0]).toBeCloseTo(0.75);
    expect(line?.[1]).toBeCloseTo(0.25);
  });

  it("lets a sure neighbour decide a doubtful line, forwards and backwards", () => {
    const follows = [
      [5, 0],
      [0, 5],
    ];
    const chances = chainProbabilities(
      [
        [0, 0],
        [0, 9],
        [0, 0],
      ],
      [follows, follows],
    );
    for (const line of chances) expect(line[1]).toBeGreaterThan(0.98);
  });

  it("survives scores that exp() cannot hold", () => {
    const [line] = chainProbabilities([[-5000, -5001]], []);
    expect(line?.[0]).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  it("has nothing to say of no lines", () => {
    expect(chainProbabilities([], [])).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { weightsOf } from "./features.ts";
import { buildLattice } from "./lattice.ts";
import { Pieces } from "./pieces.ts";
import { searchCuttings } from "./search.ts";
import { shippedModel } from "./testing/model.ts";
import { Vocabulary } from "./vocabulary.ts";

const model = shippedModel();
const vocabulary = new Vocabulary(model, weightsOf(model));
const style = { endSpaces: true, foreignRuns: false, fullLine: 88 };
const options = { beam: 10, margin: 10, style };
const raw = "רונה הממשלה החליטה אתמול להאריך את ההסכם בישיבה האח";
const pieces = new Pieces(raw, vocabulary, style);
const behind = buildLattice(pieces, vocabulary, options).behind();

describe("the lattice of cuttings", () => {
  it("tells for each place how far the best reading with that cut is behind the best of all", () => {
    const [best] = searchCuttings(raw, vocabulary, { ...options, keep: 5 });
    expect(best?.cuts.length).toBeGreaterThan(0);
    for (const cut of best?.cuts ?? []) expect(behind[pieces.places.indexOf(cut)]).toBeCloseTo(0, 6);
    expect(behind).toHaveLength(pieces.places.length);
    expect(Math.min(...behind)).toBeCloseTo(0, 6);
    expect(behind.filter((each) => each > 1).length).toBeGreaterThan(5);
  });

  it("cuts nowhere where there is no slack", () => {
    const closed = behind.map(() => 0);
    const { endings } = buildLattice(pieces, vocabulary, { ...options, slack: closed });
    expect(endings).toHaveLength(1);
    expect(endings[0]?.node.arcs.map(({ from }) => from.at)).toEqual([raw.length]);
  });

  it("finds the same best reading where only its places are open", () => {
    const slack = behind.map((each) => 1 - each);
    const top = (endings: ReturnType<typeof buildLattice>["endings"]) =>
      Math.max(...endings.map(({ node, score }) => node.score + score));
    expect(top(buildLattice(pieces, vocabulary, { ...options, slack }).endings)).toBeCloseTo(
      top(buildLattice(pieces, vocabulary, options).endings),
      6,
    );
  });
});

import { describe, expect, it } from "vitest";
import { directions, type Recurrent, SEEN, type Seen, Units } from "./recurrent.ts";
import { makeRandom } from "./testing/damage.ts";

const units = 32;
const random = makeRandom(7);
/** Multiples of a step, from -127 to 127, as they ship. */
const multiples = (length: number, step: number) =>
  Float32Array.from({ length }, () => Math.round((random.next() - 0.5) * 254) * step);
const numbers = (length: number) => Float32Array.from({ length }, () => random.next() - 0.5);

const steps = { states: 0.004, lift: 0.01 };
const recurrent: Recurrent = {
  units,
  states: multiples(6 * units * units, steps.states),
  stateBias: numbers(2 * units),
  lift: multiples(2 * units * units, steps.lift),
  steps,
};
const nothing = (): Seen => ({ memory: new Float32Array(SEEN * units + 3), at: 3, hasWithin: false, next: null });

/** The same by the formulas of the unit. */
function stepByFormula(direction: number, state: readonly number[], gates: Float32Array): number[] {
  const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
  const within = (gate: number, at: number) =>
    state.reduce((sum, value, row) => {
      const place = direction * 3 * units * units + row * 3 * units + gate * units + at;
      return sum + value * (recurrent.states[place] as number);
    }, 0);
  return state.map((before, at) => {
    const gate = (which: number) => gates[direction * 3 * units + which * units + at] as number;
    const reset = sigmoid(gate(0) + within(0, at));
    const update = sigmoid(gate(1) + within(1, at));
    const fresh = Math.tanh(
      gate(2) + reset * (within(2, at) + (recurrent.stateBias[direction * units + at] as number)),
    );
    return fresh + update * (before - fresh);
  });
}

describe.each(Object.entries(directions))("recurrent units going %s", (_, direction) => {
  it("do what the formulas say, step by step, within a thousandth", () => {
    const at = new Units(recurrent);
    let [seen, expected] = [nothing(), Array.from({ length: units }, () => 0)];
    for (let word = 0; word < 6; word++) {
      const gates = numbers(6 * units).map((value) => 4 * value);
      const made = nothing();
      at.step(direction, seen, gates, made);
      expected = stepByFormula(direction, expected, gates);
      const [state, lifted] = [made.memory.slice(3, 3 + units), made.memory.slice(3 + units, 3 + 2 * units)];
      for (const [unit, value] of state.entries()) expect(value).toBeCloseTo(expected[unit] as number, 3);
      lifted.forEach((value, unit) => {
        const sum = expected.reduce((total, each, row) => {
          return total + each * (recurrent.lift[direction * units * units + row * units + unit] as number);
        }, 0);
        expect(value).toBeCloseTo(sum, 2);
      });
      seen = made;
    }
  });

  it("give the same from what was seen before, however often", () => {
    const [at, seen, gates] = [new Units(recurrent), nothing(), numbers(6 * units)];
    const [first, second] = [nothing(), nothing()];
    at.step(direction, seen, gates, first);
    expect(seen.hasWithin).toBe(true);
    at.step(direction, seen, gates, second);
    expect(second.memory).toEqual(first.memory);
  });
});

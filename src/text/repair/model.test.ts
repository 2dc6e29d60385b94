import { describe, expect, it } from "vitest";
import { makeTable, weightAt } from "./hash.ts";
import { type LineNetwork, type LinePart, linePartLengths } from "./line-network.ts";
import { loadModel, type Model, writeModel } from "./model.ts";
import { fieldNames } from "./network.ts";
import { shippedModel } from "./testing/model.ts";
import { groundNames, type Trust } from "./trust.ts";

/** A network of lines. The numbers of each part are multiples of a step of its own, from -127 to 127 of it. */
function lineOf(units: number, step: number): LineNetwork {
  const parts = Object.entries(linePartLengths(2, units)).map(([name, length], part) => {
    const own = step * (part + 1);
    const values = Float32Array.from({ length }, (_, at) => ((((at + 1) * 37 * (part + 1)) % 255) - 127) * own);
    return { name, own, values };
  });
  const steps = Object.fromEntries(parts.map(({ name, own }) => [name, own])) as LineNetwork["steps"];
  const numbers = Object.fromEntries(parts.map(({ name, values }) => [name, values])) as Record<LinePart, Float32Array>;
  return { units, steps, ...numbers };
}

const small: Model = {
  provenance: ["test"],
  words: new Map([
    ["אבא", 3],
    ["אבן", 1],
    ['צה"ל', 9],
    ["שלום", 15],
  ]),
  tags: new Map([
    ["אבא", "n.ms.h"],
    ["שלום", "n.ms.a"],
    ['צה"ל', "m.o"],
    ["אבן", "n.ms.a"],
  ]),
  junctions: makeTable(Uint32Array.of(0x500, 4000000000, 0x7700), Int8Array.of(-127, 3, 127), 0.5),
  letters: makeTable(Uint32Array.of(1), Int8Array.of(1), 0.25),
  network: {
    width: 2,
    hidden: 1,
    fields: fieldNames.map((_, at) => ({
      rows: new Map([
        [7, 0],
        [-1000 - at, 1],
      ]),
      values: Int8Array.of(-127, 5, at, 127),
      scale: 0.25,
    })),
    projection: Float32Array.of(1, -2, 3, 0.5, 5, 6, 7, 8),
    bias: Float32Array.of(0.125),
    out: Float32Array.of(-1),
    edge: Float32Array.of(1, 2, 3, 4),
  },
  lines: [lineOf(16, 0.5), lineOf(32, 3)],
  weights: { choice: { common: 1.5 }, search: { order: 0.5 } },
  trust: Object.fromEntries(groundNames.map((name, at) => [name, at])) as Trust,
};

describe("the language file", () => {
  it("comes back as it was written", () => {
    const read = loadModel(writeModel(small));
    expect(read.words).toEqual(small.words);
    expect(read.tags).toEqual(small.tags);
    expect(read.weights).toEqual(small.weights);
    expect(read.trust).toEqual(small.trust);
    expect(read.network).toEqual(small.network);
    expect(read.lines).toEqual(small.lines);
    expect(read.provenance).toEqual(small.provenance);
    expect([0x500, 0x7700, 4000000000, 0x600].map((hash) => weightAt(read.junctions, hash))).toEqual([-127, 127, 3, 0]);
    expect(read.junctions.scale).toBe(0.5);
    expect(weightAt(read.letters, 1)).toBe(1);
  });

  it("is refused when it is something else, or cut short", () => {
    const bytes = writeModel(small);
    expect(() => loadModel(new Uint8Array())).toThrow(RangeError);
    expect(() => loadModel(new TextEncoder().encode("שלום, זה לא קובץ"))).toThrow(RangeError);
    expect(() => loadModel(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => loadModel(bytes.subarray(0, 20))).toThrow(RangeError);
    expect(() => loadModel(writeModel({ ...small, lines: [lineOf(8, 1)] }))).toThrow("8 units");
  });
});

describe("the shipped language file", () => {
  const model = shippedModel();

  it("knows common Hebrew and says where it has it from", () => {
    for (const word of ["ממשלה", "הסכם", "של", "ירושלים"]) expect(model.words.get(word), word).toBeGreaterThan(0);
    expect(model.words.has("הבריתהפ")).toBe(false);
    expect(model.provenance.length).toBeGreaterThan(5);
    expect(model.provenance.every((line) => /public domain|MIT|Apache-2\.0|BSD|ISC|Unicode-3\.0/.test(line))).toBe(
      true,
    );
  });
});

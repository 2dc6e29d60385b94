import { describe, expect, it } from "vitest";
import { reverseCutting } from "./cutting.ts";
import { weightsOf } from "./features.ts";
import { stepsFrom } from "./steps.ts";
import { shippedModel } from "./testing/model.ts";
import { Vocabulary } from "./vocabulary.ts";

const model = shippedModel();
const vocabulary = new Vocabulary(model, weightsOf(model));

// `לאת` is a word, but here it is the begin of `לארץ` before `את`.
const raw = "ארץ בזמן המלחמה החברות שייבאו את הסחורה לאת המחיר שילמו בסופו של דבר הצרכנים, ולא ";
const right = "את המחיר שילמו בסופו של דבר הצרכנים, ולא החברות שייבאו את הסחורה לארץ בזמן המלחמה ";
const seam = raw.indexOf("לאת");
const line = raw.indexOf("החברות");
const cutting = (cuts: readonly number[], score = 0) => ({ text: reverseCutting(raw, cuts), cuts, score });
const texts = (...starts: readonly ReturnType<typeof cutting>[]) =>
  stepsFrom(raw, starts, vocabulary).map(({ text }) => text);

describe("the steps from a cutting", () => {
  it("move a cut into a word that the lexicon has", () => {
    expect(model.words.has("לאת")).toBe(true);
    expect(reverseCutting(raw, [line, seam + 1])).toBe(right);
    expect(texts(cutting([line, seam]))).toContain(right);
  });

  it("add a cut", () => {
    const torn = "רונה הממשלה החליטה אתמול להאריך את ההסכם בישיבה האח";
    const start = { text: torn, cuts: [], score: 0 };
    const whole = " הממשלה החליטה אתמול להאריך את ההסכם בישיבה האחרונה";
    expect(stepsFrom(torn, [start], vocabulary).map(({ text }) => text)).toContain(whole);
  });

  it("are reversed cuttings, best first, each once, and none that was found", () => {
    const starts = [cutting([seam]), cutting([line, seam], -1)];
    const steps = stepsFrom(raw, starts, vocabulary);
    for (const { text, cuts } of steps) expect(text).toBe(reverseCutting(raw, cuts));
    const scores = steps.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const all = [...starts, ...steps].map(({ text }) => text.trim());
    expect(new Set(all).size).toBe(all.length);
    expect(steps.length).toBeGreaterThan(0);
  });

  it("are not taken where the cutting is far behind, in a running head, or in a line that is no line", () => {
    expect(texts(cutting([], 20), cutting([line, seam]))).not.toContain(right);
    expect(stepsFrom(`12${" ".repeat(8)}${raw}`, [cutting([], 0)], vocabulary)).toEqual([]);
    expect(stepsFrom(raw.repeat(4), [cutting([], 0)], vocabulary)).toEqual([]);
  });
});

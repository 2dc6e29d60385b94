import { describe, expect, it } from "vitest";
import { Readings, type ReadLine, rawEvidence, readLines, rereadLines, usualSearch } from "./document.ts";
import { weightsOf } from "./features.ts";
import { splitLines, styleOf } from "./lines.ts";
import type { Candidate } from "./readings.ts";
import { shippedModel } from "./testing/model.ts";
import { type Entry, edge, type Side, unseen, Vocabulary } from "./vocabulary.ts";

const model = shippedModel();
const vocabulary = new Vocabulary(model, weightsOf(model));
const text = [
  "הממשלה החליטה אתמול להאריך את תוקפו של ההסכם עם ארצות ",
  "הברית, ",
  "אף שבמשרד האוצר הזהירו מפני עלותו הגבוהה ומפני השפעתו ",
  "על התקציב של השנה הבאה ועל יעד הגירעון שנקבע בו.",
];
const lines = splitLines(text.join("\n"));
const reader = { vocabulary, readings: new Readings(vocabulary, usualSearch), style: styleOf(lines) };
const evidence = rawEvidence(lines, model);
const read = readLines(lines, reader, evidence);

/** What a line sees in the second look where the lines stand as they are with such probabilities. */
const seen = (index: number, probabilities: readonly number[]) => {
  const weighed = read.map((line, at) => ({
    ...line,
    probabilities: line.candidates.map(({ kind }) => (kind === "intact" ? (probabilities[at] as number) : 0)),
  }));
  return rereadLines(weighed, reader, evidence)[index]?.around.key;
};
const sideOf = (text: string, beyond: Side["beyond"]): Side => ({
  words: text
    .trim()
    .split(" ")
    .map((word) => vocabulary.token(word)),
  beyond,
});
const keyOf = (before: Side, behind: Side) => vocabulary.around(before, behind).key;

describe("what a line sees of its neighbours", () => {
  it("is nothing in the first look", () => {
    expect(read.map(({ around }) => around.key)).toEqual([
      keyOf(edge, unseen),
      keyOf(unseen, unseen),
      keyOf(unseen, unseen),
      keyOf(unseen, edge),
    ]);
  });

  it("is their nearest words in the second look, where their readings are clear", () => {
    const [first, , third] = text as [string, string, string, string];
    expect(seen(1, [0.9, 0.9, 0.9, 0.9])).toBe(keyOf(sideOf(first, "edge"), sideOf(third, "unseen")));
  });

  it("is nothing where they are not", () => {
    expect(seen(1, [0.5, 0.9, 0.5, 0.9])).toBe(keyOf(unseen, unseen));
  });

  it("is the words next to it that their likely readings have in common", () => {
    const [first, second, third, last] = read as [ReadLine, ReadLine, ReadLine, ReadLine];
    const words = first.candidates[0]?.words ?? [];
    const turned = (...order: number[]) => ({
      ...(first.candidates[0] as Candidate),
      words: order.map((at) => words[at] as Entry),
    });
    const candidates = [turned(0, 1, 2, 3, 4, 5, 6), turned(2, 0, 1, 3, 4, 5, 6), turned(6, 5, 4, 3, 2, 1, 0)];
    const weighed = [{ ...first, candidates, probabilities: [0.5, 0.4, 0.1] }, second, third, last];
    const around = rereadLines(
      weighed.map((line) => ({ probabilities: line.candidates.map((_, at) => (at === 0 ? 1 : 0)), ...line })),
      reader,
      evidence,
    )[1]?.around;
    const agreed: Side = { words: [3, 4, 5, 6].map((at) => words[at] as Entry), beyond: "unseen" };
    expect(around?.before).toEqual(vocabulary.around(agreed, unseen).before);
  });

  it("is what stands beyond them, too, where they are short", () => {
    const [first, second] = text as [string, string, string, string];
    expect(seen(2, [0.9, 0.9, 0.9, 0.5])).toBe(keyOf(sideOf(first + second, "edge"), unseen));
    expect(seen(2, [0.5, 0.9, 0.9, 0.5])).toBe(keyOf(sideOf(second, "unseen"), unseen));
    expect(seen(0, [0.9, 0.9, 0.5, 0.9])).toBe(keyOf(edge, sideOf(second, "unseen")));
  });
});

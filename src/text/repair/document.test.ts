import { describe, expect, it } from "vitest";
import { Readings, rawEvidence, readLines, rereadLines, usualSearch } from "./document.ts";
import { weightsOf } from "./features.ts";
import { splitLines, styleOf } from "./lines.ts";
import { shippedModel } from "./testing/model.ts";
import { Vocabulary } from "./vocabulary.ts";

const model = shippedModel();
const vocabulary = new Vocabulary(model, weightsOf(model));
const lines = splitLines(
  [
    "הממשלה החליטה אתמול להאריך את תוקפו של ההסכם עם ארצות ",
    "הברית, אף שבמשרד האוצר הזהירו מפני עלותו הגבוהה ומפני ",
    "השפעתו על התקציב של השנה הבאה ועל יעד הגירעון שנקבע בו.",
  ].join("\n"),
);
const reader = { vocabulary, readings: new Readings(vocabulary, usualSearch), style: styleOf(lines) };
const evidence = rawEvidence(lines, model);
const read = readLines(lines, reader, evidence);

/** What the middle line sees in the second look where each line stands as it is with such a probability. */
const seen = (probability: number) => {
  const weighed = read.map((line) => ({
    ...line,
    probabilities: line.candidates.map(({ kind }) => (kind === "intact" ? probability : 0)),
  }));
  return rereadLines(weighed, reader, evidence)[1]?.around;
};
const words = (text: string) => text.split(" ").map((word) => vocabulary.token(word));

describe("what a line sees of its neighbours", () => {
  it("is nothing in the first look", () => {
    expect(read[1]?.around).toEqual(vocabulary.around("unseen", "unseen"));
    expect(read[0]?.around).toEqual(vocabulary.around("edge", "unseen"));
    expect(read[2]?.around).toEqual(vocabulary.around("unseen", "edge"));
  });

  it("is their nearest words in the second look, where their readings are clear", () => {
    expect(seen(0.99)?.key).toBe(vocabulary.around(words("עם ארצות"), words("השפעתו על")).key);
    expect(seen(0.99)?.before).toEqual(vocabulary.around(words("עם ארצות"), "unseen").before);
  });

  it("is nothing where they are not", () => {
    expect(seen(0.5)?.key).toBe(vocabulary.around("unseen", "unseen").key);
  });
});

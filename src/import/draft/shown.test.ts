import { expect, test } from "vitest";
import type { Brief } from "../brief.ts";
import { truthOf } from "../testing/files.ts";
import { doubtsOf, shownDoubts } from "./shown.ts";

const text = "התקציב לשנה הבאה קוצץ ברבע, אמר השר אמש בנאום. איש לא מחה.";
const stretch = "אמר השר אמש בנאום.";
const start = text.indexOf(stretch);
const place = { page: null, line: 1, lastLine: 1 };
const brief: Brief = {
  ...truthOf("water").brief,
  blocks: [
    {
      type: "paragraph",
      number: 1,
      text,
      strong: [],
      doubtful: [{ start, end: start + stretch.length }],
      marks: [],
      place,
    },
    { type: "heading", number: 2, level: 1, text: "מי מחה?", isDoubtful: true, place },
  ],
};

test("a doubtful stretch belongs to the sentence that it stands in; a doubtful heading is one", () => {
  expect(doubtsOf(brief)).toEqual([
    { block: 1, text: stretch, sentences: ["התקציב לשנה הבאה קוצץ ברבע, אמר השר אמש בנאום."] },
    { block: 2, text: "מי מחה?", sentences: ["מי מחה?"] },
  ]);
});

test("a slide shows a doubtful stretch where two of its words stand on it side by side", () => {
  const shown = (blocks: readonly number[], ...texts: readonly string[]) => shownDoubts(doubtsOf(brief), blocks, texts);
  expect(shown([1], "התקציב לשנה הבאה קוצץ ברבע, אמר השר אמש בנאום")).toEqual([stretch]);
  expect(shown([1], "התקציב לשנה הבאה קוצץ ברבע")).toEqual([]);
  expect(shown([2], "אמר השר אמש בנאום")).toEqual([]);
  expect(shown([1, 2], "איש לא מחה", "מי מחה?")).toEqual(["מי מחה?"]);
});

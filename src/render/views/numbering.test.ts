import { expect, test } from "vitest";
import { parse, toSource } from "../../deck/index.ts";
import { numberSlides } from "./numbering.ts";

const { value: deck } = parse(toSource("## א\n# ראשון\n## ב\n# שני\n## ג\n", "deck.md"));

test("slides are numbered through, and belong to the part that was opened last", () => {
  const { places, parts } = numberSlides(deck);
  expect(places.map(({ page, part }) => [page, part])).toEqual([
    ["1", 0],
    ["2", 1],
    ["3", 1],
    ["4", 2],
    ["5", 2],
  ]);
  expect(parts.map(({ title }) => title)).toEqual(["ראשון", "שני"]);
});

test("a slide whose part's own slide was left out is not counted to the part before it", () => {
  const slides = deck.slides.filter((_, at) => at !== 3);
  expect(numberSlides({ ...deck, slides }).places.map(({ part }) => part)).toEqual([0, 1, 1, 0]);
});

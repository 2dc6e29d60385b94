import { expect, test } from "vitest";
import { hashOfPlace, placeOfHash } from "./address.ts";
import { pointedIndex } from "./chrome.ts";
import { extendLine, setStrokes, undoStroke } from "./ink.ts";
import { roleOfHash } from "./link.ts";
import type { SlideFacts } from "./model.ts";

const facts = { title: "", part: "", minutes: 1, hidden: false, backup: false };
const slides: readonly SlideFacts[] = [
  { ...facts, id: "פסגת-האנוי", steps: 0 },
  { ...facts, id: "two", steps: 3 },
];
const byNumber = (n: number): number | null => (n === 1 || n === 2 ? n - 1 : null);

test.each([
  ["#/two", { slide: 1, step: 0 }],
  ["#/two/2", { slide: 1, step: 2 }],
  ["#/two/99", { slide: 1, step: 3 }],
  ["#two", { slide: 1, step: 0 }],
  ["#/2", { slide: 1, step: 0 }],
  ["#/%D7%A4%D7%A1%D7%92%D7%AA-%D7%94%D7%90%D7%A0%D7%95%D7%99", { slide: 0, step: 0 }],
  ["", null],
  ["#/nothing", null],
  ["#/7", null],
  ["#/%E0%A4", null],
])("the address %s leads to %o", (hash, place) => {
  expect(placeOfHash(slides, hash, byNumber)).toEqual(place);
});

test("a place and its address are each other's inverse", () => {
  for (const place of [
    { slide: 0, step: 0 },
    { slide: 1, step: 3 },
  ]) {
    expect(placeOfHash(slides, hashOfPlace(slides, place), byNumber)).toEqual(place);
  }
});

test("only a whole secret gives a role", () => {
  const secret = "0123456789abcdef0123456789abcdef";
  expect(roleOfHash(`#speaker=${secret}`)).toEqual({ role: "speaker", secret });
  expect(roleOfHash(`#deck=${secret}`)).toEqual({ role: "deck", secret });
  expect(roleOfHash("#speaker=")).toBeNull();
  expect(roleOfHash(`#speaker=${secret}0`)).toBeNull();
  expect(roleOfHash("#/two")).toBeNull();
});

test("every point of the progress bar stands for a slide, from the side where reading begins", () => {
  expect([1, 0.99, 0.76, 0.74, 0.01, 0].map((part) => pointedIndex(part, 4, true))).toEqual([0, 0, 0, 1, 3, 3]);
  expect([0, 0.24, 0.26, 1].map((part) => pointedIndex(part, 4, false))).toEqual([0, 0, 1, 3]);
});

test("undo takes the last stroke, and a slide without strokes is forgotten", () => {
  const pen = { tool: "pen" as const, points: [[0, 0] as const] };
  const two = setStrokes(new Map(), 3, [pen, pen]);
  expect(undoStroke(two, 3).get(3)).toHaveLength(1);
  expect(undoStroke(undoStroke(two, 3), 3).has(3)).toBe(false);
  expect(undoStroke(two, 5)).toEqual(two);
});

test("a line takes no point that stands on its last one", () => {
  expect(extendLine([[10, 10]], [10.5, 10.5])).toEqual([[10, 10]]);
  expect(extendLine([[10, 10]], [14, 10])).toHaveLength(2);
});

import { describe, expect, test } from "vitest";
import {
  firstPlace,
  lastPlace,
  numberOf,
  orderOf,
  placeAfter,
  placeBefore,
  type SlideFacts,
  slideAt,
} from "./model.ts";

const slide = (facts: Partial<SlideFacts> = {}): SlideFacts => ({
  id: "s",
  title: "",
  part: "",
  minutes: 1,
  hidden: false,
  backup: false,
  steps: 0,
  ...facts,
});

/** 0 and 1 with two steps, 2 hidden, 3, then the backup slides 4 and 5. */
const slides = [
  slide(),
  slide({ steps: 2 }),
  slide({ hidden: true }),
  slide(),
  slide({ backup: true }),
  slide({ backup: true, steps: 1 }),
];
const order = orderOf(slides, false);

describe("the order", () => {
  test("the run leaves out hidden and backup slides", () => {
    expect(order).toEqual({ run: [0, 1, 3], backup: [4, 5] });
  });
  test("takes hidden slides in when they are asked for", () => {
    expect(orderOf(slides, true).run).toEqual([0, 1, 2, 3]);
  });
  test("numbers the run first and goes on with the backup slides; hidden slides have no number", () => {
    expect(slides.map((_, index) => numberOf(order, index))).toEqual([1, 2, null, 3, 4, 5]);
  });
  test("finds the slide of a number, and nothing beyond", () => {
    expect([0, 1, 3, 4, 5, 6].map((number) => slideAt(order, number))).toEqual([null, 0, 3, 4, 5, null]);
  });
});

describe("moving", () => {
  test("shows the steps of a slide before it leaves it", () => {
    const walk = [];
    for (let at = firstPlace(order); walk.length < 6; at = placeAfter(slides, order, at))
      walk.push([at.slide, at.step]);
    expect(walk).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 2],
      [3, 0],
      [3, 0],
    ]);
  });
  test("backwards is the same way", () => {
    const walk = [];
    for (let at = lastPlace(slides, order); walk.length < 6; at = placeBefore(slides, order, at)) {
      walk.push([at.slide, at.step]);
    }
    expect(walk).toEqual([
      [3, 0],
      [1, 2],
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });
  test("can skip the steps", () => {
    expect(placeAfter(slides, order, { slide: 1, step: 0 }, true)).toEqual({ slide: 3, step: 0 });
    expect(placeBefore(slides, order, { slide: 1, step: 2 }, true)).toEqual({ slide: 0, step: 0 });
  });
  test("the run does not lead into the backup slides, and the way back from them leads to the run's end", () => {
    expect(placeAfter(slides, order, { slide: 3, step: 0 })).toEqual({ slide: 3, step: 0 });
    expect(placeAfter(slides, order, { slide: 4, step: 0 })).toEqual({ slide: 5, step: 0 });
    expect(placeBefore(slides, order, { slide: 4, step: 0 })).toEqual({ slide: 3, step: 0 });
  });
  test("goes on from a hidden slide that was asked for by name", () => {
    expect(placeAfter(slides, order, { slide: 2, step: 0 })).toEqual({ slide: 3, step: 0 });
    expect(placeBefore(slides, order, { slide: 2, step: 0 })).toEqual({ slide: 1, step: 2 });
  });
  test("stays where it is in a deck of hidden slides", () => {
    const hidden = [slide({ hidden: true })];
    const none = orderOf(hidden, false);
    expect(firstPlace(none)).toEqual({ slide: 0, step: 0 });
    expect(placeAfter(hidden, none, { slide: 0, step: 0 })).toEqual({ slide: 0, step: 0 });
  });
});

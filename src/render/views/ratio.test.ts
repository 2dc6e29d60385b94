import { expect, test } from "vitest";
import { readRatio } from "./ratio.ts";

test("a part of a whole is seen in the languages of a deck", () => {
  expect(readRatio("5 מתוך 11")).toEqual({ count: 5, total: 11, part: "5", whole: "מתוך 11" });
  expect(readRatio("5 out of 11")).toMatchObject({ count: 5, total: 11, whole: "out of 11" });
  expect(readRatio("5 من أصل 11")).toMatchObject({ count: 5, total: 11 });
});

test("other numbers are not drawn, nor what could not be counted", () => {
  for (const value of ["36 שעות", "12 מתוך 11", "5 מתוך 400", "5 מתוך", "₪5 מתוך 11", "0 מתוך 0"]) {
    expect(readRatio(value)).toBeNull();
  }
});

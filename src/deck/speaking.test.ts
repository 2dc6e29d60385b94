import { expect, test } from "vitest";
import { countWords, DEFAULT_RATES, deckMinutes, estimateMinutes, speakingRate } from "./speaking.ts";
import { deck, p, part, slide } from "./testing.ts";

test.each([
  ["", 0],
  ["שלום עולם", 2],
  ['צה"ל, דו״ח וג׳ורג׳ אמרו: "לא"', 5],
  ["שִׂיחַת שָׁלוֹם", 2],
  ["דו־שיח בין-לאומי ב־DNA", 6],
  ["ב-11.3.2019 בשעה 16:00", 4],
  ["3,000 טילים — 5 מתוך 11", 5],
  ["don't stop 😀 → !", 2],
  ["בשנים 2003–2008", 3],
  ["السلام عليكم", 2],
])("%j has %i words", (text, count) => {
  expect(countWords(text)).toBe(count);
});

test("the rate is the author's, else the language's", () => {
  expect(speakingRate({ lang: "he", rate: 0 })).toBe(DEFAULT_RATES.he);
  expect(speakingRate({ lang: "he", rate: 90 })).toBe(90);
  expect(estimateMinutes([p("מילה ".repeat(60))], { lang: "he", rate: 120 })).toBe(0.5);
  expect(estimateMinutes([], { lang: "he", rate: 120 })).toBe(0);
});

test("minutes of slides, parts and the run; hidden and backup slides are not said", () => {
  const minutes = (n: number) => ({ notes: { blocks: [p("א")], minutes: n, span: null } });
  const made = deck({ title: "א" }, [
    part("חלק"),
    slide("ב", [], minutes(1.5)),
    slide("ג", [], { ...minutes(9), hidden: true }),
    part("חלק", minutes(0.25)),
    slide("ד", [], minutes(2)),
    slide("ה", [], { layout: "end", forced: true }),
    slide("ו", [], minutes(9)),
  ]);
  const { total, slides, parts } = deckMinutes(made);
  expect(total).toBe(3.75);
  expect(parts.map((row) => [row.part, row.minutes, row.slides.length])).toEqual([
    ["", 0, 1],
    ["חלק", 1.5, 2],
    ["חלק", 2.25, 3],
  ]);
  expect(slides.get("ג")).toBe(9);
});

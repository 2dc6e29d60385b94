import { placeOf } from "../lines.ts";
import type { Rule } from "../types.ts";

const DATE = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/g;

/** Dates with strokes where day and month could change places: read one way in London, the other in New York. */
export const dateOrder: Rule = ({ source, deck, signed }) => {
  if (deck.meta.lang === "he" || deck.meta.lang === "yi") return [];
  return signed.flatMap((line) =>
    [...line.text.matchAll(DATE)].flatMap(({ 0: text, 1: first, 2: second, index }) => {
      const isClear = Number(first) > 12 || Number(second) > 12 || Number(first) === Number(second);
      return isClear
        ? []
        : [{ code: "text/date-order", span: placeOf(source, line, index, index + text.length), args: { text } }];
    }),
  );
};

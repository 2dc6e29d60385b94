import { type Line, placeOf } from "../lines.ts";
import type { Rule } from "../types.ts";

/** Two bare numbers, dates or hours that a hyphen or dash joins. A sign or unit keeps its range together anyway. */
const RANGE =
  /(?<![\d.,:/$€£₪A-Za-z–+*-])(?!0\d{1,3}-\d{6})\d[\d.,:/]{0,18}([-–])\d[\d.,:/]{0,18}(?![\d/–%°$€£₪A-Za-z-])/g;

interface Range {
  readonly line: Line;
  readonly text: string;
  readonly start: number;
  readonly dash: number;
  readonly isHyphen: boolean;
}

/**
 * Hyphens and dashes in ranges of one deck: under the policy `preserve` the one is drawn left to right and the other
 * right to left. The fewer are named.
 */
export const mixedRanges: Rule = ({ source, deck, signed }) => {
  if (deck.meta.ranges !== "preserve") return [];
  const ranges = signed.filter(({ dir }) => dir === "rtl").flatMap(rangesOf);
  const hyphens = ranges.filter(({ isHyphen }) => isHyphen).length;
  if (hyphens === 0 || hyphens === ranges.length) return [];
  const odd = ranges.filter(({ isHyphen }) => isHyphen === hyphens * 2 < ranges.length);
  return odd.map(({ line, text, start, dash, isHyphen }) => {
    const span = placeOf(source, line, start, start + text.length);
    const place = placeOf(source, line, dash, dash + 1);
    const other = isHyphen ? "–" : "-";
    const written = text.slice(0, dash - start) + other + text.slice(dash - start + 1);
    return {
      code: "bidi/mixed-ranges",
      span,
      args: { text, other: written },
      fix: place && { span: place, text: other, safe: false },
    };
  });
};

function rangesOf(line: Line): readonly Range[] {
  return [...line.text.matchAll(RANGE)].map(({ 0: match, 1: mark = "", index }) => {
    const text = match.replace(/[.,:/]+$/, "");
    return { line, text, start: index, dash: index + match.indexOf(mark), isHyphen: mark === "-" };
  });
}

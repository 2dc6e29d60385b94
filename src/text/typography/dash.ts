import { type Edit, editMatches, type TypographyRule } from "./edit.ts";

/** A hyphen with a space on both sides, with a Hebrew word on both. */
const SPACED = /(?<=[\u05D0-\u05EA\u0591-\u05C7\u05F3\u05F4"')\]»”,.] )-(?= ["'(«“„]?[\u05D0-\u05EA])/g;
/** A hyphen between two plain numbers that nothing else joins: a range. */
const RANGE = /(?<![\d.,:/-]|[A-Za-z])(\d[\d.,:]*)-(?=\d[\d.,:]*(?![\d.,:/-]|\d*[A-Za-z-]))/g;

/**
 * The separating dash is an en dash with spaces (Academy §15): a spaced hyphen between Hebrew words. Under the policy
 * `academy` the hyphen of a range becomes a dash too (no spaces: 46–53).
 */
export const dash: TypographyRule = (text, ranges) => {
  const spaced = text.includes(" - ")
    ? editMatches(text, SPACED, ({ index }) => ({ start: index, end: index + 1, text: "–" }))
    : [];
  return ranges === "academy" ? merge(spaced, rangeDashes(text)) : spaced;
};

function rangeDashes(text: string): Edit[] {
  return editMatches(text, RANGE, (match) => {
    const end = match.index + match[0].length;
    return { start: end - 1, end, text: "–" };
  });
}

function merge(a: readonly Edit[], b: readonly Edit[]): Edit[] {
  return [...a, ...b].sort((left, right) => left.start - right.start);
}

import { KIND, kindAt } from "../characters.ts";
import { quantity } from "./quantity.ts";
import { optionalSpaces } from "./scan.ts";
import type { Recogniser } from "./token.ts";

/** Numbers that operators join, read left to right: `1920×1080`, `3 : 1`, `3 / 12`, `2+2=4`, `550 nm ± 5 nm`. */

/** Operators that join numbers with or without spaces. */
const OPERATORS = "×*÷=<>≤≥≈≠^±+∙·";
/** Separators of class CS, which order digits rightly by themselves, but not with spaces around them. */
const SPACED = ":/";

export const expression: Recogniser = (text, at) => {
  if (kindAt(text, at - 1) === KIND.DIGIT) return null;
  const first = quantity(text, at);
  if (first === null) return null;
  let end = first.end;
  for (;;) {
    const next = afterOperator(text, at, end);
    const operand = next < 0 ? null : quantity(text, next);
    if (operand === null) break;
    end = operand.end;
  }
  return end > first.end ? { kind: "expression", start: at, end } : null;
};

/** Offset of the operand after the operator that follows `end`, or -1. */
function afterOperator(text: string, start: number, end: number): number {
  const sign = optionalSpaces(text, end);
  const operator = text.charAt(sign);
  if (operator === "") return -1;
  const operand = optionalSpaces(text, sign + 1);
  if (OPERATORS.includes(operator)) return sign > end === operand > sign + 1 ? operand : -1;
  const spaced = sign > end && operand > sign + 1;
  return SPACED.includes(operator) && spaced && !areYears(text, start, end, operand) ? operand : -1;
}

/** `2018 / 2019`: two years side by side read as words do. */
function areYears(text: string, start: number, end: number, operand: number): boolean {
  const year = /^(?:19|20)\d\d$/;
  return year.test(text.slice(start, end)) && year.test(text.slice(operand, operand + 4));
}

import { KIND, kindAt, skipKind } from "../characters.ts";
import { isFree, isJoint, isWordAt } from "./scan.ts";
import type { Recogniser } from "./token.ts";

/** Digits that are dialled: groups with hyphens, spaces and brackets, ordered left to right as on the keys. */

/** Fewest and most digits of a number that has groups (E.164 allows fifteen). */
const FEWEST = 8;
const MOST = 15;

/** `+972-3-640-0400`, `(03) 640 0400`, `050 123 4567`, `*6050`. */
export const phone: Recogniser = (text, at) => {
  const start = text.charAt(at);
  if (kindAt(text, at - 1) === KIND.DIGIT) return null;
  const end = start === "*" ? shortNumber(text, at) : grouped(text, at, start);
  return end > at ? { kind: "phone", start: at, end } : null;
};

/** An IBAN, or a card's number: groups of four with spaces, which a right-to-left line would set last group first. */
const ACCOUNT = /(?:[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?|\d{4}(?: \d{4}){2,4})(?![A-Za-z0-9])/y;

/** `IL62 0108 0000 0009 9999 999`, `4580 1234 5678 9012`. */
export const account: Recogniser = (text, at) => {
  ACCOUNT.lastIndex = at;
  return !isWordAt(text, at - 1) && ACCOUNT.test(text) ? { kind: "account", start: at, end: ACCOUNT.lastIndex } : null;
};

/** `*6050`: a star and three to five digits. */
function shortNumber(text: string, at: number): number {
  const end = skipKind(text, at + 1, KIND.DIGIT);
  const free = isFree(text, at) || isJoint(text, at - 1) || kindAt(text, at - 1) === KIND.RTL;
  return free && end - at >= 4 && end - at <= 6 ? end : -1;
}

function grouped(text: string, at: number, start: string): number {
  if (start !== "+" && start !== "(" && start !== "0") return -1;
  let end = start === "0" ? at : at + 1;
  let digits = 0;
  let groups = 0;
  let open = start === "(";
  for (;;) {
    const next = skipKind(text, end, KIND.DIGIT);
    if (next === end) break;
    digits += next - end;
    groups++;
    end = next;
    if (open && text.charAt(end) === ")") {
      open = false;
      end++;
    }
    let separator = afterSeparator(text, end);
    if (!open && text.charAt(separator) === "(" && groups === 1) {
      open = true;
      separator++;
    }
    if ((open && text.charAt(separator - 1) !== "(") || kindAt(text, separator) !== KIND.DIGIT || digits > MOST) break;
    end = separator;
  }
  const dialled = start === "+" ? groups >= 1 : groups >= 2 && /^\(?0\d{0,3}\D/.test(text.slice(at, at + 6));
  return dialled && !open && digits >= FEWEST && digits <= MOST ? end : -1;
}

/** One hyphen or one space between groups, or none after a closing bracket. */
function afterSeparator(text: string, at: number): number {
  return "- \u00A0".includes(text.charAt(at)) && text.charAt(at) !== "" ? at + 1 : at;
}

import type { Recogniser } from "./token.ts";

/** Keys, or pieces of code, that a plus joins: `Ctrl+P` is pressed, and read, from left to right. Each is one object. */
const CHORD = /\uFFFC(?: ?\+ ?\uFFFC)+/y;

export const chord: Recogniser = (text, at) => {
  CHORD.lastIndex = at;
  return CHORD.test(text) ? { kind: "chord", start: at, end: CHORD.lastIndex } : null;
};

import { resolve } from "../bidi.ts";

/**
 * Cases for the bidirectional algorithm: the classes of UAX #9 whose characters have a place in a line, also outside the
 * basic plane, with explicit controls and brackets. Made from a seed, so that everybody has the same.
 */

export interface BidiCase {
  readonly base: "ltr" | "rtl";
  readonly text: string;
}

const CLASSES: readonly (readonly string[])[] = [
  ["a", "b", "é", "𝒳"],
  ["א", "ב", "𐤀"],
  ["ب", "ج"],
  ["1", "2", "۴", "𝟏"],
  ["٣", "٤"],
  ["+", "-"],
  ["#", "$", "%", "°"],
  [",", ".", ":", "/"],
  ["!", "&", "*", "😀", "=", '"'],
  ["(", ")", "[", "]", "{", "}"],
  [" ", " "],
  ["\u200E", "\u200F", "\u061C"],
  ["\u2066", "\u2067", "\u2068", "\u2069", "\u2069"],
  ["\u202A", "\u202B", "\u202D", "\u202E", "\u202C", "\u202C"],
];
/** How often a class is drawn, beside the others; controls are rare in real text. */
const WEIGHTS = [5, 5, 2, 5, 2, 3, 3, 3, 3, 3, 4, 1, 1, 1];
const LONGEST = 14;

/** `count` cases from a seed. */
export function bidiCases(count: number, seed = 1): readonly BidiCase[] {
  const random = generator(seed);
  const bag = WEIGHTS.flatMap((weight, index) => Array<number>(weight).fill(index));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: count }, (_, index) => {
    const length = 1 + Math.floor(random() * LONGEST);
    const text = Array.from({ length }, () => pick(CLASSES[pick(bag)] ?? [])).join("");
    return { base: index % 2 === 0 ? "rtl" : "ltr", text };
  });
}

/** Mulberry32: a small generator that gives the same numbers everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What of a case has a glyph, in drawn order, unmirrored, without the spaces at both ends. */
export function visible({ base, text }: BidiCase): string {
  const { characters, order } = resolve(text, base);
  return order
    .map((index) => characters[index] ?? "")
    .filter((character) => !/\p{Cf}/u.test(character))
    .join("")
    .trim();
}

/** `rtl 5D0 2D 61 | 61 2D 5D0`: the case in code points, then what is drawn from left to right. */
export function writeCase({ base, text }: BidiCase, drawn: string): string {
  return `${base} ${codes(text)} | ${codes(drawn)}`;
}

export function readCase(line: string): BidiCase & { readonly drawn: string } {
  const [head = "", drawn = ""] = line.split(" | ");
  const [base, ...text] = head.split(" ");
  return { base: base === "rtl" ? "rtl" : "ltr", text: fromCodes(text.join(" ")), drawn: fromCodes(drawn) };
}

function codes(text: string): string {
  return [...text].map((character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase()).join(" ");
}

function fromCodes(written: string): string {
  return written
    .split(" ")
    .filter((code) => code !== "")
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join("");
}

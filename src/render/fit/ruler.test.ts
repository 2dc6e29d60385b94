import { describe, expect, test } from "vitest";
import type { Inline } from "../../deck/types.ts";
import { type Advances, countLines, lineWidth, longestWord, splitWords, tabulate } from "./ruler.ts";

const span = { start: 0, end: 0 };
const text = (value: string): Inline => ({ type: "text", text: value, span });
/** A face in which every letter of the alphabet is half an em wide, and a bold one in which it is a whole em. */
const face = (width: number): Advances =>
  tabulate({
    family: "Test",
    weight: 400,
    ascent: 900,
    descent: 300,
    widths: Object.fromEntries([..."אבגדהוזחטיכלמנסעפצקרשת -–abc"].map((letter) => [letter, width])),
  });
const faces = { text: face(500), strong: face(1000) };
const words = (...inlines: readonly Inline[]) => splitWords(inlines, faces);

describe("widths", () => {
  test("are the sum of the letters', in ems", () => {
    expect(lineWidth(words(text("אבג")))).toBe(1.5);
  });

  test("of strong text are those of its own face", () => {
    expect(lineWidth(words(text("אב"), { type: "strong", children: [text("ג")], span }))).toBe(2);
  });

  test("niqqud takes no room", () => {
    expect(lineWidth(words(text("שָׁ")))).toBe(lineWidth(words(text("ש"))));
  });

  test("the longest word is not counted with its space", () => {
    expect(longestWord(words(text("אב אבגד א")))).toBe(2);
  });
});

describe("lines", () => {
  const lines = (value: string, box: number): number => countLines(words(text(value)), box);

  test("nothing takes no line", () => {
    expect(countLines([], 10)).toBe(0);
  });

  test("a space at the edge hangs over it (CSS Text 3 §4.1.2)", () => {
    expect(lines("אבגד אבגד", 2)).toBe(2);
    expect(lines("אבגד אבגד", 4.5)).toBe(1);
    expect(lines("אבגד אבגד", 4.4)).toBe(2);
  });

  test("break after a hyphen or a dash, not at a no-break space", () => {
    expect(lines("אב-אב", 1.5)).toBe(2);
    expect(lines("אב\u00a0אב אב", 2.5)).toBe(2);
  });

  test("a run that must not be broken stays whole", () => {
    const isolate: Inline = {
      type: "isolate",
      dir: "ltr",
      lang: "en",
      nowrap: true,
      children: [text("abc abc")],
      span,
    };
    expect(words(isolate)).toHaveLength(1);
  });

  test("a word wider than the box is broken inside", () => {
    expect(lines("אבגדהוזח", 2)).toBe(2);
  });

  test("a forced break opens a line", () => {
    expect(countLines(words(text("א"), { type: "break", span }, text("ב")), 100)).toBe(2);
  });
});

import { expect, test } from "vitest";
import { keepLineEnds } from "./line-ends.ts";

test.each([
  ["a\nb\n", "A\nB\n", "A\nB\n"],
  ["a\r\nb\r\n", "A\nB\n", "A\r\nB\r\n"],
  ["\uFEFFa\r\nb\nc\rd", "A\nB\nC\nD", "\uFEFFA\r\nB\nC\rD"],
  ["a", "A\nB", "A\nB"],
  ["a\r\nb", "A\nB\nC", "A\r\nB\r\nC"],
])("%j changed to %j is written as %j", (original, text, written) => {
  expect(keepLineEnds(original, text)).toBe(written);
});

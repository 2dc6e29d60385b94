import { expect, test } from "vitest";
import { diagnose } from "./diagnostic.ts";
import { applyIgnores } from "./ignore.ts";
import { toSource } from "./source.ts";

const at = (text: string, code = "deck/empty") => {
  const start = text.indexOf("X");
  return applyIgnores(toSource(text, "x.md"), [diagnose(code, "x.md", { start, end: start + 1 })]).length;
};

test("a comment silences a code on its own line and the next", () => {
  expect(at("X <!-- tadrich-ignore deck/empty -->")).toBe(0);
  expect(at("<!-- tadrich-ignore deck/empty -->\nX")).toBe(0);
  expect(at("<!-- תדריך-התעלם deck/empty -->\nX")).toBe(0);
  expect(at("<!--\ntadrich-ignore deck/other, deck/empty\n-->\nX")).toBe(0);
  expect(at("<!-- tadrich-ignore deck -->\nX")).toBe(0);
  expect(at("<!-- tadrich-ignore -->\nX")).toBe(0);
});

test("and nothing else", () => {
  expect(at("<!-- tadrich-ignore deck/empty -->\n\nX")).toBe(1);
  expect(at("X\n<!-- tadrich-ignore deck/empty -->")).toBe(1);
  expect(at("<!-- tadrich-ignore deck/emptyish -->\nX")).toBe(1);
  expect(at("<!-- tadrich-ignored -->\nX")).toBe(1);
  const source = toSource("<!-- tadrich-ignore -->", "x.md");
  const others = [diagnose("deck/empty", "x.md", null), diagnose("deck/empty", "y.md", { start: 0, end: 1 })];
  expect(applyIgnores(source, others)).toEqual(others);
});

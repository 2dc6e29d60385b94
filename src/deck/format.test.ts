import { expect, test } from "vitest";
import { diagnose, sortDiagnostics } from "./diagnostic.ts";
import { diagnosticsToJson, formatDiagnostic, formatDiagnostics, formatSummary } from "./format.ts";
import { toSource } from "./source.ts";

const source = toSource("## כותרת\n\n::: tmieline\nא\n:::\n", "slides/x.md");
const unknown = diagnose(
  "deck/unknown-block",
  source.path,
  { start: 14, end: 22 },
  { name: "tmieline", nearest: "timeline" },
  { lang: "en" },
);

test("place, severity, code, sentence; the line with a caret below; help", () => {
  expect(formatDiagnostic(unknown, source)).toBe(
    [
      "slides/x.md:3:5 warning deck/unknown-block Unknown block `tmieline`; its content is shown as text",
      "  3 | ::: tmieline",
      "    |     ^^^^^^^^",
      "    = Did you mean `timeline`?",
    ].join("\n"),
  );
});

test("without a place, or without the source, it is one line and help", () => {
  const empty = diagnose("deck/empty", "x.md", null, {}, { lang: "en" });
  expect(formatDiagnostic(empty, source)).toBe("x.md warning deck/empty The deck has no slides");
  expect(formatDiagnostic({ ...unknown, help: null }, null)).toMatch(
    /^slides\/x\.md warning deck\/unknown-block [^\n]+$/,
  );
});

test("on a terminal Hebrew is isolated, and the caret's line has the direction of the line above it", () => {
  const found = diagnose("deck/no-title", "שקפים/א.md", { start: 3, end: 8 });
  const lines = formatDiagnostic(found, toSource(source.text, "שקפים/א.md"), { isolate: true }).split("\n");
  expect(lines[0]).toBe("\u2068שקפים/א.md\u2069:1:4 warning deck/no-title \u2068למצגת אין כותרת\u2069");
  expect(lines[1]).toBe("  1 | \u2067## כותרת\u2069");
  expect(lines[2]).toBe("    | \u2067\u00A0\u00A0\u00A0^^^^^\u2069");
});

test("a line of ten megabytes is clipped around the place", () => {
  const long = toSource(`${"א".repeat(5_000_000)}X${"ב".repeat(5_000_000)}`, "x.md");
  const text = formatDiagnostic({ ...unknown, path: "x.md", span: { start: 5_000_000, end: 9_000_000 } }, long, {
    width: 40,
  });
  const [, line, caret] = text.split("\n");
  expect(text.length).toBeLessThan(400);
  expect(line).toMatch(/\| …א{20}Xב+…$/);
  expect(caret!.indexOf("^")).toBe(line!.indexOf("X"));
});

test("nothing of a source can steer the terminal", () => {
  const hostile = toSource("a\u001B[2Jb\u202Ec\u0007d", "x\u001B[0m.md");
  const text = formatDiagnostic(
    { ...unknown, path: hostile.path, message: "m\u009B", span: { start: 0, end: 3 } },
    hostile,
  );
  expect(text).not.toMatch(/[\u001B\u202E\u0007\u009B]/);
});

test("points take no column", () => {
  const pointed = toSource("שָׁלוֹם x", "x.md");
  const [, line, caret] = formatDiagnostic({ ...unknown, span: { start: 8, end: 9 } }, pointed).split("\n");
  expect(caret!.indexOf("^")).toBe(line!.replace(/\p{M}/gu, "").indexOf("x"));
});

test("all are sorted by file and place, the graver first", () => {
  const other = diagnose("meta/alias", "a.md", { start: 5, end: 6 });
  const error = diagnose("deck/unclosed-block", source.path, unknown.span, { name: "x" });
  expect(sortDiagnostics([unknown, error, other]).map(({ code }) => code)).toEqual([
    "meta/alias",
    "deck/unclosed-block",
    "deck/unknown-block",
  ]);
  expect(formatDiagnostics([unknown, other], new Map([[source.path, source]]))).toMatch(
    /^a\.md error[^\n]*\nslides\/x\.md:3:5 /,
  );
  expect(formatDiagnostics([], new Map())).toBe("");
});

test("for machines", () => {
  expect(diagnosticsToJson([unknown], new Map([[source.path, source]]))).toMatchObject([
    {
      path: "slides/x.md",
      code: "deck/unknown-block",
      start: { line: 3, column: 5, offset: 14 },
      end: { line: 3, column: 13, offset: 22 },
    },
  ]);
});

test("the summary counts in the interface language", () => {
  const error = diagnose("source/nul", "x.md", null);
  expect(formatSummary([error, unknown, unknown])).toBe("שגיאה אחת, 2 אזהרות");
  expect(formatSummary([error, unknown], "en")).toBe("1 error, 1 warning");
  expect(formatSummary([diagnose("deck/unused-footnote", "x.md", null)])).toBe("");
});

test("an unknown code is a mistake of the program", () => {
  expect(() => diagnose("deck/nonsense", "x.md", null)).toThrow("deck/nonsense");
});

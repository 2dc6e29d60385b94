import { expect, test } from "vitest";
import { readFrontMatter, toMeta, writeFrontMatter } from "./front-matter.ts";
import { fields } from "./meta-fields.ts";
import { scan } from "./scan.ts";
import { toSource } from "./source.ts";
import type { Meta } from "./types.ts";

function read(yaml: string) {
  const source = toSource(`---\n${yaml}\n---\n`, "x.md");
  const { value, diagnostics } = readFrontMatter(source, scan(source.text).frontMatter, "en");
  return { meta: value.meta, keys: value.keys, diagnostics, text: source.text };
}

test("what is not written has its default, and the direction comes from the language", () => {
  expect(read("").meta).toEqual(toMeta());
  expect(toMeta()).toMatchObject({ lang: "he", dir: "rtl", theme: "mabat", transition: "none", ranges: "preserve" });
  expect(toMeta({ lang: "en" }).dir).toBe("ltr");
});

const english = `title: א
subtitle: ב
authors: [ג, ד]
organization: ה
date: 2019-03-11
series: ו
number: 007
source: ז
brief: 1-3,7
lang: he
theme: laila
marking: TLP:AMBER
duration: 20
rate: 130
ranges: academy
typography: [maqaf]
transition: fade
footer: ח`;
const hebrew = `כותרת: א
כותרת משנה: ב
מחברים:
  - ג
  - ד
ארגון: ה
תאריך: 2019-03-11
סדרה: ו
גיליון: 007
מקור: ז
תקציר: [7, 1-3]
שפה: עברית
ערכה: לילה
סימון: TLP:AMBER
משך: 20 דקות
קצב: 130
טווחים: אקדמיה
טיפוגרפיה:
  maqaf: כבוי
  quotes: פועל
מעבר: דהייה
כותרת תחתונה: ח`;

test("every key has an English and a Hebrew name, and both say the same", () => {
  const [a, b] = [read(english), read(hebrew)];
  expect(a.diagnostics).toEqual([]);
  expect(b.diagnostics).toEqual([]);
  expect(b.meta).toEqual(a.meta);
  expect(a.keys).toHaveLength(fields.length);
  expect(a.meta.brief).toEqual([1, 2, 3, 7]);
});

test("numbers and dates stay as written", () => {
  expect(
    read("number: 007\ndate: 2019-03-11\ntitle: 1_000\nseries: 0x10\nfooter: no\nsource: 1:30").meta,
  ).toMatchObject({
    number: "007",
    date: "2019-03-11",
    title: "1_000",
    series: "0x10",
    footer: "no",
    source: "1:30",
  });
});

test.each([
  ["titel: x", "meta/unknown-key", "titel", "title"],
  ["כותרית: x", "meta/unknown-key", "כותרית", "כותרת"],
  ["מחבירם: x", "meta/unknown-key", "מחבירם", "מחברים"],
  ["xyzzyxyzzy: x", "meta/unknown-key", "xyzzyxyzzy", null],
  ["dir: ltr", "meta/unknown-key", "dir", null],
  ["title: a\nכותרת: b", "meta/duplicate-key", "כותרת", null],
  ["lang: klingon", "meta/bad-value", "klingon", null],
  ["duration: soon", "meta/bad-value", "soon", null],
  ["duration: 0", "meta/bad-value", "0", null],
  ["theme: ../x", "meta/bad-value", "../x", null],
  ["title: [a]", "meta/bad-value", "[a]", null],
  ["typography:\n  a: maybe", "meta/bad-value", "a: maybe", null],
  ["title: &a x", "meta/alias", "x", null],
  ["- a", "meta/not-a-mapping", "- a\n", null],
])("%j gives %s at %j", (yaml, code, at, fix) => {
  const { diagnostics, text } = read(yaml);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  const { span, fix: found } = diagnostics[0]!;
  expect(text.slice(span!.start, span!.end).trimEnd()).toBe(at.trimEnd());
  expect(found?.text ?? null).toBe(fix);
});

test.each(["title: [", 'title: "x', "a: b: c", "\tx", "title: x\n y: z", "? [", "%TAG"])(
  "bad YAML %j is a diagnostic with a place",
  (yaml) => {
    const { diagnostics } = read(yaml);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { span } of diagnostics) expect(span).not.toBeNull();
  },
);

test("aliases cannot grow, tags do nothing, and keys of objects are words", () => {
  const bomb = read("a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b");
  expect(bomb.diagnostics.map(({ code }) => code)).toContain("meta/alias");
  expect(bomb.meta.title).toBe("");
  expect(read("title: !!js/function 'x'").meta.title).toBe("x");
  expect(read("typography:\n  __proto__: off\n  a: off").meta.typographyOff).toEqual(["a"]);
  expect(({} as Record<string, unknown>).a).toBeUndefined();
});

test("an unclosed front matter is told from a slide without title", () => {
  expect(scan("---\ntitle: א\n\n## ב\n").problems.map(({ code }) => code)).toEqual(["meta/unclosed"]);
  expect(scan("---\nטקסט של שקופית\n\n## ב\n").problems).toEqual([]);
});

test("messages come in the deck's language when no other is asked for", () => {
  const source = toSource("---\nlang: en\ntitel: x\n---\n", "x.md");
  expect(readFrontMatter(source, scan(source.text).frontMatter).diagnostics[0]!.message).toBe("Unknown key `titel`");
});

test.each<Partial<Meta>>([
  { title: "א: ב" },
  { title: "#א" },
  { title: 'א "ב" ג' },
  { title: "- א" },
  { title: "a #b" },
  { title: "[12] \\ {x}" },
  { title: "---" },
  { authors: ["א, ב", "ג"] },
  { typographyOff: ["all"] },
  { typographyOff: ["maqaf", "quotes"] },
  { duration: 12.5, lang: "ar" },
])("%j is written so that it is read back", (spec) => {
  const meta = toMeta(spec);
  const source = toSource(`${writeFrontMatter(meta)}\n`, "x.md");
  const { value, diagnostics } = readFrontMatter(source, scan(source.text).frontMatter);
  expect(value.meta).toEqual(meta);
  expect(diagnostics).toEqual([]);
});

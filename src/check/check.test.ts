import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGS } from "../deck/types.ts";
import { mixedText } from "../text/testing/mixed-text.ts";
import { check, checkSource } from "./check.ts";
import { applySafeFixes, fixSource } from "./fix.ts";
import { MESSAGES } from "./messages.ts";

const PATH = "slides/test.md";
const ours = (code: string): boolean => code in MESSAGES;

/** `code: the text at the place`, for each finding of these rules. */
function found(text: string): readonly string[] {
  const { diagnostics } = checkSource({ path: PATH, text });
  return diagnostics
    .filter(({ code }) => ours(code))
    .map(({ code, span }) => `${code}: ${span === null ? "" : text.slice(span.start, span.end)}`);
}
const deckOf = (...lines: readonly string[]): string =>
  `---\ntitle: בדיקה\n---\n\n## שקופית\n\n${lines.join("\n\n")}\n`;

describe("what each rule finds, and where", () => {
  test.each<[string, string, readonly string[]]>([
    ["a lonely prefix", "ירד ל -5 מעלות", ["bidi/ambiguous-minus: -5"]],
    ["a certain minus", "צמיחה של -3.2% השנה", []],
    ["an open bracket", "לפי (Pew Research", ["bidi/unbalanced-bracket: ("]],
    ["turned brackets", "דוח )2023( חדש", ["bidi/mirrored-bracket: )", "bidi/mirrored-bracket: ("]],
    ["items and faces", "א) ראשון ב) שני :) סעיף 5(ב)(3)", []],
    ["an arrow", "שלב א → שלב ב", ["bidi/arrow: →"]],
    ["an arrow between foreign words", "זרימה A → B", []],
    ["an arrow of the line's direction", "שלב א ← שלב ב", []],
    ["useless marks", "\u200Fשלום\u200F ועוד", ["bidi/stray-control: \u200F", "bidi/stray-control: \u200F"]],
    ["a mark that does something", "חברת Yahoo!\u200E, לשעבר", []],
    ["an override", "שלום \u202Eabc\u202C", ["bidi/override: \u202E"]],
    ["an open isolate", "שלום \u2066abc", ["bidi/unbalanced-isolate: \u2066"]],
    ["a closed isolate", "שלום \u2066abc\u2069", []],
    ["ranges of two kinds", "2019-2023, 2020-2024, 2021–2025", ["bidi/mixed-ranges: 2021–2025"]],
    ["a telephone beside a range", "03-6400400, 2021–2025, F-35, -5, ISO 2019-03-11", []],
    ["a mark between name and comma", "חברת Yahoo!, לשעבר", ["bidi/terminal-mark: !"]],
    ["two names", "ב-Paris, Texas אתמול", ["bidi/latin-list: Paris, Texas"]],
    ["a list of names", "Microsoft, Google, Amazon ועוד", []],
    ["an open quote", 'כתב ב"הארץ על זה', ['text/straight-quote: "']],
    ["acronyms and pairs", 'מנכ"ל "הארץ" כתב ב"הארץ" על 12" ועל דו"חות', []],
    ["slanted Hebrew", "*נטוי* ו-*italic*", ["text/italics: *נטוי*"]],
    ["visual order", "םולש ןכ ךיא", ["bidi/visual-order: םולש ןכ ךיא"]],
    ["what is not seen", "שלום\u200Bעולם", ["text/invisible: \u200B"]],
    ["letters of print", "\uFB2Aלום ו-ﬁnd", ["text/presentation-form: \uFB2A", "text/presentation-form: ﬁ"]],
    ["likelihood and confidence", "סביר ברמת ביטחון גבוהה שיקרה.", ["slides/judgment: סביר ברמת ביטחון גבוהה שיקרה"]],
    ["likelihood alone", "סביר שיקרה. רמת הביטחון גבוהה.", []],
  ])("%s", (_, line, expected) => {
    expect(found(deckOf(line))).toEqual(expected);
  });

  test("a place is exact behind escapes and references", () => {
    expect(found(deckOf("א \\* &amp; **ירד** ל -5 מעלות"))).toEqual(["bidi/ambiguous-minus: -5"]);
  });

  test("a table that nobody at the back can read", () => {
    const row = "|א|ב|";
    const table = [row, "|-|-|", ...Array<string>(9).fill(row)].join("\n");
    expect(found(deckOf(table))).toEqual([`slides/large-table: ${table}`]);
  });

  test("a slide without notes among slides with them", () => {
    const spoken = (title: string): string => `## ${title}\n\n- א\n\n::: notes\nנאמר.\n:::\n\n`;
    expect(found(`---\ntitle: א\n---\n\n${spoken("אחת")}${spoken("שתיים")}## שלוש\n\n- ב\n`)).toEqual([
      "slides/missing-notes: שלוש",
    ]);
  });

  test("a label of the Traffic Light Protocol, as the standard writes it", () => {
    expect(found("---\ntitle: א\nmarking: tlp amber strict\n---\n\n## ב\n\n- ג\n")).toEqual([
      "slides/tlp: tlp amber strict",
    ]);
    expect(found("---\ntitle: א\nmarking: TLP:AMBER+STRICT\n---\n\n## ב\n\n- ג\n")).toEqual([]);
  });

  test("digits of two kinds, in a Persian deck", () => {
    const deck = "---\ntitle: الف\nlang: fa\n---\n\n## ب\n\n- ۱۲ و ۱۳ و 14 و F-35\n";
    expect(found(deck)).toEqual(["text/mixed-digits: 14"]);
  });

  test("a date that London and New York read differently, in an English deck", () => {
    const deck = "---\ntitle: A\nlang: en\n---\n\n## B\n\n- 3/4/2020, 13/4/2020\n";
    expect(found(deck)).toEqual(["text/date-order: 3/4/2020"]);
  });
});

describe("messages", () => {
  test.each(Object.entries(MESSAGES))("%s speaks three languages", (_, { message, help }) => {
    expect(help).not.toBeNull();
    for (const texts of [message, help ?? []]) {
      expect(texts).toHaveLength(3);
      expect(texts.every((text) => text !== "")).toBe(true);
      expect(texts[0]).toMatch(/[א-ת]/);
      expect(texts[1]).toMatch(/[\u0620-\u064A]/);
      expect(texts[2]).not.toMatch(/[א-ת]{2}/);
    }
  });

  test("the language is the one that is asked for, else the deck's", () => {
    const source = { path: PATH, text: deckOf("שלב א → שלב ב") };
    const message = (lang?: "en" | "ar") => checkSource(source, { lang }).diagnostics.at(-1)?.message;
    expect(message()).toContain("החץ");
    expect(message("en")).toContain("The arrow");
    expect(message("ar")).toContain("السهم");
  });

  test("every language that a deck may have has a column", () => {
    const { value } = checkSource({ path: PATH, text: deckOf("שלב א → שלב ב") });
    const source = { path: PATH, text: deckOf("שלב א → שלב ב") };
    for (const lang of LANGS) expect(check(value, source, { lang })[0]?.message).toContain("→");
  });
});

describe("a comment switches findings off", () => {
  test.each(["bidi/arrow", "bidi", ""])("by %s", (code) => {
    expect(found(deckOf(`<!-- tadrich-ignore ${code} -->\nשלב א → שלב ב`))).toEqual([]);
  });
  test("not of another code", () => {
    expect(found(deckOf("<!-- tadrich-ignore text -->\nשלב א → שלב ב"))).toHaveLength(1);
  });
});

describe("fixes", () => {
  test("the safe ones are made, the others are not", () => {
    const text = deckOf("\u200Fשלום\u200F, שלב א → שלב ב\u200B", "\uFB2Aלום \u2066abc");
    const fixed = fixSource({ path: PATH, text });
    expect(fixed.text).toBe(deckOf("שלום, שלב א → שלב ב", "\u05E9\u05C1לום abc"));
    expect(fixed.count).toBe(5);
  });

  test("of two that overlap the first stands", () => {
    const { diagnostics } = checkSource({ path: PATH, text: deckOf("א\u200B\u200Bב") });
    const twice = diagnostics.flatMap((one) => [one, one]);
    expect(applySafeFixes(deckOf("א\u200B\u200Bב"), twice)).toEqual({ text: deckOf("אב"), count: 2 });
  });

  test("mending twice is mending once, for any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(mixedText, fc.constantFrom("\u200F", "\u202A", "\u2066", "\u200B", "\uFB2A")), {
          maxLength: 6,
        }),
        (parts) => {
          const once = fixSource({ path: PATH, text: deckOf(parts.join("")) }).text;
          expect(fixSource({ path: PATH, text: once })).toEqual({ text: once, count: 0 });
        },
      ),
      { numRuns: 400, seed: 3 },
    );
  });
});

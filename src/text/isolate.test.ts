import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visualOrder } from "./bidi.ts";
import { KIND, kindAt, sizeAt } from "./characters.ts";
import { isBalanced, stripControls, withControls } from "./controls.ts";
import { type IsolateOptions, isolate, tokenize } from "./isolate.ts";
import { mixedText } from "./testing/mixed-text.ts";
import { ROWS } from "./testing/rows.ts";
import { drawn } from "./testing/sentences.ts";
import { typographic } from "./typography.ts";

const HEBREW: IsolateOptions = { base: "rtl", ranges: "preserve" };
const inner = (text: string, options = HEBREW) =>
  isolate(text, options)
    .filter((run) => run.dir !== null)
    .map((run) => run.text);

describe("rows of mixed text", () => {
  test.each(ROWS)("$name", ({ source, seen }) => {
    const order = visualOrder(withControls(isolate(typographic(source), HEBREW)), "rtl");
    expect(drawn(order)).toBe(seen);
  });
});

describe("tokens", () => {
  test.each<[string, string[]]>([
    ["רשת 5G חדשה", ["5G"]],
    ["ראו (https://example.org/a_(b)).", ["https://example.org/a_(b)"]],
    ["הם Smith et al. כתבו", ["Smith et al."]],
    ["ארגון U.S. Steel, Inc. הודיע", ["U.S. Steel, Inc."]],
    ["בשנים 2018 / 2019", []],
    ["שעה 16:00, תאריך 3.4.2020", []],
    ["ערך של -5 ביום", ["-5"]],
    ["כתובת dana@example.org; נענה", ["dana@example.org"]],
    ["AIים", ["AI"]],
    ["חברת Yahoo!, לשעבר", ["Yahoo"]],
    ["חשבון IL62 0108 0000 0009 9999 999 בבנק", ["IL62 0108 0000 0009 9999 999"]],
    ["כרטיס 4580 1234 5678 9012 בתוקף", ["4580 1234 5678 9012"]],
    ["קובץ report_final(2).docx, ראו A/B testing", ["report_final(2).docx", "A/B testing"]],
    ["חברת Yahoo!\u200E, לשעבר", ["Yahoo!"]],
  ])("%s", (text, tokens) => {
    expect(inner(text)).toEqual(tokens);
  });

  test("a hyphen that may be the author's own dash is read over, and named", () => {
    const doubts = (text: string) => tokenize(text, HEBREW).filter(({ kind }) => kind === "doubtful-minus");
    expect(doubts("ירד ל -5 מעלות")).toEqual([{ kind: "doubtful-minus", start: 6, end: 8 }]);
    expect(doubts("הלכנו -5 אנשים")).toHaveLength(1);
    expect(doubts("ירד ב-5 מעלות, צמיחה של -3%")).toEqual([]);
  });
});

describe("policies for ranges", () => {
  const hyphen = "בשנים 2019-2023 בלבד";
  const dash = "בשנים 2019–2023 בלבד";
  test.each<[IsolateOptions["ranges"], string[], string[]]>([
    ["preserve", ["2019-2023"], []],
    ["ltr", ["2019-2023"], ["2019–2023"]],
    ["academy", [], []],
  ])("%s", (ranges, hyphened, dashed) => {
    expect(inner(hyphen, { base: "rtl", ranges })).toEqual(hyphened);
    expect(inner(dash, { base: "rtl", ranges })).toEqual(dashed);
    expect(inner("עלייה של 10%-15%", { base: "rtl", ranges })).toEqual(["10%-15%"]);
  });
  test("preserve keeps what every program shows after an Arabic letter", () => {
    expect(inner("في السنوات 2019-2023 فقط")).toEqual([]);
  });
});

describe("a line that is left to right", () => {
  test("keeps its own words, and isolates right-to-left ones", () => {
    expect(inner("The word דו״ח, 5 pages", { base: "ltr", ranges: "preserve" })).toEqual(["דו״ח"]);
    expect(inner("The book מלחמה ושלום 2 was", { base: "ltr", ranges: "preserve" })).toEqual(["מלחמה ושלום"]);
    expect(inner("C++ in 2019-2023, at -5%", { base: "ltr", ranges: "preserve" })).toEqual([]);
  });
});

describe("properties of any mixed text", () => {
  const runs = { numRuns: 20_000, seed: 3 };
  const LONE_SURROGATE = /\p{Surrogate}/u;
  const options = fc.record({
    base: fc.constantFrom("rtl" as const, "ltr" as const),
    ranges: fc.constantFrom("preserve" as const, "ltr" as const, "academy" as const),
  });

  test("the runs together are the text, in order and without gaps", () => {
    fc.assert(
      fc.property(mixedText, options, (text, how) => {
        const found = isolate(text, how);
        expect(found.map((run) => run.text).join("")).toBe(text);
        found.forEach((run, index) => {
          expect(run.start).toBe(found[index - 1]?.end ?? 0);
          expect(run.text).toBe(text.slice(run.start, run.end));
        });
      }),
      runs,
    );
  });

  test("stripping what was added gives the source back, and adding twice is adding once", () => {
    fc.assert(
      fc.property(mixedText, options, fc.constantFrom("marks" as const, "isolates" as const), (text, how, style) => {
        const set = withControls(isolate(text, how), style);
        expect(stripControls(set)).toBe(text);
        expect(withControls(isolate(stripControls(set), how), style)).toBe(set);
        expect(isBalanced(set)).toBe(true);
        expect(LONE_SURROGATE.test(set)).toBe(LONE_SURROGATE.test(text));
      }),
      runs,
    );
  });

  test("a run has one direction: its own letters, drawn in its own order", () => {
    fc.assert(
      fc.property(mixedText, options, (text, how) => {
        for (const run of isolate(text, how)) {
          if (run.dir === null) continue;
          const foreign = run.dir === "ltr" ? KIND.RTL : KIND.LTR;
          const address = /^(?:[a-z][a-z0-9+.-]*:|www\.)/i.test(run.text);
          for (let at = 0; at < run.text.length && !address; at += sizeAt(run.text, at)) {
            expect(kindAt(run.text, at)).not.toBe(foreign);
          }
          if (run.dir === "ltr" && !address) expect(visualOrder(run.text, "ltr")).toBe(run.text);
        }
      }),
      runs,
    );
  });
});

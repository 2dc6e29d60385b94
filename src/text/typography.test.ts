import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mixedText } from "./testing/mixed-text.ts";
import { applyEdits, revertEdits, TYPOGRAPHY_RULES, typographic, typographicSteps } from "./typography.ts";

/** One rule alone. */
function set(rule: string, text: string, ranges: "preserve" | "academy" = "preserve"): string {
  return typographic(text, { off: Object.keys(TYPOGRAPHY_RULES).filter((name) => name !== rule), ranges });
}
const unchanged = (rule: string, ...texts: string[]) =>
  test.each(texts)(`${rule} leaves %s`, (text) => expect(set(rule, text)).toBe(text));

describe("gershayim", () => {
  test.each([
    ['דו"ח', "דו״ח"],
    ['ח"כים', "ח״כים"],
    ['רמטכ"לים', "רמטכ״לים"],
    ['דו"חות של או"ם', "דו״חות של או״ם"],
    ['הארגון "דו"ח"', 'הארגון "דו״ח"'],
    ['תשפ"ד', "תשפ״ד"],
    ['מנכ"לית', "מנכ״לית"],
  ])("%s becomes %s", (typed, shown) => expect(set("gershayim", typed)).toBe(shown));
  unchanged("gershayim", 'ב"הארץ"', 'ה"פתרון" שלהם', 'ב"בית ספר"', 'ה"כות"', '"שלום"', '12" TV', 'ב"א"');
});

describe("geresh", () => {
  test.each([
    ["ג'ורג' וצ'רצ'יל", "ג׳ורג׳ וצ׳רצ׳יל"],
    ["עמ' 5", "עמ׳ 5"],
    ["מ' שמיר", "מ׳ שמיר"],
    ["כיתה ה', בניין ב'", "כיתה ה׳, בניין ב׳"],
  ])("%s becomes %s", (typed, shown) => expect(set("geresh", typed)).toBe(shown));
  unchanged("geresh", "'שלום'", "אמר 'כן' והלך", "don't");
});

describe("maqaf", () => {
  test.each([
    ["ב-DNA", "ב־DNA"],
    ["המאה ה-12", "המאה ה־12"],
    ["שב-2019", "שב־2019"],
    ["ל--5%", "ל־-5%"],
    ['ב-"The Times"', 'ב־"The Times"'],
    ["(ב-CNN)", "(ב־CNN)"],
  ])("%s becomes %s", (typed, shown) => expect(set("maqaf", typed)).toBe(shown));
  unchanged("maqaf", "בין-לאומי", 'ה-"מסיבה"', "שלום-5", "ל -5", "אב-2", 'נ"ב-5');
});

describe("dash", () => {
  test("between Hebrew words", () => expect(set("dash", "הממשלה - כך נמסר - תתכנס")).toBe("הממשלה – כך נמסר – תתכנס"));
  unchanged("dash", "- פריט", "5 - 3", "A - B", "בין-לאומי", "מאז 1967 - 1973");
  test("of a range under the Academy's policy", () => {
    expect(set("dash", "בשנים 2019-2023, עמ' 46-53", "academy")).toBe("בשנים 2019–2023, עמ' 46–53");
    expect(set("dash", "ב-2019-03-11, 03-640-0400, COVID-19, F-35", "academy")).toBe(
      "ב-2019-03-11, 03-640-0400, COVID-19, F-35",
    );
  });
});

describe("shekel", () => {
  test.each([
    ["1,250₪", "₪1,250"],
    ["עלות 1,250 ₪ לאדם", "עלות ₪1,250 לאדם"],
    ["-1,250₪", "-₪1,250"],
    ["50-70₪", "₪50-70"],
  ])("%s becomes %s", (typed, shown) => expect(set("shekel", typed)).toBe(shown));
  unchanged("shekel", "₪50", "5 מיליון ₪", "₪", "מחיר: ₪5 ₪6", "A5₪");
});

describe("spaces", () => {
  test.each([
    ["5 מיליון איש", "5\u00A0מיליון איש"],
    ["עמ׳ 5", "עמ׳\u00A05"],
    ['ד"ר כהן', 'ד"ר\u00A0כהן'],
    ["לפי סעיף 3 לחוק", "לפי סעיף\u00A03 לחוק"],
    ["ב-11 במרץ 2019", "ב-11\u00A0במרץ 2019"],
    ["א הוא", "א\u00A0הוא"],
    ["ולמר כהן", "ולמר\u00A0כהן"],
    ["שבסעיף 3", "שבסעיף\u00A03"],
    ['7 ק"מ', '7\u00A0ק"מ'],
  ])("%s", (typed, shown) => expect(set("spaces", typed)).toBe(shown));
  unchanged("spaces", "אפשר לומר שבין", "שומר על היעד", "שמר אמונים", "שלום עולם", "2019 היתה שנה", "מסעיף ליבי");
});

test("a rule is switched off by its name", () => {
  expect(typographic('ב-38 דו"חות', { off: ["maqaf", "spaces"] })).toBe("ב-38 דו״חות");
});

test("points are kept", () => {
  expect(typographic("שָׁלוֹם עֲלֵיכֶם")).toBe("שָׁלוֹם עֲלֵיכֶם");
});

describe("properties of any mixed text", () => {
  const runs = { numRuns: 20_000, seed: 3 };
  const policy = fc.constantFrom("preserve" as const, "ltr" as const, "academy" as const);

  test("setting twice is setting once", () => {
    fc.assert(
      fc.property(mixedText, policy, (text, ranges) => {
        const once = typographic(text, { ranges });
        expect(typographic(once, { ranges })).toBe(once);
      }),
      runs,
    );
  });

  test("every step leads back to the source", () => {
    fc.assert(
      fc.property(mixedText, policy, (text, ranges) => {
        const states = [text];
        const steps = typographicSteps(text, { ranges });
        for (const edits of steps) states.push(applyEdits(states.at(-1) ?? "", edits));
        for (let i = steps.length - 1; i >= 0; i--) {
          const back = revertEdits(states[i] ?? "", steps[i] ?? []);
          expect(applyEdits(states[i + 1] ?? "", back)).toBe(states[i]);
        }
      }),
      runs,
    );
  });
});

import { describe, expect, test } from "vitest";
import { buildIndex, fold, type Searchable } from "./find.ts";

const find = (slides: readonly Partial<Searchable>[], query: string) =>
  buildIndex(slides.map((slide) => ({ title: "", body: "", notes: "", ...slide })))(query);

describe("folding", () => {
  test.each([
    ["niqqud", "שָׁלוֹם", "שלום"],
    ["final letters", "ךםןףץ", "כמנפצ"],
    ["gershayim", "צה״ל", 'צה"ל'],
    ["gershayim left out", "צה״ל", "צהל"],
    ["geresh", "ג׳ורג׳", "ג'ורג'"],
    ["maqaf and hyphen", "בין־לאומי", "בין-לאומי"],
    ["maqaf and space", "בין־לאומי", "בין לאומי"],
    ["an en dash", "2003–2008", "2003-2008"],
    ["direction marks", "\u200Fשלום\u200E", "שלום"],
    ["presentation forms", "\uFB2Aלום", "שלום"],
    ["Yiddish digraphs", "ײד", "ייד"],
    ["Arabic vowels and alef", "إِيران", "ايران"],
    ["case", "OECD", "oecd"],
    ["accents", "Québec", "quebec"],
  ])("%s", (_, one, other) => {
    expect(fold(one).text).toBe(fold(other).text);
  });
  test("knows the place of every character that is left", () => {
    const { text, places } = fold("אָב־גד");
    expect(text).toBe("אב גד");
    expect(places).toEqual([0, 2, 3, 4, 5]);
  });
});

describe("search", () => {
  test("finds a slide by words that stand in different places of it", () => {
    expect(find([{ title: "הפסגה" }, { title: "הפסגה", body: "נכשלה בהאנוי" }], "האנוי פסגה")).toHaveLength(1);
  });
  test("puts slides whose title has it first", () => {
    const hits = find([{ body: "סנקציות" }, { title: "סנקציות" }, { notes: "סנקציות" }], "סנקציות");
    expect(hits.map(({ slide, field }) => [slide, field])).toEqual([
      [1, "title"],
      [0, "body"],
      [2, "notes"],
    ]);
  });
  test("marks the hit in the text as it is written", () => {
    const [hit] = find([{ body: "עמדת צה״ל בעניין" }], 'צה"ל');
    expect(hit?.excerpt).toEqual([
      { text: "עמדת ", hit: false },
      { text: "צה״ל", hit: true },
      { text: " בעניין", hit: false },
    ]);
  });
  test("a pointed word is marked with the points of its last letter", () => {
    const [hit] = find([{ body: "מִלָּה" }], "מלה");
    expect(hit?.excerpt).toEqual([{ text: "מִלָּה", hit: true }]);
  });
  test("cuts a long text around the hit", () => {
    const [hit] = find([{ body: `${"מילה ".repeat(100)}יעד${" סוף".repeat(100)}` }], "יעד");
    const text = hit?.excerpt.map((piece) => piece.text).join("") ?? "";
    expect(text.length).toBeLessThan(140);
    expect(text).toMatch(/^….*יעד.*…$/);
  });
  test.each(["", "  ", "״", "(", "[a-z", "\\"])("takes %j as text, never as a pattern", (query) => {
    expect(find([{ body: "(א) [ב] \\ ג" }], query).length).toBeLessThanOrEqual(1);
  });
});

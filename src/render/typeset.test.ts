import { describe, expect, test } from "vitest";
import { parse } from "../deck/parse.ts";
import type { Inline, Meta } from "../deck/types.ts";
import { setInlines } from "./typeset/line.ts";
import { removeIsolates } from "./typeset/remove.ts";
import { bold, code, link, META, sketch, text } from "./typeset/testing/line.ts";
import { plain, setPlain, typeset, unset } from "./typeset.ts";

const set = (inlines: readonly Inline[], meta: Partial<Meta> = {}) => setInlines(inlines, { ...META, ...meta });

describe("a run across borders", () => {
  test("a sign after a strong prefix", () => {
    expect(sketch(set([bold("ב", 2), text("-3.2%", 5)]))).toBe("*ב*־{3.2%}");
  });
  test("a strong number with its unit outside", () => {
    expect(sketch(set([text("של ", 0), bold("-3.2", 5), text("% השנה", 11)]))).toBe("של {*-3.2*%} השנה");
  });
  test("a strong word that ends inside a run is divided", () => {
    const line = set([bold("לפי RAND", 2), text(" Corporation היום", 12)]);
    expect(sketch(line)).toBe("*לפי *{*RAND* Corporation} היום");
    expect(removeIsolates(line)).toEqual([bold("לפי RAND", 2), text(" Corporation היום", 12)]);
  });
  test("a link is never divided", () => {
    expect(sketch(set([text("דוח ", 0), link("OECD", 5), text(" Outlook חדש", 30)]))).toBe("דוח {[OECD] Outlook} חדש");
    expect(sketch(set([link("דוח OECD", 1), text(" Outlook", 30)]))).toBe("[דוח {OECD}] {Outlook}");
  });
  test("pieces of code that a plus joins are read from left to right together", () => {
    const chord = sketch(set([text("הקישו ", 0), code("Ctrl", 7), text("+", 14), code("P", 16), text(" כאן", 20)]));
    expect(chord).toMatch(/^הקישו \{[^{}]*\+[^{}]*\} כאן$/);
  });
  test("code stands as an object of its own", () => {
    expect(sketch(set([text("הריצו ", 0), code("npm i", 7), text(" ב-Linux", 13)]))).toBe("הריצו `npm i` ב־{Linux}");
  });
});

describe("places", () => {
  test("parts of a text keep their own", () => {
    const [before, run, after] = set([text("קוד C++ טוב", 100)]);
    expect([before?.span, run?.span, after?.span]).toEqual([
      { start: 100, end: 104 },
      { start: 104, end: 107 },
      { start: 107, end: 111 },
    ]);
  });
  test("an edit that changes the length keeps the places of its neighbours", () => {
    const line = set([text("עלות 50 ₪ בלבד", 10)]);
    expect(sketch(line)).toBe("עלות {₪50} בלבד");
    expect(line.map(({ span }) => span)).toEqual([
      { start: 10, end: 15 },
      { start: 15, end: 19 },
      { start: 19, end: 24 },
    ]);
  });
  test("a text that is written with references points to all of it", () => {
    const written: Inline = { type: "text", text: "א & B", span: { start: 3, end: 13 } };
    expect(set([written]).every(({ span }) => span.start === 3 && span.end === 13)).toBe(true);
  });
});

describe("direction of a line", () => {
  test("a line with no letter of the deck's script is set in its own", () => {
    const [whole, ...rest] = set([text("To be, or not to be.", 0)]);
    expect(whole).toMatchObject({ type: "isolate", dir: "ltr", lang: "en", nowrap: false });
    expect(rest).toEqual([]);
  });
  test("a line of numbers keeps the deck's", () => {
    expect(sketch(set([text("11.3.2019", 0)]))).toBe("11.3.2019");
  });
  test("the first letter does not decide", () => {
    expect(sketch(set([text("OECD: דוח חדש", 0)]))).toBe("{OECD}: דוח חדש");
  });
  test("a Hebrew line in an English deck is right to left, with its own runs inside", () => {
    expect(sketch(set([text("ירד ל--3.2% בשנה", 0)], { lang: "en", dir: "ltr" }))).toBe("{ירד ל-{-3.2%} בשנה}");
  });
});

test("setting twice is setting once", () => {
  const once = set([text("עלייה של ", 0), bold("-3.2", 11), text('% ב-"The Times", 1,250 ₪', 17), link("OECD", 50)]);
  expect(set(once)).toEqual(once);
});

test("a line that is quiet is returned as it is, and only such a line", () => {
  for (const line of ["הממשלה תתכנס היום, כך נמסר.", "2019", "כותרת"]) {
    const inlines = [text(line, 0)];
    expect(set(inlines)).toBe(inlines);
  }
  expect(plain(set([text("למר כהן", 0)]), "none")).toBe("למר\u00A0כהן");
  expect(plain(set([text("א הוא", 0)]), "none")).toBe("א\u00A0הוא");
  expect(sketch(set([text("הממשלה", 0)], { lang: "en", dir: "ltr" }))).toBe("{הממשלה}");
});

test("switches and languages", () => {
  expect(plain(set([text('ב-38 דו"חות', 0)], { typographyOff: ["maqaf"] }), "none")).toBe("ב-38 דו״חות");
  expect(plain(set([text('ב-38 דו"חות', 0)], { lang: "ar" }), "none")).toBe('ב-38 דו"חות');
});

test("alternative text has marks, once", () => {
  const text = "---\ntitle: א\n---\n\n## ב\n\n![קוד C++ טוב](a.png)\n\nראו ![קוד C++](b.png) כאן\n";
  const deck = parse({ path: "a.md", text }).value;
  const once = typeset(deck).value;
  const alts = JSON.stringify(once).match(/(?<="alt":")[^"]*/g);
  expect(alts).toEqual(["קוד \u200F\u200EC++\u200E\u200F טוב", "קוד \u200F\u200EC++\u200E\u200F"]);
  expect(typeset(once).value).toEqual(once);
  expect(unset(once)).toEqual(deck);
});

test("plain text has marks, isolates, or nothing", () => {
  expect(setPlain("קוד C++", META)).toBe("קוד \u200F\u200EC++\u200E\u200F");
  expect(setPlain("קוד C++", META, "isolates")).toBe("קוד \u2066C++\u2069");
  expect(setPlain("קוד C++", META, "none")).toBe("קוד C++");
  const english: Meta = { ...META, lang: "en", dir: "ltr" };
  expect(setPlain("ירד ל--3.2% בשנה", english)).toBe("\u2067ירד ל-\u2066-3.2%\u2069 בשנה\u2069");
});

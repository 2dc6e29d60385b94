import { expect, test } from "vitest";
import { visualOrder } from "../../text/bidi.ts";
import { cellsOf, orderCells, turnBrackets } from "./order.ts";

/** A line as a PDF draws it: one glyph after the other from the left, words drawn by one operator each. */
function drawn(text: string): ReturnType<typeof orderCells> {
  let run = 0;
  const cells = [...visualOrder(text, "rtl")].map((character) => {
    if (character === " ") run++;
    return { text: character, bold: false, run, isMark: false };
  });
  return orderCells(cells, true);
}

test.each([
  "הפסגה השנייה הסתיימה בלי מסמך.",
  "בשנים 2003-2008 נערכו שיחות השש",
  "מחיר הדלק עלה ב-12.5% בתוך שנה",
  "הסתירה שביסוד ההתפרקות (denuclearization). כל צד",
  'גישת ה"מעלה-מטה" (top-down) נדחתה',
  "מערכת Windows 10 מתעדכנת",
  "הפרצה CVE-2021-44228 נסגרה",
  "בין 11:30 ל-12:45, ביום 4.6.2024",
  "ב-2019 NATO הודיע על כך",
  "סך ₪1,250 לחודש; 40% מהם מס",
  'לפי דו"ח ה-OECD (2021), השכר עלה',
  "חצי-האי הקוריאני [ראו עמ' 12]",
  "האם כך? כן! 'שיחות השש'…",
  "Google ו-Amazon חתמו",
  '1,234.56 ש"ח, 3/4, 12:30, 050-1234567, וגם user@example.com',
  "ואת התקן EN 301 549 v3.2.1, סעיף 9.1.",
  "לפי OECD 2023 ב-54 מדינות",
])("a drawn line is read in its logical order: %s", (text) => {
  expect(drawn(text).text).toBe(text);
});

test("a left-to-right line keeps its order, and Hebrew in it is turned", () => {
  const cells = [...visualOrder("The word שלום עולם means peace", "ltr")].map((text) => ({
    text,
    bold: false,
    run: 0,
    isMark: false,
  }));
  expect(orderCells(cells, false).text).toBe("The word שלום עולם means peace");
});

test("brackets are turned by the spaces around them", () => {
  expect(turnBrackets("סנקציות )בפועל( של")).toBe("סנקציות (בפועל) של");
  expect(turnBrackets("f(x) + g[1]")).toBe("f(x) + g[1]");
  expect(turnBrackets("(א) (ב)")).toBe("(א) (ב)");
});

const glyph = (text: string, x0: number, x1: number, more: object = {}) => ({
  text,
  x0,
  x1,
  y: 100,
  size: 10,
  bold: false,
  run: 1,
  order: x0,
  ...more,
});

test("gaps become spaces, and combining marks go to the letter that they are drawn on", () => {
  const cells = cellsOf(
    [
      glyph("ם", 0, 5),
      glyph("ו", 5, 8),
      glyph("ל", 8, 12),
      glyph("\u05b8", 11.5, 11.5),
      glyph("ש", 12, 18),
      glyph("א", 22, 28),
    ],
    100,
    10,
  );
  expect(cells.map(({ text }) => text)).toEqual(["ם", "ו", "ל", "ש\u05b8", " ", "א"]);
});

test("a writer in logical order draws the mark after its letter", () => {
  const cells = cellsOf(
    [glyph("א", 20, 28, { order: 1 }), glyph("\u05b8", 20, 20, { order: 2 }), glyph("ב", 12, 20, { order: 3 })],
    100,
    10,
  );
  expect(cells.map(({ text }) => text)).toEqual(["ב", "א\u05b8"]);
});

test("small raised figures are marks of footnotes, and no text", () => {
  const cells = cellsOf([glyph("1", 0, 3, { size: 6, y: 96 }), glyph(".", 3, 5), glyph("א", 5, 10)], 100, 10);
  const { text, marks } = orderCells(cells, true);
  expect(text).toBe("א.");
  expect(marks).toEqual([{ at: 2, id: "1" }]);
});

test("presentation forms are written with their letters", () => {
  expect(cellsOf([glyph("\ufb2a", 0, 5)], 100, 10)[0]?.text).toBe("\u05e9\u05c1");
});

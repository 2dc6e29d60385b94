import fc from "fast-check";
import { expect, test } from "vitest";
import {
  duplicateSlide,
  insertSlide,
  moveSlide,
  readNotesSource,
  readSlide,
  removeSlide,
  replaceNotes,
  replaceSlide,
  setHidden,
  setMinutes,
} from "./edit.ts";
import { setFrontMatterKey } from "./edit-meta.ts";
import { parse } from "./parse.ts";
import { blockTexts, plainText } from "./plain.ts";
import { serialize } from "./serialize.ts";
import { applyEdits } from "./shape.ts";
import { toSource } from "./source.ts";
import { arbitraryDeck } from "./testing.ts";
import type { Slide } from "./types.ts";

const DECK = `---
# הערה של הכותב
title: א   # עוד הערה
---

שער

# חלק

## ראשונה {.points}

- נקודה

Note: מה שנאמר

## שנייה

---

בלי כותרת

## אחרונה
סוף`;

function slides(text: string): readonly Slide[] {
  return parse(toSource(text, "x.md")).value.slides;
}
function titled(text: string, title: string): Slide {
  return slides(text).find((slide) => plainText(slide.title) === title)!;
}
const titles = (text: string): readonly string[] => slides(text).map(({ title }) => plainText(title));

test("a slide is read and replaced without what stands around it", () => {
  const slide = titled(DECK, "שנייה");
  expect(readSlide(DECK, slide)).toBe("## שנייה");
  expect(replaceSlide(DECK, slide, "## אחרת\n\nטקסט\n\n")).toBe(DECK.replace("## שנייה\n", "## אחרת\n\nטקסט\n"));
  expect(readSlide(DECK, slides(DECK)[0]!)).toBe("שער");
  expect(replaceSlide(DECK, slides(DECK)[0]!, "שער אחר")).toBe(DECK.replace("שער", "שער אחר"));
});

test("a slide is inserted before another, at the end, and never before the cover", () => {
  const added = insertSlide(DECK, titled(DECK, "שנייה"), "## חדשה\n");
  expect(added).toBe(DECK.replace("## שנייה", "## חדשה\n\n## שנייה"));
  expect(insertSlide(DECK, null, "## חדשה")).toBe(`${DECK}\n\n## חדשה\n`);
  expect(titles(insertSlide(DECK, slides(DECK)[0]!, "## חדשה")).slice(0, 3)).toEqual(["א", "חדשה", "חלק"]);
  expect(titles(insertSlide("", null, "---\n\nא"))).toEqual([""]);
});

test("a slide is removed, moved and copied whole", () => {
  expect(removeSlide(DECK, titled(DECK, "שנייה"))).toBe(DECK.replace("## שנייה\n\n", ""));
  const moved = moveSlide(DECK, titled(DECK, "ראשונה"), null);
  expect(titles(moved)).toEqual(["א", "חלק", "שנייה", "", "אחרונה", "ראשונה"]);
  expect(blockTexts(titled(moved, "ראשונה").notes.blocks)).toEqual(["מה שנאמר"]);
  expect(titles(moveSlide(DECK, titled(DECK, "אחרונה"), titled(DECK, "ראשונה")))).toEqual([
    "א",
    "חלק",
    "אחרונה",
    "ראשונה",
    "שנייה",
    "",
  ]);
  expect(moveSlide(DECK, slides(DECK)[0]!, null)).toBe(DECK);
  expect(moveSlide(DECK, titled(DECK, "שנייה"), titled(DECK, "שנייה"))).toBe(DECK);
  expect(titles(duplicateSlide(DECK, titled(DECK, "ראשונה"))).slice(1, 5)).toEqual([
    "חלק",
    "ראשונה",
    "ראשונה",
    "שנייה",
  ]);
  expect(duplicateSlide("## א {#x}\n", titled("## א {#x}\n", "א"))).toBe("## א {#x}\n\n## א\n");
});

test("a slide that was last leaves no blank line at the end of the file, and every other byte as it was", () => {
  const text = "\uFEFF---\r\ntitle: א\r\n---\r\n\r\n## ב  \r\n\r\n- ג  \r\n \r\n\r\n## ד\r\n\r\nה\r\n";
  const [kept] = text.split(" \r\n\r\n## ד") as [string];
  expect(removeSlide(text, titled(text, "ד"))).toBe(kept);
  expect(moveSlide(text, titled(text, "ד"), titled(text, "ב"))).toBe(kept.replace("## ב", "## ד\r\n\r\nה\r\n\r\n## ב"));
  expect(removeSlide("## א\n\n## ב", titled("## א\n\n## ב", "ב"))).toBe("## א\n");
  expect(removeSlide("\n\n## א\n", titled("\n\n## א\n", "א"))).toBe("\n\n");
});

test("hiding is a word on the heading, in the language of what stands there", () => {
  const hide = (text: string): string => setHidden(text, slides(text)[0]!, true);
  const show = (text: string): string => setHidden(text, slides(text)[0]!, false);
  expect(hide("## א\nב")).toBe("## א {.hidden}\nב");
  expect(hide("## א {.quote}\nב")).toBe("## א {.quote .hidden}\nב");
  expect(hide("## א {.ציטוט}\nב")).toBe("## א {.ציטוט .מוסתר}\nב");
  expect(hide("##\nב")).toBe("## {.hidden}\nב");
  expect(hide("\n---\nב")).toBe("\n## {.hidden}\nב");
  expect(show("## א {.hidden}\nב")).toBe("## א\nב");
  expect(show("## א {.מוסתר minutes=2}\nב")).toBe("## א {minutes=2}\nב");
  expect(show("## א {minutes=2  .hidden}\nב")).toBe("## א {minutes=2}\nב");
  expect(show("## א\nב")).toBe("## א\nב");
});

test("minutes are written, changed and taken off", () => {
  const set = (text: string, minutes: number | null): string => setMinutes(text, slides(text)[0]!, minutes);
  expect(set("## א\nב", 2.5)).toBe("## א {minutes=2.5}\nב");
  expect(set("## א {דקות=2 .quote}\nב", 3)).toBe("## א {דקות=3 .quote}\nב");
  expect(set("## א {minutes=2 .quote}\nב", null)).toBe("## א {.quote}\nב");
  expect(set("## א\nב", null)).toBe("## א\nב");
});

test.each([
  ["## א\n\nגוף\n\n::: notes\nישן\n:::\n\n## ב", "## א\n\nגוף\n\n::: notes\nחדש\n:::\n\n## ב"],
  ["## א\n\nגוף\n\nהערות: ישן\n\n## ב", "## א\n\nגוף\n\nהערות: חדש\n\n## ב"],
  ["## א\nגוף\n<!-- ישן -->\n## ב", "## א\nגוף\n<!-- חדש -->\n## ב"],
  ["## א\n\nגוף\n\n## ב", "## א\n\nגוף\n\n::: notes\nחדש\n:::\n\n## ב"],
  ["## א", "## א\n\n::: notes\nחדש\n:::\n"],
  ["## א\n::: notes\n:::\n## ב", "## א\n::: notes\nחדש\n:::\n## ב"],
  ["## א\nNote:\n## ב", "## א\nNote: חדש\n## ב"],
  ["## א\n\n::: notes\nאחת\n:::\n\nגוף\n\n::: notes\nשתיים\n:::\n\n## ב", "## א\n\n::: notes\nחדש\n:::\n\nגוף\n\n## ב"],
])("notes of %j become %j", (text, expected) => {
  const edited = replaceNotes(text, slides(text)[0]!, "חדש");
  expect(edited).toBe(expected);
  expect(readNotesSource(edited, slides(edited)[0]!)).toBe("חדש");
  expect(blockTexts(slides(edited)[0]!.notes.blocks)).toEqual(["חדש"]);
});

test("emptied notes go, and notes cannot become slides or close themselves", () => {
  const text = "## א\n\nגוף\n\n::: notes\nישן\n:::\n\n## ב";
  expect(replaceNotes(text, slides(text)[0]!, " ")).toBe("## א\n\nגוף\n\n## ב");
  const edited = replaceNotes(text, slides(text)[0]!, "א\n\n## לא שקופית\n\n---\n\n:::\n\nסוף");
  expect(titles(edited)).toEqual(["א", "ב"]);
  expect(blockTexts(slides(edited)[0]!.notes.blocks)).toEqual(["א", "## לא שקופית", "---", ":::", "סוף"]);
  const comment = "## א\n<!-- ישן -->\n";
  expect(blockTexts(slides(replaceNotes(comment, slides(comment)[0]!, "a --> b"))[0]!.notes.blocks)).toEqual([
    "a --> b",
  ]);
});

test("a key of the front matter is set in its place; comments and order stay", () => {
  expect(setFrontMatterKey(DECK, "title", "ב: ג")).toBe(DECK.replace("title: א ", 'title: "ב: ג" '));
  expect(setFrontMatterKey(DECK, "duration", 20)).toBe(DECK.replace("---\n\nשער", "duration: 20\n---\n\nשער"));
  expect(setFrontMatterKey(DECK, "title", null)).toBe(DECK.replace("title: א   # עוד הערה\n", ""));
  expect(setFrontMatterKey("## א", "duration", 5)).toBe("---\nduration: 5\n---\n\n## א");
  expect(setFrontMatterKey("---\nכותרת: א\n---\n", "footer", "ב")).toBe("---\nכותרת: א\nכותרת תחתונה: ב\n---\n");
  expect(setFrontMatterKey("---\nduration:\ntitle: א\n---\n", "duration", 5)).toBe("---\nduration: 5\ntitle: א\n---\n");
  const list = "---\nauthors:\n  - א\n  - ב\ntitle: ג\n---\n";
  const edited = setFrontMatterKey(list, "authors", ["ד"]);
  expect(parse(toSource(edited, "x.md")).value.meta).toMatchObject({ authors: ["ד"], title: "ג" });
  expect(setFrontMatterKey(list, "authors", null)).toBe("---\ntitle: ג\n---\n");
});

test("a byte order mark and line ends stay as they were, also mixed, and new lines get the file's", () => {
  const text = "\uFEFF## א\r\n\r\nב\n\r\n## ג\r\nד\r\n";
  expect(setHidden(text, titled(text, "ג"), true)).toBe("\uFEFF## א\r\n\r\nב\n\r\n## ג {.hidden}\r\nד\r\n");
  expect(replaceNotes(text, titled(text, "א"), "ה")).toBe(
    "\uFEFF## א\r\n\r\nב\r\n\r\n::: notes\r\nה\r\n:::\n\r\n## ג\r\nד\r\n",
  );
  expect(() =>
    applyEdits("abc", [
      { start: 0, end: 2, text: "" },
      { start: 1, end: 3, text: "" },
    ]),
  ).toThrow(RangeError);
});

test("what an edit is not about stays byte for byte", () => {
  const edits = [
    (text: string, slide: Slide) => replaceNotes(text, slide, "הערה חדשה"),
    (text: string, slide: Slide) => setHidden(text, slide, !slide.hidden),
    (text: string, slide: Slide) => setMinutes(text, slide, 7),
    (text: string, slide: Slide) => replaceSlide(text, slide, "## אחרת"),
    removeSlide,
  ];
  fc.assert(
    fc.property(arbitraryDeck, fc.nat(), fc.nat({ max: edits.length - 1 }), fc.boolean(), (deck, pick, which, crlf) => {
      const plain = serialize(deck);
      const text = crlf ? plain.replaceAll("\n", "\r\n") : plain;
      const found = slides(text).slice(1);
      if (found.length === 0) return;
      const slide = found[pick % found.length]!;
      const edited = toSource(edits[which]!(text, slide), "x.md").text;
      const before = plain.slice(0, slide.span.start);
      const isLast = slide.span.end === plain.length && edits[which] === removeSlide;
      expect(edited.startsWith(isLast ? before.trimEnd() : before)).toBe(true);
      expect(edited.endsWith(plain.slice(slide.span.end))).toBe(true);
    }),
    { numRuns: 80 },
  );
});

test("a slide of other text is refused", () => {
  expect(() => readSlide("## א", { span: { start: 17, end: 20 } })).toThrow(RangeError);
});

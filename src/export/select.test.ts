import { describe, expect, it } from "vitest";
import { forAudience } from "../deck/audience.ts";
import { plainText } from "../deck/plain.ts";
import { hasNotes, selectSlides } from "./select.ts";
import { deckOf } from "./testing.ts";

const DECK = deckOf(`---
title: שער
---

# א: רקע

## אחת

Note:
סוד.

## שתיים {.hidden}

# ב: צה"ל והמסקנה

## שלוש

## סוף {.end}

## גיבוי
`);
const ALL = { range: "", part: "", hidden: false };

function titles(selection: Partial<typeof ALL>): unknown {
  const selected = selectSlides(DECK, { ...ALL, ...selection });
  return "problem" in selected ? selected : selected.slides.map(({ title }) => plainText(title));
}

describe("selectSlides", () => {
  it("takes everything but hidden slides, and those when asked", () => {
    expect(titles({})).toEqual(["שער", "א: רקע", "אחת", "ב: צה״ל והמסקנה", "שלוש", "סוף", "גיבוי"]);
    expect(titles({ hidden: true })).toContain("שתיים");
  });

  it("counts pages as the slides show them, and takes ranges backwards, too", () => {
    expect(titles({ range: "1,3-4" })).toEqual(["שער", "אחת", "ב: צה״ל והמסקנה"]);
    expect(titles({ range: "4-3" })).toEqual(["אחת", "ב: צה״ל והמסקנה"]);
    expect(titles({ range: "7" })).toEqual(["גיבוי"]);
  });

  it("says what is wrong with a range", () => {
    expect(titles({ range: "8" })).toEqual({ problem: "page", page: 8, last: 7 });
    for (const range of ["a", "1-", "0", "1,,2", "-3"])
      expect(titles({ range })).toEqual({ problem: "range", text: range });
  });

  it("finds a part by number, by title, by a piece of it, whatever the quotation marks", () => {
    for (const part of ["2", 'ב: צה"ל והמסקנה', 'צה"ל', "המסקנה"]) {
      expect(titles({ part })).toEqual(["ב: צה״ל והמסקנה", "שלוש", "סוף", "גיבוי"]);
    }
    expect(titles({ part: "ג" })).toMatchObject({ problem: "part" });
  });
});

/** A file for others: hidden slides may be in it, notes not. */
const FILE = { notes: false, hidden: true };

describe("a deck for a file without notes", () => {
  it("leaves nothing of them in the deck", () => {
    expect(hasNotes(DECK)).toBe(true);
    const bare = forAudience(DECK, FILE);
    expect(hasNotes(bare)).toBe(false);
    expect(JSON.stringify(bare)).not.toContain("סוד");
    expect(forAudience(bare, FILE)).toEqual(bare);
  });
});

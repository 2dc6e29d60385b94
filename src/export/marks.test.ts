import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryDeck } from "../deck/testing.ts";
import { typeset } from "../render/typeset.ts";
import { visualOrder } from "../text/bidi.ts";
import { bareText, isolateMarks, markedText, stripMarks } from "./marks.ts";
import { deckOf } from "./testing.ts";

describe("markedText", () => {
  it("keeps a run of English and its signs together in a Hebrew line", () => {
    const [, slide] = deckOf("---\ntitle: א\n---\n\n## תשתית .NET חדשה\n").slides;
    const marked = markedText(slide!.title, "rtl");
    expect(marked).toBe("תשתית \u200f\u200e.NET\u200e\u200f חדשה");
    expect(visualOrder(marked, "rtl")).toContain(".NET");
    expect(visualOrder(stripMarks(marked), "rtl")).not.toContain(".NET");
  });

  it("adds nothing but marks", () => {
    fc.assert(
      fc.property(arbitraryDeck, (random) => {
        for (const { title } of typeset(random).value.slides) {
          const shown = stripMarks(markedText(title, random.meta.dir)).replace(/\[\d+\]/g, "");
          expect(shown).toBe(stripMarks(bareText(title)).replace(/\[\d+\]/g, ""));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("opens and closes nothing where the direction stays", () => {
    expect(isolateMarks("rtl", "rtl")).toEqual({ open: "", close: "" });
    expect(isolateMarks("ltr", "rtl")).toEqual({ open: "\u200e\u200f", close: "\u200f\u200e" });
  });
});

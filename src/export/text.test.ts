import { describe, expect, it } from "vitest";
import { forAudience } from "../deck/audience.ts";
import { stripMarks } from "./marks.ts";
import { deckOf, SAMPLE } from "./testing.ts";
import { writeOutline, writeScript } from "./text.ts";

describe("writeOutline", () => {
  const deck = deckOf(SAMPLE);

  it("tells every slide with its page and its text", async () => {
    await expect(stripMarks(writeOutline(deck, { notes: true }))).toMatchFileSnapshot("fixtures/golden/outline.txt");
  });

  it("holds no word of the notes unless they are asked for", () => {
    expect(writeOutline(deck, { notes: true })).toContain("GDP");
    expect(writeOutline(forAudience(deck, { notes: false, hidden: true }), { notes: false })).not.toContain("GDP");
  });
});

describe("writeScript", () => {
  it("gives the notes slide by slide, and a heading where there are none", () => {
    const script = stripMarks(
      writeScript(deckOf("---\ntitle: א\n---\n\n## ראשונה {minutes=2}\n\nNote:\nשלום.\n\n## שנייה\n")),
    );
    expect(script).toBe("א\n\n1. א\n\n2. ראשונה (שתי דקות)\nשלום.\n\n3. שנייה\n");
  });
});

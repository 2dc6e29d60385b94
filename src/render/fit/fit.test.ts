import { describe, expect, test } from "vitest";
import type { Deck } from "../../deck/types.ts";
import type { FaceMetrics } from "../fonts/face.ts";
import { deckOf, ourTemplates } from "../testing.ts";
import { readTheme } from "../theme.ts";
import { type Fit, fitSlides } from "./fit.ts";

/** Faces in which every character is half an em wide: enough to tell more text from less. */
const fonts: readonly FaceMetrics[] = ["Frank Ruhl Libre", "Heebo"].map((family) => ({
  family,
  weight: 400,
  ascent: 900,
  descent: 300,
  widths: Object.fromEntries(Array.from({ length: 0x600 }, (_, code) => [String.fromCharCode(code), 500])),
}));
const options = { theme: readTheme("mabat", ourTemplates), fonts, path: "slides/test.md", lang: "he" } as const;
const fitOf = (markdown: string): Fit => {
  const deck: Deck = deckOf(markdown);
  const slide = deck.slides.at(-1);
  if (slide === undefined) throw new Error("The deck has no slide.");
  return fitSlides(deck, options).value(slide);
};
const points = (count: number, words = 6): string =>
  `## כותרת\n\n${`- ${Array.from({ length: words }, () => "מילה").join(" ")}\n`.repeat(count)}`;

describe("text", () => {
  test("that has room is set in the largest size", () => {
    expect(fitOf(points(3))).toEqual({ density: 0, title: 0, overflow: 0 });
  });

  test("goes down in size as it grows, and never up again", () => {
    const densities = [2, 4, 6, 7, 8, 9, 10].map((count) => fitOf(points(count)).density);
    expect(densities).toEqual([...densities].sort());
    expect(densities.at(-1)).toBe(3);
  });

  test("beyond the smallest size is told with the slide's heading", () => {
    const source = `---\ntitle: מצגת\n---\n\n${points(30)}`;
    const [found, ...others] = fitSlides(deckOf(source), options).diagnostics;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "layout/overflow", severity: "warning", path: "slides/test.md" });
    expect(source.slice(found?.span?.start, found?.span?.end)).toBe("## כותרת");
  });

  test("has less room below a marking", () => {
    const dense = [4, 5, 6, 7, 8, 9].map((count) => fitOf(points(count)).density);
    const marked = [4, 5, 6, 7, 8, 9].map(
      (count) => fitOf(`---\ntitle: מצגת\nmarking: סודי\n---\n\n${points(count)}`).density,
    );
    expect(marked.some((density, i) => density > (dense[i] ?? 0))).toBe(true);
  });
});

describe("a title", () => {
  test("that is long goes down in size until it stands in two lines", () => {
    const title = (words: number): string => `## ${Array.from({ length: words }, () => "מילים").join(" ")}\n`;
    expect(fitOf(title(6)).title).toBe(0);
    expect(fitOf(title(14)).title).toBeGreaterThan(0);
  });
});

test("a table column is never narrower than its longest word", () => {
  const table = (letters: number): string =>
    `## טבלה\n\n| ${"א".repeat(letters)} | ב |\n| :-- | :-- |\n| ג | ${"דגל ".repeat(20)} |\n`;
  expect(fitOf(table(30)).overflow).toBe(0);
  expect(fitOf(table(100)).overflow).toBeGreaterThan(0);
});

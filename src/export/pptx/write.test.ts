import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockTexts, plainText } from "../../deck/plain.ts";
import { arbitraryDeck } from "../../deck/testing.ts";
import type { Deck } from "../../deck/types.ts";
import { typeset } from "../../render/typeset.ts";
import { deckOf, normal, PNG, partsOf, pptxFill, readPptx, relationsOf, SAMPLE, themeOf, xmlOf } from "../testing.ts";
import { findAll, findFirst, readXml } from "../xml-read.ts";
import { type PptxOptions, writePptx } from "./write.ts";

const OPTIONS: PptxOptions = {
  path: "test.md",
  lang: "he",
  fill: pptxFill(),
  pictures: new Map([["picture.png", PNG]]),
  theme: themeOf("mabat"),
  notes: true,
};

function write(deck: Deck, change: Partial<PptxOptions> = {}): Uint8Array {
  return writePptx(deck, { ...OPTIONS, ...change }).value;
}

describe("writePptx", () => {
  const deck = deckOf(SAMPLE);
  const bytes = write(deck);
  const parts = partsOf(bytes);
  const slidePaths = [...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));

  it("holds the deck's text in reading order, slide by slide", () => {
    const slides = readPptx(bytes);
    expect(slides.map(({ title }) => title)).toEqual(deck.slides.map(({ title }) => normal(plainText(title))));
    for (const [at, { body }] of deck.slides.entries())
      expectInOrder(slides[at]?.texts ?? [], wordsOf(blockTexts(body)));
  });

  it("holds the notes as paragraphs of their own, and none where they are not asked for", () => {
    const expected = deck.slides.map(({ notes }) => blockTexts(notes.blocks).map(normal));
    expect(readPptx(bytes).map(({ notes }) => notes)).toEqual(expected);
    const without = [...partsOf(write(deck, { notes: false })).values()].join("\n");
    for (const note of expected.flat()) expect(without).not.toContain(note);
  });

  it("runs every paragraph of a Hebrew deck from the right, code apart, from the master down", () => {
    for (const [path, xml] of parts) {
      if (!/^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+\.xml$/.test(path)) continue;
      for (const paragraph of findAll(readXml(xml)!, "a:p")) {
        const [first, ...rest] = paragraph.children;
        expect(first?.name, path).toBe("a:pPr");
        expect(rest.some(({ name }) => name === "a:pPr")).toBe(false);
        const isCode = findAll(paragraph, "a:latin").some(
          ({ attributes }) => attributes.get("typeface") === "Consolas",
        );
        if (!isCode)
          expect(first?.attributes.get("rtl"), `${path}: ${findAll(paragraph, "a:t").map(({ text }) => text)}`).toBe(
            "1",
          );
      }
      for (const level of findAll(readXml(xml)!, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `a:lvl${n}pPr`))) {
        expect(level.attributes.get("rtl"), path).toBe("1");
      }
    }
  });

  it("says the language of every run", () => {
    const xml = slidePaths.map((path) => parts.get(path)).join("");
    expect(xml).toMatch(/<a:rPr lang="he-IL"/);
    expect(xml).toMatch(/<a:rPr lang="en-US"[^>]*\/><a:t>\u200f\u200e\.NET\u200e\u200f<\/a:t>/);
    expect(xml.match(/<a:rPr /g)?.length).toBe(xml.match(/<a:rPr lang="/g)?.length);
  });

  it("gives every slide a title and a body from its layout", () => {
    for (const [at, path] of slidePaths.entries()) {
      const slide = xmlOf(parts, path);
      const layout = [...relationsOf(parts, path).values()].find(({ type }) => type.endsWith("/slideLayout"));
      const known = holders(xmlOf(parts, layout?.path ?? ""));
      const used = holders(slide);
      expect(
        used.some((holder) => /^(?:title|ctrTitle)\//.test(holder)),
        path,
      ).toBe(true);
      expect(
        used.filter((holder) => !known.includes(holder)),
        path,
      ).toEqual([]);
      const hasBody =
        deck.slides[at]?.layout === "part" || used.some((holder) => /^(?:body|subTitle|pic|tbl)\//.test(holder));
      expect(hasBody, path).toBe(true);
    }
  });

  it("writes a native table from the right with a header row", () => {
    const table = slidePaths.flatMap((path) => findAll(xmlOf(parts, path), "a:tbl"))[0]!;
    expect(Object.fromEntries(findFirst(table, "a:tblPr")!.attributes)).toMatchObject({ rtl: "1", firstRow: "1" });
    expect(
      findAll(table, "a:t")
        .slice(0, 3)
        .map(({ text }) => text),
    ).toEqual(["מחוז", "2018", "2019"]);
  });

  it("shows the marking in the same colours on every slide, on posters that map the theme's colours anew, too", () => {
    for (const [theme, ground] of [
      ["mabat", "dk1"],
      ["laila", "accent6"],
      ["nagish", "dk1"],
    ] as const) {
      const marked = partsOf(write(deckOf("---\nסימון: לשימוש פנימי\n---\n\n# חלק\n"), { theme: themeOf(theme) }));
      const master = xmlOf(marked, "ppt/slideMasters/slideMaster1.xml");
      const bands = findAll(master, "p:sp").filter((shape) => findFirst(shape, "a:t")?.text === "לשימוש פנימי");
      const colors = bands.map((band) => findAll(band, "a:schemeClr").map(({ attributes }) => attributes.get("val")));
      expect(colors, theme).toEqual([
        [ground, "lt1"],
        [ground, "lt1"],
      ]);
    }
  });

  it("hangs a mark beside a quote that is no text of the slide, and sets who said it below the quote's level", () => {
    const slide = xmlOf(
      partsOf(write(deckOf("---\ntitle: א\n---\n\n## א {.quote}\n\n> מילים.\n>\n> -- דנה\n"))),
      "ppt/slides/slide2.xml",
    );
    const marks = findAll(slide, "p:sp").filter((shape) => findFirst(shape, "adec:decorative") !== null);
    expect(marks.flatMap((mark) => findAll(mark, "a:t").map(({ text }) => text))).toEqual(["„"]);
    const body = findAll(slide, "p:sp").find((shape) => findFirst(shape, "a:t")?.text === "מילים.")!;
    const levels = findAll(body, "a:pPr").map(({ attributes }) => attributes.get("lvl") ?? "0");
    expect(levels).toEqual(["0", "1"]);
  });

  it("says a slide without a title that is one paragraph large, in the middle", () => {
    const read = (markdown: string) => xmlOf(partsOf(write(deckOf(markdown))), "ppt/slides/slide2.xml");
    const bodyOf = (markdown: string) =>
      findAll(read(markdown), "p:sp").find((shape) => findFirst(shape, "a:t")?.text === "הפסקה.")!;
    const statement = bodyOf("---\ntitle: א\n---\n\n---\n\nהפסקה.\n");
    expect(findFirst(statement, "a:bodyPr")?.attributes.get("anchor")).toBe("ctr");
    expect(findFirst(statement, "a:latin")?.attributes.get("typeface")).toBe("+mj-lt");
    expect(findFirst(bodyOf("---\ntitle: א\n---\n\n## כותרת\n\nהפסקה.\n"), "a:latin")).toBeNull();
  });

  it("reveals steps by clicks", () => {
    const points = slidePaths.map((path) => xmlOf(parts, path)).find((slide) => findFirst(slide, "p:timing") !== null)!;
    const clicks = findAll(points, "p:cTn").filter(({ attributes }) => attributes.get("nodeType") === "clickEffect");
    expect(clicks).toHaveLength(3);
    const ids = findAll(points, "p:cTn").map(({ attributes }) => attributes.get("id"));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("hides hidden slides, links inside and outside, numbers in Hebrew letters, and describes pictures", () => {
    expect(
      readPptx(bytes)
        .filter(({ hidden }) => hidden)
        .map(({ title }) => title),
    ).toEqual(["שקופית מוסתרת"]);
    const relations = [...parts]
      .filter(([path]) => path.includes("slides/_rels/"))
      .map(([, xml]) => xml)
      .join("");
    expect(relations).toContain('Target="https://example.org/a?b&#x3D;1&amp;c&#x3D;2" TargetMode="External"');
    const xml = slidePaths.map((path) => parts.get(path)).join("");
    expect(xml).toContain('action="ppaction://hlinksldjump"');
    expect(xml).toContain('<a:buAutoNum type="hebrew2Minus"/>');
    expect(xml).toContain('descr="תיאור התמונה"');
  });

  it("goes on counting behind a paragraph that has no number", () => {
    const list = partsOf(write(deckOf("---\ntitle: א\n---\n\n## ב\n\n1. אחת\n\n   עוד עליה\n\n2. שתיים\n\n3. שלוש\n")));
    const marks = findAll(xmlOf(list, "ppt/slides/slide2.xml"), "a:buAutoNum").map(({ attributes }) =>
      attributes.get("startAt"),
    );
    expect(marks).toEqual([undefined, "2", "2"]);
  });

  it("puts the marking into the master, and the deck's names into its properties", () => {
    const banners = findAll(xmlOf(parts, "ppt/slideMasters/slideMaster1.xml"), "a:t").filter(
      ({ text }) => text === "לשימוש פנימי",
    );
    expect(banners).toHaveLength(2);
    expect(parts.get("docProps/core.xml")).toContain("<dc:title>החורף הבא</dc:title>");
    expect(parts.get("docProps/core.xml")).toContain(
      "<dc:creator>דנה כהן; יוסי לוי</dc:creator><cp:category>מבט על</cp:category><dc:language>he-IL</dc:language>",
    );
  });

  it("marks by the Traffic Light Protocol in its own colours, read from the left", () => {
    const marked = partsOf(write(deckOf("---\ntitle: א\nmarking: tlp:amber+strict\n---\n")));
    const banner = marked.get("ppt/slideMasters/slideMaster1.xml") ?? "";
    expect(banner).toContain('<a:srgbClr val="FFC000"/>');
    expect(banner).toContain("\u200f\u200eTLP:AMBER+STRICT\u200e\u200f");
  });

  it("gives the same bytes for the same deck", () => {
    expect(write(deckOf(SAMPLE))).toEqual(bytes);
  });

  it("writes the parts that the golden files show", async () => {
    const [small] = [deckOf("---\ntitle: קטן\n---\n\n## שתי שורות\n\n- אחת\n- שתיים לפי GDP\n\nNote:\nהערה.\n")];
    const golden = partsOf(write(small));
    for (const path of [
      "ppt/presentation.xml",
      "ppt/slides/slide2.xml",
      "ppt/notesSlides/notesSlide2.xml",
      "ppt/slideMasters/slideMaster1.xml",
      "ppt/slideLayouts/slideLayout5.xml",
      "ppt/theme/theme1.xml",
      "ppt/notesMasters/notesMaster1.xml",
      "[Content_Types].xml",
    ]) {
      const name = path.replace(/[[\]]/g, "").replaceAll("/", "-");
      await expect(golden.get(path)).toMatchFileSnapshot(`../fixtures/golden/${name}`);
    }
  });

  it("turns with the language: an English deck runs from the left", () => {
    const english = partsOf(
      write(deckOf("---\ntitle: Small\nlang: en\n---\n\n## One\n\n- first\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")),
    );
    const xml = [...english]
      .filter(([path]) => path.startsWith("ppt/"))
      .map(([, text]) => text)
      .join("");
    expect(xml).not.toMatch(/rtl="1"/);
    expect(xml).toContain('algn="l" rtl="0"');
  });

  it("writes well-formed parts with unique ids and no dangling relationship, whatever the deck", () => {
    fc.assert(
      fc.property(arbitraryDeck, (random) => {
        const set = typeset(random).value;
        const written = write(set, { deflate: (bytes) => deflateRawSync(bytes, { level: 1 }) });
        expect(readPptx(written)).toHaveLength(set.slides.length);
        expectSound(partsOf(written));
      }),
      { numRuns: 1000 },
    );
  }, 300_000);
});

function holders(part: ReturnType<typeof xmlOf>): string[] {
  return findAll(part, "p:ph").map(
    ({ attributes }) => `${attributes.get("type") ?? "obj"}/${attributes.get("idx") ?? "0"}`,
  );
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => normal(text).split(" ")).filter((word) => word !== "" && !/^[:–|]+$/.test(word));
}

/** Every word of the deck occurs in the file, in the deck's order. */
function expectInOrder(texts: readonly string[], words: readonly string[]): void {
  const all = wordsOf(texts);
  let at = 0;
  for (const word of words) {
    const found = all.findIndex(
      (candidate, index) => index >= at && candidate.replace(/:$/, "") === word.replace(/:$/, ""),
    );
    expect(found, `${word} in ${all.join(" ")}`).toBeGreaterThanOrEqual(0);
    at = found + 1;
  }
}

/** Well-formed, every relationship leads somewhere, every id on a slide is its own, every part has a content type. */
function expectSound(parts: ReadonlyMap<string, string>): void {
  const types = parts.get("[Content_Types].xml") ?? "";
  for (const [path, xml] of parts) {
    if (path.endsWith(".xml") && path !== "[Content_Types].xml") expect(types).toContain(`PartName="/${path}"`);
    // Master and layouts are the same for every deck; the sample deck's tests read them.
    if (!/\.(?:xml|rels)$/.test(path) || /slideLayout|theme/.test(path)) continue;
    const root = readXml(xml);
    if (root === null) throw new Error(`${path} is not well-formed:\n${xml}`);
    if (!/^ppt\/slides\/slide\d+\.xml$/.test(path)) continue;
    const ids = findAll(root, "p:cNvPr").map(({ attributes }) => attributes.get("id"));
    expect(new Set(ids).size).toBe(ids.length);
    const relations = relationsOf(parts, path);
    for (const [, id] of xml.matchAll(/ r:(?:id|embed)="([^"]+)"/g)) expect(relations.has(id ?? "")).toBe(true);
    for (const { path: target, type } of relations.values()) {
      if (!type.endsWith("/hyperlink")) expect(parts.has(target), target).toBe(true);
    }
  }
}

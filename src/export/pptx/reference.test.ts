import { describe, expect, it } from "vitest";
import type { Deck } from "../../deck/types.ts";
import { deckOf, PNG, partsOf, pptxFill, readPptx, relationsOf, SAMPLE, themeOf, xmlOf } from "../testing.ts";
import { findAll, findFirst } from "../xml-read.ts";
import { unzipParts, zipParts } from "../zip.ts";
import { type PptxOptions, writePptx } from "./write.ts";

const OPTIONS: PptxOptions = {
  path: "t.md",
  lang: "he",
  fill: pptxFill(),
  pictures: new Map([["picture.png", PNG]]),
  theme: themeOf("mabat"),
  notes: true,
};
const ENGLISH = deckOf("---\ntitle: Template\nlang: en\ntheme: laila\n---\n");
const TEMPLATE = writePptx(ENGLISH, { ...OPTIONS, theme: themeOf("laila") }).value;

/** The template with its parts changed by name. */
function changed(change: (parts: Map<string, string>) => void): Uint8Array {
  const parts = new Map(partsOf(TEMPLATE));
  change(parts);
  return zipParts(parts);
}

function onTemplate(deck: Deck, bytes: Uint8Array) {
  return writePptx(deck, { ...OPTIONS, reference: { name: "ministry.potx", bytes } });
}

describe("a reference document", () => {
  const deck = deckOf(SAMPLE);

  it("gives its master, layouts and theme as they are, and keeps the deck's text", () => {
    const { value, diagnostics } = onTemplate(deck, TEMPLATE);
    expect(diagnostics).toEqual([]);
    const [template, parts] = [partsOf(TEMPLATE), partsOf(value)];
    for (const path of [
      "ppt/slideMasters/slideMaster1.xml",
      "ppt/slideLayouts/slideLayout5.xml",
      "ppt/theme/theme1.xml",
    ]) {
      expect(parts.get(path)).toBe(template.get(path));
    }
    const own = readPptx(writePptx(deck, OPTIONS).value);
    expect(readPptx(value).map(({ title }) => title)).toEqual(own.map(({ title }) => title));
    expect(readPptx(value).map(({ notes }) => notes)).toEqual(own.map(({ notes }) => notes));
  });

  it("runs the text from the right though the template runs from the left", () => {
    const parts = partsOf(onTemplate(deck, TEMPLATE).value);
    const paragraphs = [...parts.keys()]
      .filter((path) => /^ppt\/slides\/slide[2-9]\.xml$/.test(path))
      .flatMap((path) => findAll(xmlOf(parts, path), "a:pPr"));
    expect(paragraphs.every(({ attributes }) => attributes.get("rtl") === "1")).toBe(true);
  });

  it("matches layouts by name in any language, and by kind", () => {
    const parts = partsOf(onTemplate(deck, TEMPLATE).value);
    const used = [...parts.keys()]
      .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
      .map((path) => [...relationsOf(parts, path).values()].find(({ type }) => type.endsWith("/slideLayout"))!.path)
      .map((path) => findFirst(xmlOf(parts, path), "p:cSld")!.attributes.get("name"));
    expect(used.slice(0, 5)).toEqual(["Cover", "Bottom line", "Agenda", "Part", "Points"]);
  });

  it("puts heads and values into the placeholders that are made for them", () => {
    const markdown = [
      "---\nכותרת: א\n---",
      "## ב\n\n::: comparison\n### ימין\n\n- אחד\n\n### שמאל\n\n- שניים\n:::",
      "## ג\n\n::: number\n36 שעות\n\nמשך ההצפה\n:::",
    ].join("\n\n");
    const parts = partsOf(onTemplate(deckOf(markdown), TEMPLATE).value);
    const texts = (slide: number) =>
      findAll(xmlOf(parts, `ppt/slides/slide${slide}.xml`), "p:sp").flatMap((shape) => {
        const holder = findFirst(shape, "p:ph")?.attributes;
        return holder?.get("type") === "body" ? [`${holder.get("idx")} ${findFirst(shape, "a:t")?.text}`] : [];
      });
    expect(texts(2)).toEqual(["1 ימין", "13 אחד", "14 שמאל", "15 שניים"]);
    expect(texts(3)).toEqual(["13 36\u00a0שעות", "1 משך ההצפה"]);
  });

  it("reports what has no match, once, and takes the next best", () => {
    const bytes = changed((parts) => {
      for (const [path, xml] of parts) {
        if (path.startsWith("ppt/slideLayouts/slideLayout"))
          parts.set(path, xml.replace(/<p:cSld name="[^"]*"/, '<p:cSld name="Custom"'));
      }
    });
    const codes = onTemplate(deck, bytes).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
    expect(new Set(codes)).toEqual(new Set(["warning export/no-layout"]));
    const messages = onTemplate(deck, bytes).diagnostics.map(({ message }) => message);
    expect(new Set(messages).size).toBe(messages.length);
  });

  it("puts the marking on each slide, since it cannot be put into a foreign master", () => {
    const parts = partsOf(onTemplate(deck, TEMPLATE).value);
    expect(parts.get("ppt/slides/slide2.xml")?.match(/לשימוש פנימי/g)).toHaveLength(2);
  });

  it.each<[string, (parts: Map<string, string>) => void]>([
    ["no presentation", (parts) => parts.delete("ppt/presentation.xml")],
    ["a master that is missing", (parts) => parts.delete("ppt/slideMasters/slideMaster1.xml")],
    ["a master that is no XML", (parts) => parts.set("ppt/slideMasters/slideMaster1.xml", "<p:sldMaster>")],
    [
      "a size that is none",
      (parts) =>
        parts.set("ppt/presentation.xml", parts.get("ppt/presentation.xml")!.replace(/cx="12192000"/, 'cx="-1"')),
    ],
    [
      "a document type",
      (parts) =>
        parts.set(
          "ppt/presentation.xml",
          parts.get("ppt/presentation.xml")!.replace("?>", '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
        ),
    ],
    ["a picture from the network", (parts) => link(parts, "image", "https://example.org/a.png", "External")],
    ["a program", (parts) => link(parts, "vbaProject", "../vbaProject.bin", "Internal")],
    ["a way out of the package", (parts) => link(parts, "image", "../../../../etc/passwd", "Internal")],
  ])("is refused with %s", (_, change) => {
    const { diagnostics } = onTemplate(deck, changed(change));
    expect(diagnostics.map(({ code }) => code)).toEqual(["export/bad-reference"]);
  });

  it("is refused when it is no zip, or cut off", () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode("PK"), TEMPLATE.subarray(0, 2000)]) {
      expect(unzipParts(bytes)).toBeNull();
      expect(onTemplate(deck, bytes).diagnostics.map(({ code }) => code)).toEqual(["export/bad-reference"]);
    }
  });
});

function link(parts: Map<string, string>, type: string, target: string, mode: string): void {
  const path = "ppt/slideMasters/_rels/slideMaster1.xml.rels";
  const row = `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/>`;
  parts.set(path, parts.get(path)!.replace("</Relationships>", `${row}</Relationships>`));
}

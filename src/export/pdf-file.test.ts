import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { finishPdf } from "./pdf.ts";
import { pdfText, readPdf, writePdf } from "./pdf-file.ts";
import { deckOf } from "./testing.ts";

/** A file of this form is what Chromium prints: objects in any order, one table, one trailer. */
function printed(objects: Readonly<Record<number, string>>, { root = 1, info = 2 } = {}): Uint8Array {
  const size = Math.max(...Object.keys(objects).map(Number)) + 1;
  let text = "%PDF-1.4\n%\xd3\xeb\xe9\xe1\n";
  const places: number[] = [];
  for (const [number, body] of Object.entries(objects).reverse()) {
    places[Number(number)] = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  const rows = Array.from({ length: size - 1 }, (_, at) => `${String(places[at + 1]).padStart(10, "0")} 00000 n \n`);
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`;
  text += `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(text);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error("This form is known.");
  return value;
}

const read = (bytes: Uint8Array) => known(readPdf(bytes));

const TWO_PAGES = {
  1: "<</Type /Catalog\n/Pages 3 0 R\n/Dests 7 0 R\n/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n/Lang (x)>>",
  2: "<</Title (old)\n/CreationDate (D:20261127)>>",
  3: "<</Type /Pages\n/Count 2\n/Kids [4 0 R 8 0 R]>>",
  4: "<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 960 540]\n/Contents 6 0 R\n/Annots [9 0 R]>>",
  5: "<</Type /Page\n/Parent 8 0 R\n/MediaBox [0 0 960 540]>>",
  6: "<</Length 20>> stream\nendobj \x80\xff 1 0 obj\nendstream",
  7: "<</#25D7#2590 [5 0 R /XYZ 0 540 0]>>",
  8: "<</Type /Pages\n/Parent 3 0 R\n/Count 1\n/Kids [5 0 R]>>",
  10: "<</Lang (\x80\x9f\xff\u0000)>>",
  9: "<</Type /Annot\n/Subtype /Link\n/Rect [0 0 1 1]\n/Dest /#25D7#2590>>",
};
const DECK = deckOf("---\nכותרת: מים\nמחברים: [דנה]\n---\n\n## ירידה (2019)\n");

describe("a printed PDF file", () => {
  it("is taken apart and put together again with every object, streams untouched", async () => {
    const file = read(printed(TWO_PAGES));
    expect([...file.objects.keys()].sort()).toEqual([1, 10, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const number of [1, 8, 10] as const) expect(file.objects.get(number)).toBe(TWO_PAGES[number]);
    expect(file.objects.get(6)).toBeInstanceOf(Uint8Array);
    const pdf = await PDFDocument.load(writePdf(file), { updateMetadata: false });
    expect(pdf.getPageCount()).toBe(2);
    expect(String(pdf.getPage(0).node.Contents())).toContain("endobj \x80\xff 1 0 obj");
  });

  it("of another form is refused, rather than finished in part", () => {
    const whole = printed(TWO_PAGES);
    expect(readPdf(new Uint8Array())).toBeNull();
    expect(readPdf(whole.subarray(0, -20))).toBeNull();
    const moved = whole.map((byte, at) =>
      whole[at - 1] === 10 && byte === 0x34 && whole[at + 1] === 32 ? 0x35 : byte,
    );
    expect(readPdf(moved)).toBeNull();
    // A table of cross-references that is a stream, and a catalog that is packed: forms that later versions allow.
    const [body = ""] = latin1(whole).split("xref\n");
    expect(readPdf(bytesOf(`${body}11 0 obj\n<</Type /XRef>>\nendobj\nstartxref\n${body.length}\n%%EOF\n`))).toBeNull();
    expect(readPdf(printed(TWO_PAGES, { root: 11 }))).toBeNull();
    expect(finishPdf(whole.subarray(0, -20), DECK, [0, 1])).toBeNull();
  });

  it("has any number of objects without a stream", async () => {
    const many = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [at + 11, `<</N ${at}>>`]));
    const pdf = await PDFDocument.load(writePdf(read(printed({ ...TWO_PAGES, ...many }))));
    expect(pdf.context.enumerateIndirectObjects().filter(([, object]) => /\/N \d/.test(String(object)))).toHaveLength(
      1200,
    );
  });

  it("writes text in any script", () => {
    expect(PDFHexString.of(pdfText("שלום 😀 (x)").slice(1, -1)).decodeText()).toBe("שלום 😀 (x)");
  });
});

describe("a finished PDF file", () => {
  const finish = (places: readonly number[] | null = [0, 1]) => known(finishPdf(printed(TWO_PAGES), DECK, places));

  it("says its title, authors, language and direction, and no date", async () => {
    const pdf = await PDFDocument.load(finish(), { updateMetadata: false });
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getCreationDate()]).toEqual(["מים", "דנה", undefined]);
    expect(String(pdf.catalog.get(PDFName.of("Lang")))).toBe("(he)");
    expect(String(pdf.catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict))).toMatch(
      /Title true\s*\/Direction \/R2L/,
    );
  });

  it("has links that lead to their pages without a table of names", async () => {
    const pdf = await PDFDocument.load(finish(), { updateMetadata: false });
    const link = pdf.getPage(0).node.Annots()?.lookup(0, PDFDict);
    expect(String(link?.lookup(PDFName.of("Dest"), PDFArray).get(0))).toBe(String(pdf.getPage(1).ref));
    expect(pdf.catalog.has(PDFName.of("Dests"))).toBe(false);
  });

  it("has a bookmark for each slide with a title, and none for a handout", async () => {
    const pdf = await PDFDocument.load(finish(), { updateMetadata: false });
    const outlines = pdf.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    const last = outlines.lookup(PDFName.of("Last"), PDFDict);
    expect(last.lookup(PDFName.of("Title"), PDFHexString).decodeText()).toBe("ירידה (2019)");
    expect(String(last.lookup(PDFName.of("Dest"), PDFArray).get(0))).toBe(String(pdf.getPage(1).ref));
    const handout = await PDFDocument.load(finish(null));
    expect(handout.catalog.has(PDFName.of("Outlines"))).toBe(false);
  });

  it("is the same for the same deck", () => {
    expect(finish()).toEqual(finish());
  });
});

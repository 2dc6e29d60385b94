import { PDFDict, PDFDocument, PDFName, PDFString } from "pdf-lib";
import { expect, test } from "vitest";
import { renameElements } from "./pdf-elements.ts";

/** A file with two named elements, of which the second names the first as its header. */
async function makeFile(first: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const name = (number: number) => PDFString.of(`node${String(number).padStart(8, "0")}`);
  const header = pdf.context.register(pdf.context.obj({ ID: name(first) }));
  const attributes = pdf.context.obj({ Headers: [name(first)] });
  const cell = pdf.context.register(
    pdf.context.obj({ ID: name(first + 4), A: attributes, Title: PDFString.of("node 1") }),
  );
  pdf.catalog.set(PDFName.of("IDTree"), pdf.context.obj({ Names: [name(first), header, name(first + 4), cell] }));
  return pdf;
}

const write = (pdf: PDFDocument) => pdf.catalog.lookup(PDFName.of("IDTree"), PDFDict).toString();

test("files that differ by the browser's numbers become the same, and names still lead to their elements", async () => {
  const [one, other] = await Promise.all([makeFile(232), makeFile(230)]);
  expect(write(one)).not.toBe(write(other));
  renameElements(one);
  renameElements(other);
  expect(write(one)).toBe(write(other));
  expect(write(one)).toMatch(/\(e00000000\) \d+ 0 R \(e00000001\) \d+ 0 R/);
  const cells = one.context.enumerateIndirectObjects().map(([, object]) => String(object));
  expect(cells.find((text) => text.includes("Headers"))).toMatch(
    /\/ID \(e00000001\)[\s\S]*\/Headers \[ \(e00000000\) \][\s\S]*\(node 1\)/,
  );
});

test("renaming twice is renaming once", async () => {
  const pdf = await makeFile(7);
  renameElements(pdf);
  const once = write(pdf);
  renameElements(pdf);
  expect(write(pdf)).toBe(once);
});

import { type PdfObjects, readStream, reference, writeStream, type Zlib } from "./pdf-file.ts";

/** A glyph and the Arabic letters that it draws together, as the browser lists them (ISO 32000-1 §9.10.3). */
const LIGATURE = /^(<[\dA-F]+> )<((?:[\dA-F]{4}){2,})>$/gm;
/** Arabic letters alone: a vowel point belongs to its letter, and Latin ligatures are right as they are. */
const LETTERS = /^(?=\p{L}+$)\p{Script=Arabic}+$/u;

/**
 * Lists the letters of an Arabic ligature, such as lam with alef, from left to right, as the glyphs beside it lie on the
 * page. The browser lists them as they are read; but readers of text (poppler 22.12, pdf.js 5.6, MuPDF 1.21, PDFium) take
 * the letters of a line from left to right and turn them as a whole, so that "ثلاثة" came out as "ثالثة".
 */
export function turnLigatures(objects: PdfObjects, zlib?: Zlib): void {
  const tables = new Set<number>();
  for (const object of objects.values()) {
    if (typeof object !== "string" || !object.includes("/ToUnicode ")) continue;
    const table = reference(object, "ToUnicode");
    if (table !== null) tables.add(table);
  }
  for (const number of tables) {
    const table = objects.get(number);
    const text = table instanceof Uint8Array ? readStream(table) : null;
    const turned = text?.replace(LIGATURE, (row, glyph: string, hex: string) => {
      const units = hex.match(/.{4}/g) ?? [];
      const letters = units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
      return LETTERS.test(letters) ? `${glyph}<${units.reverse().join("")}>` : row;
    });
    if (turned !== undefined && turned !== text) objects.set(number, writeStream(turned, zlib));
  }
}

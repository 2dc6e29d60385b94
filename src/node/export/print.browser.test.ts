import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, PDFName } from "pdf-lib";
import { describe, expect, inject, it } from "vitest";
import { readFonts } from "../project.ts";
import { startPrinting } from "./print.ts";

const page = (style: string, body: string) =>
  `<!doctype html><html lang="he" dir="rtl"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><title>t</title><style>@page{size:960px 540px;margin:0}${style}</style></head><body>${body}</body></html>`;

describe.skipIf(inject("browser") === null)("the browser that is started ahead to print", () => {
  it("prints tagged pages with the fonts of a page that it never shows, one after the other and at once", async () => {
    const [face] = (await readFonts()).filter(({ file }) => file.startsWith("heebo-400"));
    const style = `@font-face{font-family:Own;src:url(data:font/woff2;base64,${face?.data}) format("woff2")}body{font-family:Own}`;
    const printing = startPrinting(3);
    try {
      const first = await printing.print(page(style, "<h2>שלום</h2><p>עולם</p>"));
      const rest = await Promise.all([
        printing.print(page(style, "<h2>א</h2>")),
        printing.print(page(style, "<h2>ב</h2><h2 style='break-before:page'>ג</h2>")),
      ]);
      const files = await Promise.all([first, ...rest].map((bytes) => PDFDocument.load(bytes)));
      expect(files.map((pdf) => pdf.getPageCount())).toEqual([1, 1, 2]);
      for (const pdf of files) {
        expect(pdf.catalog.has(PDFName.of("StructTreeRoot"))).toBe(true);
        const names = pdf.context.enumerateIndirectObjects().map(([, object]) => String(object));
        expect(names.some((text) => /\/FontName \/\w+\+Heebo/.test(text))).toBe(true);
      }
    } finally {
      await printing.close();
    }
  });

  it("leaves nothing behind, whether it printed or not", async () => {
    const home = await mkdtemp(join(tmpdir(), "tadrich-home-"));
    try {
      const [used, unused] = [startPrinting(1, home), startPrinting(1, home)];
      await used.print(page("", "<p>א</p>"));
      await Promise.all([used.close(), unused.close()]);
      await expect(used.print(page("", ""))).rejects.toThrow();
      expect(await readdir(home)).toEqual([]);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });
});

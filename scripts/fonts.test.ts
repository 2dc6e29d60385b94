import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FaceFile } from "../src/render/fonts/face.ts";
import { makeFonts } from "./fonts.ts";

let folder = "";
let faces: readonly FaceFile[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tadrich-fonts-"));
  faces = await makeFonts(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test("a Hebrew face holds all of Hebrew, Latin, digits, space and punctuation in one file", () => {
  const needed = [..."אבגךםןףץתּ־׳״ ABYZabyz0123456789.,:;!?()[]\"'-–—…•·×−₪%\u00a0\u05b0\u05b8\u05c1"];
  for (const face of faces.filter(({ script }) => script === "Hebr")) {
    expect(needed.filter((character) => face.widths[character] === undefined)).toEqual([]);
  }
});

test("the Arabic face holds Arabic, Persian and Latin, both kinds of digits, and the signs that a deck needs", () => {
  const needed = [
    ..."ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگیۀ٠٩۰۹،؛؟٪٫٬ ABYZabyz0123456789.,:;!?()[]«»–—…•·×−₪€%≥≤\u064b\u0651\u200c",
  ];
  for (const face of faces.filter(({ script }) => script === "Arab")) {
    expect(needed.filter((character) => face.widths[character] === undefined)).toEqual([]);
  }
});

test("signs that Heebo lacks are in a face of their own", () => {
  const signs = faces.find(({ family }) => family === "Tadrich Signs");
  expect(Object.keys(signs?.widths ?? {})).toEqual(expect.arrayContaining(["≥", "≤", "≠", "≈"]));
});

test("widths are those of the font: a wide letter is wider than a narrow one, a point has none of its own", () => {
  const heebo = faces.find(({ family, weight }) => family === "Heebo" && weight === 400);
  expect(heebo?.widths.ש).toBeGreaterThan((heebo?.widths.י ?? 0) * 2);
  expect(heebo?.ascent).toBeGreaterThan(500);
});

test("files are static woff2, and light enough for one page", async () => {
  for (const { file, family } of faces) {
    const bytes = await readFile(join(folder, file));
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("wOF2");
    expect((await stat(join(folder, file))).size).toBeLessThan(family === "Vazirmatn" ? 24_000 : 20_000);
  }
});

test("the list of faces is what was written", async () => {
  expect(JSON.parse(await readFile(join(folder, "fonts.json"), "utf8"))).toEqual(faces);
});

/**
 * Makes the product's font files: one static woff2 a face, with Hebrew (or Arabic), Latin, digits, space and punctuation
 * together. Split or variable files would break the word order of a PDF's text (Skia writes each font switch as a text
 * object of its own, and a variable font as Type 3).
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";
import type { FaceFile } from "../src/render/fonts/face.ts";
import { readSfnt } from "./sfnt.ts";

interface FaceSource {
  readonly family: string;
  readonly weight: number;
  readonly script: FaceFile["script"];
  /** Path of the original below `@expo-google-fonts/`. */
  readonly original: string;
  readonly characters: string;
}

const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

const LATIN = range(0x20, 0x7e) + "\u00a0ÀÁÂÄÅÇÈÉÊËÍÎÏÑÓÔÖØÚÛÜßàáâäåçèéêëíîïñóôöøúûüÿıŞşğĞŁłŠšŽžŒœÆæ";
const PUNCTUATION = "–—‘’“”„‚«»‹›…•·×÷±−≥≤≠≈₪€£¥¢°§¶©®™½¼¾¹²³†‡′″‰¿¡\u2009\u202f";
/** Letters, niqqud with meteg, rafe and qamats qatan, maqaf, geresh and gershayim, and the Yiddish digraphs. */
const HEBREW = range(0x5d0, 0x5ea) + range(0x5b0, 0x5bf) + "\u05c1\u05c2\u05c7\u05f0\u05f1\u05f2\u05f3\u05f4";
/** Arabic with its points and both sets of digits, and the letters that Persian adds. */
const ARABIC =
  range(0x60c, 0x60c) +
  "؛؟ـ" +
  range(0x621, 0x63a) +
  range(0x641, 0x655) +
  range(0x660, 0x66c) +
  "ٰٱپچژکگیۀە\u200c\u200d" +
  range(0x6f0, 0x6f9);

const CHARACTERS: Readonly<Record<FaceFile["script"], string>> = {
  Hebr: LATIN + PUNCTUATION + HEBREW,
  Arab: LATIN + PUNCTUATION + ARABIC,
  Latn: LATIN + PUNCTUATION,
};

const FEATURES: Readonly<Record<FaceFile["script"], readonly string[]>> = {
  Hebr: ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"],
  // The ligatures of lam with an alef that carries a hamza are in `liga`.
  Arab: ["calt", "ccmp", "curs", "fina", "init", "isol", "kern", "liga", "locl", "mark", "medi", "mkmk", "rlig"],
  Latn: ["ccmp", "kern", "mark"],
};

const WEIGHT_NAMES: Readonly<Record<number, string>> = {
  400: "400Regular",
  500: "500Medium",
  600: "600SemiBold",
  700: "700Bold",
  800: "800ExtraBold",
  900: "900Black",
};

function face(family: string, weight: number, script: FaceFile["script"]): FaceSource {
  const name = WEIGHT_NAMES[weight];
  const folder = family.toLowerCase().replaceAll(" ", "-");
  const original = `${folder}/${name}/${family.replaceAll(" ", "")}_${name}.ttf`;
  return { family, weight, script, original, characters: CHARACTERS[script] };
}

const FACES: readonly FaceSource[] = [
  face("Frank Ruhl Libre", 500, "Hebr"),
  face("Frank Ruhl Libre", 700, "Hebr"),
  face("Frank Ruhl Libre", 900, "Hebr"),
  face("Heebo", 400, "Hebr"),
  face("Heebo", 500, "Hebr"),
  face("Heebo", 700, "Hebr"),
  face("Heebo", 800, "Hebr"),
  face("Assistant", 600, "Hebr"),
  face("Assistant", 800, "Hebr"),
  face("Vazirmatn", 400, "Arab"),
  face("Vazirmatn", 700, "Arab"),
  face("IBM Plex Mono", 400, "Latn"),
  // Heebo has no relation signs and daggers; a kilobyte of Assistant stands in, under a name of its own.
  { ...face("Assistant", 600, "Latn"), family: "Tadrich Signs", weight: 400, characters: "≥≤≠≈†‡‰" },
];

/** Copyright, licence and licence address stay in each file, as the OFL asks (§2, "machine-readable metadata fields"). */
const LICENCE_NAME_IDS = [0, 13, 14];

/** Writes every face and `fonts.json` into `outDir`. Same input, same bytes. */
export async function makeFonts(outDir: string): Promise<readonly FaceFile[]> {
  await mkdir(outDir, { recursive: true });
  const files: FaceFile[] = [];
  for (const source of FACES) files.push(await makeFace(source, outDir));
  await writeFile(join(outDir, "fonts.json"), JSON.stringify(files));
  return files;
}

async function makeFace(source: FaceSource, outDir: string): Promise<FaceFile> {
  const original = await readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/${source.original}`));
  const options = {
    keepFeatures: FEATURES[source.script],
    preserveNameIds: LICENCE_NAME_IDS,
    noHinting: true,
    targetFormat: "woff2" as const,
  };
  const file = `${source.family.toLowerCase().replaceAll(" ", "-")}-${source.weight}.woff2`;
  await writeFile(join(outDir, file), await subsetFont(original, source.characters, options));
  const metrics = readSfnt(original);
  const widths = Object.fromEntries(
    [...source.characters].flatMap((character) => {
      const width = metrics.widthOf(character.codePointAt(0) ?? 0);
      return width === null ? [] : [[character, width] as const];
    }),
  );
  const { family, weight, script } = source;
  return { family, weight, script, file, ascent: metrics.ascent, descent: metrics.descent, widths };
}

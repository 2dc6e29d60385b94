import { constants } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { check } from "../check/index.ts";
import { diagnose } from "../deck/diagnostic.ts";
import {
  applyIgnores,
  type Deck,
  type Diagnostic,
  decode,
  MAX_SOURCE_BYTES,
  type Outcome,
  parse,
  refuseTooLarge,
  type Source,
} from "../deck/index.ts";
import type { Lang } from "../deck/types.ts";
import { findImages } from "../render/images.ts";
import { typeset } from "../render/typeset.ts";
import { Failure, isSystemError } from "./failure.ts";
import { type LoadedImage, loadImage } from "./images.ts";
import type { DeckFile } from "./project.ts";

/** A deck as it was written, and as it will be set; with its pictures' bytes by what the author wrote. */
export interface LoadedDeck {
  readonly file: DeckFile;
  readonly source: Source;
  readonly written: Deck;
  readonly set: Deck;
  readonly images: ReadonlyMap<string, LoadedImage>;
}

/**
 * Reads a deck from the disk: decode → parse → check → typeset, and its pictures.
 * @throws Failure when there is no such file, or it is not one.
 */
export async function loadDeck(file: DeckFile, lang?: Lang): Promise<Outcome<LoadedDeck>> {
  const read = await readSource(file.path);
  if (typeof read !== "number") {
    const source = decode(read, file.shown, lang);
    return composeDeck(file, source.value, lang, source.diagnostics);
  }
  const refused = refuseTooLarge(read, file.shown, lang);
  // That nothing stands in what was not read need not be said.
  const empty = await composeDeck(file, refused.value, lang);
  return { value: empty.value, diagnostics: refused.diagnostics };
}

/** The same from a text that is in memory, as the editor's is. */
export async function composeDeck(
  file: DeckFile,
  source: Source,
  lang?: Lang,
  before: readonly Diagnostic[] = [],
): Promise<Outcome<LoadedDeck>> {
  const parsed = parse(source, lang === undefined ? {} : { lang });
  const found = check(parsed.value, source, { lang });
  const set = typeset(parsed.value);
  const images = await loadImages(parsed.value, source, file, lang ?? parsed.value.meta.lang);
  return {
    value: { file, source, written: parsed.value, set: set.value, images: images.value },
    diagnostics: applyIgnores(source, [
      ...before,
      ...parsed.diagnostics,
      ...found,
      ...set.diagnostics,
      ...images.diagnostics,
    ]),
  };
}

/** The bytes of a slide source, or how many they are where they are too many. */
async function readSource(path: string): Promise<Uint8Array | number> {
  try {
    const { size, mode } = await stat(path);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) throw new Failure("not-readable", `${path} is not a file.`);
    return size > MAX_SOURCE_BYTES ? size : await readFile(path);
  } catch (error) {
    if (isSystemError(error, "ENOENT", "ENOTDIR"))
      throw new Failure("not-found", `There is no file ${path}.`, null, error);
    if (isSystemError(error, "EACCES", "EPERM"))
      throw new Failure("not-readable", `${path} cannot be read.`, null, error);
    throw error;
  }
}

async function loadImages(
  deck: Deck,
  source: Source,
  file: DeckFile,
  lang: Lang,
): Promise<Outcome<ReadonlyMap<string, LoadedImage>>> {
  const images = new Map<string, LoadedImage>();
  const diagnostics: Diagnostic[] = [];
  // Markdown names no picture without these two characters, and most decks have none.
  const uses = source.text.includes("![") ? findImages(deck) : [];
  for (const { src, span } of uses) {
    if (images.has(src)) continue;
    const loaded = await loadImage(src, file.path, file.project);
    if (typeof loaded === "string") diagnostics.push(diagnose(`image/${loaded}`, file.shown, span, { src }, { lang }));
    else images.set(src, loaded);
  }
  return { value: images, diagnostics };
}

/** The pictures as a page holds them. */
export function toDataAddresses(images: ReadonlyMap<string, LoadedImage>): ReadonlyMap<string, string> {
  return new Map(
    [...images].map(([src, { bytes, type }]) => [src, `data:${type};base64,${Buffer.from(bytes).toString("base64")}`]),
  );
}

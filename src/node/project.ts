import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { nearest } from "../deck/nearest.ts";
import type { FaceFile, FontFace } from "../render/fonts/face.ts";
import { themePath } from "../render/theme.ts";
import { Failure, isSystemError } from "./failure.ts";
import { isInside, listFolder } from "./files.ts";
import { packageFolder, runsFromSource } from "./package.ts";

/** A slide source of a project. */
export interface DeckFile {
  /** e.g. `hanoi-summit`: the name of its folder in `dist/`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** As diagnostics name it: relative to where the command runs, with `/`. */
  readonly shown: string;
  /** The folder that its pictures must be in. */
  readonly project: string;
}

/**
 * The decks that a person named, by path or by name (`hanoi-summit` is `slides/hanoi-summit.md`); all of `slides/` when
 * none is named.
 * @throws Failure `not-found`, and `usage` when two would be built into one folder.
 */
export async function findDecks(cwd: string, named: readonly string[]): Promise<readonly DeckFile[]> {
  const paths = named.length > 0 ? named.map((name) => findDeck(cwd, name)) : await allDecks(cwd);
  const decks = [...new Set(paths)].map((path) => describeDeck(cwd, path));
  const taken = new Map<string, DeckFile>();
  for (const deck of decks) {
    const other = taken.get(deck.name);
    if (other)
      throw new Failure("usage", `${other.shown} and ${deck.shown} have the same name.`, "Rename one of them.");
    taken.set(deck.name, deck);
  }
  return decks;
}

function findDeck(cwd: string, name: string): string {
  const candidates = [resolve(cwd, name), join(cwd, "slides", name), join(cwd, "slides", `${name}.md`)];
  const found = candidates.find((path) => extname(path) === ".md" && existsSync(path));
  if (found === undefined) {
    throw new Failure(
      "not-found",
      `There is no deck ${name}.`,
      "A deck is a Markdown file: slides/NAME.md, or a path that ends in .md",
    );
  }
  return found;
}

async function allDecks(cwd: string): Promise<readonly string[]> {
  const names = (await listFolder(join(cwd, "slides"))).filter((name) => extname(name) === ".md");
  if (names.length === 0)
    throw new Failure(
      "not-found",
      `There are no decks in ${join(cwd, "slides")}.`,
      "Write slides/NAME.md, or name a Markdown file.",
    );
  return names.map((name) => join(cwd, "slides", name));
}

function describeDeck(cwd: string, path: string): DeckFile {
  const folder = dirname(path);
  const outside = basename(folder) === "slides" ? dirname(folder) : folder;
  const project = isInside(cwd, path) ? cwd : outside;
  const shown = isInside(cwd, path) ? relative(cwd, path).replaceAll("\\", "/") : path;
  return { name: basename(path, ".md"), path, shown, project };
}

/**
 * The templates of the product, each replaced by the file of the same path in the project's own `templates/`, where
 * there is one; a project may add partials and themes as well. `own` says that no text is another one than ours.
 */
export async function readTemplates(project: string): Promise<{ files: ReadonlyMap<string, string>; own: boolean }> {
  const [ours, theirs] = await Promise.all([readOurTexts(), readTexts(join(project, "templates"))]);
  const own = [...theirs].every(([path, text]) => text === ours.get(path));
  return { files: new Map([...ours, ...theirs]), own };
}

/** The product's own, which stand in one file when they were packed on `prepare`. */
async function readOurTexts(): Promise<ReadonlyMap<string, string>> {
  const folder = packageFolder();
  if (runsFromSource()) return readTexts(join(folder, "templates"));
  const texts: unknown = JSON.parse(await readFile(join(folder, "lib", "templates.json"), "utf8"));
  return new Map(Object.entries(texts as Readonly<Record<string, string>>));
}

async function readTexts(folder: string, below = ""): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of await listFolder(join(folder, below))) {
    const path = below === "" ? name : `${below}/${name}`;
    const extension = extname(name);
    if (extension === "") for (const [key, text] of await readTexts(folder, path)) texts.set(key, text);
    const isTemplate = extension === ".hbs" || extension === ".css";
    const text = isTemplate ? await readListed(join(folder, path)) : null;
    if (text !== null) texts.set(path, text);
  }
  return texts;
}

/** A file that was in the list; null where it has gone since, for whoever saves it may take it away for a moment. */
async function readListed(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isSystemError(error, "ENOENT", "EISDIR")) return null;
    throw error;
  }
}

/** @throws Failure `usage` for a theme that neither the product nor the project has, with the nearest one. */
export function requireTheme(name: string, files: ReadonlyMap<string, string>): void {
  if (files.has(themePath(name))) return;
  const known = themeNames(files);
  const near = nearest(name, known);
  throw new Failure(
    "usage",
    `There is no theme ${name}.`,
    near === null ? `Themes: ${known.join(", ")}` : `Did you mean ${near}?`,
  );
}

/** The themes that the product and the project have. */
export function themeNames(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files.keys()].flatMap((path) => /^theme\/themes\/(.+)\.css$/.exec(path)?.[1] ?? []);
}

/** The product's font files, made on `prepare`. */
export async function readFonts(): Promise<readonly FontFace[]> {
  const folder = join(packageFolder(), "lib", "fonts");
  try {
    const faces = JSON.parse(await readFile(join(folder, "fonts.json"), "utf8")) as readonly FaceFile[];
    return await Promise.all(
      faces.map(async (face) => ({ ...face, data: await readFile(join(folder, face.file), "base64") })),
    );
  } catch (error) {
    if (!isSystemError(error, "ENOENT")) throw error;
    throw new Failure("incomplete-install", `${folder} is missing.`, "Run: npm run prepare", error);
  }
}

/** The fixtures of the importer, for its tests and its bench. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brief } from "../brief.ts";
import { readMarkdown } from "../markdown.ts";
import { type Raw, structure } from "../structure.ts";

const folder = join(process.cwd(), "src/import/fixtures");

/** Names of the files, e.g. `water.chromium.pdf`: text, writer, kind. */
export function fixtureNames(): string[] {
  return readdirSync(join(folder, "files")).sort();
}

export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, "files", name)));
}

/** A file that must be refused: `scanned.pdf` (pictures of pages), `locked.pdf` (with a password). */
export function refusedBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, "refused", name)));
}

export function textNames(): string[] {
  return readdirSync(join(folder, "texts"))
    .sort()
    .map((name) => name.replace(".md", ""));
}

/** What a fixture was made of. */
export function truthOf(name: string): { readonly text: string; readonly raw: Raw; readonly brief: Brief } {
  const text = readFileSync(join(folder, "texts", `${name.split(".")[0]}.md`), "utf8");
  const raw = readMarkdown(text);
  return { text, raw, brief: structure(raw) };
}

/** The real brief, which is no part of the repository; null where it is not beside it. */
export function realBrief(): Uint8Array | null {
  const path = join(process.cwd(), "../shared/brief/hanoi-2019.txt");
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

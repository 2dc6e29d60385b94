import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";

/** The names of so many pictures: `talk.png` for one, else `talk-01.png`, `talk-02.png` … */
export function pictureNames(path: string, count: number): readonly string[] {
  if (count === 1) return [path];
  const { folder, stem, extension } = partsOf(path);
  const digits = Math.max(2, String(count).length);
  return Array.from({ length: count }, (_, at) =>
    join(folder, `${stem}-${String(at + 1).padStart(digits, "0")}${extension}`),
  );
}

/**
 * Pictures that an earlier run with more slides has left beside those that are written now, in order: whoever takes all of
 * that name takes them, too. A number of four digits is a year rather than a slide.
 */
export async function olderPictures(path: string, written: readonly string[]): Promise<readonly string[]> {
  const { folder, stem, extension } = partsOf(path);
  const names = await readdir(folder).catch(() => []);
  const isNumbered = (name: string): boolean =>
    name.startsWith(`${stem}-`) &&
    name.endsWith(extension) &&
    /^\d{2,3}$/.test(name.slice(stem.length + 1, name.length - extension.length));
  return names
    .filter(isNumbered)
    .map((name) => join(folder, name))
    .filter((name) => !written.includes(name))
    .sort();
}

function partsOf(path: string): { readonly folder: string; readonly stem: string; readonly extension: string } {
  const extension = extname(path);
  return { folder: dirname(path), stem: basename(path, extension), extension };
}

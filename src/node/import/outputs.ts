/** What an import writes, and the promise that no file of a person is lost. */

import { constants, existsSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { Failure, isSystemError } from "../failure.ts";
import { writeWhole } from "../files.ts";

export interface Output {
  /** Absolute. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes files, all or none of them over what is there: without `force` an existing file stops everything; with it, a
 * copy of each file that would change is kept beside it.
 * @returns The copies that were made.
 * @throws Failure `exists`.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  force: boolean,
  shown: (path: string) => string,
): Promise<readonly string[]> {
  const present = outputs.filter(({ path }) => existsSync(path));
  const changed: Output[] = [];
  for (const output of present) if (!(await isSame(output))) changed.push(output);
  const [first] = changed;
  if (first && !force)
    throw new Failure(
      "exists",
      `${shown(first.path)} exists already.`,
      "Choose another --name, or --force to replace it; a copy is kept.",
    );
  const backups: string[] = [];
  for (const { path } of changed) backups.push(await keepCopy(path));
  for (const { path, content } of outputs) await writeWhole(path, content);
  return backups;
}

async function isSame({ path, content }: Output): Promise<boolean> {
  try {
    return (await readFile(path)).equals(typeof content === "string" ? Buffer.from(content) : content);
  } catch (error) {
    if (isSystemError(error, "EISDIR"))
      throw new Failure("exists", `${path} is a folder; a file cannot take its place.`, null, error);
    throw error;
  }
}

/** `brief.md` → `brief.md.bak`, or `brief.md.bak2` where that is taken: a copy never replaces a copy. */
async function keepCopy(path: string): Promise<string> {
  for (let n = 1; n < 1000; n++) {
    const copy = `${path}.bak${n === 1 ? "" : n}`;
    try {
      await copyFile(path, copy, constants.COPYFILE_EXCL);
      return copy;
    } catch (error) {
      if (!isSystemError(error, "EEXIST")) throw error;
    }
  }
  throw new Failure("exists", `There are a thousand copies of ${path}.`, "Delete some of them.");
}

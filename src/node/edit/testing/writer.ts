/**
 * A server's saves in a process that will be killed: saves one version after another of `process.argv[2]`, and says on
 * standard output which are confirmed. A version is its number followed by so many lines of text that a torn file shows.
 */
import { SourceFile } from "../source-file.ts";
import { versionText } from "./version.ts";

const [path = "", from = "0"] = process.argv.slice(2);
const file = new SourceFile(path, 64 * 1024 * 1024);
let { hash } = await file.read();
for (let number = Number(from); ; number++) {
  const saved = await file.save(hash, versionText(number));
  if (saved.status !== "saved") throw new Error("Somebody else has written the file.");
  hash = saved.hash;
  process.stdout.write(`${number}\n`);
}

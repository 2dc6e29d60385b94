import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, toSource } from "../../src/deck/index.ts";
import { loadKit, sha256 } from "../../src/node/build.ts";
import { render } from "../../src/render/render.ts";
import { typeset } from "../../src/render/typeset.ts";
import { deckText } from "../decks.ts";

/**
 * One cold build of a deck of a thousand slides, with typesetting or (`plain`) without. Prints the milliseconds that the
 * whole process took: of its main thread, and of the processor for all its threads.
 */
const source = toSource(deckText(1000), "bench.md");
const kit = (await loadKit(process.cwd())).value;
if (kit === null) throw new Error("The templates have errors.");
const parsed = parse(source).value;
const deck = process.argv[2] === "plain" ? parsed : typeset(parsed).value;
const page = render(deck, { ...kit, path: source.path, name: "bench", images: new Map(), sha256 }).value;
const folder = await mkdtemp(join(tmpdir(), "tadrich-bench-"));
await writeFile(join(folder, "index.html"), page);
await rm(folder, { recursive: true });
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ main: await mainThread(), all: (user + system) / 1000 }));

/**
 * Time that the main thread ran, as Linux counts it: the build's time on a machine with nothing else to do. Elsewhere by
 * the clock.
 */
async function mainThread(): Promise<number> {
  const counted = await readFile(`/proc/self/task/${process.pid}/schedstat`, "utf8").catch(() => null);
  return counted === null ? performance.now() : Number(counted.split(" ")[0]) / 1e6;
}

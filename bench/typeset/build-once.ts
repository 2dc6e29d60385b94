import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, toSource } from "../../src/deck/index.ts";
import { loadKit, sha256 } from "../../src/node/build.ts";
import { render } from "../../src/render/render.ts";
import { typeset } from "../../src/render/typeset.ts";
import { deckText } from "../decks.ts";

/**
 * One cold build of a deck of a thousand slides, with typesetting or (`plain`) without. Prints the milliseconds of
 * processor time that the whole process took: the clock's would be lengthened by others on the same machine.
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
console.log((user + system) / 1000);

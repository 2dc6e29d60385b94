import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { deckText } from "../decks.ts";
import { compareRuns } from "../processes.ts";
import { atMost, type Row, told } from "../rows.ts";

const SIZES = [12, 100, 1000];

/** Cold builds of whole processes: ours, the floor, and Marp where `npm --prefix bench ci` has installed it. */
export async function bench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "tadrich-bench-"));
  try {
    const floor = join(folder, "floor.mjs");
    // One bundle, as ours is: what is compared is the work, not the loading of many small files.
    await build({
      entryPoints: [join("bench", "build", "floor.mjs")],
      outfile: floor,
      bundle: true,
      platform: "node",
      format: "esm",
      minifySyntax: true,
      alias: { handlebars: "handlebars/dist/cjs/handlebars.js" },
      banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
      logLevel: "error",
    });
    const seconds: Record<number, number> = {};
    const rows: Row[] = [];
    for (const size of SIZES) rows.push(...(await benchSize(folder, floor, size, seconds)));
    const growth =
      ((seconds[1000] ?? 0) - (seconds[100] ?? 0)) / 900 / (((seconds[100] ?? 0) - (seconds[12] ?? 0)) / 88);
    return [...rows, told("time a further slide, 100→1000 against 12→100", growth, "×")];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchSize(folder: string, floor: string, size: number, seconds: Record<number, number>): Promise<Row[]> {
  const project = join(folder, `deck-${size}`);
  await mkdir(join(project, "slides"), { recursive: true });
  const source = join(project, "slides", "deck.md");
  const marpSource = join(project, "marp.md");
  await writeFile(source, deckText(size));
  await writeFile(marpSource, deckText(size, "comment").replaceAll("\n## ", "\n---\n\n## "));
  const marp = join("bench", "node_modules", "@marp-team", "marp-cli", "marp-cli.js");
  const runs = await compareRuns(
    {
      floor: [process.execPath, floor, source, join(project, "floor.html")],
      tadrich: [process.execPath, join("lib", "tadrich.js"), "build", source, "--out", join(project, "dist")],
      ...(existsSync(marp) ? { marp: [process.execPath, marp, marpSource, "-o", join(project, "marp.html")] } : {}),
    },
    5,
  );
  const { floor: least, tadrich, marp: peer } = runs;
  if (least === undefined || tadrich === undefined) throw new Error("a run is missing");
  seconds[size] = tadrich.seconds;
  const rows = [
    told(`${size} slides: the floor`, least.seconds, "s"),
    told(`${size} slides: tadrich build`, tadrich.seconds, "s"),
  ];
  if (size === 12) rows.push(atMost("12 slides: tadrich / floor", tadrich.seconds / least.seconds, "×", 2));
  if (size === 1000) {
    rows.push(atMost("1000 slides: tadrich / floor", tadrich.seconds / least.seconds, "×", 3));
    rows.push(atMost("1000 slides: peak memory", tadrich.megabytes, "MB", 200));
  }
  if (peer !== undefined) {
    rows.push(told(`${size} slides: Marp CLI`, peer.seconds, "s"));
    const ratio = tadrich.seconds / peer.seconds;
    rows.push(
      size === 1000
        ? atMost("1000 slides: tadrich / Marp CLI", ratio, "×", 0.5)
        : told(`${size} slides: tadrich / Marp CLI`, ratio, "×"),
    );
  }
  return rows;
}

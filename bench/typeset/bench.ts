import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { atMost, median, type Row, told } from "../rows.ts";

const ROUNDS = 9;

/** What typesetting costs. All is run from bundles, as the product is. */
export async function bench(): Promise<Row[]> {
  // Inside node_modules, so that the bundles find their packages.
  const folder = await mkdtemp(join("node_modules", ".typeset-bench-"));
  try {
    await build({
      entryPoints: [join("bench", "typeset", "build-once.ts"), join("bench", "typeset", "long-text.ts")],
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "error",
    });
    const longText = pathToFileURL(join(folder, "long-text.mjs")).href;
    const { benchLongText } = (await import(longText)) as { benchLongText: () => Row[] };
    return [...benchBuilds(join(folder, "build-once.mjs")), ...benchLongText()];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of one process. */
interface Times {
  readonly main: number;
  /** With the threads of the collector and of the optimising compiler, which work beside the program. */
  readonly all: number;
}

/** Cold builds with and without, by turns, so that both meet the same machine. */
function benchBuilds(program: string): Row[] {
  const once = (how: string): Times => JSON.parse(execFileSync(process.execPath, [program, how], { encoding: "utf8" }));
  const plain: Times[] = [];
  const set: Times[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(once("plain"));
    set.push(once("set"));
  }
  const middle = (times: readonly Times[], of: keyof Times): number => median(times.map((one) => one[of]));
  const added = (of: keyof Times): number => 100 * (middle(set, of) / middle(plain, of) - 1);
  return [
    told("build of 1000 slides without typesetting", middle(plain, "main"), "ms"),
    told("build of 1000 slides", middle(set, "main"), "ms"),
    atMost("typesetting adds to the time", added("main"), "%", 15),
    told("typesetting adds to the processor's time, all threads", added("all"), "%"),
  ];
}

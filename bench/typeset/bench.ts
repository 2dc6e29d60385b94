import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Row } from "../rows.ts";

/** The measurements, run from one bundle as the product is: module by module the loader's own cost would be in them. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(join("node_modules", ".typeset-bench-"));
  try {
    const outfile = join(folder, "measure.mjs");
    await build({
      entryPoints: [join("bench", "typeset", "measure.ts")],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "error",
    });
    const { measure } = (await import(pathToFileURL(outfile).href)) as { measure: () => Promise<Row[]> };
    return await measure();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

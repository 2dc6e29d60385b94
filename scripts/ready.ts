import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import type { Io } from "../src/node/command.ts";
import { writeWhole } from "../src/node/files.ts";
import { io } from "../src/node/io.ts";
import { packageFolder } from "../src/node/package.ts";
import { cachePath, expectShortRun, loadReady, PARAMETERS } from "../src/node/ready/load.ts";
import { COMMON } from "./bundle.ts";

/** The script of `src/node/ready/load.ts`: one function, with the compiled templates inside. */
export async function compileReady(folder: string): Promise<void> {
  const templates: Plugin = {
    name: "templates",
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]made-templates\.ts$/ }, () => ({
        contents: `import * as made from "./templates.js"; export const readMadeTemplates = async () => made;`,
        resolveDir: folder,
      })),
  };
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [join(packageFolder(), "src/node/ready/main.ts")],
    write: false,
    format: "iife",
    globalName: "ready",
    charset: "ascii",
    define: { "import.meta.url": "moduleUrl" },
    supported: { "dynamic-import": false },
    banner: { js: `(function (${PARAMETERS.join(", ")}) {` },
    footer: { js: "return ready.main; })" },
    plugins: [templates],
  });
  const code = outputFiles[0]?.text ?? "";
  await writeFile(join(folder, "ready.js"), toSingleBytes(code));
}

/**
 * The script is loaded as text of single bytes. esbuild escapes what strings hold; regular expressions and comments, which
 * it leaves as they are, take the same escape.
 */
export function toSingleBytes(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * What V8 compiles of the script when it builds and checks our own decks, which have every layout and block. The decks
 * are the product's own, so the cache holds what a build of any deck runs through.
 */
export async function cacheReady(folder: string): Promise<void> {
  expectShortRun();
  const path = join(folder, "ready.js");
  const ready = loadReady(path);
  if (ready === null) throw new Error(`${path} was not made.`);
  const out = await mkdtemp(join(tmpdir(), "tadrich-"));
  try {
    const quiet: Io = { ...io, cwd: packageFolder(), isTerminal: false, out: () => {}, error: () => {} };
    await ready.main(["build", "--out", out], quiet);
    await ready.main(["check"], quiet);
    await writeWhole(cachePath(path), ready.script.createCachedData());
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

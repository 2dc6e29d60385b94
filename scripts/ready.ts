import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build, type Plugin } from "esbuild";
import type { Io } from "../src/node/command.ts";
import { writeWhole } from "../src/node/files.ts";
import { io } from "../src/node/io.ts";
import { packageFolder } from "../src/node/package.ts";
import { cachePath, expectShortRun, loadReady, PARAMETERS } from "../src/node/ready/load.ts";
import { COMMON } from "./bundle.ts";

/** The scripts of `src/node/ready/load.ts`: each one function, with the compiled templates inside that it fills. */
const SCRIPTS: Readonly<Record<string, { readonly entry: string; readonly templates: string }>> = {
  "ready.js": {
    entry: "main.ts",
    templates: `import * as pages from "./templates.js"; export const readMadeTemplates = async () => pages;`,
  },
  "ready-export.js": {
    entry: "export.ts",
    templates:
      `import * as pages from "./templates.js"; import * as parts from "./pptx-templates.js";` +
      `export const readMadeTemplates = async (name) => (name === "pptx-templates.js" ? parts : pages);`,
  },
};

export async function compileReady(folder: string): Promise<void> {
  await Promise.all(Object.keys(SCRIPTS).map((name) => compileScript(folder, name)));
}

async function compileScript(folder: string, name: string): Promise<void> {
  const { entry = "", templates: contents = "" } = SCRIPTS[name] ?? {};
  const templates: Plugin = {
    name: "templates",
    setup: ({ onLoad }) => onLoad({ filter: /[\\/]made-templates\.ts$/ }, () => ({ contents, resolveDir: folder })),
  };
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [join(packageFolder(), "src/node/ready", entry)],
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
  await writeFile(join(folder, name), toSingleBytes(code));
}

/**
 * The script is loaded as text of single bytes. esbuild escapes what strings hold; regular expressions and comments, which
 * it leaves as they are, take the same escape.
 */
export function toSingleBytes(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * What V8 compiles of the scripts when they build, check and export our own decks, which have every layout and block. The
 * decks are the product's own, so the cache holds what any deck runs through. A browser need not be there: nothing is
 * printed.
 */
export async function cacheReady(folder: string): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), "tadrich-"));
  const made = (name: string) => ["-o", join(out, name)];
  try {
    await cacheScript(join(folder, "ready-export.js"), [
      [
        "export",
        "layouts",
        "--notes",
        ...made("a.pptx"),
        ...made("a.html"),
        ...made("a.handout.html"),
        ...made("a.txt"),
      ],
    ]);
    // Last: its flags are those of the other and one more, and a cache is of the flags that are set when it is made.
    await cacheScript(join(folder, "ready.js"), [["build", "--out", out], ["check"]]);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function cacheScript(path: string, commands: readonly (readonly string[])[]): Promise<void> {
  expectShortRun(basename(path));
  const ready = loadReady(path);
  if (ready === null) throw new Error(`${path} was not made.`);
  const quiet: Io = { ...io, cwd: packageFolder(), isTerminal: false, out: () => {}, error: () => {} };
  for (const words of commands) await ready.main(words, quiet);
  await writeWhole(cachePath(path), ready.script.createCachedData());
}

import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { bundleClient, CLIENT_ENTRIES, type ClientFile } from "../src/node/bundle.ts";
import { packageFolder } from "../src/node/package.ts";
import { readTemplates } from "../src/node/project.ts";
import { precompileTemplates } from "../src/render/templates.ts";
import { COMMON } from "./bundle.ts";
import { makeFonts } from "./fonts.ts";
import { cacheReady, compileReady } from "./ready.ts";

async function compileCommand(folder: string): Promise<void> {
  await build({
    ...COMMON,
    entryPoints: {
      tadrich: join(packageFolder(), "src/node/bin.ts"),
      // A thread of its own (src/node/import/apart.ts) starts from a file of its own.
      "import-worker": join(packageFolder(), "src/node/import/worker.ts"),
    },
    outdir: folder,
    splitting: true,
    format: "esm",
    charset: "utf8",
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    chunkNames: "chunks/[name]-[hash]",
  });
  await chmod(join(folder, "tadrich.js"), 0o755);
}

async function compileClient(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = Object.keys(CLIENT_ENTRIES) as ClientFile[];
  await Promise.all(names.map(async (name) => writeFile(join(folder, name), await bundleClient(name))));
}

/**
 * The templates, in one file that is read at once, and compiled: a build or an export need not do it again for those
 * that a project has left as they are.
 */
async function compileTemplateFiles(folder: string): Promise<void> {
  const { files } = await readTemplates(packageFolder());
  await writeFile(join(folder, "templates.json"), JSON.stringify(Object.fromEntries(files)));
  const prefix = "pptx/";
  const pages = [...files].filter(([name]) => !name.startsWith(prefix));
  const parts = [...files].filter(([name]) => name.startsWith(prefix));
  await compileSet(pages, join(folder, "templates.js"));
  await compileSet(
    parts.map(([name, text]) => [name.slice(prefix.length), text]),
    join(folder, "pptx-templates.js"),
  );
}

async function compileSet(set: readonly (readonly [string, string])[], path: string): Promise<void> {
  const files = new Map(set.filter(([name]) => name.endsWith(".hbs")));
  const sources = JSON.stringify(Object.fromEntries(files));
  const { programs, parts } = precompileTemplates(files);
  const text = `export const sources=${sources};export const programs=${programs};export const parts=${parts};`;
  const { code } = await transform(text, { minify: true, charset: "utf8", format: "esm" });
  await writeFile(path, code);
}

/**
 * Makes `lib/`, which is not in git: the command line in a few files that load fast, the client files, the fonts.
 * Made beside and renamed: who runs the product meanwhile has the old one or the new one, never a part.
 */
const lib = join(packageFolder(), "lib");
const beside = `${lib}.${process.pid}.tmp`;
await rm(beside, { recursive: true, force: true });
await Promise.all([compileCommand(beside), compileClient(join(beside, "client")), makeFonts(join(beside, "fonts"))]);
await compileTemplateFiles(beside);
await compileReady(beside);
await rm(lib, { recursive: true, force: true });
await rename(beside, lib);
await cacheReady(lib);

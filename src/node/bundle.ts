import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { slimEditor } from "./edit/slim.ts";
import { Failure, isSystemError } from "./failure.ts";
import { packageFolder, runsFromSource } from "./package.ts";

/** What runs in a browser, by the name of its file in `lib/client/`, and the source that it is made of. */
export const CLIENT_ENTRIES = {
  "deck.js": "src/client/deck.ts",
  "room.js": "src/client/room/main.ts",
  "live.js": "src/client/live/main.ts",
  "editor.js": "src/client/editor/main.ts",
  "frame.js": "src/client/editor/frame/main.ts",
  "reveal.css": "src/client/reveal.css",
} as const;
export type ClientFile = keyof typeof CLIENT_ENTRIES;

/**
 * A client file, minified. From an installed package it was made on `prepare`; from source it is bundled afresh.
 * @throws Failure `incomplete-install` where `lib/` was not made.
 */
export async function clientFile(name: ClientFile): Promise<string> {
  if (runsFromSource()) return bundleClient(name);
  const path = join(packageFolder(), "lib", "client", name);
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (!isSystemError(error, "ENOENT")) throw error;
    throw new Failure("incomplete-install", `${path} is missing.`, "Run: npm run prepare", error);
  }
}

/** Bundles a client entry with esbuild: one script that needs nothing beside it, or one style sheet. */
export async function bundleClient(name: ClientFile): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(packageFolder(), CLIENT_ENTRIES[name])],
    absWorkingDir: packageFolder(),
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: ["chrome111", "firefox115", "safari16.4"],
    ...(name === "editor.js" ? slimEditor() : {}),
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

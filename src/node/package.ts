import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.ts";

/**
 * The folder of the installed package: its templates and compiled files stand there. This code runs from `src/node/` as
 * well as from one bundled file in `lib/`, so the folder is found by its `package.json`.
 */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Failure("incomplete-install", "The package's own folder cannot be found.");
    folder = parent;
  }
  return folder;
}

/** Whether the code runs from its TypeScript source, where client code is bundled afresh so that an edit shows at once. */
export function runsFromSource(): boolean {
  return import.meta.url.endsWith(".ts");
}

export function version(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as { version: string };
  return version;
}

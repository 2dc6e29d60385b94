import { existsSync, type FSWatcher, watch } from "node:fs";
import { isSystemError } from "./failure.ts";

/** Editors write a file in several steps (truncate, write, rename); one saved file is one change. Milliseconds. */
const QUIET = 25;

/**
 * Calls `changed` after something in these folders changed, once for a burst, and never while an earlier call is still
 * at work: what came meanwhile makes one more call.
 * @returns A function that stops it.
 */
export function watchFolders(
  folders: readonly string[],
  changed: (names: ReadonlySet<string>) => Promise<void>,
): () => void {
  let names = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;

  async function settle(): Promise<void> {
    if (busy || names.size === 0) return;
    busy = true;
    const now = names;
    names = new Set();
    try {
      await changed(now);
    } finally {
      busy = false;
      void settle();
    }
  }
  function note(_event: string, name: string | Buffer | null): void {
    const text = String(name ?? "");
    if (text.endsWith(".tmp") || text.endsWith("~") || text.endsWith(".swp")) return;
    names.add(text);
    clearTimeout(timer);
    timer = setTimeout(() => void settle(), QUIET);
  }

  const watchers = folders.filter((folder) => existsSync(folder)).map((folder) => watchFolder(folder, note));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function watchFolder(folder: string, note: (event: string, name: string | Buffer | null) => void): FSWatcher {
  const watcher = watch(folder, { recursive: true }, note);
  watcher.on("error", (error) => {
    // A folder that goes away while it is watched is a change, not a failure.
    if (isSystemError(error, "ENOENT", "EPERM")) note("rename", folder);
    else throw error;
  });
  return watcher;
}

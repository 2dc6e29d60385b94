import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { isSystemError } from "./failure.ts";

/** Editors write a file in several steps (truncate, write, rename); one saved file is one change. Milliseconds. */
const QUIET = 25;

/**
 * Calls `changed` after something in these folders changed, once for a burst, and never while an earlier call is still
 * at work: what came meanwhile makes one more call. A folder need not be there yet, and may go and come back.
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
  function note(_event: string, text: string): void {
    if (text.endsWith(".tmp") || text.endsWith("~") || text.endsWith(".swp")) return;
    names.add(text);
    clearTimeout(timer);
    timer = setTimeout(() => void settle(), QUIET);
  }

  const stops = folders.map((folder) => watchTree(folder, note));
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

type Note = (event: string, name: string) => void;

/** Folders below the watched one, at most; a deck may lie in somebody's home. */
const MOST_FOLDERS = 500;
const PASSED_OVER = /^\.|^node_modules$/;

/**
 * Watches a folder and all below it, each by a watcher of its own. Node's recursive watching loses sight, on Linux, of a
 * file whose place another one takes by a rename, which is how careful editors save (nodejs/node, lib/internal/fs/
 * recursive_watch.js watches files, not names; seen with 20.20).
 */
function watchTree(root: string, note: Note): () => void {
  const watchers = new Map<string, FSWatcher>();
  const drop = (folder: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };
  const add = (folder: string): void => {
    if (watchers.has(folder) || watchers.size >= MOST_FOLDERS) return;
    try {
      const watcher = watch(folder, (event, name) => heard(folder, event, name));
      // A folder that goes away while it is watched is a change, not a failure.
      watcher.on("error", () => drop(folder));
      watchers.set(folder, watcher);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !PASSED_OVER.test(entry.name)) add(join(folder, entry.name));
    } catch (error) {
      if (!isUnwatchable(error)) throw error;
    }
  };
  const heard = (folder: string, event: string, name: string | null): void => {
    const path = name === null ? folder : join(folder, name);
    note(event, relative(root, path));
    if (event !== "rename" || name === null || PASSED_OVER.test(name)) return;
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    // What was there before, even under the same name, is another folder.
    drop(path);
    if (isFolder) add(path);
  };
  // Asked first, so that nothing comes between it and the folder.
  const stop = watchName(root, (event) => {
    drop(root);
    add(root);
    note(event, "");
  });
  add(root);
  return () => {
    stop();
    drop(root);
  };
}

/** Tells when something is made, renamed or deleted at a path, in a folder that is there. */
function watchName(path: string, changed: (event: string) => void): () => void {
  try {
    const watcher = watch(dirname(path), (event, name) => {
      if (event === "rename" && name === basename(path)) changed(event);
    });
    watcher.on("error", () => watcher.close());
    return () => watcher.close();
  } catch (error) {
    if (!isUnwatchable(error)) throw error;
    return () => undefined;
  }
}

function isUnwatchable(error: unknown): boolean {
  return isSystemError(error, "ENOENT", "ENOTDIR", "EACCES", "EPERM", "ENOSPC", "EMFILE");
}

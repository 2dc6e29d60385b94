import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { watchFolders } from "./watch.ts";

let folder = "";
let stop: () => void = () => {};
let seen: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tadrich-watch-"));
  await mkdir(join(folder, "talk"));
  await writeFile(join(folder, "talk.md"), "0");
  seen = [];
  stop = watchFolders([folder], async (names) => void seen.push(...names));
});
afterEach(async () => {
  stop();
  await rm(folder, { recursive: true, force: true });
});

/** Changes something, and waits until it is noticed. */
async function noticed(name: string, change: () => Promise<unknown>): Promise<void> {
  seen = [];
  await change();
  await expect.poll(() => seen, { timeout: 20_000 }).toContain(name);
}

test("a file that is replaced by a rename is seen each time, as careful editors save", async () => {
  for (let save = 1; save <= 4; save++) {
    await noticed("talk.md", async () => {
      await writeFile(join(folder, ".talk.tmp"), String(save));
      await rename(join(folder, ".talk.tmp"), join(folder, "talk.md"));
    });
  }
  await noticed("talk.md", () => writeFile(join(folder, "talk.md"), "in place"));
});

test("folders below are watched, also new ones and those that come back", async () => {
  await noticed(join("talk", "a.png"), () => writeFile(join(folder, "talk", "a.png"), "1"));
  await noticed("new", () => mkdir(join(folder, "new")));
  await noticed(join("new", "b.png"), () => writeFile(join(folder, "new", "b.png"), "1"));
  await noticed("new", () => rm(join(folder, "new"), { recursive: true }));
  await noticed("new", () => mkdir(join(folder, "new")));
  await noticed(join("new", "c.png"), () => writeFile(join(folder, "new", "c.png"), "1"));
});

test("a folder that is made after the start is watched, and so is one that comes back in its place", async () => {
  stop();
  const late = join(folder, "templates");
  stop = watchFolders([late], async (names) => void seen.push(...names));
  await noticed("", () => mkdir(late));
  await noticed("page.hbs", () => writeFile(join(late, "page.hbs"), "1"));
  await noticed("", () => rm(late, { recursive: true }));
  await noticed("", () => mkdir(join(late, "theme"), { recursive: true }));
  await noticed(join("theme", "blocks.css"), () => writeFile(join(late, "theme", "blocks.css"), "1"));
});

test("another folder that takes the place of one below is watched", async () => {
  await mkdir(join(folder, "other"));
  await noticed("talk", async () => {
    await rename(join(folder, "talk"), join(folder, "old"));
    await rename(join(folder, "other"), join(folder, "talk"));
  });
  await noticed(join("talk", "a.png"), () => writeFile(join(folder, "talk", "a.png"), "1"));
});

import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Failure } from "./failure.ts";
import { writeAllWhole, writeWhole } from "./files.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tadrich-files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("files that belong together are written with the folders that are missing", async () => {
  await writeAllWhole([
    { path: join(folder, "a.txt"), content: "new a" },
    { path: join(folder, "deep", "b.txt"), content: new Uint8Array([98]) },
  ]);
  expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("new a");
  expect(await readFile(join(folder, "deep", "b.txt"), "utf8")).toBe("b");
  expect((await readdir(folder)).sort()).toEqual(["a.txt", "deep"]);
});

test("where one of them cannot be written, none is replaced and nothing is left behind", async () => {
  await writeFile(join(folder, "a.txt"), "old a");
  await writeFile(join(folder, "file"), "");
  const files = [
    { path: join(folder, "a.txt"), content: "new a" },
    { path: join(folder, "file", "b.txt"), content: "new b" },
  ];
  await expect(writeAllWhole(files)).rejects.toThrow("cannot be written");
  expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("old a");
  expect((await readdir(folder)).sort()).toEqual(["a.txt", "file"]);
});

test("a folder that goes away while a file is written is a failure that names the file, as all the system says is", async () => {
  const path = join(folder, "stick", "deck.md");
  const pullOut = async () => {
    await rm(join(folder, "stick"), { recursive: true });
    return true;
  };
  const failure = await writeWhole(path, "text", { confirm: pullOut }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({ code: "not-readable", message: `${path} cannot be written (ENOENT).` });
});

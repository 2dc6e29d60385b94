import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { olderPictures, pictureNames } from "./picture-names.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tadrich-pictures-"));
  const others = ["talk-2019.png", "talk-03.jpg", "talks-03.png", "talk-3.png", "talk-a3.png", "talk-03.cover.png"];
  const names = ["talk-01.png", "talk-02.png", "talk-03.png", "talk-04.png", "talk-100.png", ...others];
  await Promise.all(names.map((name) => writeFile(join(folder, name), "")));
});
afterAll(() => rm(folder, { recursive: true }));

test("one picture has the name that was asked for, several are numbered as broadly as their count needs", () => {
  const path = join(folder, "talk.png");
  expect(pictureNames(path, 1)).toEqual([path]);
  expect(pictureNames(path, 2).map((name) => basename(name))).toEqual(["talk-01.png", "talk-02.png"]);
  expect(basename(pictureNames(path, 120)[6] ?? "")).toBe("talk-007.png");
});

test("pictures of a longer run are found, and no other files", async () => {
  const path = join(folder, "talk.png");
  const older = async (count: number) =>
    (await olderPictures(path, pictureNames(path, count))).map((name) => basename(name));
  expect(await older(2)).toEqual(["talk-03.png", "talk-04.png", "talk-100.png"]);
  expect(await older(4)).toEqual(["talk-100.png"]);
  expect(await older(1)).toHaveLength(5);
  expect(await olderPictures(join(folder, "none", "talk.png"), [])).toEqual([]);
});

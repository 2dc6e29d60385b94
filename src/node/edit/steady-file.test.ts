import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SteadyFile } from "./steady-file.ts";

const TEXT = "## אחת\n\n- א\n\n## שתיים\n";

let folder = "";
let path = "";
let file: SteadyFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tadrich-steady-"));
  path = join(folder, "deck.md");
  await writeFile(path, TEXT);
  file = new SteadyFile(path, 1_000_000);
  await file.read();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = async (): Promise<string> => Buffer.from(await file.read()).toString("utf8");

test.each([
  ["empty", ""],
  ["written in part", TEXT.slice(0, 12)],
])("a file that is %s while it is being saved is read when it is whole", async (_, part) => {
  await writeFile(path, part);
  const reading = read();
  await writeFile(path, TEXT.replace("א", "ב"));
  expect(await reading).toBe(TEXT.replace("א", "ב"));
});

test("a file that is gone for a moment is read when it is back", async () => {
  await rm(path);
  const reading = read();
  await writeFile(path, "## אחרת\n");
  expect(await reading).toBe("## אחרת\n");
});

test("a text that was cut and stays so is believed, and so is a file that stays away", async () => {
  await writeFile(path, TEXT.slice(0, 12));
  expect(await read()).toBe(Buffer.from(TEXT.slice(0, 12)).toString("utf8"));
  await rm(path);
  await expect(file.read()).rejects.toMatchObject({ code: "not-found" });
});

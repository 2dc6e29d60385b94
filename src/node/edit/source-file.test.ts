import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SourceFile } from "./source-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tadrich-source-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function makeFile(text: string): Promise<SourceFile> {
  const path = join(await mkdtemp(join(folder, "deck-")), "deck.md");
  await writeFile(path, text);
  return new SourceFile(path, 1_000_000);
}

test("a save from the text on disk is written, byte for byte", async () => {
  const file = await makeFile("\uFEFF## שלום\r\n");
  const { text, hash } = await file.read();
  const saved = await file.save(hash, `${text}\r\nעוד שורה\n`);
  expect(saved.status).toBe("saved");
  expect(await readFile(file.path, "utf8")).toBe("\uFEFF## שלום\r\n\r\nעוד שורה\n");
  expect(await file.read()).toMatchObject({ hash: saved.status === "saved" && saved.hash });
});

test("a save from another text writes nothing, leaves nothing behind, and brings the text on disk", async () => {
  const file = await makeFile("אחת");
  const { hash } = await file.read();
  await writeFile(file.path, "שתיים");
  expect(await file.save(hash, "שלוש")).toMatchObject({ status: "changed", current: { text: "שתיים" } });
  expect(await readFile(file.path, "utf8")).toBe("שתיים");
  expect(await readdir(join(file.path, ".."))).toEqual(["deck.md"]);
});

test("of many saves from one text exactly one is written", async () => {
  const file = await makeFile("התחלה");
  const { hash } = await file.read();
  const results = await Promise.all(Array.from({ length: 20 }, (_, index) => file.save(hash, `גרסה ${index}`)));
  expect(results.filter(({ status }) => status === "saved")).toHaveLength(1);
  expect(await readFile(file.path, "utf8")).toBe(`גרסה ${results.findIndex(({ status }) => status === "saved")}`);
});

test("a file that is gone is a failure that names it, and the next save works again", async () => {
  const file = await makeFile("x");
  const { hash } = await file.read();
  await rm(file.path);
  await expect(file.save(hash, "y")).rejects.toThrow(file.path);
  await writeFile(file.path, "x");
  expect(await file.save(hash, "y")).toMatchObject({ status: "saved" });
});

test("who waits until all is settled finds the saves on the disk that had begun", async () => {
  const file = await makeFile("התחלה");
  const { hash } = await file.read();
  const saving = file.save(hash, "סוף");
  await file.settled();
  expect(await readFile(file.path, "utf8")).toBe("סוף");
  expect(await saving).toMatchObject({ status: "saved" });
});

import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeExporter } from "./exporter.ts";
import type { Exporter } from "./server.ts";

const TALK = `---
title: סקירה קצרה
---

## הראשונה: נתוני OECD

- עלייה של 12% ב-2019

::: notes
מילים שנאמרות.
:::
`;

let folder = "";
let exporter: Exporter;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tadrich-exporter-"));
  await writeFile(join(folder, "talk.md"), TALK);
  exporter = makeExporter(
    { name: "talk", path: join(folder, "talk.md"), shown: "slides/talk.md", project: folder },
    "he",
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const textOf = async (format: string): Promise<string> => strFromU8((await exporter.run(format)).bytes);
const partOf = async (format: string, name: string): Promise<string> => {
  const parts = unzipSync((await exporter.run(format)).bytes);
  return strFromU8(parts[name] ?? new Uint8Array());
};

test("the editor offers every format that is one file", () => {
  expect(exporter.formats).toEqual(["pptx", "pdf", "handout", "html", "docx", "md", "txt"]);
});

test("what needs no browser is what the command line makes, under the deck's name", async () => {
  expect(await textOf("txt")).toContain("עלייה של ");
  expect(await textOf("md")).toContain("## הראשונה: נתוני OECD");
  expect(await textOf("html")).toContain("<title>סקירה קצרה</title>");
  expect(await partOf("pptx", "ppt/slides/slide2.xml")).toContain("עלייה של ");
  expect(await partOf("docx", "word/document.xml")).toContain("הראשונה");
  const { name, type } = await exporter.run("pptx");
  expect([name, type]).toEqual([
    "talk.pptx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ]);
  // Nothing is left beside the deck.
  expect(await readdir(folder)).toEqual(["talk.md"]);
});

test("a deck with an error is not exported: it is told where the error is", async () => {
  await writeFile(join(folder, "talk.md"), TALK.replace("title: סקירה קצרה", "title: ["));
  await expect(exporter.run("pptx")).rejects.toThrow(/slides\/talk\.md:\d+ /);
});

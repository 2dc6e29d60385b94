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

/** What the file says, for each format that is made without a browser. */
const READ: Readonly<Record<string, readonly [part: string | null, words: string]>> = {
  txt: [null, "עלייה של "],
  md: [null, "## הראשונה: נתוני OECD"],
  html: [null, "<title>סקירה קצרה</title>"],
  pptx: ["ppt/slides/slide2.xml", "עלייה של "],
  docx: ["word/document.xml", "הראשונה"],
};

test("the editor offers every format that is one file", () => {
  expect(exporter.formats).toEqual(["pptx", "pdf", "handout", "html", "docx", "md", "txt"]);
});

test.each(Object.entries(READ))(
  "%s is what the command line makes, under the deck's name",
  async (format, [part, words]) => {
    const { name, bytes } = await exporter.run(format);
    expect(name).toBe(`talk.${format}`);
    expect(strFromU8(part === null ? bytes : (unzipSync(bytes)[part] ?? new Uint8Array()))).toContain(words);
    // Nothing is left beside the deck.
    expect(await readdir(folder)).toEqual(["talk.md"]);
  },
);

test("a deck with an error is not exported: it is told where the error is", async () => {
  await writeFile(join(folder, "talk.md"), TALK.replace("title: סקירה קצרה", "title: ["));
  await expect(exporter.run("pptx")).rejects.toThrow(/slides\/talk\.md:\d+ /);
});

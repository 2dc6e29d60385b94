import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fixtureBytes, truthOf } from "../import/testing/files.ts";
import { readArguments } from "./arguments.ts";
import type { Io } from "./command.ts";
import { command as importCommand } from "./commands/import.ts";
import { command as repairCommand } from "./commands/repair.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a command in the folder; answers with what it wrote. */
async function run(
  command: typeof importCommand,
  words: readonly string[],
  input = "",
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const io: Io = {
    cwd: folder,
    env: { LANG: "C" },
    isTerminal: false,
    out: (text) => {
      out += text;
    },
    error: (text) => {
      err += text;
    },
    input: async () => new TextEncoder().encode(input),
  };
  const { values, positionals } = readArguments(command, words);
  const code = await command.run(values, positionals, io);
  return { code, out, err };
}

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const get = (name: string): string => readFileSync(join(folder, name), "utf8");
const report = (name: string) => JSON.parse(get(`slides/${name}.import.json`));

test("a brief becomes slide source with a report beside it", async () => {
  put("water.md", truthOf("water").text);
  const { code, out } = await run(importCommand, ["water.md"]);
  expect(code).toBe(0);
  expect(out).toBe("slides/water.md: 10 slides from 10 paragraphs\n");
  expect(get("slides/water.md")).toMatch(/^---\ntitle: מים למשק מתחמם\n/u);
  expect(report("water")).toMatchObject({
    kind: "markdown",
    source: "water.md",
    brief: { number: "27", authors: ["נועה ברקאי", "איתן שגב"] },
  });
  expect(report("water").slides[0]).toEqual({ slide: 2, title: "שורה תחתונה", paragraphs: [1] });
});

test("an existing file is never overwritten; --force keeps a copy, and a second one beside it", async () => {
  put("water.md", truthOf("water").text);
  await run(importCommand, ["water.md"]);
  writeFileSync(join(folder, "slides/water.md"), "mine");
  await expect(run(importCommand, ["water.md"])).rejects.toMatchObject({ code: "exists" });
  expect(get("slides/water.md")).toBe("mine");
  const { err } = await run(importCommand, ["water.md", "--force"]);
  expect(err).toContain("slides/water.md.bak");
  expect(get("slides/water.md.bak")).toBe("mine");
  writeFileSync(join(folder, "slides/water.md"), "mine again");
  await run(importCommand, ["water.md", "--force"]);
  expect(get("slides/water.md.bak")).toBe("mine");
  expect(get("slides/water.md.bak2")).toBe("mine again");
});

test("the same brief imported again changes nothing and needs no force", async () => {
  put("water.md", truthOf("water").text);
  await run(importCommand, ["water.md"]);
  const before = get("slides/water.md");
  expect((await run(importCommand, ["water.md"])).code).toBe(0);
  expect(get("slides/water.md")).toBe(before);
});

test("several files in one go; one that is broken stops none of the others", async () => {
  put("health.docx", fixtureBytes("health.docx"));
  put("broken.pdf", "%PDF-1.7 nothing");
  put("water.pdf", fixtureBytes("water.chromium.pdf"));
  const { code, err } = await run(importCommand, ["health.docx", "broken.pdf", "water.pdf"]);
  expect(code).toBe(2);
  expect(err).toBe("tadrich: broken.pdf: The PDF is broken and cannot be read.\n");
  expect(readdirSync(join(folder, "slides")).filter((name) => name.endsWith(".md"))).toEqual(["health.md", "water.md"]);
});

test("a pipe needs no name: the title gives it", async () => {
  await run(
    importCommand,
    ["-", "--no-repair"],
    "# מסמך קצר\n\nזו פסקה שיש בה כמה מילים של ממש.\n\n## סוף\n\nועוד פסקה אחת, ארוכה מעט מן הראשונה.\n",
  );
  expect(readdirSync(join(folder, "slides"))).toContain("מסמך-קצר.md");
});

test("pictures stand in the folder of the deck", async () => {
  put("housing.docx", fixtureBytes("housing.docx"));
  await run(importCommand, ["housing.docx"]);
  expect(readdirSync(join(folder, "slides/housing"))).toEqual(["picture-1.png"]);
  expect(get("slides/housing.md")).toContain('![מפת האזורים](housing/picture-1.png "איור 1: מפת האזורים")');
});

test("--outline prints and writes titles only; --slides keeps to a budget", async () => {
  put("water.md", truthOf("water").text);
  const { out } = await run(importCommand, ["water.md", "--outline", "--slides", "5"]);
  expect(out.split("\n").slice(0, 2)).toEqual(["  1  מים למשק מתחמם", "  2  שורה תחתונה  (1)"]);
  expect(get("slides/water.md")).not.toContain("- ");
  expect(report("water").slides).toHaveLength(4);
  await expect(run(importCommand, ["water.md", "--slides", "1"])).rejects.toMatchObject({ code: "usage" });
});

test("a name never leads out of the folder", async () => {
  put("water.md", truthOf("water").text);
  await run(importCommand, ["water.md", "--name", "../../evil"]);
  expect(readdirSync(join(folder, "slides"))).toContain("evil.md");
});

const SCRAMBLED = [
  " ",
  "הברית ארצות נשיא בין הפגישה ",
  "הפגישה בין נשיא ארצות הברית ",
  "לבין ראש הממשלה נערכה אתמול ",
  "ובסופה לא נמסרה כל הודעה. ",
].join("\n");

test("repair keeps the lines of a text and every letter of each", async () => {
  put("in.txt", SCRAMBLED);
  await run(repairCommand, ["in.txt", "-o", "out.txt"]);
  const letters = (text: string): string[] =>
    text.split("\n").map((line) => [...line.replace(/\s/gu, "")].sort().join(""));
  expect(letters(get("out.txt"))).toEqual(letters(SCRAMBLED));
});

test("--take takes a reading that exists, and says how many there are", async () => {
  put("in.txt", SCRAMBLED);
  await expect(run(repairCommand, ["in.txt", "--take", "3:99"])).rejects.toMatchObject({ code: "usage" });
  await expect(run(repairCommand, ["in.txt", "--take", "x"])).rejects.toMatchObject({ code: "usage" });
  expect((await run(repairCommand, ["in.txt", "--take", "2:1"])).err).not.toContain("in.txt:2:");
});

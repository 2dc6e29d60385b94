import { describe, expect, test } from "vitest";
import { draft } from "../../import/draft/draft.ts";
import {
  decodeText,
  isBinaryKind,
  kindOf,
  NO_PROPERTIES,
  plainLines,
  Refusal,
  readBinary,
  readMarkdown,
  readText,
  refusalSentence,
  structure,
} from "../../import/index.ts";
import { fixtureBytes, truthOf } from "../../import/testing/files.ts";
import { type Hostile, hostileFiles } from "../../import/testing/hostile.ts";
import { BOUNDS, readApart } from "./apart.ts";

const files = hostileFiles({
  pdf: fixtureBytes("water.chromium.pdf"),
  docx: fixtureBytes("water.docx"),
  text: truthOf("water").text,
});

/** Those that only the bounds of time and memory stop. */
const isHeavy = ({ name }: Hostile): boolean => /^bomb-.*\.pdf$/u.test(name);

async function importHostile({ name, bytes }: Hostile, read: typeof readBinary): Promise<void> {
  const kind = kindOf(bytes, name);
  if (isBinaryKind(kind)) draft(structure(await read(bytes, kind)));
  else if (kind === "markdown") draft(structure(readMarkdown(decodeText(bytes))));
  else
    draft(
      structure({ ...readText(plainLines(decodeText(bytes))), footnotes: [], pictures: [], properties: NO_PROPERTIES }),
    );
}

async function refusalOf(file: Hostile, read: typeof readBinary): Promise<string> {
  try {
    await importHostile(file, read);
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw new Error(`${file.name} broke the importer`, { cause: error });
  }
  return "accepted";
}

test("there are five hundred hostile files, each with its own name", () => {
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  expect(files.length).toBeGreaterThanOrEqual(500);
});

test("each ends in a refusal", async () => {
  const accepted: string[] = [];
  for (const file of files.filter((each) => !isHeavy(each)))
    if ((await refusalOf(file, readBinary)) === "accepted") accepted.push(file.name);
  expect(accepted).toEqual([]);
}, 240_000);

describe("files that grow are stopped in their thread", () => {
  test.each(files.filter(isHeavy).map((file) => [file.name, file] as const))("%s", async (_, file) => {
    const read: typeof readBinary = (bytes, kind) => readApart(bytes, kind);
    expect(["too-slow", "too-much-memory", "no-prose", "too-much-inside"]).toContain(await refusalOf(file, read));
  });

  test("also when the time is short", async () => {
    const file = files.find(({ name }) => name === "bomb-saves.pdf")!;
    await expect(readApart(file.bytes, "pdf", undefined, { ...BOUNDS, seconds: 0.01 })).rejects.toMatchObject({
      reason: "too-slow",
    });
  });
});

test("a refusal is one line in each language", () => {
  for (const lang of ["he", "ar", "en"] as const)
    expect(refusalSentence(new Refusal("scanned"), lang)).toMatch(/^[^\n]{20,200}$/u);
});

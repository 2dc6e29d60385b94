import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "./cli.ts";
import type { ExitCode, Io } from "./command.ts";
import { isWritten } from "./commands/build.ts";

const GOOD = "---\ntitle: מצגת\n---\n\n## שקופית\n\n- נקודה\n\n::: notes\nדברים שאומרים\n:::\n";

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "tadrich-build-"));
  await mkdir(join(cwd, "slides"));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

/** Runs a command line in the project, and answers with what it printed. */
async function run(...words: readonly string[]): Promise<{ code: ExitCode; out: string; error: string }> {
  let out = "";
  let error = "";
  const io: Io = {
    cwd,
    env: { TADRICH_LANG: "en" },
    isTerminal: false,
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    input: async () => new Uint8Array(),
  };
  return { code: await main(words, io), out, error };
}
const write = (name: string, content: string | Uint8Array) => writeFile(join(cwd, "slides", name), content);
const page = (name: string) => readFile(join(cwd, "dist", name, "index.html"), "utf8");

test("every deck of slides/ becomes a page, and the list names them; twice the same bytes", async () => {
  await write("one.md", GOOD);
  await write("two.md", GOOD.replace("מצגת", "שנייה"));
  expect((await run("build")).code).toBe(0);
  const before = [await page("one"), await readFile(join(cwd, "dist", "index.html"), "utf8")];
  expect(before[1]).toContain("one/index.html");
  expect(before[1]).toContain("שנייה");
  await run("build");
  expect([await page("one"), await readFile(join(cwd, "dist", "index.html"), "utf8")]).toEqual(before);
});

test("it tells slides, minutes with their rate, and size; --json for machines", async () => {
  await write("one.md", GOOD.replace("דברים שאומרים", "מילה ".repeat(240)));
  expect((await run("build")).out).toMatch(
    /one[\\/]index\.html {2}2 slides, 2\.0 minutes at 120 words a minute, \d+ kB/,
  );
  const { decks } = JSON.parse((await run("build", "--json")).out) as {
    decks: { name: string; slides: number; minutes: number }[];
  };
  expect(decks).toMatchObject([{ name: "one", slides: 2, minutes: 2, wordsPerMinute: 120, diagnostics: [] }]);
});

test.each([
  [
    "an unclosed fence",
    "---\ntitle: א\n---\n\n## ב\n\n::: columns\nג\n",
    "slides/one.md:7:1 error deck/unclosed-block",
  ],
  ["bad YAML", "---\ntitle: [א\n---\n\n## ב\n", "slides/one.md:"],
  ["a NUL byte", "---\ntitle: א\n---\n\n## ב\0\n", "slides/one.md:5:5 error source/nul"],
  [
    "bytes that are not UTF-8",
    Buffer.from([0x23, 0x23, 0x20, 0xe2, 0x28, 0xa1, 0x0a]),
    "slides/one.md:1:4 error source/not-utf8",
  ],
  ["a picture outside of the project", `${GOOD}\n## ת\n\n![א](../../../etc/passwd)\n`, "error image/outside"],
  ["a picture on the network", `${GOOD}\n## ת\n\n![א](https://example.org/a.png)\n`, "error image/remote"],
])("%s is told by its place, and the page of before stays", async (_name, content, told) => {
  await write("one.md", GOOD);
  await run("build");
  const before = await page("one");
  await write("one.md", content);
  const { code, error, out } = await run("build");
  expect(error).toContain(told);
  expect(error + out).not.toMatch(/\n\s+at /);
  expect(code).toBe(1);
  expect(await page("one")).toBe(before);
  expect(await readdir(join(cwd, "dist", "one"))).toEqual(["index.html"]);
});

test("ten megabytes of one line, CRLF and a byte order mark are no failures of the machine", async () => {
  await write("crlf.md", `\uFEFF${GOOD.replaceAll("\n", "\r\n")}`);
  await write("long.md", `${GOOD}\n## ארוכה\n\n${"מילה ".repeat(1_200_000)}\n`);
  const { code, error } = await run("build");
  expect(code).not.toBe(2);
  expect(error).not.toMatch(/\n\s+at /);
  expect(await page("crlf")).toContain("נקודה");
  for (const line of error.split("\n")) expect(line.length).toBeLessThan(400);
});

test("a source that is too large is one line with its size", async () => {
  await write("one.md", "א".repeat(12_000_000));
  const { code, error } = await run("build");
  expect([code, error.trim()]).toEqual([
    1,
    "slides/one.md error source/too-large The file is too large: 22.9 MB, the limit is 20.0 MB",
  ]);
});

test.each(["build", "check"])("%s speaks the language that was asked for on every line", async (command) => {
  await write("one.md", `${GOOD}\n## ארוכה\n\n${"מילה ".repeat(4000)}\n`);
  expect((await run(command)).error).toMatch(/layout\/overflow The slide/);
});

test("a folder in place of a deck is one clear line", async () => {
  await mkdir(join(cwd, "slides", "folder.md"));
  expect(await run("build")).toEqual({
    code: 2,
    out: "",
    error: `tadrich: ${join(cwd, "slides", "folder.md")} is not a file.\n`,
  });
});

test.each([
  [["biuld"], "Did you mean build?"],
  [["--versoin"], "Did you mean --version?"],
  [["build", "--wacth"], "Did you mean --watch?"],
  [["build", "none"], "There is no deck none."],
  [["build", "--theme", "lailah"], "Did you mean laila?"],
  [["build", "--lang", "xx"], "Unknown language xx."],
  [["export", "one"], "-o"],
])("%j is refused with what to do", async (words, told) => {
  await write("one.md", GOOD);
  const { code, error } = await run(...words);
  expect(code).toBe(2);
  expect(error).toContain(told);
});

test("a template of the project takes the place of ours; a mistake in it is told by its line", async () => {
  await write("one.md", GOOD);
  await mkdir(join(cwd, "templates", "layouts"), { recursive: true });
  const template = join(cwd, "templates", "layouts", "points.hbs");
  await writeFile(template, '<section id="{{id}}" class="slide"><h2>{{{title}}}</h2><p>שלנו</p></section>');
  expect((await run("build")).code).toBe(0);
  expect(await page("one")).toContain("<p>שלנו</p>");
  await writeFile(template, '<section id="{{id}}">\n{{titel}}\n{{{name}}}\n</section>');
  const { code, error } = await run("build");
  expect(code).toBe(1);
  expect(error).toMatch(/templates\/layouts\/points\.hbs.*titel/);
  expect(await page("one")).toContain("<p>שלנו</p>");
});

test("check --fix mends what is safe, keeps line ends, and has nothing more to do the second time", async () => {
  await write("one.md", `\uFEFF${GOOD}- עלות 1,250₪ \u200F\u200F\n`.replaceAll("\n", "\r\n"));
  await run("check", "--fix");
  const once = await readFile(join(cwd, "slides", "one.md"), "utf8");
  await run("check", "--fix");
  expect(await readFile(join(cwd, "slides", "one.md"), "utf8")).toBe(once);
  expect(once.startsWith("\uFEFF---\r\n")).toBe(true);
  expect(once.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("--help of every command names its options, and --version the version", async () => {
  const { out } = await run("--help");
  const names = [...out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name ?? "");
  expect(names).toEqual(["build", "check", "import", "repair", "present", "export", "edit"]);
  for (const name of names) expect((await run(name, "--help")).out).toContain(`Usage: tadrich ${name}`);
  expect((await run("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe("--watch", () => {
  /** What a watching build prints; it never ends, and its watchers do not keep this process. */
  function watch(...words: readonly string[]): { error: string } {
    const said = { error: "" };
    const io: Io = {
      cwd,
      env: { TADRICH_LANG: "en" },
      isTerminal: false,
      out: () => {},
      error: (text) => {
        said.error += text;
      },
      input: async () => new Uint8Array(),
    };
    void main(["build", ...words, "--watch"], io);
    return said;
  }
  const soon = { timeout: 20_000 };

  test("goes on when the last deck is away for a moment", async () => {
    await write("one.md", GOOD);
    const said = watch();
    await expect.poll(() => said.error, soon).toContain("Watching");
    await rm(join(cwd, "slides", "one.md"));
    await expect.poll(() => said.error, soon).toContain("There are no decks");
    await write("one.md", GOOD.replace("נקודה", "אחרת"));
    await expect.poll(() => page("one"), soon).toContain("אחרת");
  });

  test("sees a deck that is not in slides/", async () => {
    await writeFile(join(cwd, "talk.md"), GOOD);
    const said = watch("talk.md");
    await expect.poll(() => said.error, soon).toContain("Watching");
    await writeFile(join(cwd, "talk.md"), GOOD.replace("נקודה", "אחרת"));
    await expect.poll(() => page("talk"), soon).toContain("אחרת");
  });

  test("is not woken by what the build itself writes", () => {
    const out = join(cwd, "dist");
    expect(isWritten(new Set(["dist", join("dist", "one", "index.html")]), cwd, out)).toBe(true);
    expect(isWritten(new Set([join("dist", "one"), "talk.md"]), cwd, out)).toBe(false);
    expect(isWritten(new Set(["distant.md"]), cwd, out)).toBe(false);
  });
});

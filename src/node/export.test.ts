import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "./cli.ts";
import type { Io } from "./command.ts";
import { formatOf } from "./export/formats.ts";
import { describeExport, type ExportOptions, runExport } from "./export.ts";
import { Failure } from "./failure.ts";

const SECRET = "סודכמוסביותר";
/** A stand-in for a browser is a script that the system can start by its first line. */
const NO_SCRIPTS = process.platform === "win32";
const SOURCE = `---
title: תדריך
---

# חלק

## ראשונה

- נקודה

Note:
${SECRET}

## מוסתרת {.hidden}
`;

describe("runExport", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tadrich-export-"));
    await mkdir(join(folder, "slides"));
    await writeFile(join(folder, "slides", "deck.md"), SOURCE);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function options(outputs: readonly string[], change: Partial<ExportOptions> = {}): ExportOptions {
    return {
      deck: { name: "deck", path: join(folder, "slides", "deck.md"), shown: "slides/deck.md", project: folder },
      outputs: outputs.map((name) => (name.endsWith("/") ? `${join(folder, name)}` : join(folder, name))),
      notes: null,
      range: "",
      part: "",
      hidden: false,
      theme: null,
      steps: false,
      perSheet: 3,
      scale: 1,
      referenceDoc: null,
      lang: "en",
      progress: () => undefined,
      ...change,
    };
  }

  const WITHOUT_BROWSER = ["a.pptx", "a.docx", "a.handout.html", "a.html", "a.txt", "a.notes.txt", "a.md", "web/"];

  it("writes every format that needs no browser, and says which files hold the notes", async () => {
    const { exported, diagnostics } = await runExport(options(WITHOUT_BROWSER));
    expect(diagnostics).toEqual([]);
    expect(exported.map(({ failure }) => failure)).toEqual(WITHOUT_BROWSER.map(() => null));
    expect(exported.filter(({ holdsNotes }) => holdsNotes).map(({ path }) => path.slice(folder.length + 1))).toEqual([
      "a.html",
      "a.notes.txt",
    ]);
    expect(describeExport(exported[0]!, folder)).toMatch(/^a\.pptx {2}4 slides, \d+ kB, without notes$/);
  });

  it("leaves no word of the notes in any byte, packed or not, unless they are asked for", async () => {
    await runExport(options(WITHOUT_BROWSER, { notes: false }));
    for (const name of await readdir(folder, { recursive: true })) {
      if (/\.\w+$/.test(name) && !name.startsWith("slides")) expect(await holds(join(folder, name)), name).toBe(false);
    }
    await runExport(options(WITHOUT_BROWSER, { notes: true }));
    for (const name of WITHOUT_BROWSER.slice(0, 7)) expect(await holds(join(folder, name)), name).toBe(true);
    expect(await holds(join(folder, "web", "index.html"))).toBe(false);
  });

  it("says of six slides a page, which leave no room for them, that the notes are not there", async () => {
    for (const [perSheet, held] of [
      [3, true],
      [6, false],
    ] as const) {
      const { exported } = await runExport(options(["a.handout.html"], { notes: true, perSheet }));
      expect(exported[0]?.holdsNotes).toBe(held);
      expect(await holds(join(folder, "a.handout.html"))).toBe(held);
    }
  });

  it("writes Markdown for others without minutes that nobody has planned", async () => {
    await runExport(options(["a.md"]));
    expect(await readFile(join(folder, "a.md"), "utf8")).not.toContain("minutes=");
  });

  it("gives the same bytes for the same deck", async () => {
    await runExport(options(["a.pptx", "b.pptx", "a.docx", "b.docx", "a.handout.html", "b.handout.html"]));
    for (const ending of ["pptx", "docx", "handout.html"]) {
      const [first, second] = await Promise.all(["a", "b"].map((name) => readFile(join(folder, `${name}.${ending}`))));
      expect(first!.equals(second!)).toBe(true);
    }
  });

  it("exports what was selected, hidden slides in PowerPoint only, where they stay hidden", async () => {
    const { exported } = await runExport(options(["a.txt", "a.pptx"]));
    expect(exported.map(({ slides }) => slides)).toEqual([3, 4]);
    const [only] = (await runExport(options(["a.txt"], { range: "3" }))).exported;
    expect(only?.slides).toBe(1);
    expect(await readFile(join(folder, "a.txt"), "utf8")).toContain("ראשונה");
    await expect(runExport(options(["a.txt"], { range: "9" }))).rejects.toThrow(
      "There is no page 9; the last one is 3.",
    );
    await expect(runExport(options(["a.txt"], { part: "אחר" }))).rejects.toThrow("There is no such part.");
  });

  it("leaves the old file as it was when the deck has errors, or the file cannot be written", async () => {
    await writeFile(join(folder, "a.txt"), "old");
    await writeFile(join(folder, "slides", "deck.md"), "---\ntitle: [\n---\n");
    const broken = await runExport(options(["a.txt"]));
    expect(broken.exported).toEqual([]);
    expect(broken.diagnostics.map(({ severity }) => severity)).toContain("error");
    expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("old");
    await writeFile(join(folder, "slides", "deck.md"), SOURCE);
    await mkdir(join(folder, "b.txt"));
    const { exported } = await runExport(options(["b.txt", "a.txt"]));
    expect(exported.map(({ failure }) => failure?.code ?? null)).toEqual(["exists", null]);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("refuses an ending that no format has, a theme that is none, and a template that is not there", async () => {
    await expect(runExport(options(["a.txt"], { theme: "mabta" }))).rejects.toThrow("There is no theme mabta.");
    await expect(runExport(options(["a.odp"]))).rejects.toThrow(Failure);
    const { exported } = await runExport(options(["a.pptx"], { referenceDoc: join(folder, "none.potx") }));
    expect(exported[0]?.failure?.code).toBe("not-found");
    await writeFile(join(folder, "none.potx"), "none");
    await writeFile(join(folder, "a.pptx"), "old");
    const broken = await runExport(options(["a.pptx"], { referenceDoc: join(folder, "none.potx") }));
    expect(broken.diagnostics.map(({ code }) => code)).toEqual(["export/bad-reference"]);
    expect(describeExport(broken.exported[0]!, folder)).toBe("a.pptx: not written.");
    expect(await readFile(join(folder, "a.pptx"), "utf8")).toBe("old");
  });

  it("without a browser writes the rest, and says for the others what was looked for and how to name one", async () => {
    await withBrowser(join(folder, "no-browser"), async () => {
      const { exported } = await runExport(options(["a.pdf", "a.pptx", "a.png"]));
      expect(exported.map(({ failure }) => failure?.code ?? null)).toEqual(["no-browser", null, "no-browser"]);
      expect(describeExport(exported[0]!, folder)).toContain("CHROME_PATH names");
    });
  });

  it.skipIf(NO_SCRIPTS)(
    "says what can be done where the browser prints another kind of file, and leaves the old one as it was",
    async () => {
      await writeFile(join(folder, "a.pdf"), "old");
      const browser = await standIn(folder, Buffer.from("%PDF-3.0\nof another kind"));
      await withBrowser(browser, async () => {
        const { exported } = await runExport(options(["a.pdf", "a.handout.pdf", "a.txt"]));
        expect(exported.map(({ failure }) => failure?.code ?? null)).toEqual(["broken", "broken", null]);
        expect(describeExport(exported[0]!, folder)).toBe(
          `a.pdf: not written. The browser ${browser} prints PDF files of a form that is not known. Name another: CHROME_PATH=/path/to/chrome`,
        );
      });
      expect(await readFile(join(folder, "a.pdf"), "utf8")).toBe("old");
      expect(await readdir(folder)).not.toContain("a.handout.pdf");
    },
  );

  it.skipIf(NO_SCRIPTS)("tells on a terminal what it is at, on one line that it takes away behind it", async () => {
    const { said, io } = listener(true);
    await withBrowser(await standIn(folder, Buffer.from("%PDF-3.0")), () =>
      main(["export", "deck", "-o", "a.pdf"], io),
    );
    expect(said.slice(0, 3)).toEqual([
      "\r\x1b[Ka.pdf: printing 3 slides",
      "\r\x1b[Ka.pdf: finishing the file",
      "\r\x1b[K",
    ]);
  });

  function listener(isTerminal: boolean): { readonly said: string[]; readonly io: Io } {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    return {
      said,
      io: { cwd: folder, env: {}, isTerminal, out: say, error: say, input: async () => new Uint8Array() },
    };
  }

  it("is a command, silent about progress in a pipe", async () => {
    const { said, io } = listener(false);
    expect(await main(["export", "deck", "-o", "x.txt", "-o", "y.md"], io)).toBe(0);
    expect(said.join("")).toMatch(
      /^x\.txt {2}3 slides, 1 kB, without notes\ny\.md {2}3 slides, 1 kB, without notes\n$/,
    );
    expect(await main(["export", "deck"], io)).toBe(2);
    expect(await main(["export", "deck", "-o", "x.txt", "--per-page", "5"], io)).toBe(2);
  });
});

describe("formatOf", () => {
  it.each([
    ["a.PPTX", "PowerPoint"],
    ["a.handout.pdf", "handout, PDF"],
    ["a.pdf", "PDF"],
    ["a.notes.txt", "notes to read from"],
    ["a.txt", "outline"],
    ["a.cover.png", "cover picture"],
    ["a.jpeg", "pictures"],
    ["web/", "folder for a web server"],
    ["web", "folder for a web server"],
  ])("knows %s as %s", (path, what) => {
    expect(formatOf(path)?.what).toBe(what);
  });

  it("knows no other", () => {
    expect(formatOf("a.odp")).toBeNull();
  });
});

/** A program that answers as a browser does which prints; what it prints is always the same. */
async function standIn(folder: string, printed: Buffer): Promise<string> {
  const path = join(folder, "browser.mjs");
  const script = `#!${process.execPath}
import { createReadStream, createWriteStream } from "node:fs";
let tabs = 1, rest = "";
const urls = new Map();
const out = createWriteStream("", { fd: 4 });
const answers = {
  "Target.getTargets": () => ({ targetInfos: [{ targetId: "1", type: "page" }] }),
  "Target.createTarget": () => ({ targetId: String(++tabs) }),
  "Target.attachToTarget": ({ targetId }) => ({ sessionId: targetId }),
  "Page.navigate": ({ url }, tab) => void urls.set(tab, url),
  "Runtime.evaluate": (_, tab) => ({ result: { value: urls.get(tab) } }),
  "Page.printToPDF": () => ({ data: ${JSON.stringify(printed.toString("base64"))} }),
};
createReadStream("", { fd: 3 }).on("data", (chunk) => {
  const messages = (rest + chunk).split("\\0");
  rest = messages.pop();
  for (const { id, method, params, sessionId } of messages.map((text) => JSON.parse(text)))
    out.write(JSON.stringify({ id, result: answers[method]?.(params, sessionId) ?? {} }) + "\\0");
});
`;
  await writeFile(path, script, { mode: 0o755 });
  return path;
}

/** Runs `work` while `$CHROME_PATH` names a browser. */
async function withBrowser(path: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env.CHROME_PATH;
  process.env.CHROME_PATH = path;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.CHROME_PATH;
    else process.env.CHROME_PATH = before;
  }
}

/** Whether the secret can be read in a file: as it is, or in one of the streams that are packed in it. */
async function holds(path: string): Promise<boolean> {
  const bytes = await readFile(path);
  const needles = [SECRET, [...SECRET].reverse().join(""), JSON.stringify(SECRET).replaceAll('"', "")];
  return streamsOf(bytes).some((stream) => needles.some((needle) => stream.includes(needle)));
}

/** The file itself, and every part of it where it is a zip. */
function streamsOf(bytes: Buffer): Buffer[] {
  const streams = [bytes];
  for (let at = bytes.indexOf("PK\x03\x04"); at !== -1; at = bytes.indexOf("PK\x03\x04", at + 4)) {
    const [method, size, name, extra] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const start = at + 30 + name + extra;
    streams.push(
      method === 8 ? inflateRawSync(bytes.subarray(start, start + size)) : bytes.subarray(start, start + size),
    );
  }
  return streams;
}

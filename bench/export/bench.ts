import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findBrowser } from "../../src/node/browser.ts";
import { deckText } from "../decks.ts";
import { compareRuns, type Run } from "../processes.ts";
import { atMost, type Row, told } from "../rows.ts";

const ROUNDS = 5;
const MARP = join("bench", "node_modules", "@marp-team", "marp-cli", "marp-cli.js");

/** Exports as whole processes: PowerPoint beside pandoc's, PDF beside Marp's and the browser alone, all formats at once. */
export async function bench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "tadrich-bench-"));
  try {
    return [
      ...(await benchPptx(folder)),
      ...(await benchPdf(folder, 12)),
      ...(await benchPdf(folder, 100)),
      ...(await benchAll(folder)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sources(folder: string, slides: number): Promise<{ readonly own: string; readonly peer: string }> {
  const home = join(folder, `deck-${slides}`, "slides");
  await mkdir(home, { recursive: true });
  const own = join(home, "deck.md");
  const peer = join(home, "..", "peer.md");
  await writeFile(own, deckText(slides));
  await writeFile(peer, deckText(slides, "comment").replaceAll("\n## ", "\n---\n\n## "));
  return { own, peer };
}

function exporting(source: string, ...outputs: readonly string[]): readonly string[] {
  return [
    process.execPath,
    join("lib", "tadrich.js"),
    "export",
    source,
    "--notes",
    ...outputs.flatMap((out) => ["-o", out]),
  ];
}

async function benchPptx(folder: string): Promise<Row[]> {
  const { own } = await sources(folder, 100);
  const runs = await compareRuns(
    {
      own: exporting(own, join(folder, "own.pptx")),
      ...(onPath("pandoc") ? { pandoc: ["pandoc", own, "-o", join(folder, "pandoc.pptx")] } : {}),
    },
    ROUNDS,
  );
  const { seconds, megabytes } = runOf(runs, "own");
  return [
    told("PPTX of 100 slides", seconds, "s"),
    atMost("PPTX of 100 slides: peak memory", megabytes, "MB", 100),
    ...ratio("PPTX of 100 slides: against pandoc", seconds, runs.pandoc, 0.6),
  ];
}

async function benchPdf(folder: string, slides: number): Promise<Row[]> {
  const { own, peer } = await sources(folder, slides);
  const { executablePath } = await findBrowser();
  const plain = join(folder, `plain-${slides}.html`);
  await writeFile(plain, plainPages(slides));
  const runs = await compareRuns(
    {
      own: exporting(own, join(folder, "own.pdf")),
      alone: [
        executablePath,
        "--headless",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--no-pdf-header-footer",
        `--user-data-dir=${join(folder, "profile")}`,
        `--print-to-pdf=${join(folder, "alone.pdf")}`,
        plain,
      ],
      ...(existsSync(MARP)
        ? {
            marp: [
              "env",
              `CHROME_PATH=${executablePath}`,
              process.execPath,
              MARP,
              peer,
              "--pdf",
              "-o",
              join(folder, "marp.pdf"),
            ],
          }
        : {}),
    },
    ROUNDS,
  );
  const { seconds } = runOf(runs, "own");
  return [
    told(`PDF of ${slides} slides`, seconds, "s"),
    ...ratio(`PDF of ${slides} slides: against the browser alone`, seconds, runs.alone, 1.5),
    ...ratio(`PDF of ${slides} slides: against Marp`, seconds, runs.marp, 0.6),
  ];
}

/** The same words on plain pages, one a slide. */
function plainPages(slides: number): string {
  const text = deckText(slides).split(/\n## /).slice(1);
  const pages = text.map((slide) => `<section><h2>${slide.split("\n")[0]}</h2><p>${slide.slice(0, 400)}</p></section>`);
  const style = "@page{size:1280px 720px;margin:0}section{height:720px;break-after:page}";
  return `<!doctype html><html lang="he" dir="rtl"><meta charset="utf-8"><style>${style}</style>${pages.join("\n")}`;
}

async function benchAll(folder: string): Promise<Row[]> {
  const { own } = await sources(folder, 100);
  const outputs = ["all.pptx", "all.pdf", "all.handout.pdf", "all.docx", "all.txt", "all.html"].map((name) =>
    join(folder, name),
  );
  const runs = await compareRuns(
    {
      all: exporting(own, ...outputs),
      ...Object.fromEntries(outputs.map((out) => [out, exporting(own, out)])),
    },
    3,
  );
  const slowest = Math.max(...outputs.map((out) => runOf(runs, out).seconds));
  return [
    told("six formats of 100 slides in one run", runOf(runs, "all").seconds, "s"),
    atMost("six formats in one run, against the slowest alone", runOf(runs, "all").seconds / slowest, "×", 1.5),
  ];
}

function runOf(runs: Readonly<Record<string, Run>>, name: string): Run {
  const run = runs[name];
  if (run === undefined) throw new Error(`${name} has not been run.`);
  return run;
}

/** Nothing where the peer is not installed. */
function ratio(name: string, seconds: number, peer: Run | undefined, bar: number): Row[] {
  return peer === undefined ? [] : [atMost(name, seconds / peer.seconds, "×", bar)];
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

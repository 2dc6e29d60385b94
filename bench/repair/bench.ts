import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reverseCutting } from "../../src/text/repair/cutting.ts";
import { type Model, repair } from "../../src/text/repair/index.ts";
import { damageText, intactText } from "../../src/text/repair/testing/damage.ts";
import { shippedModel } from "../../src/text/repair/testing/model.ts";
import { addScores, type KnownLine, type Score, scoreRepair } from "../../src/text/repair/testing/score.ts";
import { compareRuns, type Run } from "../processes.ts";
import { atLeast, atMost, type Row, told } from "../rows.ts";

const room = join(process.cwd(), "src/text/repair");
const briefPath = join(process.cwd(), "../shared/brief/hanoi-2019.txt");

/** Seeds of the damage; none of them was used to fit the weights. */
const seeds = [1, 2, 3];

/** The repair of scrambled text: the real brief where it is at hand, and texts that the weights were not fitted on. */
export async function bench(): Promise<readonly Row[]> {
  const model = shippedModel();
  const texts = await readTexts("holdout");
  const damaged = texts.flatMap((text, index) => seeds.map((seed) => damageText(text, { seed: seed * 1000 + index })));
  const unseen = addScores(damaged.map(({ text, lines }) => scoreRepair(repair(text, model), lines)));
  const intact = addScores(texts.map((text) => scoreIntact(intactText(text), model)));
  const brief = await scoreBrief(model);
  return [
    ...(brief ? briefRows(brief) : []),
    atLeast("unseen texts: damaged lines repaired", share(unseen.repaired, unseen.damaged), "%", 80),
    atMost("unseen texts: intact lines changed", share(unseen.harmed, unseen.lines - unseen.damaged), "%", 0.5),
    told("unseen texts: lines exact", share(unseen.exact, unseen.lines), "%"),
    ...flagRows("unseen texts", unseen),
    ...(brief ? flagRows("the brief and unseen texts", addScores([brief, unseen])) : []),
    atMost("intact documents: lines changed", share(intact.harmed, intact.lines), "%", 0.5),
    ...(await pageRows(damaged.map(({ text }) => text).join("\n"), model)),
  ];
}

async function scoreBrief(model: Model): Promise<Score | null> {
  if (!existsSync(briefPath)) return null;
  const text = await readFile(briefPath, "utf8");
  const truth = JSON.parse(await readFile(join(import.meta.dirname, "hanoi-2019.json"), "utf8")) as Truth;
  if (createHash("sha256").update(text).digest("hex") !== truth.sha256) return null;
  return scoreRepair(repair(text, model), knownLines(text, truth));
}

/** The brief has so few wrong lines that one of them is more than a tenth: what of them is marked counts with the unseen texts. */
function briefRows(score: Score): readonly Row[] {
  return [
    atLeast("the brief: lines exact", share(score.exact, score.lines), "%", 92),
    atMost("the brief: intact lines changed", score.harmed, "lines", 0),
    told("the brief: wrong lines", score.wrong, "lines"),
    told("the brief: wrong lines that are marked", score.wrongMarked, "lines"),
    atMost("the brief: right lines that are marked", share(score.rightMarked, score.exact), "%", 15),
  ];
}

interface Truth {
  readonly sha256: string;
  readonly cuts: Readonly<Record<string, readonly number[]>>;
}

function knownLines(text: string, truth: Truth): KnownLine[] {
  return text.split("\n").map((raw, index) => {
    const cuts = truth.cuts[index + 1];
    return { truth: cuts ? reverseCutting(raw, cuts) : raw, damaged: cuts !== undefined };
  });
}

function flagRows(name: string, score: Score): readonly Row[] {
  return [
    atLeast(`${name}: wrong lines that are marked`, share(score.wrongMarked, score.wrong), "%", 90),
    atMost(`${name}: right lines that are marked`, share(score.rightMarked, score.exact), "%", 15),
    told(`${name}: wrong lines whose truth is offered`, share(score.offered, score.wrong), "%"),
  ];
}

function scoreIntact(text: string, model: Model): Score {
  return scoreRepair(
    repair(text, model),
    text.split("\n").map((truth) => ({ truth, damaged: false })),
  );
}

/**
 * Time and memory of a page of 45 lines, all of them different. Time is that of the second of two; memory is the peak of
 * the command.
 */
async function pageRows(text: string, model: Model): Promise<readonly Row[]> {
  const lines = new Set(text.split("\n").filter((line) => line.trim() !== ""));
  const page = [...lines].slice(0, 45).join("\n");
  repair(page, model);
  const start = performance.now();
  repair(page, model);
  const seconds = (performance.now() - start) / 1000;
  const command = await runCommand(page);
  return [
    atMost("a page of 45 lines: time", seconds, "s", 2),
    told("a page of 45 lines: the whole command", command.seconds, "s"),
    atMost("a page of 45 lines: peak memory of the command", command.megabytes, "MB", 300),
    told("memory of the bench itself, in the end", process.memoryUsage().rss / 2 ** 20, "MB"),
  ];
}

/** What the command behind `npm run repair` takes for a text, as a process of its own: the medians of three, behind a first one. */
async function runCommand(text: string): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "tadrich-bench-"));
  try {
    const file = join(folder, "page.txt");
    await writeFile(file, text);
    const command = [process.execPath, "--import", "tsx", "src/node/bin.ts", "repair", file];
    const { repair } = await compareRuns({ repair: command }, 3);
    return repair as Run;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readTexts(folder: string): Promise<string[]> {
  const names = (await readdir(join(room, "fixtures", folder))).sort();
  return Promise.all(names.map((name) => readFile(join(room, "fixtures", folder, name), "utf8")));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}

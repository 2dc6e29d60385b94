import { draft } from "../../src/import/draft/draft.ts";
import { readBinary, structure } from "../../src/import/index.ts";
import { fixtureBytes, fixtureNames, truthOf } from "../../src/import/testing/files.ts";
import { foundWords, scoreWords, truthWords } from "../../src/import/testing/score.ts";
import { atLeast, atMost, median, type Row, told } from "../rows.ts";
import { makeLongPdf } from "./long.ts";

/** What the importer gets right, and what it costs. */
export async function bench(): Promise<Row[]> {
  return [...(await benchWords()), ...(await benchLength())];
}

/** Words in the right order, by writer of the file. */
async function benchWords(): Promise<Row[]> {
  const scores = new Map<string, number[]>();
  const times: number[] = [];
  let points = 0;
  for (const name of fixtureNames()) {
    const { raw, brief } = truthOf(name);
    const start = performance.now();
    const read = await readBinary(fixtureBytes(name), name.endsWith(".pdf") ? "pdf" : "docx");
    const { deck } = draft(structure(read));
    times.push(performance.now() - start);
    points += deck.slides.length;
    const writer = name.slice(name.indexOf(".") + 1);
    scores.set(writer, [...(scores.get(writer) ?? []), scoreWords(truthWords(brief, raw), foundWords(read)).right]);
  }
  return [
    ...[...scores].map(([writer, all]) =>
      atLeast(`words in the right order: ${writer} (${all.length} files)`, Math.min(...all) * 100, "%", 99.5),
    ),
    told("slides drafted from all files", points, ""),
    atMost("read and draft a file of two pages, median", median(times), "ms", 1000),
  ];
}

/** A hundred pages: time and memory. */
async function benchLength(): Promise<Row[]> {
  const file = makeLongPdf(100);
  const start = performance.now();
  const brief = structure(await readBinary(file, "pdf"));
  const time = (performance.now() - start) / 1000;
  draft(brief, { slides: 30 });
  return [
    atMost("read a PDF of 100 pages", time, "s", 8),
    told("paragraphs found in it", brief.blocks.length, ""),
    told("memory of the process after it", process.memoryUsage.rss() / 1_000_000, "MB"),
  ];
}

/** The text that the model is counted from: what `collect.ts` brought, and the prose in `prose/`, which is ours. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Corpus {
  readonly provenance: string[];
  /** Running text: segments of a sentence or more, with how much each counts; our own stand behind all others. */
  readonly segments: { readonly text: string; readonly weight: number; readonly own: boolean }[];
  /** Words of word lists. */
  readonly listed: string[];
}

interface SourceRecord {
  readonly name: string;
  readonly from: string;
  readonly version: string;
  readonly licence: string;
  readonly digest: string;
  readonly words: boolean;
}

/** Our prose speaks as briefs do; software, parliament and statutes speak otherwise, but have the same grammar. */
const proseWeight = 1;

const otherWeight = 0.5;

export function readCorpus(folder: string): Corpus {
  const corpus: Corpus = { provenance: [], segments: [], listed: [] };
  const records = JSON.parse(readFileSync(join(folder, "sources.json"), "utf8")) as SourceRecord[];
  records.forEach((record, index) => {
    const lines = readFileSync(join(folder, `${index}.txt`), "utf8")
      .split("\n")
      .filter(Boolean);
    if (record.words) corpus.listed.push(...lines);
    else corpus.segments.push(...lines.map((text) => ({ text, weight: otherWeight, own: false })));
    const { from, name, version, licence, digest } = record;
    corpus.provenance.push(`${from} ${name}@${version} ${licence} ${digest}`);
  });
  const prose = join(import.meta.dirname, "prose");
  for (const file of readdirSync(prose)
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    const paragraphs = readFileSync(join(prose, file), "utf8").split("\n").filter(Boolean);
    corpus.segments.push(...paragraphs.map((text) => ({ text, weight: proseWeight, own: true })));
  }
  corpus.provenance.push("scripts/language-data/prose, written for this project, MIT");
  return corpus;
}

/** The text that the model is counted from: what `collect.ts` brought, and the prose in `prose/`, which is ours. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Corpus {
  readonly provenance: string[];
  /** Running text: segments of a sentence or more, with how much each counts. */
  readonly segments: { readonly text: string; readonly weight: number }[];
  /** Words of word lists. */
  readonly listed: string[];
}

interface SourceRecord {
  readonly name: string;
  readonly from: string;
  readonly version: string;
  readonly licence: string;
  readonly sha256: string;
  readonly words: boolean;
}

/** Our prose speaks as briefs do; software speaks otherwise, but has the same grammar. */
const proseWeight = 1;

const softwareWeight = 0.5;

export function readCorpus(folder: string): Corpus {
  const corpus: Corpus = { provenance: [], segments: [], listed: [] };
  const records = JSON.parse(readFileSync(join(folder, "sources.json"), "utf8")) as SourceRecord[];
  records.forEach((record, index) => {
    const lines = readFileSync(join(folder, `${index}.txt`), "utf8")
      .split("\n")
      .filter(Boolean);
    if (record.words) corpus.listed.push(...lines);
    else corpus.segments.push(...lines.map((text) => ({ text, weight: softwareWeight })));
    const { from, name, version, licence, sha256 } = record;
    corpus.provenance.push(`${from} ${name}@${version} ${licence} sha256:${sha256}`);
  });
  const prose = join(import.meta.dirname, "prose");
  for (const file of readdirSync(prose)
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    const paragraphs = readFileSync(join(prose, file), "utf8").split("\n").filter(Boolean);
    corpus.segments.push(...paragraphs.map((text) => ({ text, weight: proseWeight })));
  }
  corpus.provenance.push("scripts/language-data/prose, written for this project, MIT");
  return corpus;
}

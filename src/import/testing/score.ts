/** How much of a text came through, and in the right order: for the tests and the bench of the importer. */

import { type Brief, plainText } from "../brief.ts";
import type { Proto } from "../lines.ts";
import type { Raw } from "../structure.ts";

/** The words that a reader should get of a brief's file, in order; the head line stands as the fixtures write it. */
export function truthWords(brief: Brief, raw: Pick<Raw, "protos">): string[] {
  const head = [`${brief.series}, גיליון ${brief.number}, ${brief.date}`, brief.title, brief.authors.join(", ")];
  return [...tokens(head.join("\n")), ...foundWords(raw)];
}

export function foundWords({ protos }: Pick<Raw, "protos">): string[] {
  return tokens(protos.map(({ block }: Proto) => plainText(block)).join("\n"));
}

function tokens(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

export interface Score {
  /** Words of the truth that came in the right order, over all of them. */
  readonly right: number;
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/** Longest common subsequence of words. */
export function scoreWords(truth: readonly string[], found: readonly string[]): Score {
  const rows = Array.from({ length: truth.length + 1 }, () => new Uint16Array(found.length + 1));
  for (let a = truth.length - 1; a >= 0; a--) {
    for (let b = found.length - 1; b >= 0; b--) {
      rows[a]![b] = truth[a] === found[b] ? rows[a + 1]![b + 1]! + 1 : Math.max(rows[a + 1]![b]!, rows[a]![b + 1]!);
    }
  }
  const missing: string[] = [];
  const added: string[] = [];
  let [a, b] = [0, 0];
  while (a < truth.length || b < found.length) {
    if (a < truth.length && b < found.length && truth[a] === found[b]) {
      a++;
      b++;
    } else if (b >= found.length || (a < truth.length && rows[a + 1]![b]! >= rows[a]![b + 1]!))
      missing.push(truth[a++]!);
    else added.push(found[b++]!);
  }
  return { right: rows[0]![0]! / truth.length, missing, added };
}

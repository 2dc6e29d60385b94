/** How good a repair is, line by line, against the truth. */

import type { Repaired } from "../types.ts";
import { sameReading } from "./damage.ts";

export interface KnownLine {
  readonly truth: string;
  readonly damaged: boolean;
}

/** Counts of lines. A line counts when it has Hebrew or digits. */
export interface Score {
  readonly lines: number;
  readonly damaged: number;
  /** Lines that read as the truth does. */
  readonly exact: number;
  /** Damaged lines among them. */
  readonly repaired: number;
  /** Intact lines that were changed. */
  readonly harmed: number;
  readonly wrong: number;
  /** Wrong lines that are marked as doubtful, and right ones. */
  readonly wrongMarked: number;
  readonly rightMarked: number;
  /** Wrong lines whose truth is among the other readings that are offered. */
  readonly offered: number;
}

export function scoreRepair(result: Repaired, known: readonly KnownLine[]): Score {
  const counts = {
    lines: 0,
    damaged: 0,
    exact: 0,
    repaired: 0,
    harmed: 0,
    wrong: 0,
    wrongMarked: 0,
    rightMarked: 0,
    offered: 0,
  };
  result.lines.forEach((line, index) => {
    const { truth, damaged } = known[index] as KnownLine;
    if (!/[א-ת\d]/u.test(line.raw)) return;
    const right = sameReading(line.text, truth);
    counts.lines++;
    if (damaged) counts.damaged++;
    if (right) counts.exact++;
    if (right && damaged) counts.repaired++;
    if (!right && !damaged) counts.harmed++;
    if (!right) counts.wrong++;
    if (!right && line.doubtful) counts.wrongMarked++;
    if (right && line.doubtful) counts.rightMarked++;
    if (!right && line.others.some(({ text }) => sameReading(text, truth))) counts.offered++;
  });
  return counts;
}

export function addScores(scores: readonly Score[]): Score {
  const sum = (name: keyof Score) => scores.reduce((total, score) => total + score[name], 0);
  return {
    lines: sum("lines"),
    damaged: sum("damaged"),
    exact: sum("exact"),
    repaired: sum("repaired"),
    harmed: sum("harmed"),
    wrong: sum("wrong"),
    wrongMarked: sum("wrongMarked"),
    rightMarked: sum("rightMarked"),
    offered: sum("offered"),
  };
}

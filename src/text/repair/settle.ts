/** Repairs what was repaired until it no longer changes, so that a second repair of a text is the same as one. */

import { joinLines } from "./result.ts";
import type { Repaired, RepairedLine } from "./types.ts";

/** Two or three rounds settle real text; the limit is for text made to prevent it. */
const rounds = 5;

export function settle(first: Repaired, repairAgain: (text: string) => Repaired): Repaired {
  let result = first;
  if (first.lines.every((line) => line.text === line.raw)) return first;
  for (let round = 0; round < rounds; round++) {
    const again = repairAgain(result.text);
    if (again.text === result.text) return result;
    const lines = result.lines.map((line, index) => mergeLine(line, again.lines[index] as RepairedLine));
    result = { ...result, lines, text: joinLines(lines) };
  }
  return result;
}

/** The line as the second look has it; the reading before becomes the first of the others. */
function mergeLine(line: RepairedLine, again: RepairedLine): RepairedLine {
  if (again.text === line.text) return line;
  const before = { text: line.text, probability: 1 - again.confidence, cuts: line.cuts };
  const others = [before, ...line.others.filter((other) => other.text !== again.text)];
  const kind = line.kind === "intact" ? again.kind : line.kind;
  const confidence = Math.min(line.confidence, again.confidence);
  const doubtful = line.doubtful || again.doubtful;
  return { ...line, text: again.text, cuts: [], kind, confidence, doubtful, others };
}

/** Repairs what was repaired until it no longer changes, so that a second repair of a text is the same as one. */

import { joinLines } from "./result.ts";
import type { Repaired, RepairedLine } from "./types.ts";

/** One or two looks settle real text; the limit is for text that was made to prevent it. */
const looks = 8;

/**
 * Looks at the result as if it were a raw text, and at the result of that, until one stays as it is. Where the looks go
 * around in a circle, the first text of it by code units is taken: from wherever one comes to the circle, it is the same.
 */
export function settle(first: Repaired, lookAgain: (text: string) => Repaired): Repaired {
  if (first.lines.every(({ text, raw }) => text === raw)) return first;
  const way = [first];
  for (let look = 0; look < looks; look++) {
    const last = way.at(-1) as Repaired;
    const again = lookAgain(last.text);
    const before = way.findIndex(({ text }) => text === again.text);
    if (before >= 0) return firstByText(way.slice(before));
    const lines = last.lines.map((line, index) => mergeLine(line, again.lines[index] as RepairedLine));
    way.push({ ...last, lines, text: joinLines(lines) });
  }
  return way.at(-1) as Repaired;
}

function firstByText(circle: readonly Repaired[]): Repaired {
  return circle.reduce((least, each) => (each.text < least.text ? each : least));
}

/** The line as the later look has it, which is doubtful then; the reading before becomes the first of the others. */
function mergeLine(line: RepairedLine, again: RepairedLine): RepairedLine {
  if (again.text === line.text) return line;
  const confidence = Math.min(line.confidence, again.confidence);
  const before = { text: line.text, probability: Math.min(line.confidence, 1 - confidence), cuts: line.cuts };
  const others = [before, ...line.others.filter(({ text }) => text !== again.text && text !== line.text)];
  const same = line.others.find(({ text }) => text === again.text);
  return {
    ...line,
    text: again.text,
    cuts: same?.cuts ?? [],
    kind: kindOf(line, again),
    confidence,
    doubtful: true,
    others,
  };
}

function kindOf(line: RepairedLine, again: RepairedLine): RepairedLine["kind"] {
  if (line.kind === "furniture") return line.kind;
  if (again.text === line.raw) return "intact";
  return line.kind === "intact" ? again.kind : line.kind;
}

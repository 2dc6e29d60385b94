/**
 * Puts scrambled Hebrew text back in order, line by line, without geometry: text that a PDF viewer or an extractor has
 * already written down in the wrong order. How the damage comes about is told in `./cutting.ts`.
 *
 *     const model = loadModel(bytes);            // src/text/repair/hebrew.bin.br, opened by the edge
 *     const result = repair(text, model);
 *     for (const line of result.lines) if (line.doubtful) console.log(line.number, line.text, line.others[0]?.text);
 */

import { damageOf, Readings, type Tools, usualSearch, weighDocument } from "./document.ts";
import { weightsOf } from "./features.ts";
import { splitLines } from "./lines.ts";
import type { Model } from "./model.ts";
import { describeLine, joinLines } from "./result.ts";
import { settle } from "./settle.ts";
import { mendSigns } from "./signs.ts";
import type { Repaired, RepairedLine, RepairOptions } from "./types.ts";
import { Vocabulary } from "./vocabulary.ts";

export type { Model } from "./model.ts";
export { loadModel } from "./model.ts";
export type { LineKind, Reading, Repaired, RepairedLine, RepairOptions } from "./types.ts";

const defaults = { ...usualSearch, doubtBelow: 0.94 };

/**
 * Repairs a text. An intact text comes back byte for byte; a repaired text, repaired again, does not change. Every
 * character of a line is kept; only spaces come or go at the seams, brackets are mirrored, presentation forms are written
 * with their letters and direction controls are dropped.
 *
 * The text may be anything (it is trusted for nothing); no error is thrown.
 */
export function repair(text: string, model: Model, options: RepairOptions = {}): Repaired {
  const settings = { ...defaults, ...options };
  const vocabulary = new Vocabulary(model, weightsOf(model));
  const tools = { vocabulary, readings: new Readings(vocabulary, settings) };
  const look = (each: string) => repairOnce(each, tools, settings.doubtBelow);
  return settle(look(text), look);
}

function repairOnce(text: string, tools: Tools, doubtBelow: number): Repaired {
  const measure = { vocabulary: tools.vocabulary, doubtBelow };
  const lines = splitLines(text);
  const mended = lines.map((line) => ({ ...line, raw: mendSigns(line.raw) }));
  const weighed = weighDocument(mended, tools);
  const found = new Map(weighed.map((line) => [line.line.number, line]));
  const described = lines.map((line, index): RepairedLine => {
    const clean = (mended[index] as (typeof mended)[number]).raw;
    return describeLine(line, clean, found.get(line.number), measure);
  });
  return { text: joinLines(described), lines: described, damage: damageOf(weighed) };
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
  const before = { text: line.text, probability: line.confidence, cuts: line.cuts };
  const others = [before, ...line.others.filter((other) => other !== chosen)];
  const taken = { ...line, text: chosen.text, cuts: chosen.cuts, confidence: 1, doubtful: false, others };
  const lines = result.lines.map((each) => (each === line ? taken : each));
  return { ...result, lines, text: joinLines(lines) };
}

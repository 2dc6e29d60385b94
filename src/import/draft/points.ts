/** Sentences → two to four points of a slide, in the order of the brief. */

import { countWords } from "./clauses.ts";
import { type Cut, cutsOf } from "./cuts.ts";
import type { Ranked } from "./rank.ts";
import { overlap } from "./titles.ts";

export interface Point {
  readonly text: string;
  readonly from: Ranked;
}

const MOST = 4;
const LEAST_GRACE = 0.45;
/** Points that share more than this say the same. */
const SAME = 0.7;

/** Picks the points: central sentences that can be cut with grace, none twice, none that repeats the title. */
export function pickPoints(sentences: readonly Ranked[], titles: readonly string[], most = MOST): Point[] {
  const picked = pickFrom(sentences, titles, most, LEAST_GRACE);
  return picked.length >= 2 ? picked : pickFrom(sentences, titles, most, LEAST_GRACE * 0.7);
}

function pickFrom(sentences: readonly Ranked[], titles: readonly string[], most: number, grace: number): Point[] {
  const picked: Point[] = [];
  const candidates = sentences
    .map((from) => ({ from, cut: bestCut(from.text, grace) }))
    .filter((each): each is { from: Ranked; cut: Cut } => each.cut !== null && !each.cut.text.endsWith("?"))
    .sort((a, b) => b.from.weight * b.cut.grace ** 2 - a.from.weight * a.cut.grace ** 2);
  for (const { from, cut } of candidates) {
    if (picked.length >= most) break;
    if (titles.some((title) => overlap(title, cut.text) > 0.85)) continue;
    if (picked.some((point) => overlap(point.text, cut.text) > SAME)) continue;
    picked.push({ text: cut.text, from });
  }
  return picked.sort((a, b) => a.from.block - b.from.block || a.from.start - b.from.start);
}

/** The cut that says most of the sentence without losing its grace. */
function bestCut(sentence: string, least: number): Cut | null {
  const total = countWords(sentence);
  const worth = ({ grace, text }: Cut): number =>
    grace * (0.6 + 0.4 * Math.min(1, countWords(text) / Math.min(total, 14)));
  const cuts = cutsOf(sentence).filter(({ grace }) => grace >= least);
  return cuts.sort((a, b) => worth(b) - worth(a))[0] ?? null;
}

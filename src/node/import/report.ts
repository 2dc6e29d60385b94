/** The report that stands beside an imported deck: where everything came from, how sure its reading is, what is missing. */

import { basename } from "node:path";
import type { Brief, Draft, Kind } from "../../import/index.ts";
import type { Repaired } from "../../text/repair/index.ts";

export interface Reported {
  readonly named: string;
  readonly kind: Kind;
  readonly brief: Brief;
  readonly drafted: Draft;
  readonly repaired: Repaired | null;
}

/** Plain data, the same for the same brief: no clock, no path of this machine. */
export function reportOf({ named, kind, brief, drafted, repaired }: Reported): object {
  const { title, authors, series, number, date, lang } = brief;
  return {
    version: 1,
    source: named === "-" ? "-" : basename(named),
    kind,
    brief: { title, authors, series, number, date, lang },
    paragraphs: brief.blocks.map(({ number, type, place }) => ({ number, type, ...place })),
    furniture: brief.furniture.map(({ kind, text, place }) => ({ kind, text, line: place.line, page: place.page })),
    slides: drafted.sources.map(({ title, paragraphs }, at) => ({ slide: at + 2, title, paragraphs })),
    leftOut: drafted.leftOut,
    ...(repaired === null
      ? {}
      : { damage: repaired.damage, lines: repaired.lines.filter(({ kind }) => kind !== "blank").map(lineOf) }),
  };
}

function lineOf({ number, kind, confidence, doubtful, raw, text, others }: Repaired["lines"][number]): object {
  const row = { line: number, kind, confidence: Math.round(confidence * 1000) / 1000 };
  if (!doubtful) return raw === text ? row : { ...row, raw, text };
  return { ...row, doubtful, raw, readings: [text, ...others.map((other) => other.text)] };
}

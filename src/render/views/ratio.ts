/** A number written as a part of a whole, e.g. `5 מתוך 11`. */
export interface Ratio {
  readonly count: number;
  readonly total: number;
  /** The value as written, in two pieces: `5` and `מתוך 11`. */
  readonly part: string;
  readonly whole: string;
}

/** More marks than this cannot be counted by eye, and are not drawn. */
const MOST_MARKS = 40;

const RATIO = /^\s*(\d+)\s+((?:מתוך|out of|of|من أصل|من|از)\s+(\d+))\s*$/u;

/** Null where the value is not of that form, or where drawing it would say nothing. */
export function readRatio(value: string): Ratio | null {
  const [, part = "", whole = "", total = ""] = RATIO.exec(value) ?? [];
  const ratio = { count: Number(part), total: Number(total), part, whole };
  return part !== "" && ratio.total > 0 && ratio.total <= MOST_MARKS && ratio.count <= ratio.total ? ratio : null;
}

/** One figure of the bench. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The bar in words, e.g. `≤ 2`; empty for a figure that is only told. */
  readonly bar: string;
  /** Null where there is no bar, or nothing to hold it against. */
  readonly holds: boolean | null;
}

/** A figure that must not be larger; one that could not be measured (NaN) is only told. */
export function atMost(name: string, value: number, unit: string, bar: number): Row {
  return { name, value, unit, bar: `≤ ${bar}`, holds: Number.isNaN(value) ? null : value <= bar };
}

export function atLeast(name: string, value: number, unit: string, bar: number): Row {
  return { name, value, unit, bar: `≥ ${bar}`, holds: Number.isNaN(value) ? null : value >= bar };
}

export function told(name: string, value: number, unit: string): Row {
  return { name, value, unit, bar: "", holds: null };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** One line a row: whether the bar holds, the name, the figure, the bar. */
export function formatRow({ name, value, unit, bar, holds }: Row): string {
  const mark = holds === null ? "  " : holds ? "ok" : "NO";
  const figure = Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
  return `${mark}  ${name.padEnd(64)} ${figure.padStart(9)} ${unit.padEnd(6)} ${bar}`;
}

/**
 * The choice among the readings of all lines at once. A line's reading is judged by itself and by how it goes on from
 * the line before, so the page is a chain: forward-backward gives each reading its probability.
 */

/** Log-scores: `single[i][k]` of reading k of line i; `links[i][j][k]` of reading j of line i before reading k of line i + 1. */
export function chainProbabilities(
  single: readonly (readonly number[])[],
  links: readonly (readonly (readonly number[])[])[],
): number[][] {
  const forward: number[][] = [];
  single.forEach((scores, line) => {
    const before = forward[line - 1];
    const link = links[line - 1];
    forward.push(
      scores.map((score, k) =>
        before && link ? score + logSum(before.map((value, j) => value + at(link, j, k))) : score,
      ),
    );
  });
  const backward: number[][] = single.map((scores) => scores.map(() => 0));
  for (let line = single.length - 2; line >= 0; line--) {
    const next = single[line + 1] as number[];
    const after = backward[line + 1] as number[];
    const link = links[line] as readonly (readonly number[])[];
    backward[line] = (single[line] as number[]).map((_, j) =>
      logSum(next.map((score, k) => score + at(link, j, k) + (after[k] as number))),
    );
  }
  return forward.map((scores, line) => normalise(scores.map((score, k) => score + at(backward, line, k))));
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] as number;
}

function logSum(values: readonly number[]): number {
  const top = Math.max(...values);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}

function normalise(scores: readonly number[]): number[] {
  const total = logSum(scores);
  return scores.map((score) => Math.exp(score - total));
}

/** A replacement in a text, as CodeMirror takes it. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Differing lines past which one replacement is as good as many. */
const MOST = 600;

/**
 * What makes `b` of `a`, in pieces as small as whole lines allow, and smaller within one line: the cursor, the marks and
 * the bytes of what is not in them stay. E. Myers, "An O(ND) Difference Algorithm", on the lines between the ends that
 * the texts have in common.
 */
export function changesBetween(a: string, b: string): readonly Change[] {
  if (a === b) return [];
  const [left, right] = [splitLines(a), splitLines(b)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--;
    rightEnd--;
  }
  const offsets = offsetsOf(left);
  const runs = diffLines(left.slice(start, leftEnd), right.slice(start, rightEnd));
  return runs.map(({ from, to, insert }) =>
    trim(a, {
      from: offsets[start + from] as number,
      to: offsets[start + to] as number,
      insert: right.slice(start + insert.from, start + insert.to).join(""),
    }),
  );
}

/** Each line with its line end. */
function splitLines(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

function offsetsOf(lines: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) as number) + line.length);
  return offsets;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly insert: { readonly from: number; readonly to: number };
}

function diffLines(a: readonly string[], b: readonly string[]): readonly Run[] {
  const trace = findPath(a, b);
  if (trace === null) return [{ from: 0, to: a.length, insert: { from: 0, to: b.length } }];
  return joinRuns(backtrack(trace, a, b), a.length, b.length);
}

/** Furthest reaching points by diagonal, a map for each number of differences; null where there are too many. */
function findPath(a: readonly string[], b: readonly string[]): readonly ReadonlyMap<number, number>[] | null {
  const trace: ReadonlyMap<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, MOST); d++) {
    trace.push(reach);
    const next = new Map(reach);
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(reach, k, d) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
    reach = next;
  }
  return null;
}

function goesDown(reach: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
}

/** Pairs of equal lines, from the last to the first. */
function backtrack(
  trace: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d] as ReadonlyMap<number, number>;
    const k = x - y;
    const before = goesDown(reach, k, d) ? k + 1 : k - 1;
    const beforeX = reach.get(before) ?? 0;
    const beforeY = beforeX - before;
    while (x > beforeX && y > beforeY && x > 0 && y > 0) pairs.push([--x, --y]);
    [x, y] = [Math.max(beforeX, 0), Math.max(beforeY, 0)];
  }
  return pairs;
}

/** What lies between equal lines. */
function joinRuns(pairs: readonly (readonly [number, number])[], aEnd: number, bEnd: number): readonly Run[] {
  const runs: Run[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...[...pairs].reverse(), [aEnd, bEnd] as const]) {
    if (nextX > x || nextY > y) runs.push({ from: x, to: nextX, insert: { from: y, to: nextY } });
    [x, y] = [nextX + 1, nextY + 1];
  }
  return runs;
}

/** Leaves out what both sides of a change have at their ends; never half of a surrogate pair. */
function trim(text: string, { from, to, insert }: Change): Change {
  const old = text.slice(from, to);
  const most = Math.min(old.length, insert.length);
  let start = 0;
  while (start < most && old[start] === insert[start]) start++;
  if (start > 0 && isHigh(old.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === insert[insert.length - 1 - end]) end++;
  if (end > 0 && isLow(old.charCodeAt(old.length - end))) end--;
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) };
}

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

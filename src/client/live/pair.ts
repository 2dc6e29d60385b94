/**
 * Which slide of before each slide is: the one of the same id; else, between two that are known, those without a
 * counterpart in order, for a slide whose title is changed has another id and is the same slide all the same.
 * @returns for each of `after` an index in `before`, or -1.
 */
export function pairSlides(before: readonly string[], after: readonly string[]): readonly number[] {
  const places = new Map(before.map((id, index) => [id, index]));
  const found = after.map((id) => places.get(id) ?? -1);
  const taken = new Set(found);
  let from = 0;
  for (let index = 0; index < found.length; index++) {
    const known = found[index] as number;
    if (known >= 0) {
      from = known + 1;
    } else if (from < before.length && !taken.has(from)) {
      found[index] = from;
      taken.add(from);
      from += 1;
    }
  }
  return found;
}

/** Where the slide that stood at `index` stands now; for one that is gone, where its place is taken. */
export function placeOf(pairs: readonly number[], index: number): number {
  const same = pairs.indexOf(index);
  if (same >= 0) return same;
  const following = pairs.findIndex((before) => before > index);
  return Math.max(0, following >= 0 ? following : pairs.length - 1);
}

/** Numbers by slide, carried over to the slides' new places. */
export function carry<T>(values: Iterable<readonly [number, T]>, pairs: readonly number[]): Map<number, T> {
  const carried = new Map<number, T>();
  for (const [index, value] of values) {
    const now = pairs.indexOf(index);
    if (now >= 0) carried.set(now, value);
  }
  return carried;
}

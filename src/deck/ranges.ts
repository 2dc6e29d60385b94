/** Paragraphs of a brief as people write them: `2,4-6`. */

const MAX_PARAGRAPH = 9999;

/** `2,4-6` as 2, 4, 5, 6, in rising order and each once; null for anything else. */
export function parseRanges(text: string): readonly number[] | null {
  const numbers = new Set<number>();
  for (const part of text.split(",")) {
    const match = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(part.trim());
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (!match || first < 1 || last < first || last > MAX_PARAGRAPH) return null;
    for (let n = first; n <= last; n++) numbers.add(n);
  }
  return [...numbers].sort((a, b) => a - b);
}

/** The inverse of {@link parseRanges}; the numbers rise. Two neighbours are named, three are a range. */
export function formatRanges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let last = i;
    while (numbers[last + 1] === numbers[last]! + 1) last++;
    if (last < i + 2) last = i;
    parts.push(last > i ? `${numbers[i]}-${numbers[last]}` : String(numbers[i]));
    i = last + 1;
  }
  return parts.join(",");
}

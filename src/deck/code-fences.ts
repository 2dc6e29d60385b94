/** Lines that may close a fenced code block (CommonMark 4.5), found once for a whole text. */

export interface Closers {
  readonly "`": Closer;
  readonly "~": Closer;
}

interface Closer {
  /** The end of the first closing line at or after `from` with at least `length` marks, or null. */
  next(from: number, length: number): number | null;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

export function findClosers(text: string): Closers {
  const lines: { "`": Line[]; "~": Line[] } = { "`": [], "~": [] };
  for (const match of text.matchAll(/^[ \t]{0,100}(`{3,}|~{3,})[ \t]*$/gm)) {
    const fence = match[1]!;
    lines[fence[0] as "`" | "~"].push({ start: match.index, end: match.index + match[0].length, length: fence.length });
  }
  return { "`": toCloser(lines["`"]), "~": toCloser(lines["~"]) };
}

/** Looks no further where nothing long enough follows, so that a thousand fences without an end cost no more than one. */
function toCloser(lines: readonly Line[]): Closer {
  const longestFrom = new Array<number>(lines.length + 1).fill(0);
  for (let i = lines.length - 1; i >= 0; i--) longestFrom[i] = Math.max(longestFrom[i + 1]!, lines[i]!.length);
  let first = 0;
  return {
    next(from, length) {
      while (first < lines.length && lines[first]!.start < from) first++;
      if (longestFrom[first]! < length) return null;
      for (let i = first; ; i++) if (lines[i]!.length >= length) return lines[i]!.end;
    },
  };
}

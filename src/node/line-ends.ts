/**
 * A text that was changed within its lines, with the byte order mark and the line ends of the text that it comes from:
 * they may be mixed, and a line keeps its own. A line that was added gets the first line's.
 * @param text With `\n` only, and no mark.
 */
export function keepLineEnds(original: string, text: string): string {
  const mark = original.startsWith("\uFEFF") ? "\uFEFF" : "";
  const ends = original.match(/\r\n?|\n/g) ?? [];
  let line = 0;
  return mark + text.replace(/\n/g, () => ends[line++] ?? ends[0] ?? "\n");
}

/** A replacement of `[start, end)` of a text, in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A rule gives its edits in order, without overlaps. Pure, and linear in the text. */
export type TypographyRule = (text: string, ranges: "preserve" | "ltr" | "academy") => Edit[];

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let from = 0;
  let made = "";
  for (const edit of edits) {
    made += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return made + text.slice(from);
}

/** The inverse: the edits that lead back from `applyEdits(text, edits)` to `text`. */
export function revertEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/** Edits for every match of a global pattern (never an empty one) for which `replace` gives a text. */
export function editMatches(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => { start: number; end: number; text: string } | null,
): Edit[] {
  const edits: Edit[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const edit = replace(match);
    if (edit !== null && edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit);
  }
  return edits;
}

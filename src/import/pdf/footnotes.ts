/** Footnotes: small rows at the foot of a page that begin with a number. */

import type { BriefFootnote } from "../brief.ts";
import { type PageContent, readPiece } from "./page.ts";
import { mergePieces, type Row } from "./rows.ts";

/** A footnote with the page that its mark is on. */
export interface PageFootnote extends BriefFootnote {
  /** The number as printed; `id` is unique in the document also where numbers start anew on each page. */
  readonly label: string;
}

const LABEL = /^[([]?(\d{1,3})[)\].]?\s+(?=\S)/u;

/** Parts the footnotes from the rows of each page. */
export function partFootnotes(
  pages: readonly PageContent[],
  bodySize: number,
  rightToLeft: boolean,
): { pages: PageContent[]; footnotes: PageFootnote[] } {
  const footnotes: PageFootnote[] = [];
  const kept = pages.map((page) => {
    const start = footStart(page.rows, bodySize, rightToLeft);
    let current: { label: string; text: string } | null = null;
    const flush = (): void => {
      if (!current) return;
      const id = footnotes.some((note) => note.id === current!.label)
        ? `${current.label}-${page.number}`
        : current.label;
      footnotes.push({
        id,
        label: current.label,
        text: current.text,
        place: { page: page.number, line: 0, lastLine: 0 },
      });
    };
    for (const row of page.rows.slice(start)) {
      const { label, text } = labelled(row, rightToLeft);
      if (label !== null) {
        flush();
        current = { label, text };
      } else if (current) current = { label: current.label, text: `${current.text} ${text}` };
    }
    flush();
    return { ...page, rows: page.rows.slice(0, start) };
  });
  return { pages: kept, footnotes };
}

/** Index of the first row that is a footnote; the number of rows where the page has none. */
function footStart(rows: readonly Row[], bodySize: number, rightToLeft: boolean): number {
  let start = rows.length;
  while (start > 0 && rows[start - 1]!.size <= bodySize * 0.93) start--;
  const first = rows.slice(start).findIndex((row) => labelled(row, rightToLeft).label !== null);
  return first < 0 || start === 0 ? rows.length : start + first;
}

function labelled(row: Row, rightToLeft: boolean): { label: string | null; text: string } {
  const { text, marks } = readPiece(mergePieces(row.pieces), rightToLeft);
  const mark = marks.find(({ at }) => at === 0);
  if (mark) return { label: mark.id, text: text.trim() };
  const label = LABEL.exec(text);
  return label ? { label: label[1]!, text: text.slice(label[0].length) } : { label: null, text };
}

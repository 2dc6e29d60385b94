/** What stands on every page and is no part of the prose: running heads, page numbers, logos. */

import type { Furniture } from "../brief.ts";
import { type PageContent, readPiece } from "./page.ts";
import { mergePieces, type Row } from "./rows.ts";

const PAGE_NUMBER =
  /^[\s\-–—|.]*(?:עמ(?:וד|['׳])?|page|صفحة)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:מתוך|of|\/|من)\s*\d{1,4})?[\s\-–—|.]*$/iu;
/** Rows from an edge of the page that are looked at. */
const DEPTH = 3;
/** In points. */
const SAME_PLACE = 6;

export interface Parted {
  readonly pages: readonly PageContent[];
  readonly furniture: readonly Furniture[];
}

/** Takes the furniture out of the pages. */
export function partFurniture(pages: readonly PageContent[], rightToLeft: boolean): Parted {
  const edges = pages.map((page) => edgeRows(page).map((row) => ({ row, text: textOf(row, rightToLeft) })));
  const furniture: Furniture[] = [];
  const kept = pages.map((page, at) => {
    const others = edges.filter((_, index) => index !== at).flat();
    const gone = new Set<Row>();
    for (const { row, text } of edges[at]!) {
      const isNumber =
        PAGE_NUMBER.test(text) && (row === page.rows[0] || row === page.rows.at(-1) || isRepeated(row, text, others));
      if (!isNumber && !(pages.length > 1 && isRepeated(row, text, others))) continue;
      gone.add(row);
      furniture.push({
        kind: isNumber ? "page-number" : "running-head",
        text,
        place: { page: page.number, line: 0, lastLine: 0 },
        isDoubtful: false,
      });
    }
    const pictures = page.pictures.filter((picture) => !isLogo(picture, pages));
    return { ...page, rows: page.rows.filter((row) => !gone.has(row)), pictures };
  });
  return { pages: kept, furniture };
}

function edgeRows({ rows, height }: PageContent): readonly Row[] {
  const nearEdge = rows.filter(({ y }) => y < height * 0.15 || y > height * 0.85);
  const edges = [...nearEdge.slice(0, DEPTH), ...nearEdge.slice(-DEPTH), ...rows.slice(0, 1), ...rows.slice(-1)];
  return [...new Set(edges)];
}

function textOf(row: Row, rightToLeft: boolean): string {
  return readPiece(mergePieces(row.pieces), rightToLeft).text;
}

/** The same words, digits apart, at the same height of another page. */
function isRepeated(row: Row, text: string, others: readonly { readonly row: Row; readonly text: string }[]): boolean {
  const bare = text.replace(/[\d\s]+/gu, "");
  return others.some(
    (other) => Math.abs(other.row.y - row.y) < SAME_PLACE && other.text.replace(/[\d\s]+/gu, "") === bare,
  );
}

function isLogo(picture: PageContent["pictures"][number], pages: readonly PageContent[]): boolean {
  const same = pages
    .flatMap(({ pictures }) => pictures)
    .filter(
      ({ x0, y0, x1 }) =>
        Math.abs(x0 - picture.x0) < 2 && Math.abs(y0 - picture.y0) < 2 && Math.abs(x1 - picture.x1) < 2,
    );
  return pages.length > 1 && same.length > 1 && same.length >= pages.length * 0.5;
}

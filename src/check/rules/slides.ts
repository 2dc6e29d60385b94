import { plainText } from "../../deck/plain.ts";
import type { Layout } from "../../deck/types.ts";
import { walkBlocks } from "../lines.ts";
import type { Rule } from "../types.ts";

/** Layouts that can be shown without a word. */
const SILENT: ReadonlySet<Layout> = new Set(["cover", "part", "agenda", "questions", "sources", "end"]);

/** A slide without notes in a deck that mostly has them: the speaker will stand there without a word. */
export const missingNotes: Rule = ({ deck }) => {
  const spoken = deck.slides.filter(({ layout, hidden, backup }) => !SILENT.has(layout) && !hidden && !backup);
  const silent = spoken.filter(({ notes }) => notes.blocks.length === 0);
  if (silent.length * 2 >= spoken.length) return [];
  return silent.map(({ title, span }) => ({
    code: "slides/missing-notes",
    span: { start: title[0]?.span.start ?? span.start, end: title.at(-1)?.span.end ?? span.start },
    args: { title: plainText(title) },
  }));
};

/** What can be read from the end of a room: a table of eight rows and six columns. */
const MOST_ROWS = 8;
const MOST_COLUMNS = 6;

export const largeTables: Rule = ({ deck }) =>
  deck.slides
    .filter(({ backup }) => !backup)
    .flatMap(({ body }) => walkBlocks(body))
    .flatMap((block) => {
      if (block.type !== "table") return [];
      const [rows, columns] = [block.rows.length, block.head.length];
      if (rows <= MOST_ROWS && columns <= MOST_COLUMNS) return [];
      return [{ code: "slides/large-table", span: block.span, args: { rows, columns } }];
    });

import { AlignmentType, type INumberingOptions, type IParagraphOptions, LevelFormat } from "docx";
import type { Direction, Lang } from "../../deck/types.ts";
import type { Pictures } from "../types.ts";
import type { RunContext } from "./runs.ts";

/** What the blocks of a document are written with. */
export interface DocxContext {
  readonly lang: Lang;
  readonly dir: Direction;
  readonly look: RunContext["look"];
  /** What every paragraph here has, e.g. the style of a quote. */
  readonly paragraph: IParagraphOptions;
  readonly pictures: Pictures;
  /** Numbered lists so far, so that each counts for itself; and the numbers that they start with. */
  readonly lists: { count: number; readonly starts: Set<number> };
}

export const BULLETS = "bullets";

/** The numbering of lists that start with `start`; a list of another start needs a numbering of its own. */
export function numbering(start: number, { lists }: DocxContext): string {
  lists.starts.add(start);
  return `numbers-${start}`;
}

/** Twips from the margin to the text of each level. */
const INDENT = 480;

/** The numberings that the lists have asked for: numbers, and letters of the language below them. */
export function numberings({ lang, lists }: DocxContext): INumberingOptions {
  const letters =
    lang === "he" || lang === "yi"
      ? LevelFormat.HEBREW1
      : lang === "en"
        ? LevelFormat.LOWER_LETTER
        : LevelFormat.ARABIC_ALPHA;
  const level = (at: number) => ({
    level: at,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: INDENT * (at + 1), hanging: INDENT * 0.75 } } },
  });
  const levels = [0, 1, 2, 3, 4];
  return {
    config: [
      { reference: BULLETS, levels: levels.map((at) => ({ ...level(at), format: LevelFormat.BULLET, text: "–" })) },
      ...[...lists.starts]
        .sort((a, b) => a - b)
        .map((start) => ({
          reference: `numbers-${start}`,
          levels: levels.map((at) => ({
            ...level(at),
            format: at % 2 === 0 ? LevelFormat.DECIMAL : letters,
            text: `%${at + 1}.`,
            start: at === 0 ? start : 1,
          })),
        })),
    ],
  };
}

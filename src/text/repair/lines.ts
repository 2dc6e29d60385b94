/** The lines of a raw text, and what sort of line each is before anything is weighed. */

import { hasForeign } from "./features.ts";

export interface RawLine {
  readonly number: number;
  readonly start: number;
  readonly raw: string;
  readonly lineBreak: string;
  /** `prose` is searched; a `head` too, but it stands outside the flow of the text; the rest is left alone. */
  readonly sort: "prose" | "head" | "pageNumber" | "blank" | "foreign";
}

/** A longer line is no line of a page: a paragraph that was never broken, or an attack. */
const longest = 300;

export function splitLines(text: string): RawLine[] {
  return [...text.matchAll(/([^\n]*?)(\r?\n|$)/gu)]
    .slice(0, text.endsWith("\n") || text === "" ? undefined : -1)
    .map((match, index) => {
      const raw = match[1] as string;
      return { number: index + 1, start: match.index, raw, lineBreak: match[2] as string, sort: sortOf(raw) };
    });
}

function sortOf(raw: string): RawLine["sort"] {
  if (raw.trim() === "") return "blank";
  if (/^[\s\d.|·•–-]{1,12}$/u.test(raw) && /\d/.test(raw)) return "pageNumber";
  // Extractors that break lines into runs write no tabs: such a line was typed, or is a row of a table.
  if (raw.length > longest || raw.includes("\t") || !/[א-ת]/u.test(raw)) return "foreign";
  return /\S {8,}\S/.test(raw) ? "head" : "prose";
}

/** Habits of the extractor that wrote the document. */
export interface Style {
  /** Lines end with a space, as a line break in running text leaves it. */
  readonly endSpaces: boolean;
  /** Hyphens, numbers and Latin were runs of their own: a line with them is hardly ever right as it stands. */
  readonly foreignRuns: boolean;
  /** Characters in a full line. */
  readonly fullLine: number;
}

export function styleOf(lines: readonly RawLine[]): Style {
  const prose = lines.filter(({ sort }) => sort === "prose");
  const spaced = prose.filter(({ raw }) => /^ \S|\S $|\S {2,}\S/u.test(raw));
  const foreign = prose.filter(({ raw }) => hasForeign(raw));
  const torn = foreign.filter(({ raw }) => tornSeam.test(raw));
  return {
    endSpaces: prose.length > 2 && spaced.length * 2 > prose.length,
    foreignRuns: torn.length > 1 && torn.length * 4 > foreign.length,
    fullLine: prose.map(({ raw }) => raw.trim().length).sort((a, b) => a - b)[Math.floor(prose.length * 0.75)] ?? 0,
  };
}

/**
 * Does a paragraph end with this line? It is short, and where lines end with a space, the last run of the paragraph is
 * that space alone, which was written in front.
 */
export function endsParagraph(raw: string, { endSpaces, fullLine }: Style): boolean {
  return raw.trim().length < fullLine * 0.85 && (!endSpaces || raw.startsWith(" "));
}

/** What such a run leaves behind that came out at the wrong end: a hyphen or a number without its neighbour. */
const tornSeam = /(?:^|\s)[-–][א-ת]|[א-ת][-–](?=\s|$)|\d[א-ת]|[א-ת]\d/u;

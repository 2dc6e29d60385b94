/** A PDF → blocks, by geometry: everything is put in order by its place on the page, nothing by language. */

import type { BriefFootnote, Picture } from "../brief.ts";
import { withCaptions } from "../captions.ts";
import { Refusal } from "../failure.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { joinLines, type Line, type Proto } from "../lines.ts";
import type { Raw } from "../structure.ts";
import { frameOf, type Region, regionsOf } from "./columns.ts";
import { type PageFootnote, partFootnotes } from "./footnotes.ts";
import { partFurniture } from "./furniture.ts";
import { type PageContent, type PagePicture, type PageTable, readCell, readContent, readPiece } from "./page.ts";
import { openPdf } from "./pdfjs.ts";
import { encodePng } from "./png.ts";
import { type Piece, usual } from "./rows.ts";

/**
 * Reads a PDF.
 * @throws Refusal when it is none, is broken, locked, scanned or too large.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits = LIMITS): Promise<Raw> {
  const file = await openPdf(bytes, limits);
  const pages: PageContent[] = [];
  let characters = 0;
  for (let number = 1; number <= file.pages; number++) {
    const page = await file.page(number);
    const content = readContent(page);
    characters += content.rows.reduce(
      (sum, { pieces }) => sum + pieces.reduce((all, { glyphs }) => all + glyphs.length, 0),
      0,
    );
    if (characters > limits.characters) throw new Refusal("too-much-inside", [limits.characters]);
    pages.push(content);
  }
  refuseScanned(pages, characters);
  const raw = await readPages(pages, limits);
  await file.close();
  const properties = {
    title: properTitle(file.title),
    authors: [],
    series: "",
    number: "",
    date: "",
    isTrusted: false,
  };
  return { ...raw, properties };
}

/** Titles that writers put in by themselves. */
function properTitle(title: string): string {
  return /^(?:microsoft word|untitled|.*\.(?:docx?|html?|odt|indd)$)/iu.test(title) ? "" : title;
}

function refuseScanned(pages: readonly PageContent[], characters: number): void {
  if (characters >= pages.length * 12) return;
  const covered = pages.filter(({ pictures, width, height }) =>
    pictures.some(({ x0, x1, y0, y1 }) => (x1 - x0) * (y1 - y0) > width * height * 0.4),
  );
  if (covered.length >= pages.length * 0.5) throw new Refusal("scanned");
  if (characters === 0) throw new Refusal("no-prose");
}

async function readPages(drawn: readonly PageContent[], limits: Limits): Promise<Omit<Raw, "properties">> {
  const glyphs = drawn.flatMap(({ rows, tables }) => [
    ...rows.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs)),
    ...tables.flatMap((table) => table.rows.flat(2)),
  ]);
  const count = (pattern: RegExp): number => glyphs.filter(({ text }) => pattern.test(text)).length;
  const rightToLeft = count(/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u) * 2 >= count(/[a-z]/iu);
  const bodySize = usual(glyphs.filter(({ text }) => /\p{L}/u.test(text)).map(({ size }) => size)) || 12;
  const { pages: bare, furniture } = partFurniture(drawn, rightToLeft);
  const { pages, footnotes } = partFootnotes(bare, bodySize, rightToLeft);
  const assembly = new Assembly(rightToLeft, bodySize, footnotes, limits);
  for (const page of pages) await assembly.page(page);
  return {
    protos: withCaptions(assembly.protos()),
    furniture,
    footnotes: footnotes.map(withoutLabel),
    pictures: assembly.pictures,
  };
}

function withoutLabel({ id, text, place }: PageFootnote): BriefFootnote {
  return { id, text, place };
}

/** How the lines of a region are set. */
interface Setting {
  readonly leading: number;
  readonly isFlush: boolean;
  readonly page: number;
}

/** Puts the regions of all pages in one order. */
class Assembly {
  readonly pictures: Picture[] = [];
  private readonly parts: (Line[] | Proto)[] = [];
  private number = 0;
  private readonly rightToLeft: boolean;
  private readonly bodySize: number;
  private readonly footnotes: readonly PageFootnote[];
  private readonly limits: Limits;

  constructor(rightToLeft: boolean, bodySize: number, footnotes: readonly PageFootnote[], limits: Limits) {
    this.rightToLeft = rightToLeft;
    this.bodySize = bodySize;
    this.footnotes = footnotes;
    this.limits = limits;
  }

  protos(): Proto[] {
    return this.parts.flatMap((part) => (Array.isArray(part) ? joinLines(part) : [part]));
  }

  async page(content: PageContent): Promise<void> {
    const frame = frameOf(content.rows);
    const islands = [
      ...content.tables.map((table) => ({ y: table.y, add: async () => this.table(table, content) })),
      ...content.pictures.map((picture, at) => ({ y: picture.y1, add: () => this.picture(picture, at, content) })),
    ].sort((a, b) => a.y - b.y);
    let from = Number.NEGATIVE_INFINITY;
    for (const { y, add } of [...islands, { y: Number.POSITIVE_INFINITY, add: async () => undefined }]) {
      const rows = content.rows.filter((row) => row.y >= from && row.y < y);
      for (const region of regionsOf(rows, this.rightToLeft, frame)) this.region(region, content.number);
      await add();
      from = y;
    }
  }

  private region(region: Region, page: number): void {
    if (region.type === "table") {
      const rows = region.rows.map((row) => row.map((piece) => readPiece(piece, this.rightToLeft).text));
      this.addTable(rows, page);
      return;
    }
    const leading = leadingOf(region.lines);
    const isFlush = startsFlush(region, this.rightToLeft);
    const lines = region.lines.map((piece, at) =>
      this.line(piece, region, region.lines[at - 1] ?? null, { leading, isFlush, page }),
    );
    const last = this.parts.at(-1);
    if (Array.isArray(last)) last.push(...lines);
    else this.parts.push(lines);
  }

  private line(
    piece: Piece,
    { x0, x1 }: { x0: number; x1: number },
    before: Piece | null,
    { leading, isFlush, page }: Setting,
  ): Line {
    const { text, strong, marks } = readPiece(piece, this.rightToLeft);
    const inset = this.rightToLeft ? x1 - piece.x1 : piece.x0 - x0;
    return {
      text,
      number: ++this.number,
      page,
      fill: (piece.x1 - piece.x0) / Math.max(1, x1 - x0),
      gap: before === null || leading === 0 ? 1 : (piece.y - before.y) / (leading * piece.size),
      indent: isFlush ? inset / piece.size : 0,
      isLast: false,
      isDoubtful: false,
      size: piece.size / this.bodySize,
      strong,
      marks: marks.flatMap(({ at, id }) => this.markOf(at, id, page)),
    };
  }

  private markOf(at: number, label: string, page: number): { at: number; id: string }[] {
    const same = this.footnotes.filter((note) => note.label === label);
    const note = same.find(({ place }) => place.page === page) ?? same[0];
    return note ? [{ at, id: note.id }] : [];
  }

  private table(table: PageTable, content: PageContent): void {
    const rows = table.rows.map((row) => {
      const cells = row.map((cell) => readCell(cell, this.rightToLeft));
      return this.rightToLeft ? cells.toReversed() : cells;
    });
    this.addTable(rows, content.number);
  }

  private addTable(rows: readonly (readonly string[])[], page: number): void {
    const last = this.parts.at(-1);
    const goesOn =
      last !== undefined && !Array.isArray(last) && last.block.type === "table" && last.block.place.page !== page;
    if (goesOn && last.block.type === "table" && last.block.head.length === rows[0]?.length) {
      const isHeadAgain = last.block.head.join("|") === rows[0].join("|");
      const block = { ...last.block, rows: [...last.block.rows, ...(isHeadAgain ? rows.slice(1) : rows)] };
      this.parts[this.parts.length - 1] = { ...last, block };
      return;
    }
    this.startTable(rows, page);
  }

  private startTable([head = [], ...rows]: readonly (readonly string[])[], page: number): void {
    const place = { page, line: this.number + 1, lastLine: this.number + 1 + rows.length };
    this.number += rows.length + 1;
    this.parts.push({
      block: { type: "table", head, rows, place },
      lines: rows.length + 1,
      size: 1,
      bold: false,
      apart: true,
      isDoubtful: false,
    });
  }

  private async picture(
    picture: PagePicture,
    at: number,
    { page, number, width, height, rows, pictures }: PageContent,
  ): Promise<void> {
    const isBackground =
      (picture.x1 - picture.x0) * (picture.y1 - picture.y0) > width * height * 0.8 && rows.length > 3;
    if (isBackground || this.pictures.length >= this.limits.pictures) return;
    const image = await page.image(picture.id);
    const bytes = image && encodePng(image);
    if (!bytes) return;
    const name = `picture-${this.pictures.length + 1}.png`;
    this.pictures.push({ name, bytes });
    const alt = page.descriptions.length === pictures.length ? (page.descriptions[at] ?? "") : "";
    const place = { page: number, line: this.number, lastLine: this.number };
    this.parts.push({
      block: { type: "figure", picture: name, alt, caption: "", place },
      lines: 1,
      size: 1,
      bold: false,
      apart: true,
      isDoubtful: false,
    });
  }
}

/** Do most lines start at the same place? Where they are ragged there, an indent means nothing. */
function startsFlush(
  { lines, x0, x1 }: { lines: readonly Piece[]; x0: number; x1: number },
  rightToLeft: boolean,
): boolean {
  const flush = lines.filter((line) => (rightToLeft ? x1 - line.x1 : line.x0 - x0) < line.size * 0.5);
  return flush.length >= lines.length / 2;
}

/** The usual distance between two lines, in sizes of their letters. */
function leadingOf(lines: readonly Piece[]): number {
  const steps = lines.slice(1).map((line, at) => (line.y - lines[at]!.y) / line.size);
  return usual(steps.filter((step) => step > 0 && step < 2.2).map((step) => Math.round(step * 20) / 20));
}

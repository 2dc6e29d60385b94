/** Plain text → blocks. The text may have been repaired; its raw lines keep the cues of the original's layout. */

import type { RepairedLine } from "../text/repair/index.ts";
import type { Furniture } from "./brief.ts";
import { Refusal } from "./failure.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { joinLines, type Line, type Proto, STOP } from "./lines.ts";
import { orderCells, turnBrackets } from "./pdf/order.ts";
import { wordsOf } from "./words.ts";

/** What the readers of lines hand on to `structure`. */
export interface Blocks {
  readonly protos: readonly Proto[];
  readonly furniture: readonly Furniture[];
}

/**
 * Decodes a text file: UTF-8 or UTF-16 by its mark, Windows-1255 where it is no UTF-8 but Hebrew. Line breaks become `\n`.
 * @throws Refusal `binary`, `empty`, `too-large` or `line-too-long`.
 */
export function decodeText(bytes: Uint8Array, limits: Limits = LIMITS): string {
  if (bytes.length > limits.bytes) throw new Refusal("too-large", [limits.bytes]);
  const text = decode(bytes)
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0085\u2028\u2029]/g, "\n");
  if (text.length > limits.characters) throw new Refusal("too-large", [limits.characters]);
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (text.includes("\0") || controls > text.length * 0.01) throw new Refusal("binary");
  if (text.trim() === "") throw new Refusal("empty");
  if (text.split("\n").some((line) => line.length > limits.line)) throw new Refusal("line-too-long", [limits.line]);
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const hebrew = new TextDecoder("windows-1255").decode(bytes);
    const letters = hebrew.match(/[א-ת]/g)?.length ?? 0;
    return letters > hebrew.length * 0.3 ? hebrew : new TextDecoder("utf-8").decode(bytes);
  }
}

/**
 * Some extractors (pdftotext) wrap a right-to-left line in embeddings, and what stands inside a left-to-right one is
 * written as it is drawn: `‪ ,2019‬`. It is put in logical order and the controls go; other texts stay as they are.
 */
export function settleEmbeddings(text: string): string {
  if (!text.includes("\u202a") || !text.includes("\u202b")) return text;
  const logical = (drawn: string): string =>
    orderCells(
      [...drawn].map((character) => ({ text: character, bold: false, run: 0, isMark: false })),
      true,
    ).text;
  return text
    .split("\n")
    .map((line) => {
      if (!line.includes("\u202b")) return line;
      const settled = line
        .replace(/\u202a([^\u202a-\u202e]*)\u202c/gu, (_, drawn: string) => logical(drawn))
        .replace(/[\u202a-\u202e]/gu, "");
      return turnBrackets(settled);
    })
    .join("\n");
}

/** A line of a text with its reading; the raw line alone where nothing was repaired. */
export type ReadLine = Pick<RepairedLine, "number" | "raw" | "text" | "kind" | "doubtful">;

/** The lines of a text that nobody had to repair. */
export function plainLines(text: string): ReadLine[] {
  return text.split("\n").map((raw, index) => ({
    number: index + 1,
    raw,
    text: raw,
    kind: raw.trim() === "" ? "blank" : "intact",
    doubtful: false,
  }));
}

/** Cuts read lines into blocks, furniture apart. */
export function readText(read: readonly ReadLine[]): Blocks {
  const { prose, furniture } = partFurniture(read);
  return { protos: joinLines(shape(prose)), furniture };
}

interface Paged extends ReadLine {
  readonly page: number | null;
  readonly blanks: number;
}

function shape(lines: readonly Paged[]): Line[] {
  const lengths = lines.map(({ raw }) => raw.trim().length).sort((a, b) => a - b);
  const wrapped = (lengths.at(-1) ?? 0) <= 200;
  const full = wrapped ? Math.max(30, lengths[Math.floor(lengths.length * 0.75)] ?? 0) : Number.POSITIVE_INFINITY;
  const usual = wrapped ? usualBlanks(lines) : 0;
  const endsInSpace = lines.filter(({ raw }) => /\S $/u.test(raw)).length > lines.length * 0.5;
  return lines.map((line, index) => ({
    text: line.text.trim(),
    number: line.number,
    page: line.page,
    fill: line.raw.trim().length / full,
    gap: index > 0 && (line.blanks > usual || !wrapped) ? 2 : 1,
    indent: indentOf(line.text),
    // Where lines end in the space before their break, one that has it in front instead is the last of its paragraph.
    isDoubtful: line.doubtful,
    isLast: endsInSpace && /^ \S.*\S$/u.test(line.raw),
    size: 1,
    strong: [],
    marks: [],
  }));
}

function indentOf(text: string): number {
  if (text.startsWith("\t")) return 2;
  const spaces = text.length - text.trimStart().length;
  return spaces >= 2 && spaces <= 10 ? spaces / 2 : 0;
}

/** Blank lines between the lines of one paragraph: 1 in a text that somebody saved with double spacing, else 0. */
function usualBlanks(lines: readonly Paged[]): number {
  const counts = lines.slice(1).map(({ blanks }) => blanks);
  const single = counts.filter((count) => count === 1).length;
  const midSentence = lines.filter(({ text }, at) => lines[at + 1]?.blanks === 1 && !STOP.test(text.trim())).length;
  return single > counts.length * 0.7 && midSentence > single * 0.5 ? 1 : 0;
}

// ---- furniture ----------------------------------------------------------------------------------

const PAGE_NUMBER =
  /^\s*(?:[-–—|]\s*)?(?:עמ(?:וד|['׳])?\s*|page\s*)?\d{1,4}(?:\s*(?:מתוך|of|\/)\s*\d{1,4})?(?:\s*[-–—|])?\s*$/iu;
const DECORATION = /^[\s\-–—_=*~·.•]{3,}$/u;
const WIDE_GAP = /\S {6,}\S|\S\t+\S/u;

/** Takes out running heads and page numbers, and counts pages by form feeds or, where there are none, by them. */
function partFurniture(read: readonly ReadLine[]): { prose: Paged[]; furniture: Furniture[] } {
  const repeated = repeatedAtEdges(read);
  const filled = read.filter(({ raw }) => raw.trim() !== "");
  const numbers = filled.filter(({ raw }) => PAGE_NUMBER.test(raw)).length;
  const kinds = filled.map((line, at) => furnitureKind(line, filled[at - 1], filled[at + 1], numbers, repeated));
  const feeds = read.some(({ raw }) => raw.includes("\f"));
  const isPaged = feeds || kinds.some((kind) => kind === "page-number" || kind === "running-head");
  const prose: Paged[] = [];
  const furniture: Furniture[] = [];
  let page = 1;
  let lastNumber = 0;
  let broke = false;
  filled.forEach((line, at) => {
    const kind = kinds[at] ?? null;
    if (feeds ? line.raw.includes("\f") : broke && kind === null) page++;
    const place = { page: isPaged ? page : null, line: line.number, lastLine: line.number };
    if (kind === null) {
      prose.push({ ...line, page: place.page, blanks: line.number - lastNumber - 1 });
      broke = false;
    } else {
      furniture.push({ kind, text: line.text.trim(), place, isDoubtful: line.doubtful });
      broke ||= kind !== "decoration" && prose.length > 0;
    }
    lastNumber = line.number;
  });
  return { prose, furniture };
}

function furnitureKind(
  line: ReadLine,
  before: ReadLine | undefined,
  after: ReadLine | undefined,
  numbers: number,
  repeated: ReadonlySet<string>,
): Furniture["kind"] | null {
  if (DECORATION.test(line.raw)) return "decoration";
  const isHead = (each: ReadLine | undefined): boolean =>
    each !== undefined && (WIDE_GAP.test(each.raw.trim()) || repeated.has(skeleton(each.raw)));
  const isNumber = (each: ReadLine | undefined): boolean => each !== undefined && PAGE_NUMBER.test(each.raw);
  if (isNumber(line)) {
    const atBreak = line.raw.includes("\f") || (after?.raw.includes("\f") ?? false) || after === undefined;
    return atBreak || isHead(before) || isHead(after) || numbers > 1 ? "page-number" : null;
  }
  if (repeated.has(skeleton(line.raw))) return "running-head";
  return WIDE_GAP.test(line.raw.trim()) && (isNumber(before) || isNumber(after)) ? "running-head" : null;
}

/** A line without its digits and spaces: two running heads that differ in the page number are the same. */
function skeleton(raw: string): string {
  return raw.replace(/[\d\s\f]+/gu, "");
}

/** Lines that return at the edge of pages, in a text that still has its form feeds. */
function repeatedAtEdges(read: readonly ReadLine[]): ReadonlySet<string> {
  const pages: string[][] = [[]];
  for (const { raw } of read) {
    if (raw.includes("\f")) pages.push([]);
    if (raw.trim() !== "") pages.at(-1)!.push(skeleton(raw));
  }
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const line of new Set([...page.slice(0, 2), ...page.slice(-2)])) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const often = [...counts].filter(([line, count]) => line !== "" && count > 1 && count >= pages.length * 0.4);
  return new Set(often.map(([line]) => line));
}

/** Is there anything to read in it? */
export function hasWords(text: string): boolean {
  return wordsOf(text).length > 0;
}

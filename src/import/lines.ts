/**
 * Lines of a page → blocks of prose. A text file and a PDF both come as lines; where a paragraph ends has to be found.
 */

import type { Span } from "../deck/types.ts";
import type { Mark, Place, Unnumbered } from "./brief.ts";
import { wordsOf } from "./words.ts";

/** One line of the original, furniture gone, with what is known of its shape. */
export interface Line {
  readonly text: string;
  /** From 1, in the original. */
  readonly number: number;
  readonly page: number | null;
  /** Length over that of a full line: 1 is full. */
  readonly fill: number;
  /** Space over this line by the usual space between lines: 1 is usual. */
  readonly gap: number;
  /** The line starts further in than its neighbours, in ems; 0 where unknown. */
  readonly indent: number;
  /** A cue of the writer that this is a paragraph's last line. */
  readonly isLast: boolean;
  /** The order of its words is in doubt. */
  readonly isDoubtful: boolean;
  /** Size of the letters over the usual size of the document; 1 where unknown. */
  readonly size: number;
  /** Bold stretches of `text`. */
  readonly strong: readonly Span[];
  readonly marks: readonly Mark[];
}

/** A block with what only the readers of files know about its look. */
export interface Proto {
  readonly block: Unnumbered;
  /** How many lines it took. */
  readonly lines: number;
  readonly size: number;
  readonly bold: boolean;
  /** The space over it was larger than between lines. */
  readonly apart: boolean;
  /** The order of some of its words is in doubt. */
  readonly isDoubtful: boolean;
}

export const STOP = /[.?!…]["”״'׳)\]]*$/u;
const MARKER = /^(?:(?:[•●▪◦‣·*\-–—]|\(?\d{1,2}[.)]|\(?[א-ת][.)])\s+(?=\S)|\d{1,2}[.)](?=\p{L}))/u;
const ORDERED = /^\(?(?:\d{1,2}|[א-ת])[.)]/u;

/** Cuts lines into paragraphs and lists. */
export function joinLines(lines: readonly Line[]): Proto[] {
  const groups: Line[][] = [];
  const isSpaced = lines.filter(({ gap }) => gap > 1.4).length >= Math.max(3, lines.length * 0.08);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const group = groups.at(-1);
    if (before && group && !startsBlock(before, line, group, isSpaced)) group.push(line);
    else groups.push([line]);
  });
  return gatherLists(groups.map(protoOf));
}

/** Does `line` open a new block after `before`? Where paragraphs are set off by space, a short line ends none by itself. */
function startsBlock(before: Line, line: Line, group: readonly Line[], isSpaced: boolean): boolean {
  if (MARKER.test(line.text) && (line.gap > 1.3 || isEarly(before, line) || STOP.test(before.text))) return true;
  if (looksDifferent(before, line)) return true;
  if (MARKER.test(group[0]!.text) && line.indent < group[0]!.indent - 0.3) return true;
  const stops = STOP.test(before.text);
  if (before.isLast && !before.text.endsWith(":")) return true;
  if (before.page !== line.page) return stops && (isEarly(before, line) || line.indent > 0.7);
  if (line.gap > 1.4) return true;
  if (stops) return line.indent > 0.7 || (isEarly(before, line) && !(isSpaced && before.fill > 0.6));
  if (before.text.endsWith(":")) return before.fill < 0.85 && !(group.length < 3 && line.fill < 0.85);
  if (MARKER.test(group[0]!.text) && line.indent > -0.5 && before.fill > 0.5) return false;
  return before.fill < 0.7 && isEarly(before, line);
}

/** Would the first word of the next line have found room on this one? Then the line was ended on purpose. */
function isEarly(before: Line, line: Line): boolean {
  const letters = Math.max(1, line.text.length);
  const first = line.text.trimStart().indexOf(" ");
  const word = first < 0 ? line.text.length : first;
  const perLetter = line.fill / letters;
  return before.fill + (word + 1) * perLetter < 0.92;
}

function looksDifferent(before: Line, line: Line): boolean {
  if (Math.abs(before.size - line.size) > 0.12) return true;
  const sides = [before, line].map(boldShare);
  return (sides[0]! > 0.95 && sides[1]! < 0.3) || (sides[0]! < 0.3 && sides[1]! > 0.95 && before.fill < 0.9);
}

function boldShare(line: Line): number {
  const bold = line.strong.reduce((sum, { start, end }) => sum + end - start, 0);
  return bold / Math.max(1, line.text.length);
}

/** Puts the lines of one block together: soft breaks become spaces, a word cut by a hyphen stays as it is written. */
function protoOf(lines: readonly Line[]): Proto {
  let text = "";
  const strong: Span[] = [];
  const marks: Mark[] = [];
  const doubtful: Span[] = [];
  for (const line of lines) {
    const lead = line.text.length - line.text.trimStart().length;
    const body = line.text.trim();
    if (text !== "" && !/[-־–]$/u.test(text)) text += " ";
    else if (/\s[-–]$/u.test(text)) text += " ";
    const shift = text.length - lead;
    const inside = (at: number): number => Math.min(Math.max(at + shift, text.length), text.length + body.length);
    for (const span of line.strong) strong.push({ start: inside(span.start), end: inside(span.end) });
    for (const mark of line.marks) marks.push({ ...mark, at: inside(mark.at) });
    if (line.isDoubtful) doubtful.push({ start: text.length, end: text.length + body.length });
    text += body;
  }
  const merged = mergeSpans(strong, text);
  const bold = merged.reduce((sum, { start, end }) => sum + end - start, 0) > text.length * 0.9;
  return {
    block: { type: "paragraph", text, strong: bold ? [] : merged, doubtful, marks, place: placeOf(lines) },
    lines: lines.length,
    size: lines[0]!.size,
    bold,
    apart: lines[0]!.gap > 1.4,
    isDoubtful: doubtful.length > 0,
  };
}

/** Bold stretches that only a space parts are one. */
export function mergeSpans(spans: readonly Span[], text: string): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && text.slice(last.end, span.start).trim() === "")
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) merged.push(span);
  }
  return merged;
}

export function placeOf(lines: readonly Pick<Line, "page" | "number">[]): Place {
  return { page: lines[0]!.page, line: lines[0]!.number, lastLine: lines.at(-1)!.number };
}

/** Paragraphs with a marker, one after the other, are a list; a single one is a paragraph that starts with a dash. */
function gatherLists(protos: readonly Proto[]): Proto[] {
  const result: Proto[] = [];
  for (let at = 0; at < protos.length; ) {
    let end = at;
    while (end < protos.length && isItem(protos[end]!)) end++;
    if (end - at >= 2) {
      result.push(listOf(protos.slice(at, end)));
      at = end;
    } else result.push(protos[at++]!);
  }
  return result;
}

function isItem({ block }: Proto): boolean {
  return block.type === "paragraph" && MARKER.test(block.text) && wordsOf(block.text).length > 0;
}

function listOf(items: readonly Proto[]): Proto {
  const texts = items.map(({ block }) => (block.type === "paragraph" ? block.text : ""));
  const places = items.map(({ block }) => block.place);
  return {
    ...items[0]!,
    block: {
      type: "list",
      ordered: texts.every((text) => ORDERED.test(text)),
      items: texts.map((text) => text.replace(MARKER, "")),
      place: { ...places[0]!, lastLine: places.at(-1)!.lastLine },
    },
    lines: items.reduce((sum, { lines }) => sum + lines, 0),
  };
}

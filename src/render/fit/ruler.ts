/**
 * Measures text without a browser: letter widths from the font files, broken into lines at the first chance past the
 * edge, as CSS Text 3 §5 does it. All widths are in ems of the text.
 */
import type { Inline } from "../../deck/types.ts";
import type { FaceMetrics } from "../fonts/face.ts";

/** A piece of text between two chances to break, with the space after it. */
export interface Word {
  readonly width: number;
  /** Width of the space that follows; 0 where the line may break without one, e.g. after a hyphen. */
  readonly space: number;
  /** A forced break follows. */
  readonly last: boolean;
}

/** Advance widths by UTF-16 unit, in ems. */
export type Advances = Float32Array;

/** The faces that one run of text may use: its own, and the one for what is strong in it. */
export interface Faces {
  readonly text: Advances;
  readonly strong: Advances;
}

/** Width of a character that the face lacks: about that of a wide letter, so that the estimate errs to the safe side. */
const UNKNOWN = 0.62;
/** Units above it are in none of our faces. */
const TABLE_SIZE = 0x2300;
const AFTER_TABLE = String.fromCharCode(TABLE_SIZE);
const UNITS = String.fromCharCode(...new Uint16Array(TABLE_SIZE).map((_, unit) => unit));

const SPACE = 0x20;
const HYPHEN = 0x2d;
const EN_DASH = 0x2013;
/** Room that inline code takes beyond its letters (padding of 0.25em on each side). */
const CODE_PADDING = 0.5;
const CODE_LETTER = 0.6 * 0.86;

/** The words of inlines. A break is possible after a space, a hyphen or a dash, unless the run must not be broken. */
export function splitWords(inlines: readonly Inline[], faces: Faces): readonly Word[] {
  const words: Word[] = [];
  let width = 0;
  const close = (space: number, last = false): void => {
    if (width > 0 || last) words.push({ width, space, last });
    width = 0;
  };
  const add = (text: string, face: Advances, breakable: boolean): void => {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const advance = advanceOf(unit, face);
      if (breakable && unit === SPACE) close(advance);
      else {
        width += advance;
        if (breakable && (unit === HYPHEN || unit === EN_DASH)) close(0);
      }
    }
  };
  const walk = (nodes: readonly Inline[], face: Advances, breakable: boolean): void => {
    for (const node of nodes) {
      if (node.type === "text") add(node.text, face, breakable);
      else if (node.type === "break") close(0, true);
      else if (node.type === "inline-code") width += node.text.length * CODE_LETTER + CODE_PADDING;
      else if (node.type === "footnote-ref") width += 0.4;
      else if (node.type === "image") width += 1.5;
      else if (node.type === "strong") walk(node.children, faces.strong, breakable);
      else if (node.type === "isolate") walk(node.children, face, breakable && !node.nowrap);
      else walk(node.children, face, breakable);
    }
  };
  walk(inlines, faces.text, true);
  close(0);
  return words;
}

/** How many lines the words take in a box, by first fit. A word wider than the box is broken inside. */
export function countLines(words: readonly Word[], box: number): number {
  if (words.length === 0) return 0;
  let lines = 1;
  let used = 0;
  for (const { width, space, last } of words) {
    if (used > 0 && used + width > box) {
      lines += 1;
      used = 0;
    }
    used += width;
    if (used > box) {
      const extra = Math.ceil(used / box) - 1;
      lines += extra;
      used -= extra * box;
    }
    used += space;
    if (last) {
      lines += 1;
      used = 0;
    }
  }
  return words.at(-1)?.last ? lines - 1 : lines;
}

/** Width of plain text on one line. */
export function textWidth(text: string, face: Advances): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += advanceOf(text.charCodeAt(i), face);
  return width;
}

/** Width of words on one line. */
export function lineWidth(words: readonly Word[]): number {
  return words.reduce((sum, { width, space }) => sum + width + space, 0);
}

export function longestWord(words: readonly Word[]): number {
  return words.reduce((longest, { width }) => Math.max(longest, width), 0);
}

/** Niqqud and other marks stand on the letter before them and take no room. */
function advanceOf(unit: number, face: Advances): number {
  return face[unit] ?? UNKNOWN;
}

/** A face's widths as a table: looked up once for every letter of a deck. */
export function tabulate({ widths }: FaceMetrics): Advances {
  const table = new Float32Array(TABLE_SIZE).fill(UNKNOWN);
  for (const { index } of UNITS.matchAll(/[\p{M}\p{Cf}]/gu)) table[index] = 0;
  for (const [character, width] of Object.entries(widths)) {
    if (character.length === 1 && character < AFTER_TABLE) table[character.charCodeAt(0)] = width / 1000;
  }
  return table;
}

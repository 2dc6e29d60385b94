/** Three versions of a deck's source to one, slide by slide. */

import { slug } from "./ids.ts";
import { scan } from "./scan.ts";
import { lineEnd, normalize } from "./shape.ts";
import type { Span } from "./types.ts";

/** A slide that both sides changed, or that one changed and the other removed. Null stands for "not there". */
export interface Conflict {
  /** The slide's title, or the front matter's marks. */
  readonly title: string;
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
  /** Where the merged text has the version that it kept: mine, or theirs where mine is gone. Offsets of normalised text. */
  readonly span: Span;
}

export interface Merged {
  /** With the byte order mark and the line ends of `theirs`, the file on disk. */
  readonly text: string;
  readonly conflicts: readonly Conflict[];
}

/** A slide's source, or the front matter (always first, perhaps empty), or the cover's text (second). */
interface Section {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Merges what two people made of `base`. A slide that one side changed is taken from that side, also when its neighbour
 * was changed by the other; new slides of both are kept, a removed one goes unless the other changed it. When both
 * reordered, mine is the order. Merging with an unchanged side gives the other side as it is.
 */
export function diffSlides(base: string, mine: string, theirs: string): Merged {
  const [o, a, b] = [base, mine, theirs].map((text) => normalize(text).text) as [string, string, string];
  if (a === b || a === o) return { text: theirs, conflicts: [] };
  if (b === o) return { text: withShape(a, theirs), conflicts: [] };
  const [original, left, right] = [split(o), split(a), split(b)];
  const toLeft = match(original, left);
  const toRight = match(original, right);
  const choices = order(original, left, right, toLeft, toRight).map((row) => choose(row, original, left, right));
  return assemble(choices, theirs);
}

/** Indexes of one slide in the three versions; -1 where it is not there. */
interface Row {
  readonly base: number;
  readonly mine: number;
  readonly theirs: number;
}

interface Choice {
  readonly text: string;
  /** Whether it was the last of its version: then it lacks the blank line that one after it needs. */
  readonly last: boolean;
  readonly conflict: Omit<Conflict, "span"> | null;
}

function split(text: string): readonly Section[] {
  const { slides } = scan(text);
  const [first] = slides;
  const front: Section = { key: "\0front", title: "---", text: text.slice(0, first!.start) };
  return [
    front,
    ...slides.map((slide, index): Section => {
      const title = text.slice(slide.title.start, slide.title.end);
      const id = slide.attributes?.ids[0]?.value;
      const key = index === 0 ? "\0cover" : (id ?? (title === "" ? "" : slug(title)));
      return { key, title, text: text.slice(slide.start, slide.end) };
    }),
  ];
}

/**
 * For every section of `from` its counterpart in `to`, or -1: first by equal text, then by title or id, then what is left
 * between two neighbours that are matched already, in order.
 */
function match(from: readonly Section[], to: readonly Section[]): readonly number[] {
  const found = new Array<number>(from.length).fill(-1);
  const taken = new Set<number>();
  const pair = (i: number, j: number): void => {
    found[i] = j;
    taken.add(j);
  };
  for (const keyOf of [(section: Section) => section.text.trimEnd(), (section: Section) => section.key]) {
    const places = new Map<string, number[]>();
    to.forEach((section, j) => {
      if (!taken.has(j) && keyOf(section) !== "")
        places.set(keyOf(section), [...(places.get(keyOf(section)) ?? []), j]);
    });
    from.forEach((section, i) => {
      const j = found[i]! < 0 ? places.get(keyOf(section))?.shift() : undefined;
      if (j !== undefined) pair(i, j);
    });
  }
  for (let i = 1; i < from.length; i++) {
    const next = found[i - 1]! + 1;
    const follows = found[i]! < 0 && found[i - 1]! >= 0 && next < to.length && !taken.has(next);
    if (follows && closes(found, i, next, to.length)) pair(i, next);
  }
  return found;
}

/** Whether as many sections are unmatched here as there, so that in all likelihood they are the same ones, retitled. */
function closes(found: readonly number[], i: number, j: number, size: number): boolean {
  let end = i;
  while (end < found.length && found[end]! < 0) end++;
  const stop = end < found.length ? found[end]! : size;
  return stop - j === end - i;
}

/** The rows of the merged deck: one side's order, with the other's new slides after the slide that they followed. */
function order(
  base: readonly Section[],
  mine: readonly Section[],
  theirs: readonly Section[],
  toMine: readonly number[],
  toTheirs: readonly number[],
): readonly Row[] {
  const mineLeads = !isRising(toMine) || isRising(toTheirs);
  const [lead, follow] = mineLeads ? [toMine, toTheirs] : [toTheirs, toMine];
  const row = (base: number, l: number, f: number): Row =>
    mineLeads ? { base, mine: l, theirs: f } : { base, mine: f, theirs: l };
  const fromLead = invert(lead, (mineLeads ? mine : theirs).length);
  const rows: Row[] = fromLead.map((b, l) => row(b, l, b < 0 ? -1 : follow[b]!));
  const followers = invert(follow, (mineLeads ? theirs : mine).length);
  const ownIndex = (r: Row): number => (mineLeads ? r.theirs : r.mine);
  followers.forEach((b, f) => {
    if (b >= 0 && lead[b]! >= 0) return;
    const at = rows.findIndex((r) => ownIndex(r) === f - 1);
    rows.splice(at + 1, 0, row(b, -1, f));
  });
  base.forEach((_, b) => {
    if (lead[b]! < 0 && follow[b]! < 0) rows.push(row(b, -1, -1));
  });
  return rows;
}

function isRising(found: readonly number[]): boolean {
  const there = found.filter((j) => j >= 0);
  return there.every((j, i) => i === 0 || j > there[i - 1]!);
}

function invert(found: readonly number[], size: number): readonly number[] {
  const inverse = new Array<number>(size).fill(-1);
  found.forEach((j, i) => {
    if (j >= 0) inverse[j] = i;
  });
  return inverse;
}

function choose(row: Row, base: readonly Section[], mine: readonly Section[], theirs: readonly Section[]): Choice {
  const o = base[row.base] ?? null;
  const a = mine[row.mine] ?? null;
  const b = theirs[row.theirs] ?? null;
  const same = (x: Section | null, y: Section | null): boolean => x?.text.trimEnd() === y?.text.trimEnd();
  const last = (x: Section | null): boolean => x !== null && (x === mine.at(-1) || x === theirs.at(-1));
  const take = (x: Section | null, conflict: Choice["conflict"]): Choice => ({
    text: x?.text ?? "",
    last: last(x),
    conflict,
  });
  if (same(a, b) || same(o, b)) return take(a, null);
  if (same(o, a)) return take(b, null);
  // Two new slides never share a row, so from here on the slide was there and both sides did something to it.
  const conflict = {
    title: (a ?? b)?.title ?? "",
    base: o?.text.trimEnd() ?? null,
    mine: a?.text.trimEnd() ?? null,
    theirs: b?.text.trimEnd() ?? null,
  };
  return take(a ?? b, conflict);
}

/** Joins what was chosen; a slide that was the last one may lack the blank line that it needs now. */
function assemble(choices: readonly Choice[], shape: string): Merged {
  let text = "";
  const conflicts: Conflict[] = [];
  let open = false;
  for (const { text: piece, last, conflict } of choices) {
    if (piece !== "" && open) text = `${text.trimEnd()}\n\n`;
    const start = text.length;
    text += piece;
    if (piece !== "") open = last;
    if (conflict) conflicts.push({ ...conflict, span: { start, end: text.length } });
  }
  return { text: withShape(text, shape), conflicts };
}

/** Text with the byte order mark and the line ends of another. */
function withShape(text: string, shape: string): string {
  const bom = shape.startsWith("\uFEFF") ? "\uFEFF" : "";
  const eol = lineEnd(shape);
  return bom + (eol === "\n" ? text : text.replaceAll("\n", eol));
}

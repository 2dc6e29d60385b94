/** Putting isolates around runs of a line that may begin and end anywhere in its tree. */
import type { Direction, Inline, Text } from "../../deck/types.ts";
import { isAtom, lineLength, lineText } from "./content.ts";
import { joinSpans, sliceText, splitInline } from "./split.ts";

/** A run of the line's text; `dir` is its own. Offsets are half-open, runs in order and apart. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
  readonly dir: Direction | null;
  readonly lang: string | null;
  readonly nowrap: boolean;
}

/** The inlines with an isolate around each run. Strong words are divided where a run ends inside; links never are. */
export function wrapRuns(inlines: readonly Inline[], runs: readonly LineRun[]): readonly Inline[] {
  const [only] = inlines;
  if (inlines.length === 1 && only?.type === "text") return wrapText(only, runs);
  return wrap(inlines, 0, clipAtLinks(inlines, runs));
}

/** The same for the commonest line: one text. */
function wrapText(whole: Text, runs: readonly LineRun[]): readonly Inline[] {
  const made: Inline[] = [];
  let from = 0;
  for (const { start, end, dir, lang, nowrap } of runs) {
    if (start > from) made.push(sliceText(whole, from, start));
    const inner = sliceText(whole, start, end);
    made.push({ type: "isolate", dir: dir ?? "ltr", lang, nowrap, children: [inner], span: inner.span });
    from = end;
  }
  if (from < whole.text.length) made.push(sliceText(whole, from, whole.text.length));
  return made;
}

function wrap(inlines: readonly Inline[], from: number, runs: readonly LineRun[]): readonly Inline[] {
  const made: Inline[] = [];
  const rest = [...inlines].reverse();
  let offset = from;
  let next = 0;
  while (rest.length > 0) {
    const inline = rest.pop() as Inline;
    const end = offset + lineLength(inline);
    while ((runs[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    const run = runs[next];
    if (run === undefined || run.start >= end) {
      made.push(inline);
      offset = end;
    } else if (run.start <= offset && run.end >= end) {
      made.push(isolateFrom(inline, rest, run, offset));
      offset = run.end;
    } else if (inline.type === "text" || isCrossed(runs, next, end)) {
      const at = cutPoint(inline, runs, next, offset, end);
      const [left, right] = splitInline(inline, at - offset);
      rest.push(right, left);
    } else {
      made.push(wrapInside(inline, offset, end, runs, next));
      offset = end;
    }
  }
  return made;
}

/** An isolate that starts with `first` and takes from `rest` what the run still covers. */
function isolateFrom(first: Inline, rest: Inline[], run: LineRun, offset: number): Inline {
  const children: Inline[] = [first];
  let end = offset + lineLength(first);
  while (end < run.end && rest.length > 0) {
    const inline = rest.pop() as Inline;
    const length = lineLength(inline);
    if (end + length <= run.end) {
      children.push(inline);
      end += length;
    } else {
      const [left, right] = splitInline(inline, run.end - end);
      rest.push(right, left);
    }
  }
  const { dir, lang, nowrap } = run;
  return { type: "isolate", dir: dir ?? "ltr", lang, nowrap, children, span: joinSpans(children) };
}

/** Whether some run that starts inside, from the `next` on, ends beyond. */
function isCrossed(runs: readonly LineRun[], next: number, end: number): boolean {
  return crossing(runs, next, end) !== null;
}

function crossing(runs: readonly LineRun[], next: number, end: number): LineRun | null {
  for (let i = next; i < runs.length; i++) {
    const run = runs[i] as LineRun;
    if (run.start >= end) return null;
    if (run.end > end) return run;
  }
  return null;
}

/** Where to divide: a text at the run's next border, a strong word where a run leaves it. */
function cutPoint(inline: Inline, runs: readonly LineRun[], next: number, offset: number, end: number): number {
  const run = runs[next] as LineRun;
  if (inline.type === "text") return run.start > offset ? run.start : run.end;
  return (crossing(runs, next, end) as LineRun).start;
}

function wrapInside(inline: Inline, offset: number, end: number, runs: readonly LineRun[], next: number): Inline {
  if (!("children" in inline) || isAtom(inline)) return inline;
  let last = next;
  while ((runs[last]?.start ?? end) < end) last++;
  return { ...inline, children: wrap(inline.children, offset, runs.slice(next, last)) };
}

/** Runs cut where they enter or leave a link, because half a link is none. A part keeps no space at its borders. */
function clipAtLinks(inlines: readonly Inline[], runs: readonly LineRun[]): readonly LineRun[] {
  const links = linkExtents(inlines, 0);
  if (links.length === 0) return runs;
  const text = lineText(inlines);
  let passed = 0;
  return runs.flatMap((run) => {
    while ((links[passed]?.end ?? run.start + 1) <= run.start) passed++;
    const cuts = [run.start, ...bordersInside(links, passed, run), run.end];
    return cuts.slice(1).flatMap((end, index) => trim(text, { ...run, start: cuts[index] ?? run.start, end }));
  });
}

/** Borders, inside the run, of links that it only partly covers; the links from `first` on can touch it. */
function bordersInside(links: readonly Extent[], first: number, run: LineRun): number[] {
  const borders: number[] = [];
  for (let i = first; (links[i]?.start ?? run.end) < run.end; i++) {
    const { start, end } = links[i] as Extent;
    if (start < run.start && end < run.end) borders.push(end);
    if (start > run.start && end > run.end) borders.push(start);
  }
  return borders;
}

function trim(text: string, run: LineRun): readonly LineRun[] {
  const own = text.slice(run.start, run.end);
  const start = run.start + own.length - own.trimStart().length;
  const end = run.end - (own.length - own.trimEnd().length);
  return start < end ? [{ ...run, start, end }] : [];
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function linkExtents(inlines: readonly Inline[], from: number): readonly Extent[] {
  let offset = from;
  return inlines.flatMap((inline) => {
    const start = offset;
    offset += lineLength(inline);
    if (inline.type === "link") return [{ start, end: offset }];
    return "children" in inline && !isAtom(inline) ? linkExtents(inline.children, start) : [];
  });
}

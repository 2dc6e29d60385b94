/**
 * Edits of a file by slide. Each takes the file's text as it is (a byte order mark and `\r\n` may be in it) with a slide
 * of the deck that was parsed from that text, and gives the new text; every byte that the edit is not about stays.
 */

import { FLAG_NAMES, findName, KEY_NAMES } from "./names.ts";
import { findNotesComment } from "./parse.ts";
import { type FenceChunk, type ScannedSlide, scan } from "./scan.ts";
import { applyEdits, normalize, type TextEdit } from "./shape.ts";
import type { Slide, Span } from "./types.ts";

/** All that an edit needs of a slide. */
export type SlidePlace = Pick<Slide, "span">;

/** A slide's own source; for the cover, the text after the front matter. Without blank lines around it. */
export function readSlide(text: string, slide: SlidePlace): string {
  const { source, range } = find(text, slide);
  return source.slice(range.start, range.end).trim();
}

/** Puts other source in a slide's place. The blank lines after it stay. */
export function replaceSlide(text: string, slide: SlidePlace, replacement: string): string {
  const { source, range } = find(text, slide);
  const old = source.slice(range.start, range.end);
  const lead = old.length - old.trimStart().length;
  const edit = {
    start: range.start + lead,
    end: range.start + Math.max(lead, old.trimEnd().length),
    text: trimLines(replacement),
  };
  return applyEdits(text, [edit]);
}

/** Puts a new slide before another, or at the end. Nothing goes before the cover: there it goes right after. */
export function insertSlide(text: string, before: SlidePlace | null, slide: string): string {
  const source = normalize(text).text;
  const at = before === null ? source.length : insertionPoint(source, before);
  return applyEdits(text, [insertion(source, at, trimLines(slide))]);
}

export function removeSlide(text: string, slide: SlidePlace): string {
  return applyEdits(text, [departure(find(text, slide))]);
}

/** Moves a slide before another, or to the end. The cover stays where it is, and first. */
export function moveSlide(text: string, slide: SlidePlace, before: SlidePlace | null): string {
  const found = find(text, slide);
  const { source, range, scanned } = found;
  const at = before === null ? source.length : insertionPoint(source, before);
  if (scanned.opener === "text" || (at >= range.start && at <= range.end)) return text;
  const piece = trimLines(source.slice(range.start, range.end));
  return applyEdits(text, [departure(found), insertion(source, at, piece)]);
}

/** Puts a copy right after a slide; a written id is left out of the copy, for ids are unique. */
export function duplicateSlide(text: string, slide: SlidePlace): string {
  const { source, range, scanned } = find(text, slide);
  if (scanned.opener === "text") return text;
  const [id] = scanned.attributes?.ids ?? [];
  const piece = id
    ? source.slice(range.start, id.span.start) + source.slice(id.span.end, range.end)
    : source.slice(range.start, range.end);
  const copy = piece.replace(/^(##?[^\n]*?)[ \t]*\{[ \t]*\}[ \t]*$/m, "$1");
  return applyEdits(text, [insertion(source, range.end, trimLines(copy))]);
}

// ---- attributes -----------------------------------------------------------------------------------

/** Hides a slide or shows it, by `.hidden` on its heading. The cover cannot be hidden. */
export function setHidden(text: string, slide: SlidePlace, hidden: boolean): string {
  const { source, scanned } = find(text, slide);
  const written = scanned.attributes?.classes.filter(({ name }) => findName(FLAG_NAMES, name) === "hidden") ?? [];
  if (hidden === written.length > 0) return text;
  const edits = hidden
    ? addAttribute(source, scanned, [".hidden", ".מוסתר"])
    : removeAttributes(source, scanned, written);
  return applyEdits(text, edits);
}

/** Sets the planned minutes of a slide, or takes them off (null), so that they are estimated again. */
export function setMinutes(text: string, slide: SlidePlace, minutes: number | null): string {
  const { source, scanned } = find(text, slide);
  const written = scanned.attributes?.pairs.filter(({ name }) => findName(KEY_NAMES, name) === "minutes") ?? [];
  const [first, ...others] = written;
  const value = minutes === null ? null : String(Math.round(minutes * 100) / 100);
  if (value === null) return applyEdits(text, removeAttributes(source, scanned, written));
  if (!first) return applyEdits(text, addAttribute(source, scanned, [`minutes=${value}`, `דקות=${value}`]));
  const edit = { ...first.span, text: `${first.name}=${value}` };
  return applyEdits(text, [edit, ...others.map(({ span }) => ({ ...span, text: "" }))]);
}

/** Adds to the braces, in Hebrew where what stands in them is Hebrew; a `---` becomes a heading without title. */
function addAttribute(
  source: string,
  scanned: ScannedSlide,
  [english, hebrew]: readonly [string, string],
): readonly TextEdit[] {
  const { attributes, title, opener } = scanned;
  if (opener === "text") return [];
  if (attributes) {
    const at = attributes.span.end - 1;
    const name = /\p{Script=Hebrew}/u.test(source.slice(attributes.span.start, at)) ? hebrew : english;
    return [{ start: at, end: at, text: ` ${name}` }];
  }
  if (opener === "break") {
    const end = source.indexOf("\n", scanned.start);
    return [{ start: scanned.start, end: end < 0 ? source.length : end, text: `## {${english}}` }];
  }
  const newline = source.indexOf("\n", title.end);
  const end = newline < 0 ? source.length : newline;
  const line = source.slice(title.end, end);
  const space = title.end > title.start || /^[ \t]*$/.test(line) ? " " : "";
  const at = title.end + line.trimEnd().length;
  return [{ start: at, end: at, text: `${space}{${english}}` }];
}

function removeAttributes(
  source: string,
  { attributes }: ScannedSlide,
  written: readonly { readonly span: Span }[],
): readonly TextEdit[] {
  if (!attributes || written.length === 0) return [];
  const { classes, ids, pairs, strays, span } = attributes;
  const all = classes.length + ids.length + pairs.length + strays.length;
  if (written.length === all) {
    const before = source.slice(0, span.start);
    return [{ start: before.length - (/[ \t]*$/.exec(before.slice(-80))?.[0].length ?? 0), end: span.end, text: "" }];
  }
  return written.map((item) => {
    // The space before it goes too; after the brace, the space behind it.
    const first = /\{[ \t]*$/.test(source.slice(span.start, item.span.start));
    const after = first ? (/^[ \t]*/.exec(source.slice(item.span.end, span.end))?.[0].length ?? 0) : 0;
    const before = first ? 0 : (/[ \t]*$/.exec(source.slice(span.start, item.span.start))?.[0].length ?? 0);
    return { start: item.span.start - before, end: item.span.end + after, text: "" };
  });
}

// ---- notes ----------------------------------------------------------------------------------------

/** The source of a slide's notes without what marks them as notes; empty where there are none. */
export function readNotesSource(text: string, slide: SlidePlace): string {
  const { source, scanned } = find(text, slide);
  const fences = notesFences(scanned);
  const places = fences.length > 0 ? fences : [findNotesComment(source, scanned)].filter((comment) => comment !== null);
  return places
    .map(({ inner }) => source.slice(inner.start, inner.end).trim())
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Writes a slide's notes: in the way that they are written now, or as `::: notes` at its end. Empty notes go. */
export function replaceNotes(text: string, slide: SlidePlace, notes: string): string {
  const { source, scanned, range } = find(text, slide);
  const words = protectNotes(trimLines(notes));
  const [first, ...others] = notesFences(scanned);
  const comment = first ? null : findNotesComment(source, scanned);
  if (words === "") {
    return applyEdits(
      text,
      [first, ...others, comment].flatMap((place) => (place ? [removal(source, place)] : [])),
    );
  }
  if (first)
    return applyEdits(text, [replaceInner(source, first, words), ...others.map((fence) => removal(source, fence))]);
  if (comment && !words.includes("-->")) {
    const newlines = source.slice(comment.inner.start, comment.inner.end).includes("\n") || words.includes("\n");
    return applyEdits(text, [{ ...comment.inner, text: newlines ? `\n${words}\n` : ` ${words} ` }]);
  }
  const edits = comment ? [removal(source, comment)] : [];
  const body = source.slice(range.start, range.end).trimEnd();
  const end = range.start + body.length;
  const gap = body === "" ? "" : "\n\n";
  return applyEdits(text, [
    ...edits,
    { start: end, end, text: `${gap}::: notes\n${words}\n:::${end === source.length ? "\n" : ""}` },
  ]);
}

function notesFences({ chunks }: ScannedSlide): readonly FenceChunk[] {
  return chunks.filter((chunk): chunk is FenceChunk => chunk.type === "fence" && chunk.name === "notes");
}

/** The blank lines around the words stay as they are; after an empty `Note:` the words begin on its own line. */
function replaceInner(source: string, { inner, opening }: FenceChunk, words: string): TextEdit {
  const old = source.slice(inner.start, inner.end);
  const start = inner.start + old.length - old.trimStart().length;
  if (old.trim() !== "") return { start, end: inner.start + old.trimEnd().length, text: words };
  const onLine = inner.start === opening.end && source[inner.start - 1] !== "\n";
  const space = source[inner.start - 1] === ":" ? " " : "";
  return { start: inner.start, end: inner.start, text: onLine ? `${space}${words}` : `${words}\n` };
}

/** Takes a block away with the blank lines before it. */
function removal(source: string, { start, end }: Span): TextEdit {
  let from = start;
  while (from > 0 && source[from - 1] === "\n" && source[from - 2] === "\n") from--;
  const stop = source[end] === "\n" && source[from - 1] === "\n" && end + 1 < source.length ? end + 1 : end;
  return { start: from, end: stop, text: "" };
}

/** Lines of notes that would open a slide or close the notes get a backslash. */
function protectNotes(notes: string): string {
  return notes.replace(/^(?=##?(?:[ \t]|$)|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$| {0,3}:{3,})/gm, "\\");
}

// ---- places ---------------------------------------------------------------------------------------

interface Found {
  readonly source: string;
  readonly scanned: ScannedSlide;
  /** The slide without front matter. */
  readonly range: Span;
}

/** The scanned slide where a parsed one stands. A slide of other text is a mistake of the program. */
function find(text: string, { span }: SlidePlace): Found {
  const source = normalize(text).text;
  const { slides } = scan(source);
  const scanned =
    span.start === 0
      ? slides.find((slide) => slide.end === span.end)
      : slides.find((slide) => slide.start === span.start);
  if (!scanned) throw new RangeError(`No slide begins at ${span.start}`);
  return { source, scanned, range: { start: scanned.start, end: scanned.end } };
}

function insertionPoint(source: string, { span }: SlidePlace): number {
  const [text] = scan(source).slides;
  return Math.max(span.start, text?.end ?? 0);
}

/** Takes a slide away. The last one takes the blank lines before it along, which would else end the file. */
function departure({ source, range: { start, end } }: Found): TextEdit {
  const before = source.slice(0, start).trimEnd();
  const isLast = end === source.length && before !== "";
  return { start: isLast ? source.indexOf("\n", before.length) + 1 : start, end, text: "" };
}

/** A slide put at a seam: on lines of its own, with a blank line before and after where there is none. */
function insertion(source: string, at: number, slide: string): TextEdit {
  const before = source.slice(Math.max(0, at - 2), at);
  const lead =
    at === 0
      ? slide.startsWith("---")
        ? "\n"
        : ""
      : before.endsWith("\n\n")
        ? ""
        : before.endsWith("\n")
          ? "\n"
          : "\n\n";
  return { start: at, end: at, text: `${lead}${slide}\n${at < source.length ? "\n" : ""}` };
}

/** Without blank lines before and after; spaces at the start of its first line stay. */
function trimLines(text: string): string {
  return normalize(text)
    .text.replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
}

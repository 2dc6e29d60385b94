/**
 * The first pass: lines to slides and blocks, with no Markdown read yet. A slide begins at `#`, `##` or a thematic break
 * in column one, whatever is open before it, so that one unclosed fence costs one slide and not the rest of the deck.
 */

import { parseAttributes, splitTrailingAttributes } from "./attributes.ts";
import { type Closers, findClosers } from "./code-fences.ts";
import { FENCE_NAMES, findName } from "./names.ts";
import type { Chunk, FenceChunk, Scan, ScannedFootnote, ScannedSlide } from "./scan-types.ts";
import type { Span } from "./types.ts";

export type * from "./scan-types.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface OpenFence extends Mutable<Omit<FenceChunk, "chunks">> {
  chunks: Chunk[];
  /** `Note:` runs to the slide's end and needs no closing line. */
  readonly implicit: boolean;
}
interface OpenSlide extends Mutable<Omit<ScannedSlide, "chunks">> {
  chunks: Chunk[];
}

const HEADING = /^(##?)(?:[ \t]+(.*))?$/;
const BREAK = /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/;
const FENCE = /^ {0,3}:{3,}[ \t]*(.*)$/;
const CODE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const COMMENT = /^ {0,3}<!--/;
const NOTE = /^(?:notes?|הערות|ملاحظات):(?:[ \t]|$)/i;
const FOOTNOTE = /^\[\^([^\]\s]{1,100})\]:[ \t]*/;
const ATTRIBUTES_LINE = /^\{[^{}]{1,2000}\}[ \t]*$/;
/** A line with one of these first (after up to three spaces) may be more than Markdown. */
const SPECIAL = new Set([..."#-*_:`~<[{NnHהم"].map((c) => c.charCodeAt(0)));
const MAX_FENCE_DEPTH = 8;
/** Marked takes time in the square of its text for some texts, so it gets no more than this at once. */
const MAX_CHUNK = 32_768;

/** Cuts a source into slides. Linear in its length; never throws. */
export function scan(text: string): Scan {
  return new Scanner(text).run();
}

class Scanner {
  private readonly text: string;
  private readonly slides: OpenSlide[] = [];
  private readonly footnotes: ScannedFootnote[] = [];
  private readonly problems: { code: string; span: Span; args: Record<string, string> }[] = [];
  private readonly fences: OpenFence[] = [];
  private slide: OpenSlide;
  private frontMatter: Span | null = null;
  /** Start of the line in hand, and of the line after it. */
  private at = 0;
  private next = 0;
  /** Start of the Markdown that is not yet in a chunk. */
  private pending = 0;
  private closers: Closers | null = null;
  private commentsEnd = false;

  constructor(text: string) {
    this.text = text;
    this.slide = openSlide("text", 0);
  }

  run(): Scan {
    this.readFrontMatter();
    this.slide.start = this.pending = this.next;
    const { text } = this;
    while (this.next < text.length) {
      const end = this.advance();
      if (this.isSpecial(end)) this.readLine(text.slice(this.at, end), end);
    }
    this.closeSlide(text.length);
    const { slides, footnotes, problems, frontMatter } = this;
    return { frontMatter, slides, footnotes, problems };
  }

  /** Moves to the next line and gives its end. */
  private advance(): number {
    this.at = this.next;
    const newline = this.text.indexOf("\n", this.at);
    const end = newline < 0 ? this.text.length : newline;
    this.next = newline < 0 ? end : newline + 1;
    return end;
  }

  private isSpecial(end: number): boolean {
    let i = this.at;
    while (i < end && i < this.at + 3 && this.text.charCodeAt(i) === 32) i++;
    return SPECIAL.has(this.text.charCodeAt(i));
  }

  private readFrontMatter(): void {
    const opening = /^---[ \t]*(?:\n|$)/.exec(this.text);
    if (!opening) return;
    const closing = /^(?:---|\.\.\.)[ \t]*$/gm;
    closing.lastIndex = opening[0].length;
    const match = closing.exec(this.text);
    if (!match) {
      // A single `---` at the top may as well be a slide without title; a key after it tells them apart.
      if (/^---[ \t]*\n[\p{L} ]+:/u.test(this.text)) this.report("meta/unclosed", 0, 3);
      return;
    }
    this.frontMatter = { start: opening[0].length, end: match.index };
    this.next = Math.min(match.index + match[0].length + 1, this.text.length);
  }

  /** A table in order of precedence; the first that takes the line ends the matter. */
  private readLine(line: string, end: number): void {
    if (this.readHeading(line) || this.readBreak(line)) return;
    if (this.readCode(line)) return;
    if (this.readComment(line)) return;
    if (this.readFence(line, end)) return;
    if (this.readNote(line)) return;
    if (this.readFootnote(line)) return;
    if (ATTRIBUTES_LINE.test(line)) this.readAttributes(line, end);
  }

  private readHeading(line: string): boolean {
    const match = HEADING.exec(line);
    if (!match) return false;
    this.beginSlide(match[1] === "#" ? "part" : "slide");
    const written = match[2] ?? "";
    const start = this.at + line.length - written.length;
    const { length, attributes } = splitTrailingAttributes(written, start);
    // CommonMark 4.2: a closing sequence of #s after a space is no part of the title.
    const title = dropClosing(written.slice(0, length));
    this.slide.title = { start, end: start + title.length };
    this.slide.attributes = attributes;
    this.pending = this.next;
    return true;
  }

  private readBreak(line: string): boolean {
    if (!BREAK.test(line)) return false;
    this.beginSlide("break");
    this.pending = this.next;
    return true;
  }

  /** A break with nothing but blank lines before the next heading only separates: the heading's slide takes it in. */
  private beginSlide(opener: "part" | "slide" | "break"): void {
    const { slide } = this;
    const bare = slide.opener === "break" && this.fences.length === 0 && slide.chunks.length === 0;
    if (bare && opener !== "break" && this.isBlank(this.pending, this.at)) {
      this.slide = openSlide(opener, slide.start);
      return;
    }
    this.closeSlide(this.at);
    this.slide = openSlide(opener, this.at);
  }

  private isBlank(start: number, end: number): boolean {
    return this.text.slice(start, end).trim() === "";
  }

  private closeSlide(end: number): void {
    this.flush(end);
    while (this.fences.length > 0) this.closeFence(end, end, true);
    this.slide.end = end;
    this.slides.push(this.slide);
  }

  private get chunks(): Chunk[] {
    return (this.fences.at(-1) ?? this.slide).chunks;
  }

  /** Puts the Markdown before `end` in a chunk; in several where no person wrote so much between two slides. */
  private flush(end: number): void {
    const { pending: start } = this;
    if (end - start > MAX_CHUNK) this.report("deck/split", start, start + 1, { length: String(end - start) });
    while (this.pending < end) {
      const stop = this.cut(end);
      if (!this.isBlank(this.pending, stop)) this.chunks.push({ type: "markdown", start: this.pending, end: stop });
      this.pending = stop;
    }
    this.pending = end;
  }

  /** Where the chunk from `pending` on ends: at `end`, or after the last blank line (else the last line) that fits. */
  private cut(end: number): number {
    const { text, pending } = this;
    const limit = pending + MAX_CHUNK;
    if (end <= limit) return end;
    const blank = text.lastIndexOf("\n\n", limit - 2) + 2;
    if (blank > pending + 2) return blank;
    const line = text.lastIndexOf("\n", limit) + 1;
    if (line > pending) return line;
    const next = text.indexOf("\n", limit) + 1;
    return next > 0 && next < end ? next : end;
  }

  private report(code: string, start: number, end: number, args: Record<string, string> = {}): void {
    this.problems.push({ code, span: { start, end }, args });
  }

  /** Skips a fenced code block: it stays in the Markdown chunk, but nothing in it is looked at. */
  private readCode(line: string): boolean {
    const match = CODE.exec(line);
    if (!match) return false;
    const fence = match[1]!;
    const end = this.findCodeEnd(fence);
    if (end === null) this.report("deck/unclosed-code", this.at, this.at + line.length, { fence });
    else this.next = end;
    return true;
  }

  /** The end of the line that closes a code fence; null where none does. */
  private findCodeEnd(fence: string): number | null {
    this.closers ??= findClosers(this.text);
    const closer = this.closers[fence[0] as "`" | "~"].next(this.next, fence.length);
    return closer === null ? null : Math.min(closer + 1, this.text.length);
  }

  private readComment(line: string): boolean {
    const match = COMMENT.exec(line);
    if (!match) return false;
    const start = this.at + match[0].length;
    const end = this.commentsEnd ? -1 : this.text.indexOf("-->", start);
    if (end < 0) {
      this.commentsEnd = true;
      this.report("deck/unclosed-comment", start - 4, start);
      return true;
    }
    this.flush(start - 4);
    this.chunks.push({ type: "comment", start: start - 4, end: end + 3, inner: { start, end } });
    this.pending = end + 3;
    const newline = this.text.indexOf("\n", this.pending);
    this.next = newline < 0 ? this.text.length : newline + 1;
    return true;
  }

  private readFence(line: string, end: number): boolean {
    const match = FENCE.exec(line);
    if (!match) return false;
    const rest = match[1]!.trimEnd();
    if (rest === "") this.readClosing(end);
    else this.openFence(rest, end, end - line.trimEnd().length + line.length);
    return true;
  }

  private readClosing(end: number): void {
    const open = this.fences.at(-1);
    this.flush(this.at);
    if (!open || open.implicit) this.report("deck/stray-close", this.at, end);
    else this.closeFence(this.at, end, false);
    this.pending = this.next;
  }

  private openFence(rest: string, end: number, textEnd: number): void {
    const textStart = textEnd - rest.length - (textEnd - end);
    const { length, attributes } = splitTrailingAttributes(rest, textStart);
    // Pandoc writes `::: {.notes}`: then the first class is the name.
    const written = rest.slice(0, length) || (attributes?.classes[0]?.name ?? "");
    this.flush(this.at);
    if (this.fences.length >= MAX_FENCE_DEPTH) {
      this.report("deck/too-deep", this.at, end);
      return;
    }
    this.push({ name: findName(FENCE_NAMES, written), written, attributes, implicit: false }, end, this.next);
    this.pending = this.next;
  }

  private push(
    fence: Pick<OpenFence, "name" | "written" | "attributes" | "implicit">,
    openingEnd: number,
    inner: number,
  ): void {
    this.fences.push({
      type: "fence",
      ...fence,
      start: this.at,
      end: inner,
      opening: { start: this.at, end: openingEnd },
      inner: { start: inner, end: inner },
      chunks: [],
    });
  }

  private closeFence(innerEnd: number, end: number, forced: boolean): void {
    this.flush(innerEnd);
    const { implicit, ...chunk } = this.fences.pop()!;
    if (forced && !implicit) {
      this.report("deck/unclosed-block", chunk.opening.start, chunk.opening.end, { name: chunk.written });
    }
    this.chunks.push({ ...chunk, inner: { start: Math.min(chunk.inner.start, innerEnd), end: innerEnd }, end });
  }

  private readNote(line: string): boolean {
    const match = this.fences.length === 0 ? NOTE.exec(line) : null;
    if (!match) return false;
    this.flush(this.at);
    const inner = this.at + match[0].length;
    this.push({ name: "notes", written: "notes", attributes: null, implicit: true }, inner, inner);
    this.pending = inner;
    return true;
  }

  /** A footnote's text runs to the next blank line or the next line that begins a footnote, a slide or a fence. */
  private readFootnote(line: string): boolean {
    const match = FOOTNOTE.exec(line);
    if (!match) return false;
    this.flush(this.at);
    const start = this.at;
    let end = start + line.length;
    while (this.next < this.text.length) {
      const before = [this.at, this.next] as const;
      const lineEnd = this.advance();
      const following = this.text.slice(this.at, lineEnd);
      if (following.trim() === "" || this.isSpecial(lineEnd)) {
        [this.at, this.next] = before;
        break;
      }
      end = lineEnd;
    }
    this.footnotes.push({ id: match[1]!, start, end, inner: { start: start + match[0].length, end } });
    this.pending = this.next;
    return true;
  }

  private readAttributes(line: string, end: number): void {
    const attributes = parseAttributes(line.trimEnd(), this.at);
    if (!attributes) return;
    this.flush(this.at);
    this.chunks.push({ type: "attributes", start: this.at, end, attributes });
    this.pending = this.next;
  }
}

function openSlide(opener: ScannedSlide["opener"], start: number): OpenSlide {
  return { opener, start, end: start, title: { start, end: start }, attributes: null, chunks: [] };
}

/** A title without the `#`s at its end; without a space before them they belong to the last word. */
function dropClosing(title: string): string {
  let end = title.length;
  while (title[end - 1] === "#") end--;
  const closes = end < title.length && (end === 0 || title[end - 1] === " " || title[end - 1] === "\t");
  return closes ? title.slice(0, end).trimEnd() : title;
}

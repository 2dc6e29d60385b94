/** What the first pass makes of a source: slides and chunks, all as places. */
import type { Attributes } from "./attributes.ts";
import type { FenceName } from "./names.ts";
import type { Span } from "./types.ts";

/** A stretch of Markdown that marked will read. */
export interface MarkdownChunk extends Span {
  readonly type: "markdown";
}
/** `{.steps}` alone on a line. */
export interface AttributesChunk extends Span {
  readonly type: "attributes";
  readonly attributes: Attributes;
}
/** `<!-- … -->` that begins a line; `inner` is what stands between the marks. */
export interface CommentChunk extends Span {
  readonly type: "comment";
  readonly inner: Span;
}
/** `::: name … :::`, or the `Note:` line with all that follows it. */
export interface FenceChunk extends Span {
  readonly type: "fence";
  /** Null for a name that nobody knows. */
  readonly name: FenceName | null;
  readonly written: string;
  readonly attributes: Attributes | null;
  readonly opening: Span;
  /** Between the opening and the closing line. */
  readonly inner: Span;
  readonly chunks: readonly Chunk[];
}
export type Chunk = MarkdownChunk | AttributesChunk | CommentChunk | FenceChunk;

export interface ScannedSlide extends Span {
  /** What opened it; `text` is what stands before the first heading. */
  readonly opener: "part" | "slide" | "break" | "text";
  /** The heading's text, without marks and attributes; empty where there is none. */
  readonly title: Span;
  readonly attributes: Attributes | null;
  readonly chunks: readonly Chunk[];
}
export interface ScannedFootnote extends Span {
  readonly id: string;
  readonly inner: Span;
}
export interface Scan {
  /** The YAML between the marks, or null. */
  readonly frontMatter: Span | null;
  readonly slides: readonly ScannedSlide[];
  readonly footnotes: readonly ScannedFootnote[];
  readonly problems: readonly { readonly code: string; readonly span: Span; readonly args: Record<string, string> }[];
}

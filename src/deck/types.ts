/**
 * The deck: what a slide source means, apart from how it was typed and how it will be shown.
 * Everything in the product starts from or ends in these types.
 */

/** A place in a source: UTF-16 offsets, half-open. The only kind of position that is stored; lines are computed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with the path that diagnostics name. The text has no byte order mark, and `\n` only. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export type Severity = "error" | "warning" | "hint";

/** A replacement of `span` by `text` in the source; `safe` ones are applied by `check --fix`. */
export interface Fix {
  readonly span: Span;
  readonly text: string;
  readonly safe: boolean;
}

/** What the author has to know. Collected, never thrown. */
export interface Diagnostic {
  readonly severity: Severity;
  /** A stable name, `room/what`, e.g. `bidi/ambiguous-minus`. */
  readonly code: string;
  /** One sentence, in the interface language. */
  readonly message: string;
  readonly path: string;
  readonly span: Span | null;
  /** What to do about it, or null. */
  readonly help: string | null;
  readonly fix: Fix | null;
}

/** A value with what was noticed on the way to it. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** BCP 47 primary subtags that have interface strings and a direction. */
export const LANGS = ["he", "ar", "fa", "yi", "en"] as const;
export type Lang = (typeof LANGS)[number];
export type Direction = "rtl" | "ltr";
export type RangePolicy = "preserve" | "ltr" | "academy";

export const LAYOUTS = [
  "cover",
  "part",
  "agenda",
  "bottom-line",
  "points",
  "compare",
  "columns",
  "quote",
  "figure",
  "number",
  "timeline",
  "table",
  "options",
  "judgment",
  "questions",
  "sources",
  "end",
] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Front matter, total: what the author did not write has its default here. */
export interface Meta {
  readonly title: string;
  readonly subtitle: string;
  readonly authors: readonly string[];
  readonly organization: string;
  /** As written, e.g. `11 במרץ 2019`; never parsed. */
  readonly date: string;
  readonly series: string;
  /** Issue number within the series, as written. */
  readonly number: string;
  /** What the deck is based on, as written. */
  readonly source: string;
  /** Paragraphs of the brief that the cover stands on, rising; empty when not given. */
  readonly brief: readonly number[];
  readonly lang: Lang;
  /** From `lang`; never written by hand. */
  readonly dir: Direction;
  readonly theme: string;
  /** Banner on every slide, e.g. `לשימוש פנימי`; empty for none. */
  readonly marking: string;
  /** Planned length in minutes; 0 when not given. */
  readonly duration: number;
  /** Speaking rate in words a minute; 0 for the language's default. */
  readonly rate: number;
  readonly ranges: RangePolicy;
  /** Typography rules switched off by name. */
  readonly typographyOff: readonly string[];
  readonly transition: "none" | "fade" | "slide";
  readonly footer: string;
}

export interface Deck {
  readonly meta: Meta;
  /** In source order. The cover (front matter and the text before the first heading) is slides[0] when the deck has a title. */
  readonly slides: readonly Slide[];
  readonly footnotes: readonly Footnote[];
}

/** Paragraph numbers of the brief that a slide stands on (`{brief=2,4-6}`); numbers start at 1. */
export interface Origin {
  readonly paragraphs: readonly number[];
}

export interface Slide {
  /** Unique in the deck, safe in a URL fragment and an HTML id; stable under edits of other slides. */
  readonly id: string;
  readonly layout: Layout;
  /** Whether the author wrote the layout on the heading, rather than it being inferred. */
  readonly forced: boolean;
  /** Empty for a slide opened by `---`. */
  readonly title: readonly Inline[];
  readonly body: readonly Block[];
  readonly notes: Notes;
  readonly origin: Origin | null;
  readonly hidden: boolean;
  /** After the end slide: reachable by number, not in the run. */
  readonly backup: boolean;
  /** Plain text of the part (`#`) it belongs to; empty before the first part. */
  readonly part: string;
  /** The whole slide in the source, heading line and notes included, up to the next slide's start. */
  readonly span: Span;
}

export interface Notes {
  readonly blocks: readonly Block[];
  /** Estimated from the notes' words, or as written (`{minutes=2}`). */
  readonly minutes: number;
  /** Null where the slide has no notes. */
  readonly span: Span | null;
}

export interface Footnote {
  readonly id: string;
  readonly inlines: readonly Inline[];
  readonly span: Span;
}

// ---- blocks -------------------------------------------------------------------------------------

export interface Paragraph {
  readonly type: "paragraph";
  readonly inlines: readonly Inline[];
  readonly span: Span;
}
/** A heading inside a slide: `###` and below. */
export interface Subheading {
  readonly type: "subheading";
  readonly level: 3 | 4 | 5 | 6;
  readonly inlines: readonly Inline[];
  readonly span: Span;
}
export interface ListItem {
  readonly blocks: readonly Block[];
  /** Null where the item is no task. */
  readonly checked: boolean | null;
  readonly span: Span;
}
export interface List {
  readonly type: "list";
  readonly ordered: boolean;
  readonly start: number;
  /** `{.steps}`: items appear one by one. */
  readonly steps: boolean;
  readonly items: readonly ListItem[];
  readonly span: Span;
}
export interface TableCell {
  readonly inlines: readonly Inline[];
  readonly span: Span;
}
/** `start` and `end` follow the deck's direction; `:--` is start. Null where the author said nothing. */
export type Align = "start" | "center" | "end" | null;
export interface Table {
  readonly type: "table";
  readonly align: readonly Align[];
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly span: Span;
}
export interface Quote {
  readonly type: "quote";
  readonly blocks: readonly Block[];
  /** The line that starts with a dash at the end of the quote, without the dash. */
  readonly attribution: readonly Inline[];
  readonly span: Span;
}
export interface CodeBlock {
  readonly type: "code";
  readonly lang: string;
  readonly text: string;
  readonly span: Span;
}
/** An image that stands alone in a paragraph; its title is the caption. */
export interface Figure {
  readonly type: "figure";
  /** As written; resolved at the edge. */
  readonly src: string;
  readonly alt: string;
  readonly caption: readonly Inline[];
  readonly span: Span;
}
/** One titled box of `columns`, `comparison` or `options`: `### title` opens each. */
export interface Panel {
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly span: Span;
}
export interface Columns {
  readonly type: "columns";
  readonly panels: readonly Panel[];
  readonly span: Span;
}
export interface Comparison {
  readonly type: "comparison";
  readonly panels: readonly Panel[];
  readonly span: Span;
}
export interface Options {
  readonly type: "options";
  readonly panels: readonly Panel[];
  readonly span: Span;
}
export interface TimelineEvent {
  readonly when: readonly Inline[];
  readonly what: readonly Inline[];
  readonly span: Span;
}
/** `- when: what`, a line each. */
export interface Timeline {
  readonly type: "timeline";
  readonly steps: boolean;
  readonly events: readonly TimelineEvent[];
  readonly span: Span;
}
/** First paragraph is the value (`5 מתוך 11`), the second its label, the rest context. */
export interface BigNumber {
  readonly type: "number";
  readonly value: readonly Inline[];
  readonly label: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly span: Span;
}
export const LIKELIHOODS = [
  "almost-no-chance",
  "very-unlikely",
  "unlikely",
  "even",
  "likely",
  "very-likely",
  "almost-certain",
] as const;
/** ICD 203's seven bins. */
export type Likelihood = (typeof LIKELIHOODS)[number];
export type Confidence = "low" | "medium" | "high";
export interface Judgment {
  readonly type: "judgment";
  readonly likelihood: Likelihood | null;
  readonly confidence: Confidence | null;
  readonly blocks: readonly Block[];
  readonly span: Span;
}
export interface Sources {
  readonly type: "sources";
  readonly items: readonly ListItem[];
  readonly span: Span;
}

export type Block =
  | Paragraph
  | Subheading
  | List
  | Table
  | Quote
  | CodeBlock
  | Figure
  | Columns
  | Comparison
  | Options
  | Timeline
  | BigNumber
  | Judgment
  | Sources;
export type BlockType = Block["type"];

// ---- inlines ------------------------------------------------------------------------------------

export interface Text {
  readonly type: "text";
  readonly text: string;
  readonly span: Span;
}
export interface Strong {
  readonly type: "strong";
  readonly children: readonly Inline[];
  readonly span: Span;
}
/** Shown as emphasis without a slant: Hebrew has no italics. */
export interface Emphasis {
  readonly type: "emphasis";
  readonly children: readonly Inline[];
  readonly span: Span;
}
export interface Strike {
  readonly type: "strike";
  readonly children: readonly Inline[];
  readonly span: Span;
}
export interface InlineCode {
  readonly type: "inline-code";
  readonly text: string;
  readonly span: Span;
}
export interface Link {
  readonly type: "link";
  /** Checked: http, https, mailto, tel, or a fragment of this deck. */
  readonly href: string;
  readonly children: readonly Inline[];
  readonly span: Span;
}
export interface InlineImage {
  readonly type: "image";
  readonly src: string;
  readonly alt: string;
  readonly span: Span;
}
export interface LineBreak {
  readonly type: "break";
  readonly span: Span;
}
export interface FootnoteRef {
  readonly type: "footnote-ref";
  readonly id: string;
  /** From 1, in order of first reference. */
  readonly number: number;
  readonly span: Span;
}
/** One of the inline HTML tags on the allow-list. */
export const INLINE_TAGS = ["sub", "sup", "kbd", "mark", "u", "small"] as const;
export interface Tagged {
  readonly type: "tagged";
  readonly tag: (typeof INLINE_TAGS)[number];
  readonly children: readonly Inline[];
  readonly span: Span;
}
/** A run of known direction inside a line of the other. Added by `typeset` only, never parsed. */
export interface Isolate {
  readonly type: "isolate";
  readonly dir: Direction;
  /** Language of the run where it is evident (`en` for Latin), or null. */
  readonly lang: string | null;
  /** Must not break over a line. */
  readonly nowrap: boolean;
  readonly children: readonly Inline[];
  readonly span: Span;
}

export type Inline =
  | Text
  | Strong
  | Emphasis
  | Strike
  | InlineCode
  | Link
  | InlineImage
  | LineBreak
  | FootnoteRef
  | Tagged
  | Isolate;
export type InlineType = Inline["type"];

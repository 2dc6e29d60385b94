import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
  UnderlineType,
} from "docx";
import type { Direction, Inline, Tagged } from "../../deck/types.ts";
import { isolateMarks } from "../marks.ts";

/** The look that a run has from the inlines around it. */
type Look = Omit<IRunOptions, "text" | "children" | "rightToLeft">;

export interface RunContext {
  /** Of the paragraph. */
  readonly dir: Direction;
  readonly look: Look;
}

interface Place extends RunContext {
  /** Of the innermost isolate. */
  readonly inner: Direction;
}

export const MONO = "Consolas";

/**
 * The runs of a line. Word orders neutral characters by the run's `w:rtl` (ECMA-376 §17.3.2.30); the marks around an
 * isolate say the same to every other reader.
 */
export function runsOf(inlines: readonly Inline[], context: RunContext): ParagraphChild[] {
  return children(inlines, { ...context, inner: context.dir });
}

/** A run of plain text in the paragraph's direction. */
export function plainRun(text: string, { dir, look }: RunContext): TextRun {
  return new TextRun({ ...look, text: legal(text), rightToLeft: dir === "rtl" });
}

/** The library escapes markup, but writes characters that XML 1.0 cannot hold. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}

function children(inlines: readonly Inline[], place: Place): ParagraphChild[] {
  return inlines.flatMap((inline) => child(inline, place));
}

function child(inline: Inline, place: Place): ParagraphChild[] {
  const styled = (look: Look): Place => ({ ...place, look: { ...place.look, ...look } });
  switch (inline.type) {
    case "text":
      return [textRun(inline.text, place)];
    case "inline-code":
      return isolated("ltr", styled({ font: MONO }), (inner) => [textRun(inline.text, inner)]);
    case "isolate":
      return isolated(inline.dir, place, (inner) => children(inline.children, inner));
    case "break":
      return [new TextRun({ break: 1 })];
    case "image":
      return [textRun(inline.alt, place)];
    case "footnote-ref":
      return [new FootnoteReferenceRun(inline.number)];
    case "link":
      return linked(
        inline.href,
        children(inline.children, styled(inline.href.startsWith("#") ? {} : { style: "Hyperlink" })),
      );
    case "strong":
      return children(inline.children, styled({ bold: true, boldComplexScript: true }));
    // Hebrew has no italics.
    case "emphasis":
      return children(inline.children, styled({ underline: { type: UnderlineType.DOTTED } }));
    case "strike":
      return children(inline.children, styled({ strike: true }));
    case "tagged":
      return children(inline.children, styled(TAGS[inline.tag]));
  }
}

const TAGS: Readonly<Record<Tagged["tag"], Look>> = {
  sub: { subScript: true },
  sup: { superScript: true },
  kbd: { font: MONO },
  mark: { highlight: "yellow" },
  u: { underline: {} },
  small: {},
};

function isolated(dir: Direction, place: Place, write: (inner: Place) => ParagraphChild[]): ParagraphChild[] {
  const { open, close } = isolateMarks(place.inner, dir);
  const runs = write({ ...place, inner: dir });
  if (open === "") return runs;
  return [textRun(open, { ...place, inner: dir }), ...runs, textRun(close, { ...place, inner: dir })];
}

function textRun(text: string, { inner, look }: Place): TextRun {
  const shown = text.replace(/\s*\n\s*/g, " ");
  return new TextRun({ ...look, text: legal(shown), rightToLeft: inner === "rtl" });
}

function linked(href: string, runs: ParagraphChild[]): ParagraphChild[] {
  if (href.startsWith("#") || !URL.canParse(href)) return runs;
  return [new ExternalHyperlink({ link: new URL(href).href, children: runs })];
}

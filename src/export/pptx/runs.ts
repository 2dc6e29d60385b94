import type { Direction, Inline, Tagged } from "../../deck/types.ts";
import { isolateMarks } from "../marks.ts";
import { type Flow, tagOf } from "./language.ts";
import type { LinkView, RunView } from "./view.ts";

/** The look that a run has from the inlines around it. */
export type RunStyle = Omit<RunView, "kind" | "text" | "lang">;

/** Makes a relationship for an address and answers with its id; null where the link leads nowhere. */
export type Linker = (href: string) => LinkView | null;

interface Context {
  readonly flow: Flow;
  readonly dir: Direction;
  readonly lang: string | null;
  readonly style: RunStyle;
  readonly link: Linker;
}

/** Runs of a line; the marks of isolates wait in `pending` for the next run's text, so that they cost no run of their own. */
interface Line {
  readonly runs: RunView[];
  pending: string;
}

/**
 * The runs of a line of inlines. A run has one look and one language; an isolate is a run of its own between marks.
 * @param style What the whole line has, e.g. a size.
 */
export function runsOf(inlines: readonly Inline[], flow: Flow, link: Linker, style: RunStyle = {}): RunView[] {
  const line: Line = { runs: [], pending: "" };
  addAll(inlines, line, { flow, dir: flow.dir, lang: null, style, link });
  if (line.pending !== "") append(line.pending, line);
  return line.runs;
}

/** Runs of plain text; `\n` breaks the line. */
export function plainRuns(text: string, flow: Flow, style: RunStyle = {}): RunView[] {
  return text
    .split("\n")
    .flatMap((part, at) => [
      ...(at === 0 ? [] : [{ kind: "break" as const, text: "", lang: flow.tag, ...sizeOf(style) }]),
      ...(part === "" ? [] : [{ ...style, kind: "text" as const, text: part, lang: flow.tag }]),
    ]);
}

function addAll(inlines: readonly Inline[], line: Line, context: Context): void {
  for (const inline of inlines) add(inline, line, context);
}

function add(inline: Inline, line: Line, context: Context): void {
  switch (inline.type) {
    case "text":
      addText(inline.text, line, context);
      return;
    case "inline-code":
      isolated("ltr", line, context, (inner) =>
        addText(inline.text, line, styled(inner, { mono: true, heading: false })),
      );
      return;
    case "isolate":
      isolated(inline.dir, line, { ...context, lang: inline.lang }, (inner) => addAll(inline.children, line, inner));
      return;
    case "break":
      line.runs.push({ kind: "break", text: "", lang: context.flow.tag, ...sizeOf(context.style) });
      return;
    case "image":
      addText(inline.alt, line, context);
      return;
    case "footnote-ref":
      addText(String(inline.number), line, styled(context, { baseline: 30000 }));
      return;
    case "link": {
      const link = context.link(inline.href);
      addAll(inline.children, line, link === null ? context : styled(context, { link }));
      return;
    }
    case "tagged":
      addAll(inline.children, line, styled(context, TAG_STYLES[inline.tag]));
      return;
    case "strong":
      addAll(inline.children, line, styled(context, { bold: true }));
      return;
    // Hebrew has no italics: emphasis is a marker's stroke, and strong is weight.
    case "emphasis":
      addAll(inline.children, line, styled(context, { highlight: "accent3" }));
      return;
    case "strike":
      addAll(inline.children, line, styled(context, { strike: true }));
      return;
  }
}

const TAG_STYLES: Readonly<Record<Tagged["tag"], RunStyle>> = {
  sub: { baseline: -25000 },
  sup: { baseline: 30000 },
  kbd: { mono: true, heading: false },
  mark: { highlight: "accent2", color: "dk1" },
  u: { underline: true },
  small: {},
};

function isolated(inner: Direction, line: Line, context: Context, write: (context: Context) => void): void {
  const { open, close } = isolateMarks(context.dir, inner);
  line.pending += open;
  write({ ...context, dir: inner });
  append(close, line);
}

/** Puts marks behind the last run's text, or keeps them for the next run where there is none yet. */
function append(marks: string, line: Line): void {
  const last = line.runs.at(-1);
  if (marks === "") return;
  if (line.pending !== "" || last === undefined || last.kind !== "text") line.pending += marks;
  else line.runs[line.runs.length - 1] = { ...last, text: last.text + marks };
}

function addText(text: string, line: Line, { flow, lang, style }: Context): void {
  if (text === "") return;
  // A newline within a paragraph of the source is a space on a slide.
  const shown = line.pending + text.replace(/\s*\n\s*/g, " ");
  line.pending = "";
  line.runs.push({ ...style, kind: "text", text: shown, lang: tagOf(lang, flow) });
}

function styled(context: Context, style: RunStyle): Context {
  return { ...context, style: { ...context.style, ...style } };
}

function sizeOf(style: RunStyle): Pick<RunView, "size"> {
  return style.size === undefined ? {} : { size: style.size };
}

import { type EditorState, Prec, RangeSetBuilder, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, Direction, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Direction as Dir } from "../../deck/types.ts";
import { lineDirection } from "../../render/typeset/line.ts";

/**
 * The direction of every line, by the rule of the slides: right to left as soon as there is a Hebrew letter in it, and
 * not by the first letter, so that "OECD: דוח חדש" is a Hebrew line here as there. Lines without letters, and the marks of
 * boxes, are the deck's.
 * In front matter the key decides, and code is always left to right. CodeMirror reads the direction from the page, so
 * the lines carry it.
 */
export function lineDirections(deck: Dir) {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorate(view, deck);
      }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view, deck);
      }
    },
    { decorations: ({ decorations }) => decorations },
  );
  return [EditorView.perLineTextDirection.of(true), plugin];
}

const LINES: Readonly<Record<string, Decoration>> = Object.fromEntries(
  ["rtl", "ltr"].flatMap((dir) =>
    ["", "cm-slide-start", "cm-part-start", "cm-front-matter"].map((name) => [
      `${dir} ${name}`,
      Decoration.line({ attributes: { dir }, class: name }),
    ]),
  ),
);

function decorate(view: EditorView, deck: Dir): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  const front = frontMatterEnd(doc);
  for (const { from, to } of view.visibleRanges) {
    let code = codeFenceAt(doc, from);
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      const { text, number } = line;
      const fence = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? null;
      const inFront = number <= front;
      const isCode = !inFront && (code !== null || fence !== null);
      const dir = isCode ? "ltr" : inFront ? keyDirection(text, deck) : textDirection(text, deck);
      const name = inFront ? "cm-front-matter" : isCode ? "" : startName(text);
      builder.add(line.from, line.from, LINES[`${dir} ${name}`] as Decoration);
      if (!inFront && fence !== null) code = nextFence(code, fence, text);
      if (line.to >= to || number === doc.lines) break;
    }
  }
  return builder.finish();
}

/** The marks of a box stand on the deck's side, `::: notes` as its end `:::` does. */
function textDirection(text: string, deck: Dir): Dir {
  return /^ {0,3}:{3,}/.test(text) ? deck : lineDirection(text, deck);
}

function startName(text: string): string {
  if (/^#(?:[ \t]|$)/.test(text)) return "cm-part-start";
  return /^(?:##(?:[ \t]|$)|(?:-[ \t]*){3,}$)/.test(text) ? "cm-slide-start" : "";
}

/** The line that closes the front matter; 0 where there is none. */
function frontMatterEnd(doc: Text): number {
  if (!/^---[ \t]*$/.test(doc.line(1).text)) return 0;
  const last = Math.min(doc.lines, 100);
  for (let number = 2; number <= last; number++)
    if (/^(?:---|\.\.\.)[ \t]*$/.test(doc.line(number).text)) return number;
  return 0;
}

/** A key's own direction: `title: פסגת האנוי` begins on the left, `כותרת: …` on the right. */
function keyDirection(text: string, deck: Dir): Dir {
  const key = /^[^:]*:/.exec(text)?.[0] ?? text;
  return /\p{L}/u.test(key)
    ? lineDirection(key, deck)
    : lineDirection(text, deck === "rtl" && /[-.]{3}/.test(text) ? "ltr" : deck);
}

/** How far back an open code block is looked for, in lines. */
const LOOK_BACK = 200;

/** The fence that is open where the view begins, or null. A slide ends it, as it does for the parser. */
function codeFenceAt(doc: Text, from: number): string | null {
  const first = doc.lineAt(from).number;
  let code: string | null = null;
  for (let number = Math.max(1, first - LOOK_BACK); number < first; number++) {
    const { text } = doc.line(number);
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? null;
    if (fence !== null) code = nextFence(code, fence, text);
  }
  return code;
}

function nextFence(open: string | null, fence: string, text: string): string | null {
  if (open === null) return fence;
  const closes = fence[0] === open[0] && fence.length >= open.length && text.trim() === fence;
  return closes ? null : open;
}

/** Attributes in braces and the marks of blocks are runs of their own: `## כותרת {.points minutes=2}`. */
export const isolatedMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = findMarks(view.state, view.visibleRanges);
    }
    update({ docChanged, viewportChanged, view }: ViewUpdate): void {
      if (docChanged || viewportChanged) this.decorations = findMarks(view.state, view.visibleRanges);
    }
  },
  {
    provide(plugin) {
      const read = (view: EditorView): DecorationSet => view.plugin(plugin)?.decorations ?? Decoration.none;
      // Around every other mark: an underline in the middle of a run must not cut it into three.
      return [EditorView.outerDecorations.of(read), Prec.lowest(EditorView.bidiIsolatedRanges.of(read))];
    },
  },
);

const BRACES = /\{[.#\w\u0590-\u05FF][^{}\n]{0,200}\}[ \t]*$/gm;
const [LTR, RTL] = (["ltr", "rtl"] as const).map((dir) =>
  Decoration.mark({
    class: "cm-iso cm-attributes",
    inclusive: true,
    attributes: { dir },
    bidiIsolate: dir === "ltr" ? Direction.LTR : Direction.RTL,
  }),
) as [Decoration, Decoration];

function findMarks(
  state: EditorState,
  ranges: readonly { readonly from: number; readonly to: number }[],
): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of ranges) {
    const start = state.doc.lineAt(from).from;
    for (const match of state.sliceDoc(start, to).matchAll(BRACES)) {
      const text = match[0].trimEnd();
      const at = start + match.index;
      builder.add(at, at + text.length, /[\u0590-\u05FF]/.test(text) ? RTL : LTR);
    }
  }
  return builder.finish();
}

/** Text to deck, as one row of passes: scan lines, read front matter, read Markdown blocks, make slides, check links. */
import { readChunks, readTokens } from "./blocks.ts";
import { type Context, report } from "./context.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { assignIds, baseId } from "./ids.ts";
import { readInlines } from "./inlines.ts";
import { inferLayout } from "./layout.ts";
import { createMarkdownReader } from "./lex.ts";
import { nearest } from "./nearest.ts";
import { placeAt } from "./placed.ts";
import { plainText } from "./plain.ts";
import { type Chunk, type FenceChunk, type Scan, type ScannedSlide, scan } from "./scan.ts";
import { NO_SETTINGS, readSettings, type SlideSettings } from "./settings.ts";
import { estimateMinutes } from "./speaking.ts";
import type {
  Block,
  Deck,
  Footnote,
  Inline,
  Lang,
  Layout,
  Meta,
  Notes,
  Outcome,
  Slide,
  Source,
  Span,
} from "./types.ts";

export interface ParseOptions {
  /** Language of the messages; the deck's own where it is not given. */
  readonly lang?: Lang;
}

/** Reads a slide source. Never throws: every mistake of the author is a diagnostic, and what can be shown is shown. */
export function parse(source: Source, { lang }: ParseOptions = {}): Outcome<Deck> {
  const scanned = scan(source.text);
  const front = readFrontMatter(source, scanned.frontMatter, lang ?? null);
  const context = createContext(source, scanned, lang ?? front.value.meta.lang);
  context.diagnostics.push(...front.diagnostics);
  for (const { code, span, args } of scanned.problems) report(context, code, span, args);
  const deck = buildDeck(context, scanned, front.value);
  checkFragments(context, deck);
  return { value: deck, diagnostics: context.diagnostics };
}

function createContext(source: Source, scanned: Scan, lang: Lang): Context {
  const markdown = createMarkdownReader();
  const tokens: Context["tokens"] = new Map();
  const read = (chunks: readonly Chunk[]): void => {
    for (const chunk of chunks) {
      if (chunk.type === "markdown") tokens.set(chunk, markdown.blocks(source.text.slice(chunk.start, chunk.end)));
      else if (chunk.type === "fence") read(chunk.chunks);
    }
  };
  for (const slide of scanned.slides) read(slide.chunks);
  const footnoteIds = new Set(scanned.footnotes.map(({ id }) => id));
  return { source, lang, markdown, diagnostics: [], tokens, footnotes: new Map(), footnoteIds, fragments: [] };
}

/** A slide before it has its id, its part and its place after the end. */
interface Draft {
  readonly scanned: ScannedSlide;
  readonly settings: SlideSettings;
  readonly title: readonly Inline[];
  readonly body: readonly Block[];
  readonly notes: Notes;
  readonly layout: Layout;
}

function buildDeck(context: Context, scanned: Scan, front: FrontMatter): Deck {
  const { meta } = front;
  const drafts = scanned.slides.flatMap((slide): Draft[] => {
    const draft = slide.opener === "text" ? draftCover(context, slide, front) : draftSlide(context, slide, meta);
    return draft ? [draft] : [];
  });
  const footnotes = readFootnotes(context, scanned);
  if (meta.title === "") report(context, "deck/no-title", { start: 0, end: Math.min(3, context.source.text.length) });
  if (drafts.length === 0) report(context, "deck/empty", null);
  return { meta, slides: finish(context, drafts), footnotes };
}

function draftSlide(context: Context, scanned: ScannedSlide, meta: Meta): Draft {
  const { source } = context;
  const settings = readSettings(context, scanned.attributes);
  const title = readInlines(
    context,
    placeAt(source.text.slice(scanned.title.start, scanned.title.end), scanned.title.start),
  );
  const read = readChunks(context, scanned.chunks);
  const body = settings.steps ? read.map(reveal) : read;
  const notes = readNotes(context, scanned, settings, meta);
  const isPart = scanned.opener === "part";
  if (isPart && settings.layout !== null && settings.layout !== "part") {
    const mark = { start: scanned.title.start - 2, end: scanned.title.start - 1 };
    const fix = source.text.slice(mark.start, mark.end) === "#" ? { span: mark, text: "##", safe: false } : null;
    report(context, "deck/part-layout", mark, {}, { fix });
  }
  return { scanned, settings, title, body, notes, layout: settings.layout ?? (isPart ? "part" : inferLayout(body)) };
}

function reveal(block: Block): Block {
  return block.type === "list" || block.type === "timeline" ? { ...block, steps: true } : block;
}

/** The cover, from the front matter and the text before the first heading; none where both are empty. */
function draftCover(context: Context, scanned: ScannedSlide, { meta, keys }: FrontMatter): Draft | null {
  const body = readChunks(context, scanned.chunks);
  const notes = readNotes(context, scanned, NO_SETTINGS, meta);
  if (meta.title === "" && body.length === 0 && notes.blocks.length === 0) return null;
  const key = keys.find((written) => written.key === "title");
  const title: Inline[] = key ? [{ type: "text", text: meta.title, span: key.literal ?? key.value }] : [];
  const whole = { ...scanned, start: 0 };
  const settings = { ...NO_SETTINGS, origin: meta.brief.length === 0 ? null : { paragraphs: meta.brief } };
  return { scanned: whole, settings, title: meta.title === "" ? [] : title, body, notes, layout: "cover" };
}

function finish(context: Context, drafts: readonly Draft[]): readonly Slide[] {
  const seen = new Set<string>();
  const ids = assignIds(
    drafts.map(({ scanned, settings, title, body }) => ({
      written: takeWritten(context, settings, seen),
      base: scanned.opener === "text" ? "cover" : baseId(title, body),
    })),
  );
  let part = "";
  let backup = false;
  return drafts.map((draft, index): Slide => {
    const { scanned, settings, title, body, notes, layout } = draft;
    if (layout === "part") part = plainText(title);
    const slide: Slide = {
      id: ids[index]!,
      layout,
      forced: settings.layout !== null,
      title,
      body,
      notes,
      origin: settings.origin,
      hidden: settings.hidden,
      backup,
      part,
      span: { start: scanned.start, end: scanned.end },
    };
    if (layout === "end") backup = true;
    return slide;
  });
}

function takeWritten(context: Context, { id }: SlideSettings, seen: Set<string>): string | null {
  if (id === null) return null;
  if (seen.has(id.value)) {
    report(context, "deck/duplicate-id", id.span, { id: id.value });
    return null;
  }
  seen.add(id.value);
  return id.value;
}

// ---- notes ----------------------------------------------------------------------------------------

function readNotes(context: Context, slide: ScannedSlide, settings: SlideSettings, meta: Meta): Notes {
  const { blocks, span } = findNotes(context, slide);
  return { blocks, span, minutes: settings.minutes ?? estimateMinutes(blocks, meta) };
}

/** All notes fences of a slide; without any, its last comment. */
function findNotes(context: Context, slide: ScannedSlide): { blocks: readonly Block[]; span: Span | null } {
  const fences = slide.chunks.filter((chunk): chunk is FenceChunk => chunk.type === "fence" && chunk.name === "notes");
  const [first, second] = fences;
  if (second) report(context, "deck/notes-twice", second.opening);
  if (first) {
    const blocks = fences.flatMap((fence) => readChunks(context, fence.chunks));
    return { blocks, span: { start: first.start, end: fences.at(-1)!.end } };
  }
  const comment = findNotesComment(context.source.text, slide);
  if (!comment) return { blocks: [], span: null };
  const inner = context.source.text.slice(comment.inner.start, comment.inner.end);
  const blocks = readTokens(context, placeAt(inner, comment.inner.start), context.markdown.blocks(inner));
  return { blocks, span: blocks.length > 0 ? { start: comment.start, end: comment.end } : null };
}

const IGNORE = /^\s*(?:tadrich-ignore|תדריך-התעלם)\b/u;

/** The last comment of a slide that is not an instruction to a checker and holds no slides that were commented out. */
export function findNotesComment(text: string, slide: ScannedSlide): Extract<Chunk, { type: "comment" }> | null {
  const comments = slide.chunks.filter((chunk) => chunk.type === "comment");
  return (
    comments.findLast(({ inner }) => {
      const words = text.slice(inner.start, inner.end);
      return words.trim() !== "" && !IGNORE.test(words) && !/^(?:##?[ \t]|---[ \t]*$)/m.test(words);
    }) ?? null
  );
}

// ---- footnotes and links --------------------------------------------------------------------------

function readFootnotes(context: Context, scanned: Scan): readonly Footnote[] {
  const notes = new Map<string, Footnote>();
  for (const { id, start, end, inner } of scanned.footnotes) {
    const span = { start, end };
    if (notes.has(id)) report(context, "deck/duplicate-footnote", span, { id });
    else {
      const inlines = readInlines(context, placeAt(context.source.text.slice(inner.start, inner.end), inner.start));
      notes.set(id, { id, inlines, span });
    }
  }
  for (const { id, span } of notes.values())
    if (!context.footnotes.has(id)) report(context, "deck/unused-footnote", span, { id });
  return [...notes.values()];
}

function checkFragments(context: Context, deck: Deck): void {
  if (context.fragments.length === 0) return;
  const ids = new Set(deck.slides.map((slide) => slide.id));
  for (const { id, span } of context.fragments) {
    if (ids.has(id)) continue;
    const near = nearest(id, ids);
    report(context, "deck/dead-fragment", span, { id, nearest: near ?? "" }, { help: near !== null });
  }
}

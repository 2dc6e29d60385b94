/** `:::` blocks: a table of readers, one a name. A new block is a row here, in `names.ts` and in `write-blocks.ts`. */
import type { Attributes } from "./attributes.ts";
import { chunkTokens, makeQuote, readChunks, readFlags } from "./blocks.ts";
import { type Context, report, reportUnknown } from "./context.ts";
import { readInlines } from "./inlines.ts";
import type { Token, Tokens } from "./lex.ts";
import {
  type AttributeKey,
  allNames,
  CONFIDENCE_NAMES,
  FENCE_NAMES,
  type FenceName,
  findName,
  KEY_NAMES,
  LIKELIHOOD_NAMES,
} from "./names.ts";
import { nearest } from "./nearest.ts";
import { type Placed, placeAt, slice } from "./placed.ts";
import type { Chunk, FenceChunk } from "./scan.ts";
import type { Block, Inline, ListItem, Panel, Span, TimelineEvent } from "./types.ts";

/** The blocks that a fence stands for; an unknown name gives its content, as it would be without the fence. */
export function convertFence(context: Context, fence: FenceChunk): readonly Block[] {
  if (fence.name !== null) return FENCE_READERS[fence.name](context, fence);
  const near = nearest(fence.written, allNames(FENCE_NAMES));
  const start =
    fence.opening.start + context.source.text.slice(fence.opening.start, fence.opening.end).indexOf(fence.written);
  const fix = near === null ? null : { span: { start, end: start + fence.written.length }, text: near, safe: false };
  report(
    context,
    "deck/unknown-block",
    fence.opening,
    { name: fence.written, nearest: near ?? "" },
    { help: near !== null, fix },
  );
  return readChunks(context, fence.chunks);
}

type FenceReader = (context: Context, fence: FenceChunk) => readonly Block[];

const FENCE_READERS: Readonly<Record<FenceName, FenceReader>> = {
  columns: (context, fence) => [{ type: "columns", panels: readPanels(context, fence), span: blockSpan(fence) }],
  comparison: (context, fence) => [{ type: "comparison", panels: readPanels(context, fence), span: blockSpan(fence) }],
  options: (context, fence) => [{ type: "options", panels: readPanels(context, fence), span: blockSpan(fence) }],
  timeline: readTimeline,
  number: readNumber,
  judgment: readJudgment,
  sources: readSources,
  quote: readQuoteFence,
  notes: misplaced,
  column: misplaced,
};

function misplaced(context: Context, fence: FenceChunk): readonly Block[] {
  report(context, "deck/misplaced-block", fence.opening, { name: fence.written });
  return readChunks(context, fence.chunks);
}

function blockSpan({ start, end }: FenceChunk): Span {
  return { start, end };
}

function noAttributes(context: Context, fence: FenceChunk): void {
  readFlags(context, withoutName(fence), []);
}

/** The attributes, less a class that served as the name (`::: {.columns}`). */
function withoutName({ attributes, written }: FenceChunk): Attributes | null {
  if (!attributes || attributes.classes[0]?.name !== written) return attributes;
  return { ...attributes, classes: attributes.classes.slice(1) };
}

// ---- panels ---------------------------------------------------------------------------------------

/** Each `### title` opens a panel, and so does Pandoc's `::: column`. What stands before the first has no title. */
function readPanels(context: Context, fence: FenceChunk): readonly Panel[] {
  noAttributes(context, fence);
  const panels: Panel[] = [];
  let loose: Chunk[] = [];
  const flush = (): void => {
    panels.push(...splitPanels(readChunks(context, loose)));
    loose = [];
  };
  for (const chunk of fence.chunks) {
    if (chunk.type === "fence" && chunk.name === "column") {
      flush();
      noAttributes(context, chunk);
      panels.push(toPanel(readChunks(context, chunk.chunks), blockSpan(chunk)));
    } else loose.push(chunk);
  }
  flush();
  return panels;
}

function splitPanels(blocks: readonly Block[]): readonly Panel[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const opens = block.type === "subheading" && block.level === 3;
    if (opens || groups.length === 0) groups.push([block]);
    else groups.at(-1)!.push(block);
  }
  return groups.map((group) => toPanel(group, { start: group[0]!.span.start, end: group.at(-1)!.span.end }));
}

function toPanel(blocks: readonly Block[], span: Span): Panel {
  const [first, ...rest] = blocks;
  if (first?.type === "subheading" && first.level === 3) return { title: first.inlines, blocks: rest, span };
  return { title: [], blocks, span };
}

// ---- lists ----------------------------------------------------------------------------------------

function readTimeline(context: Context, fence: FenceChunk): readonly Block[] {
  const steps = readFlags(context, withoutName(fence), ["steps"]).has("steps");
  const events: TimelineEvent[] = [];
  for (const chunk of fence.chunks) {
    if (chunk.type === "comment") continue;
    const placed = placeAt(context.source.text.slice(chunk.start, chunk.end), chunk.start);
    let at = 0;
    for (const token of chunkTokens(context, chunk)) {
      if (token.type === "list") events.push(...readEvents(context, placed, token as Tokens.List, at));
      else if (token.type !== "space") reportNoList(context, fence, placed, at, token);
      at += token.raw.length;
    }
    if (chunk.type === "fence" || chunk.type === "attributes") {
      report(context, "deck/expected-list", { start: chunk.start, end: chunk.end }, { name: fence.written });
    }
  }
  return [{ type: "timeline", steps, events, span: blockSpan(fence) }];
}

function reportNoList(context: Context, fence: FenceChunk, placed: Placed, at: number, token: Token): void {
  const start = placed.sources[0]! + at;
  report(context, "deck/expected-list", { start, end: start + token.raw.trimEnd().length }, { name: fence.written });
}

/** Events of a list. Read from its raw text, for marked has thrown away where an escaped colon stood. */
function readEvents(context: Context, placed: Placed, list: Tokens.List, start: number): readonly TimelineEvent[] {
  let at = start;
  return list.items.map((item) => {
    const from = at + Math.max(0, item.raw.search(/\S/));
    const marker = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]*/.exec(item.raw)?.[0].length ?? 0;
    const text = slice(placed, at + marker, at + Math.max(marker, item.raw.trimEnd().length));
    const span = slice(placed, from, at + Math.max(1, item.raw.trimEnd().length));
    at += item.raw.length;
    return readEvent(context, text, { start: span.sources[0]!, end: span.sources[0]! + span.text.length });
  });
}

function readEvent(context: Context, placed: Placed, span: Span): TimelineEvent {
  const colon = findColon(context, placed.text);
  if (colon < 0) {
    report(context, "deck/event-without-date", span);
    return { when: [], what: readInlines(context, placed), span };
  }
  const when = readInlines(context, slice(placed, 0, colon));
  return { when, what: readInlines(context, slice(placed, colon + 1, placed.text.length)), span };
}

/** Offset of the first colon before a space that stands in plain text: not in code, a link, a time or an address. */
function findColon(context: Context, text: string): number {
  if (!/:(?:\s|$)/.test(text)) return -1;
  let at = 0;
  for (const token of context.markdown.inline(text)) {
    const colons = token.type === "text" ? [...token.raw.matchAll(/:/g)] : [];
    const found = colons.find(({ index }) => /^(?:\s|$)/.test(text.slice(at + index + 1, at + index + 2)));
    if (found) return at + found.index;
    at += token.raw.length;
  }
  return -1;
}

function readSources(context: Context, fence: FenceChunk): readonly Block[] {
  noAttributes(context, fence);
  const items: ListItem[] = [];
  for (const block of readChunks(context, fence.chunks)) {
    if (block.type === "list") items.push(...block.items);
    else items.push({ blocks: [block], checked: null, span: block.span });
  }
  return [{ type: "sources", items, span: blockSpan(fence) }];
}

// ---- number, judgment, quote ----------------------------------------------------------------------

function readNumber(context: Context, fence: FenceChunk): readonly Block[] {
  noAttributes(context, fence);
  const blocks = readChunks(context, fence.chunks);
  const inlines = (index: number): readonly Inline[] => {
    const block = blocks[index];
    return block?.type === "paragraph" ? block.inlines : [];
  };
  const value = inlines(0);
  const label = value.length > 0 ? inlines(1) : [];
  const taken = (value.length > 0 ? 1 : 0) + (label.length > 0 ? 1 : 0);
  return [{ type: "number", value, label, blocks: blocks.slice(taken), span: blockSpan(fence) }];
}

function readJudgment(context: Context, fence: FenceChunk): readonly Block[] {
  const attributes = withoutName(fence);
  const likelihood = readPair(context, attributes, "likelihood", LIKELIHOOD_NAMES);
  const confidence = readPair(context, attributes, "confidence", CONFIDENCE_NAMES);
  if (attributes) {
    const known = ["likelihood", "confidence"];
    const strangers = attributes.pairs.filter(({ name }) => !known.includes(findName(KEY_NAMES, name) ?? ""));
    const names = [...KEY_NAMES.likelihood, ...KEY_NAMES.confidence];
    for (const item of [...attributes.classes, ...attributes.ids, ...strangers, ...attributes.strays]) {
      reportUnknown(context, "deck/unknown-attribute", item.name, names, item.span);
    }
  }
  return [
    { type: "judgment", likelihood, confidence, blocks: readChunks(context, fence.chunks), span: blockSpan(fence) },
  ];
}

function readPair<T extends string>(
  context: Context,
  attributes: Attributes | null,
  key: AttributeKey,
  values: Readonly<Record<T, readonly string[]>>,
): T | null {
  const pair = attributes?.pairs.find(({ name }) => findName(KEY_NAMES, name) === key);
  if (!pair) return null;
  const value = findName(values, pair.value);
  if (value === null) {
    report(context, "deck/bad-attribute", pair.span, { name: pair.name, expected: Object.keys(values).join(" | ") });
  }
  return value;
}

/** `::: quote` is a quote without `>` on every line. */
function readQuoteFence(context: Context, fence: FenceChunk): readonly Block[] {
  noAttributes(context, fence);
  const [only] = fence.chunks;
  if (fence.chunks.length === 1 && only?.type === "markdown") {
    const placed = placeAt(context.source.text.slice(only.start, only.end), only.start);
    const tokens = chunkTokens(context, only);
    const inner = tokens.length === 1 && tokens[0]?.type === "blockquote";
    if (!inner) return [makeQuote(context, placed, tokens, blockSpan(fence))];
  }
  const blocks = readChunks(context, fence.chunks);
  const [first] = blocks;
  if (blocks.length === 1 && first?.type === "quote") return [{ ...first, span: blockSpan(fence) }];
  return [{ type: "quote", blocks, attribution: [], span: blockSpan(fence) }];
}

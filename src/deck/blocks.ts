/** Block tokens to blocks: a table of handlers, one a token type. Its mirror is the table in `write-blocks.ts`. */

import { closingBracket } from "./addresses.ts";
import { type Attributes, parseAttributes } from "./attributes.ts";
import { type Context, report, reportUnknown } from "./context.ts";
import { convertFence } from "./fences.ts";
import { readInlines } from "./inlines.ts";
import type { Token, Tokens } from "./lex.ts";
import { allNames, FLAG_NAMES, findName } from "./names.ts";
import { type Placed, placeAt, slice, spanOf, strip } from "./placed.ts";
import type { Chunk } from "./scan.ts";
import { readTable } from "./tables.ts";
import type { Block, Figure, Inline, List, ListItem, Span, Subheading } from "./types.ts";

/** Blocks of a run of chunks. Comments and notes are none; whoever wants them takes them from the chunks. */
export function readChunks(context: Context, chunks: readonly Chunk[]): readonly Block[] {
  const blocks: Block[] = [];
  let waiting: Attributes | null = null;
  for (const chunk of chunks) {
    if (chunk.type === "comment" || (chunk.type === "fence" && chunk.name === "notes")) continue;
    if (chunk.type === "attributes") {
      reportStray(context, waiting);
      waiting = chunk.attributes;
      continue;
    }
    const made = chunk.type === "fence" ? convertFence(context, chunk) : readMarkdown(context, chunk, waiting);
    if (chunk.type === "fence") reportStray(context, waiting);
    waiting = null;
    for (const block of made) blocks.push(block);
  }
  reportStray(context, waiting);
  return blocks;
}

function reportStray(context: Context, attributes: Attributes | null): void {
  if (attributes) report(context, "deck/stray-attributes", attributes.span);
}

/** Block tokens of a Markdown chunk, read in the first pass. */
export function chunkTokens(context: Context, chunk: Chunk): readonly Token[] {
  return context.tokens.get(chunk) ?? [];
}

function readMarkdown(context: Context, chunk: Chunk, attributes: Attributes | null): readonly Block[] {
  const placed = placeAt(context.source.text.slice(chunk.start, chunk.end), chunk.start);
  return readTokens(context, placed, chunkTokens(context, chunk), attributes);
}

/** Blocks of tokens whose `raw` strings follow one another in `placed`. `attributes` belong to a list that comes first. */
export function readTokens(
  context: Context,
  placed: Placed,
  tokens: readonly Token[],
  attributes: Attributes | null = null,
): readonly Block[] {
  const blocks: Block[] = [];
  let waiting = attributes;
  let at = 0;
  for (const token of tokens) {
    const start = locate(placed.text, token.raw, at);
    at = start + token.raw.length;
    if (token.type === "space" || token.type === "def") continue;
    const line: Attributes | null = readAttributesLine(placed, token, start);
    if (waiting && token.type !== "list") reportStray(context, waiting);
    if (line) {
      waiting = line;
      continue;
    }
    const made = BLOCK_HANDLERS[token.type]?.(context, placed, token, start) ?? null;
    if (made) blocks.push(waiting ? applySteps(context, made, waiting) : made);
    waiting = null;
  }
  reportStray(context, waiting);
  return blocks;
}

/** Where a token stands; marked may take or add a line end, so the cursor is not always right to the character. */
function locate(text: string, raw: string, at: number): number {
  if (text.startsWith(raw, at)) return at;
  const found = text.indexOf(raw.trim(), at);
  return found < 0 ? at : found;
}

function readAttributesLine(placed: Placed, token: Token, start: number): Attributes | null {
  if (token.type !== "paragraph" && token.type !== "text") return null;
  const text = token.raw.trim();
  if (!text.startsWith("{") || !/^\{[^{}\n]{1,2000}\}$/.test(text)) return null;
  return parseAttributes(text, spanOf(placed, start + token.raw.indexOf("{"), start + 1).start);
}

function applySteps(context: Context, block: Block, attributes: Attributes): Block {
  const flags = readFlags(context, attributes, ["steps"]);
  return block.type === "list" && flags.has("steps") ? { ...block, steps: true } : block;
}

/** The flags of a `{…}` that knows no more than these; everything else in it is reported. */
export function readFlags(
  context: Context,
  attributes: Attributes | null,
  known: readonly string[],
): ReadonlySet<string> {
  const flags = new Set<string>();
  if (!attributes) return flags;
  const { classes, ids, pairs, strays } = attributes;
  const names = known.flatMap((flag) => allNames({ [flag]: FLAG_NAMES[flag as "steps"] }));
  for (const item of classes) {
    const flag = findName(FLAG_NAMES, item.name);
    if (flag && known.includes(flag)) flags.add(flag);
    else reportUnknown(context, "deck/unknown-attribute", item.name, names, item.span);
  }
  for (const item of [...ids, ...pairs, ...strays]) {
    reportUnknown(context, "deck/unknown-attribute", item.name, names, item.span);
  }
  return flags;
}

type Handler<T> = (context: Context, placed: Placed, token: T, start: number) => Block | null;

/** Marked's types tell the tokens apart by name only; the row's name is what makes the cast true. */
function handler<T>(read: Handler<T>): Handler<Token> {
  return read as Handler<unknown>;
}

const BLOCK_HANDLERS: Readonly<Record<string, Handler<Token>>> = {
  paragraph: handler(readParagraph),
  text: handler(readParagraph),
  heading: handler(readSubheading),
  list: handler(readList),
  blockquote: handler(readQuote),
  code: handler(readCode),
  table: handler(readTable),
};

function readParagraph(context: Context, placed: Placed, token: Tokens.Paragraph, start: number): Block | null {
  const { raw } = token;
  const from = start + raw.length - raw.trimStart().length;
  const to = start + raw.trimEnd().length;
  if (to <= from) return null;
  const span = spanOf(placed, from, to);
  const text = placed.text.slice(from, to);
  if ("plain" in token) {
    report(context, "deck/too-deep", span);
    return { type: "paragraph", inlines: [{ type: "text", text: text.replace(/\s*\n\s*/g, " "), span }], span };
  }
  const inlines = readInlines(context, slice(placed, from, to));
  const only = inlines.length === 1 ? inlines[0]! : null;
  if (only?.type === "image") return readFigure(context, slice(placed, from, to), only);
  return inlines.length > 0 ? { type: "paragraph", inlines, span } : null;
}

/** An image that stands alone: its title, read as inline Markdown, is the caption. */
function readFigure(context: Context, placed: Placed, image: Extract<Inline, { type: "image" }>): Figure {
  const title = findTitle(placed.text);
  const caption = title ? readInlines(context, slice(placed, title.start, title.end)) : [];
  return { type: "figure", src: image.src, alt: image.alt, caption, span: image.span };
}

/** The title in `![alt](src "title")`: CommonMark 6.3 has three kinds of marks around it. */
function findTitle(raw: string): Span | null {
  const open = closingBracket(raw, 1) + 1;
  const match =
    /^\(\s*(?:<[^<>\n]*>|[^\s<]\S*)\s+(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|\(((?:\\.|[^()\\])*)\))\s*\)$/s.exec(
      raw.slice(open),
    );
  const title = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || title === undefined) return null;
  const start = open + match[0].slice(0, -1).trimEnd().length - 1 - title.length;
  return { start, end: start + title.length };
}

function readSubheading(context: Context, placed: Placed, token: Tokens.Heading, start: number): Subheading {
  const opening = /^\s*#+[ \t]*/.exec(token.raw)?.[0].length ?? 0;
  const from = start + Math.max(opening, token.text === "" ? 0 : token.raw.indexOf(token.text, opening));
  return {
    type: "subheading",
    level: Math.min(6, Math.max(3, token.depth)) as Subheading["level"],
    inlines: readInlines(context, slice(placed, from, from + token.text.length)),
    span: spanOf(placed, start, start + token.raw.trimEnd().length),
  };
}

function readList(context: Context, placed: Placed, token: Tokens.List, start: number): List {
  const items: ListItem[] = [];
  let at = start;
  for (const item of token.items) {
    const from = locate(placed.text, item.raw, at);
    items.push(readItem(context, placed, item, from));
    at = from + item.raw.length;
  }
  return {
    type: "list",
    ordered: token.ordered,
    start: token.start === "" ? 1 : token.start,
    steps: false,
    items,
    span: spanOf(placed, start, start + token.raw.trimEnd().length),
  };
}

function readItem(context: Context, placed: Placed, item: Tokens.ListItem, start: number): ListItem {
  const inner = strip(placed, start, item.raw, withoutCheckbox(item));
  return {
    blocks: readTokens(context, inner, item.task ? dropCheckbox(item.tokens) : item.tokens),
    checked: item.task ? item.checked === true : null,
    span: spanOf(placed, start, start + Math.max(1, item.raw.trimEnd().length)),
  };
}

/** Text of an item; marked keeps the checkbox in the first token and not in the text, so it goes from both. */
function withoutCheckbox(item: Tokens.ListItem): string {
  return (item.task ? dropCheckbox(item.tokens) : item.tokens).map((token) => token.raw).join("");
}

function dropCheckbox(tokens: readonly Token[]): readonly Token[] {
  const [first, ...rest] = tokens;
  if (!first || first.type === "checkbox") return rest;
  return [{ ...first, raw: first.raw.replace(/^\[[ xX]\][ \t]*/, "") }, ...rest];
}

const ATTRIBUTION = /(?:^|\n)[ \t]*(?:—|–|―|--)[ \t]*([^\n]+)$/;

function readQuote(context: Context, placed: Placed, token: Tokens.Blockquote, start: number): Block {
  const inner = strip(placed, start, token.raw, token.text);
  return makeQuote(context, inner, token.tokens, spanOf(placed, start, start + token.raw.trimEnd().length));
}

/** A quote of tokens; the last line, when a dash begins it, says who. */
export function makeQuote(context: Context, placed: Placed, tokens: readonly Token[], span: Span): Block {
  const last = tokens.findLastIndex((token) => token.type !== "space");
  const token = tokens[last];
  const match = token?.type === "paragraph" ? ATTRIBUTION.exec(token.raw.trimEnd()) : null;
  if (!token || !match) return { type: "quote", blocks: readTokens(context, placed, tokens), attribution: [], span };
  const start = locateLast(placed.text, token.raw);
  const from = start + match.index + match[0].indexOf(match[1]!);
  const attribution = readInlines(context, slice(placed, from, from + match[1]!.length));
  const rest = [...tokens.slice(0, last), { ...token, raw: token.raw.slice(0, match.index) }];
  return { type: "quote", blocks: readTokens(context, placed, rest), attribution, span };
}

function locateLast(text: string, raw: string): number {
  return Math.max(0, text.lastIndexOf(raw.trimEnd()));
}

function readCode(_context: Context, placed: Placed, token: Tokens.Code, start: number): Block {
  const span = spanOf(placed, start, start + token.raw.trimEnd().length);
  return { type: "code", lang: (token.lang ?? "").split(/\s/, 1)[0]!, text: token.text.replace(/\n+$/, ""), span };
}

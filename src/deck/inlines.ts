/** Inline tokens to inline nodes: a table of handlers, one a token type. Its mirror is the table in `write-inlines.ts`. */
import { checkHref, closingBracket, decodeFragment } from "./addresses.ts";
import { type Context, report } from "./context.ts";
import { decodeText } from "./entities.ts";
import { InlineRow } from "./inline-row.ts";
import type { Token } from "./lex.ts";
import { type Placed, slice, spanOf } from "./placed.ts";
import { plainText } from "./plain.ts";
import { INLINE_TAGS, type Inline, type Tagged, type Text } from "./types.ts";

/** Longer inline text is not searched for marks: nobody writes it by hand, and marked is not linear in the worst case. */
export const MAX_INLINE = 10_000;
/** How many tokens an end tag may stand from its tag; an unclosed tag costs no more than this. */
const MAX_TAG_REACH = 400;

/** Text without any of these has no marks, references, addresses or line ends: most prose, and half the parser's time. */
const MAYBE_MARKED = /[\\<[`*_~&\n@]|:\/\/|www\./i;

const TAGS: ReadonlySet<string> = new Set(INLINE_TAGS);
/** HTML names of what Markdown writes with marks; needed where Markdown's flanking rule fails (`<b>"א"</b>ו`). */
const ALIASES: Readonly<Record<string, "strong" | "emphasis" | "strike">> = {
  b: "strong",
  strong: "strong",
  i: "emphasis",
  em: "emphasis",
  s: "strike",
  del: "strike",
};
const ALLOWED = [...INLINE_TAGS, "br", ...Object.keys(ALIASES)].map((tag) => `<${tag}>`).join(" ");
const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)[ \t]*(\/?)>$/;
/** Two marks around words, which were surely meant to be strong. */
const UNREAD_STRONG = /\*\*(?=\S)([^*\n<>\\]{1,500}?)(?<=\S)\*\*/;
const FOOTNOTE_REF = /\[\^([^\]\s]{1,100})\]/g;

/** Reads the whole of a placed text, without the space around it, as inline Markdown. */
export function readInlines(context: Context, placed: Placed, inLink = false): readonly Inline[] {
  const { text } = placed;
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  if (start === end) return [];
  const trimmed = end - start === text.length ? placed : slice(placed, start, end);
  if (!MAYBE_MARKED.test(trimmed.text)) {
    return [{ type: "text", text: trimmed.text, span: spanOf(trimmed, 0, trimmed.text.length) }];
  }
  if (trimmed.text.length > MAX_INLINE) {
    const span = spanOf(trimmed, 0, trimmed.text.length);
    report(context, "deck/too-long", span, { length: trimmed.text.length });
    return [{ type: "text", text: trimmed.text.replaceAll("\n", " "), span }];
  }
  const tokens = context.markdown.inline(trimmed.text, inLink);
  const inlines = new Reader(context, trimmed).read(tokens, 0);
  if (context.markdown.takeTooDeep()) report(context, "deck/too-deep", spanOf(trimmed, 0, trimmed.text.length));
  return inlines;
}

/** Where reading is: at a token, and at its offset in the text. */
interface Cursor {
  index: number;
  at: number;
}

class Reader {
  readonly context: Context;
  readonly placed: Placed;

  constructor(context: Context, placed: Placed) {
    this.context = context;
    this.placed = placed;
  }

  /** Nodes of tokens that follow one another from `at` on. */
  read(tokens: readonly Token[], at: number): readonly Inline[] {
    return this.readUntil(tokens, { index: 0, at }, null);
  }

  /** Reads on from a cursor, to the end or past the closing tag `until`. */
  readUntil(tokens: readonly Token[], cursor: Cursor, until: string | null): readonly Inline[] {
    const row = new InlineRow(this.placed);
    while (cursor.index < tokens.length) {
      const token = tokens[cursor.index++]!;
      const at = cursor.at;
      cursor.at += token.raw.length;
      if (token.type === "html" && until !== null && closes(token.raw, until)) break;
      if (token.type === "html") this.readHtml(row, token.raw, at, tokens, cursor);
      else {
        const made = INLINE_HANDLERS[token.type]?.(this, token, at);
        if (made) row.add(made);
        else this.readLiteral(row, token, at);
      }
    }
    return row.finish();
  }

  /** Comments are not shown; a tag is a node if it is allowed, else text. */
  private readHtml(row: InlineRow, raw: string, at: number, tokens: readonly Token[], cursor: Cursor): void {
    if (raw.startsWith("<!--")) return;
    const element = this.readTag(raw, at, tokens, cursor);
    if (element) row.add([element]);
    else row.literal(at, at + raw.length, decodeText(raw, false));
  }

  /** A `text` or an `escape` token. */
  private readLiteral(row: InlineRow, token: Token, at: number): void {
    const isText = token.type === "text";
    // The line that follows a break begins with its words.
    const skipped = isText && row.isAfterBreak() ? token.raw.search(/\S|$/) : 0;
    const raw = token.raw.slice(skipped);
    if (isText && raw.includes("**")) this.reportAsterisks(at + skipped, raw);
    if (isText && raw.includes("[^")) this.readFootnotes(row, at + skipped, raw);
    else if (raw !== "") row.literal(at + skipped, at + token.raw.length, decodeText(raw, !isText));
  }

  /** CommonMark 6.2 leaves `**"א"**ו` as it is, for a mark after punctuation does not close before a letter. */
  private reportAsterisks(at: number, raw: string): void {
    const { index, 0: pair, 1: inner } = UNREAD_STRONG.exec(raw) ?? { index: raw.indexOf("**"), 0: "**", 1: undefined };
    const span = spanOf(this.placed, at + index, at + index + pair.length);
    const fix = inner === undefined ? null : { span, text: `<b>${inner}</b>`, safe: true };
    report(this.context, "deck/literal-emphasis", span, {}, { fix });
  }

  /** Text with footnote references in it. */
  private readFootnotes(row: InlineRow, at: number, raw: string): void {
    let last = 0;
    const literal = (start: number, end: number): void => {
      if (end > start) row.literal(at + start, at + end, decodeText(raw.slice(start, end), false));
    };
    for (const match of raw.matchAll(FOOTNOTE_REF)) {
      literal(last, match.index);
      last = match.index + match[0].length;
      row.add([this.footnoteRef(match[1]!, at + match.index, at + last)]);
    }
    literal(last, raw.length);
  }

  private footnoteRef(id: string, start: number, end: number): Inline {
    const { footnotes, footnoteIds } = this.context;
    const span = spanOf(this.placed, start, end);
    if (!footnoteIds.has(id)) report(this.context, "deck/unknown-footnote", span, { id });
    const number = footnotes.get(id) ?? footnotes.size + 1;
    footnotes.set(id, number);
    return { type: "footnote-ref", id, number, span };
  }

  /** A tag on the allow-list with all up to its end tag, or null: then the tag is text. */
  private readTag(raw: string, at: number, tokens: readonly Token[], cursor: Cursor): Inline | null {
    const match = TAG.exec(raw);
    const name = match?.[2]?.toLowerCase() ?? "";
    if (name === "br" && match?.[1] === "") return { type: "break", span: spanOf(this.placed, at, cursor.at) };
    const known = TAGS.has(name) || Object.hasOwn(ALIASES, name);
    if (match?.[1] === "" && match[3] === "" && known && hasClosing(tokens, cursor.index, name)) {
      const nodes = this.readUntil(tokens, cursor, name);
      const span = spanOf(this.placed, at, cursor.at);
      const alias = ALIASES[name];
      return alias
        ? { type: alias, children: nodes, span }
        : { type: "tagged", tag: name as Tagged["tag"], children: nodes, span };
    }
    const span = spanOf(this.placed, at, at + raw.length);
    report(this.context, "deck/raw-html", span, {
      tag: raw.length > 40 ? `${raw.slice(0, 40)}…` : raw,
      allowed: ALLOWED,
    });
    return null;
  }
}

function closes(raw: string, name: string): boolean {
  const match = TAG.exec(raw);
  return match?.[1] === "/" && match[2]!.toLowerCase() === name;
}

/** Whether the end tag comes among the same siblings, with the same tag in between balanced. */
function hasClosing(tokens: readonly Token[], from: number, name: string): boolean {
  let open = 1;
  for (let i = from; i < tokens.length && i < from + MAX_TAG_REACH; i++) {
    const token = tokens[i]!;
    if (token.type !== "html") continue;
    const match = TAG.exec(token.raw);
    if (match?.[2]?.toLowerCase() !== name || match[3] !== "") continue;
    open += match[1] === "/" ? -1 : 1;
    if (open === 0) return true;
  }
  return false;
}

type Handler = (reader: Reader, token: Token, at: number) => readonly Inline[] | null;

/** What is not here (`text`, `escape`) is literal text; `html` needs its siblings and is read in the loop. */
const INLINE_HANDLERS: Readonly<Record<string, Handler>> = {
  strong: wrap("strong", 2),
  em: wrap("emphasis", 1),
  del: wrap("strike", 2),
  codespan: (reader, token, at) => [
    {
      type: "inline-code",
      text: "text" in token ? String(token.text) : "",
      span: spanOf(reader.placed, at, at + token.raw.length),
    },
  ],
  br: (reader, token, at) => [{ type: "break", span: spanOf(reader.placed, at, at + token.raw.length) }],
  link: readLink,
  image: readImage,
};

function wrap(type: "strong" | "emphasis" | "strike", mark: number): Handler {
  return (reader, token, at) => {
    const tokens = "tokens" in token ? (token.tokens ?? []) : [];
    return [{ type, children: reader.read(tokens, at + mark), span: spanOf(reader.placed, at, at + token.raw.length) }];
  };
}

function readLink(reader: Reader, token: Token, at: number): readonly Inline[] | null {
  if (token.type !== "link") return null;
  const { context, placed } = reader;
  const span = spanOf(placed, at, at + token.raw.length);
  const { raw } = token;
  const bracketed = raw.startsWith("[");
  const href = token.autolink ? token.href : decodeText(token.href, false);
  const children = bracketed
    ? reader.read(labelTokens(context, token.tokens ?? [], token.text, raw), at + 1)
    : [literalText(placed, raw, token.text, at)];
  const checked = checkHref(href);
  if (checked === null) {
    report(context, "deck/link-scheme", span, { href: href.length > 80 ? `${href.slice(0, 80)}…` : href });
    return children;
  }
  if (checked.startsWith("#")) context.fragments.push({ id: decodeFragment(checked.slice(1)), span });
  return [{ type: "link", href: checked, children, span }];
}

/** The tokens of a label; read anew where marked took backslashes out of it, for then its tokens are not the source's. */
function labelTokens(context: Context, tokens: readonly Token[], text: string, raw: string): readonly Token[] {
  if (raw.startsWith(text, 1) && raw[text.length + 1] === "]") return tokens;
  return context.markdown.inline(raw.slice(1, closingBracket(raw, 0)), true);
}

function literalText(placed: Placed, raw: string, text: string, at: number): Text {
  const start = at + Math.max(0, raw.indexOf(text));
  return { type: "text", text, span: spanOf(placed, start, start + text.length) };
}

function readImage(reader: Reader, token: Token, at: number): readonly Inline[] | null {
  if (token.type !== "image") return null;
  const { context, placed } = reader;
  const span = spanOf(placed, at, at + token.raw.length);
  const label = slice(placed, at + 2, at + closingBracket(token.raw, 1));
  const alt = plainText(readInlines(context, label, true));
  const src = decodeText(token.href, false);
  if (alt.trim() === "") report(context, "deck/missing-alt", span, { src });
  return [{ type: "image", src, alt, span }];
}

/** Markdown → blocks. The text is read by the deck's own Markdown reader; HTML in it is text without its tags. */

import { readFrontMatter } from "../deck/front-matter.ts";
import { createMarkdownReader, type MarkdownReader, type Token, type Tokens } from "../deck/lex.ts";
import type { Span } from "../deck/types.ts";
import type { BriefFootnote, Mark, Place, Unnumbered } from "./brief.ts";
import { mergeSpans, type Proto } from "./lines.ts";
import type { Raw } from "./structure.ts";

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const FOOTNOTE = /^\[\^([^\]\s]{1,40})\]:[ \t]+(.*(?:\n {2,}\S.*)*)$/gmu;

/** Reads a Markdown brief. Line numbers are those of the text as given. */
export function readMarkdown(text: string): Raw {
  const front = FRONT_MATTER.exec(text);
  const source = { path: "", text };
  const yaml = front ? { start: 4, end: 4 + front[1]!.length } : null;
  const { meta } = readFrontMatter(source, yaml).value;
  const body = blankOut(text, front?.[0] ?? "");
  const { kept, footnotes } = takeFootnotes(body);
  const reader = createMarkdownReader();
  const protos = toProtos(reader, reader.blocks(kept), kept);
  return {
    protos,
    furniture: [],
    footnotes,
    pictures: [],
    properties: {
      title: meta.subtitle === "" ? meta.title : `${meta.title}: ${meta.subtitle}`,
      authors: meta.authors,
      series: meta.series,
      number: meta.number,
      date: meta.date,
      isTrusted: meta.title !== "",
    },
  };
}

/** Takes a stretch, comments and underlined headings out of the text without moving a line. */
function blankOut(text: string, front: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, "");
  return (blank(front) + text.slice(front.length))
    .replace(/<!--[\s\S]*?(?:-->|$)/g, blank)
    .replace(
      /^([^\n#>|\s-][^\n]*)\n(=+|-+)[ \t]*$/gmu,
      (_, title: string, line: string) => `${line[0] === "=" ? "#" : "##"} ${title}\n`,
    );
}

function takeFootnotes(text: string): { kept: string; footnotes: BriefFootnote[] } {
  const footnotes: BriefFootnote[] = [];
  const kept = text.replace(FOOTNOTE, (whole, id: string, note: string, at: number) => {
    const line = lineAt(text, at);
    const place = { page: null, line, lastLine: line + whole.split("\n").length - 1 };
    footnotes.push({ id, text: note.replace(/\s+/gu, " ").trim(), place });
    return whole.replace(/[^\n]/g, "");
  });
  return { kept, footnotes };
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

// ---- blocks -------------------------------------------------------------------------------------

function toProtos(reader: MarkdownReader, tokens: readonly Token[], text: string): Proto[] {
  const protos: Proto[] = [];
  let offset = 0;
  let line = 1;
  for (const token of tokens) {
    const at = text.indexOf(token.raw, offset);
    if (at >= 0) line += text.slice(offset, at).split("\n").length - 1;
    const height = token.raw.replace(/\n+$/u, "").split("\n").length;
    const place: Place = { page: null, line, lastLine: line + height - 1 };
    const block = READERS[token.type]?.(reader, token, place) ?? null;
    if (block !== null)
      protos.push({ block, lines: height, size: sizeOf(block), bold: false, apart: true, isDoubtful: false });
    offset = Math.max(0, at) + token.raw.length;
    line += token.raw.split("\n").length - 1;
  }
  return protos;
}

function sizeOf(block: Unnumbered): number {
  return block.type === "heading" ? ([1.6, 1.3, 1.15][block.level - 1] ?? 1) : 1;
}

type BlockReader = (reader: MarkdownReader, token: Token, place: Place) => Unnumbered | null;

const READERS: Readonly<Record<string, BlockReader>> = {
  heading: (reader, token, place) => ({
    type: "heading",
    level: Math.min((token as Tokens.Heading).depth, 3) as 1 | 2 | 3,
    text: readInline(reader, (token as Tokens.Heading).text).text,
    isDoubtful: false,
    place,
  }),
  paragraph: (reader, token, place) => readParagraph(reader, (token as Tokens.Paragraph).text, place),
  text: (reader, token, place) => readParagraph(reader, (token as Tokens.Text).text, place),
  code: (_, token, place) => ({
    type: "paragraph",
    text: (token as Tokens.Code).text,
    strong: [],
    doubtful: [],
    marks: [],
    place,
  }),
  blockquote: (reader, token, place) => ({
    type: "quote",
    text: readInline(reader, (token as Tokens.Blockquote).text).text,
    place,
  }),
  list: (reader, token, place) => {
    const { ordered, items } = token as Tokens.List;
    return { type: "list", ordered, items: items.flatMap((item) => readItem(reader, item)), place };
  },
  table: (reader, token, place) => {
    const { header, rows } = token as Tokens.Table;
    const cell = ({ text }: Tokens.TableCell): string => readInline(reader, text).text;
    return { type: "table", head: header.map(cell), rows: rows.map((row) => row.map(cell)), place };
  },
};

function readParagraph(reader: MarkdownReader, raw: string, place: Place): Unnumbered | null {
  const image = /^!\[([^\]]*)\]\([^)]*\)$/u.exec(raw.trim());
  if (image) return { type: "figure", picture: "", alt: image[1]!, caption: "", place };
  const { text, strong, marks } = readInline(reader, raw);
  return text === "" ? null : { type: "paragraph", text, strong, doubtful: [], marks, place };
}

/** An item and the items below it, in order; a list within a list says no more on a slide than its lines. */
function readItem(reader: MarkdownReader, item: Tokens.ListItem): string[] {
  const lines: string[] = [];
  for (const token of reader.blocks(item.text)) {
    if (token.type === "list") lines.push(...(token as Tokens.List).items.flatMap((each) => readItem(reader, each)));
    else if ("text" in token) lines.push(readInline(reader, String(token.text)).text);
  }
  return lines.filter((line) => line !== "");
}

// ---- inlines ------------------------------------------------------------------------------------

interface Inlined {
  readonly text: string;
  readonly strong: readonly Span[];
  readonly marks: readonly Mark[];
}

function readInline(reader: MarkdownReader, raw: string): Inlined {
  const marks: Mark[] = [];
  const strong: Span[] = [];
  let text = "";
  const add = (piece: string): void => {
    for (const part of piece.replace(/\s+/gu, " ").split(/(\[\^[^\]\s]{1,40}\])/u)) {
      const id = /^\[\^(.+)\]$/u.exec(part)?.[1];
      if (id !== undefined) marks.push({ at: text.length, id });
      else text += part;
    }
  };
  const walk = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      const start = text.length;
      const inner = "tokens" in token && token.tokens ? token.tokens : null;
      if (token.type === "image") add((token as Tokens.Image).text);
      else if (token.type === "br") add(" ");
      else if (token.type === "html") add("");
      else if (inner !== null && token.type !== "text") walk(inner);
      else add(decodeEntities("text" in token ? String(token.text) : token.raw));
      if (token.type === "strong") strong.push({ start, end: text.length });
    }
  };
  walk(reader.inline(raw));
  return { text: text.trim(), strong: mergeSpans(strong, text), marks };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  ndash: "–",
  mdash: "—",
};

function decodeEntities(text: string): string {
  return text.replace(/&([a-z]{2,5});/gu, (whole, name: string) => ENTITIES[name] ?? whole);
}

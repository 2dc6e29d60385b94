/** A Word file → blocks. Comments, deleted text and hidden objects are left out; pictures keep their descriptions. */

import { strFromU8 } from "fflate";
import type { Span } from "../../deck/types.ts";
import type { BriefFootnote, Mark, Picture, Place, Unnumbered } from "../brief.ts";
import { withCaptions } from "../captions.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { mergeSpans, type Proto } from "../lines.ts";
import { pictureName } from "../pictures.ts";
import type { Properties, Raw } from "../structure.ts";
import { openParts, packParts } from "./parts.ts";
import { readTable } from "./table.ts";
import { readWord, type WordDocument, type WordImage, type WordNode, type WordParagraph } from "./word.ts";

/**
 * Reads a Word file.
 * @throws Refusal when it is none, is broken or locked, or holds too much.
 */
export async function readDocx(bytes: Uint8Array, limits: Limits = LIMITS): Promise<Raw> {
  const parts = openParts(bytes, limits);
  const document = await readWord(packParts(parts));
  const reading = new Reading(document, visualTables(parts["word/document.xml"]!), limits);
  for (const child of document.children) await reading.block(child);
  return { ...reading.result(), furniture: [], properties: propertiesOf(parts["docProps/core.xml"]) };
}

/** For each table in order: are its columns laid out from right to left (`w:bidiVisual`, ECMA-376 §17.4.1)? */
function visualTables(part: Uint8Array): readonly boolean[] {
  return strFromU8(part)
    .split(/<w:tbl>|<w:tbl\s[^>]*>/u)
    .slice(1)
    .map((table) => /<w:bidiVisual(?:\s*\/>|\s+w:val="(?:1|true|on)")/u.test(table.split(/<\/w:tblPr>/u)[0]!));
}

function propertiesOf(part: Uint8Array | undefined): Properties {
  const xml = part ? strFromU8(part) : "";
  const field = (name: string): string => {
    const text = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]{1,300})</${name}>`, "u").exec(xml)?.[1] ?? "";
    return text
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&")
      .trim();
  };
  const author = field("dc:creator");
  const isPerson = /^\p{L}[\p{L}'"׳״.-]*(?:\s\p{L}[\p{L}'"׳״.-]*){1,3}$/u.test(author);
  return {
    title: field("dc:title"),
    authors: isPerson ? [author] : [],
    series: "",
    number: "",
    date: "",
    isTrusted: false,
  };
}

interface Inlined {
  readonly text: string;
  readonly strong: readonly Span[];
  readonly marks: readonly Mark[];
  readonly images: readonly WordImage[];
  readonly sizes: readonly number[];
}

/** One pass over the document. */
class Reading {
  private readonly protos: Proto[] = [];
  private readonly footnotes: BriefFootnote[] = [];
  private readonly pictures: Picture[] = [];
  private line = 0;
  private tables = 0;
  private readonly document: WordDocument;
  private readonly visual: readonly boolean[];
  private readonly limits: Limits;

  constructor(document: WordDocument, visual: readonly boolean[], limits: Limits) {
    this.document = document;
    this.visual = visual;
    this.limits = limits;
  }

  result(): Pick<Raw, "protos" | "footnotes" | "pictures"> {
    return { protos: withCaptions(gatherItems(this.protos)), footnotes: this.footnotes, pictures: this.pictures };
  }

  async block(node: WordNode): Promise<void> {
    if (node.type === "paragraph") await this.paragraph(node);
    else if (node.type === "table") await this.table(node);
  }

  private async paragraph(node: WordParagraph): Promise<void> {
    const place = this.nextPlace();
    const inlined = this.inline(node.children);
    for (const image of inlined.images) await this.figure(image, place);
    if (inlined.text === "") return;
    const { block, size } = toBlock(node, inlined, place);
    const bold = inlined.strong.reduce((sum, { start, end }) => sum + end - start, 0) > inlined.text.length * 0.9;
    this.protos.push({ block, lines: Math.ceil(inlined.text.length / 90), size, bold, apart: true, isDoubtful: false });
  }

  private async table(node: Extract<WordNode, { type: "table" }>): Promise<void> {
    const isVisual = this.visual[this.tables++] ?? true;
    const rows = readTable(node, (cell) => {
      for (const child of cell.children) if (child.type === "paragraph") this.line++;
      return cell.children
        .map((child) => ("children" in child ? this.inline(child.children).text : ""))
        .join(" ")
        .trim();
    });
    const place = this.nextPlace();
    const isBox = rows.every((row) => row.length === 1);
    if (isBox) {
      for (const [text = ""] of rows)
        if (text !== "")
          this.protos.push(plain({ type: "paragraph", text, strong: [], doubtful: [], marks: [], place }));
      return;
    }
    const ordered =
      isVisual || !rows.some((row) => row.some((cell) => /[א-ת\u0621-\u064a]/u.test(cell)))
        ? rows
        : rows.map((row) => row.toReversed());
    const [head = [], ...rest] = ordered;
    this.protos.push(plain({ type: "table", head, rows: rest, place }));
  }

  private async figure(image: WordImage, place: Place): Promise<void> {
    const alt = (image.altText ?? "").replace(/\s+/gu, " ").trim();
    const bytes = new Uint8Array(await image.readAsArrayBuffer());
    const name = pictureName(bytes, this.pictures.length + 1);
    if (name === null || this.pictures.length >= this.limits.pictures) return;
    this.pictures.push({ name, bytes });
    this.protos.push(plain({ type: "figure", picture: name, alt, caption: "", place }));
  }

  private nextPlace(): Place {
    this.line++;
    return { page: null, line: this.line, lastLine: this.line };
  }

  private inline(nodes: readonly WordNode[]): Inlined {
    const marks: Mark[] = [];
    const strong: Span[] = [];
    const images: WordImage[] = [];
    const sizes: number[] = [];
    let text = "";
    const add = (piece: string): void => {
      const clean = piece.replace(/[\u00ad\u200b\u2028]/gu, "").replace(/\s+/gu, " ");
      text += /\s$/u.test(text) || text === "" ? clean.trimStart() : clean;
    };
    const walk = (node: WordNode): void => {
      const start = text.length;
      if (node.type === "text") add(node.value);
      else if (node.type === "tab" || node.type === "break") add(" ");
      else if (node.type === "image") images.push(node);
      else if (node.type === "noteReference") marks.push({ at: text.length, id: this.footnote(node) });
      else if ("children" in node) node.children.forEach(walk);
      if (node.type === "run" && node.isBold) strong.push({ start, end: text.length });
      if (node.type === "run" && node.fontSize !== null) sizes.push(node.fontSize);
    };
    nodes.forEach(walk);
    const trimmed = text.trimEnd();
    const inside = strong.map(({ start, end }) => ({ start, end: Math.min(end, trimmed.length) }));
    return { text: trimmed, strong: mergeSpans(inside, trimmed), marks, images, sizes };
  }

  private footnote(reference: Extract<WordNode, { type: "noteReference" }>): string {
    const id = String(this.footnotes.length + 1);
    const body = this.document.notes.resolve(reference)?.body ?? [];
    const place = { page: null, line: this.line, lastLine: this.line };
    this.footnotes.push({ id, text: "", place });
    const text = body
      .map((child) => ("children" in child ? this.inline(child.children).text : ""))
      .join(" ")
      .trim();
    this.footnotes[Number(id) - 1] = { id, text, place };
    return id;
  }
}

function plain(block: Unnumbered): Proto {
  return { block, lines: 1, size: 1, bold: false, apart: true, isDoubtful: false };
}

function toBlock(
  node: WordParagraph,
  { text, strong, marks }: Inlined,
  place: Place,
): { block: Unnumbered; size: number } {
  const style = `${node.styleName ?? ""} ${node.styleId ?? ""}`.toLowerCase();
  const level = /heading ?([1-9])/u.exec(style)?.[1];
  if (/\btitle\b/u.test(style) && !style.includes("subtitle"))
    return { block: { type: "heading", level: 1, text, isDoubtful: false, place }, size: 2 };
  if (level !== undefined)
    return {
      block: { type: "heading", level: Math.min(Number(level), 3) as 1 | 2 | 3, text, isDoubtful: false, place },
      size: [1.6, 1.3, 1.15][Math.min(Number(level), 3) - 1]!,
    };
  if (node.numbering)
    return { block: { type: "list", ordered: node.numbering.isOrdered, items: [text], place }, size: 1 };
  if (/\bquote\b/u.test(style)) return { block: { type: "quote", text, place }, size: 1 };
  return { block: { type: "paragraph", text, strong, doubtful: [], marks, place }, size: 1 };
}

/** Items that follow one another are one list. */
function gatherItems(protos: readonly Proto[]): Proto[] {
  const result: Proto[] = [];
  for (const proto of protos) {
    const last = result.at(-1);
    if (proto.block.type === "list" && last?.block.type === "list" && last.block.ordered === proto.block.ordered) {
      const { items, place } = last.block;
      const block = {
        ...last.block,
        items: [...items, ...proto.block.items],
        place: { ...place, lastLine: proto.block.place.lastLine },
      };
      result[result.length - 1] = { ...last, block };
    } else result.push(proto);
  }
  return result;
}

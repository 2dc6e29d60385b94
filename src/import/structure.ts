/**
 * Blocks → Brief: what is the title, who wrote it, which paragraph is the abstract, what is a heading. The readers of
 * files know how a block looks; only here is decided what it means.
 */

import type { Lang } from "../deck/types.ts";
import {
  type Brief,
  type BriefFootnote,
  type Furniture,
  numberBlocks,
  type Picture,
  plainText,
  type Unnumbered,
} from "./brief.ts";
import { Refusal } from "./failure.ts";
import { partHead } from "./head.ts";
import { type Proto, STOP } from "./lines.ts";
import { sentencesOf, wordsOf } from "./words.ts";

/** What a reader found, before it has a meaning. */
export interface Raw {
  readonly protos: readonly Proto[];
  readonly furniture: readonly Furniture[];
  readonly footnotes: readonly BriefFootnote[];
  readonly pictures: readonly Picture[];
  readonly properties: Properties;
}

/** What the file says about itself, apart from its text. */
export interface Properties {
  readonly title: string;
  readonly authors: readonly string[];
  readonly series: string;
  readonly number: string;
  readonly date: string;
  /** Written for the reader (front matter), so stronger than the first page; else weaker: often a template's leftovers. */
  readonly isTrusted: boolean;
}

export const NO_PROPERTIES: Properties = { title: "", authors: [], series: "", number: "", date: "", isTrusted: false };

/** The longest single paragraph in front of the first heading that is taken for the brief in short. */
const LEAD_WORDS = 150;
/** A heading that announces the abstract. */
const ABSTRACT =
  /^(?:תקציר(?: מנהלים)?|תמצית(?: מנהלים)?|עיקרי הדברים|שורה תחתונה|ملخص(?: تنفيذي)?|abstract|(?:executive )?summary)\s*:?$/iu;

/**
 * Makes a brief of blocks.
 * @throws Refusal `no-prose` where there is nothing to speak about.
 */
export function structure(raw: Raw): Brief {
  const protos = markHeadings(
    raw.protos.filter(({ block }) => block.type === "figure" || plainText(block).trim() !== ""),
  );
  const head = partHead(protos, raw.properties);
  const body = splitAbstract(normalizeLevels(head.rest));
  if (body.blocks.every((block) => block.type === "heading" || wordsOf(plainText(block)).length < 3))
    throw new Refusal("no-prose");
  return {
    lang: langOf(body.blocks.map(plainText).join(" ")),
    title: head.title,
    authors: head.authors,
    series: head.series,
    number: head.number,
    date: head.date,
    abstract: Array.from({ length: body.abstract }, (_, index) => index + 1),
    blocks: numberBlocks(body.blocks),
    footnotes: raw.footnotes,
    pictures: raw.pictures,
    furniture: [...head.furniture, ...raw.furniture].sort((a, b) => a.place.line - b.place.line),
  };
}

// ---- headings -----------------------------------------------------------------------------------

/** A short paragraph that is no sentence, or is one question, is a heading, when prose follows it. */
function markHeadings(protos: readonly Proto[]): Proto[] {
  return protos.map((proto, at) => {
    const { block } = proto;
    if (block.type !== "paragraph" || !isHeading(proto, protos[at + 1])) return proto;
    const { text, place } = block;
    return {
      ...proto,
      block: { type: "heading", level: proto.size > 1.3 ? 1 : 2, text, isDoubtful: proto.isDoubtful, place },
    };
  });
}

function isHeading(proto: Proto, next: Proto | undefined): boolean {
  const { block, lines, bold, size } = proto;
  if (block.type !== "paragraph" || lines > 2 || next === undefined) return false;
  const words = wordsOf(block.text).length;
  if (words === 0 || words > 16) return false;
  if (/\?["”״']?$/u.test(block.text)) return sentencesOf(block.text).length === 1;
  if (bold || size > 1.1) return words <= 14 && !/[.!;,]["”״']?$/u.test(block.text);
  if (STOP.test(block.text) || /[,;]$/u.test(block.text)) return false;
  const introducesList = block.text.endsWith(":") && next.block.type === "list";
  return !introducesList && words <= 10 && lines === 1;
}

/** The largest headings of the body become level 1, whatever the file called them. */
function normalizeLevels(blocks: readonly Unnumbered[]): Unnumbered[] {
  const levels = [...new Set(blocks.flatMap((block) => (block.type === "heading" ? [block.level] : [])))].sort();
  return blocks.map((block) => {
    if (block.type !== "heading") return block;
    return { ...block, level: (levels.indexOf(block.level) + 1) as 1 | 2 | 3 };
  });
}

// ---- the abstract -------------------------------------------------------------------------------

/** Counts the blocks at the start that are the abstract; the heading that announced it goes. */
function splitAbstract(blocks: readonly Unnumbered[]): { blocks: readonly Unnumbered[]; abstract: number } {
  const [first, ...rest] = blocks;
  if (first?.type === "heading" && ABSTRACT.test(first.text.trim())) {
    const end = rest.findIndex(
      (block) => block.type === "heading" || block.type === "table" || block.type === "figure",
    );
    const isLong = end < 0 ? 1 : end;
    return { blocks: rest, abstract: Math.min(isLong, 4) };
  }
  const labelled = first?.type === "paragraph" ? /^(?:תקציר|תמצית|Abstract)\s*[:–-]\s+/iu.exec(first.text) : null;
  if (labelled) return { blocks, abstract: 1 };
  const prose = blocks.filter((block) => block.type === "paragraph");
  const isLead =
    first?.type === "paragraph" && blocks[1]?.type === "heading" && wordsOf(first.text).length <= LEAD_WORDS;
  if (isLead && prose.length >= 4) return { blocks, abstract: 1 };
  if (first?.type !== "paragraph" || prose.length < 3) return { blocks, abstract: 0 };
  return { blocks, abstract: returnsInBody(first.text, prose.slice(1).map(plainText)) ? 1 : 0 };
}

/** A paragraph of which a quarter of the four-word sequences stand in the body again is its abstract. */
function returnsInBody(text: string, body: readonly string[]): boolean {
  const known = new Set(body.flatMap(fourWords));
  const own = fourWords(text);
  return own.length >= 12 && own.filter((words) => known.has(words)).length >= own.length / 4;
}

function fourWords(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(3).map((_, at) => words.slice(at, at + 4).join(" "));
}

// ---- language -----------------------------------------------------------------------------------

function langOf(text: string): Lang {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [hebrew, arabic, latin] = [count(/[א-ת]/g), count(/[\u0621-\u064a]/g), count(/[A-Za-z]/g)];
  if (hebrew >= arabic) return hebrew * 2 >= latin ? "he" : "en";
  return arabic * 2 >= latin ? "ar" : "en";
}

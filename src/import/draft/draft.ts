/**
 * Brief → Deck, extractive and honest: every word on a slide stands in the brief, in that order. What is not on a slide
 * stands in its notes; what is nowhere is listed.
 */

import type { Block, Deck, Footnote, Layout, Meta, Slide } from "../../deck/types.ts";
import { type Brief, type BriefBlock, type BriefParagraph, plainText } from "../brief.ts";
import { sentencesOf } from "../words.ts";
import { fitBudget } from "./budget.ts";
import { LABELS } from "./labels.ts";
import { inlineText, list, NOWHERE, paragraph, proseInlines } from "./nodes.ts";
import { pickPoints } from "./points.ts";
import { type Ranked, rankSentences } from "./rank.ts";
import { sectionsOf } from "./sections.ts";
import { planSection } from "./slides.ts";

export interface DraftOptions {
  /** Titles only: no points and no notes. */
  readonly outline?: boolean;
  /** At most this many slides, cover included; at least 2. */
  readonly slides?: number;
  readonly theme?: string;
  /** What the deck is based on, for the front matter; e.g. the name of the file. */
  readonly source?: string;
}

/** A slide before it is a node of the deck. */
export interface Planned {
  readonly layout: Layout | null;
  readonly title: string;
  readonly body: readonly Block[];
  /** Numbers of the brief's blocks that it stands on. */
  readonly blocks: readonly number[];
  /** What the notes hold: blocks of the brief, whole, or sentences of them. */
  readonly notes: readonly (BriefBlock | string)[];
  /** The texts on the slide, for the list of what was left out. */
  readonly texts: readonly string[];
  readonly weight: number;
}

/** A slide's ground, as the report says it. */
export interface SlideSource {
  readonly title: string;
  readonly paragraphs: readonly number[];
}

/** What stands on no slide. */
export interface LeftOut {
  readonly paragraph: number;
  readonly text: string;
  /** Whether the notes of a slide still hold it. */
  readonly inNotes: boolean;
}

export interface Draft {
  readonly deck: Deck;
  readonly sources: readonly SlideSource[];
  readonly leftOut: readonly LeftOut[];
}

/** Drafts a deck from a brief. */
export function draft(brief: Brief, options: DraftOptions = {}): Draft {
  const ranked = rankSentences(brief);
  const [title, subtitle] = splitTitle(brief.title);
  const bottom = bottomLine(brief, ranked);
  const sections = sectionsOf(brief);
  const taken: string[] = [];
  const content = sections.map((section, at) =>
    planSection(section, { ranked, fallback: at === 0 ? title : "", taken, said: bottom?.texts ?? [] }),
  );
  const planned = fitBudget(
    { bottom, agenda: agendaOf(brief, content), content },
    options.slides ?? Number.POSITIVE_INFINITY,
  );
  const footnotes = brief.footnotes.map(({ id }) => id);
  const slides = [
    coverOf(title, subtitle),
    ...planned.map((slide, at) => slideOf(slide, at + 2, footnotes, options.outline ?? false)),
  ];
  return {
    deck: {
      meta: metaOf(brief, title, subtitle, options),
      slides,
      footnotes: options.outline ? [] : footnotesOf(brief),
    },
    sources: planned.map((slide) => ({ title: slide.title, paragraphs: slide.blocks })),
    leftOut: leftOutOf(brief, planned, options.outline ?? false),
  };
}

/** A title over two thoughts, parted by a colon or a dash, is a title and a subtitle. */
function splitTitle(title: string): readonly [string, string] {
  const match = /^(.{8,}?)(?::\s+|\s+[–—-]\s+)(.{4,})$/u.exec(title);
  return match ? [match[1]!, match[2]!] : [title, ""];
}

function metaOf(brief: Brief, title: string, subtitle: string, { theme = "mabat", source = "" }: DraftOptions): Meta {
  const { authors, series, number, date, lang } = brief;
  return {
    title,
    subtitle,
    authors,
    organization: "",
    date,
    series,
    number,
    source,
    lang,
    dir: lang === "en" ? "ltr" : "rtl",
    theme,
    marking: "",
    duration: 0,
    rate: 0,
    ranges: "preserve",
    typographyOff: [],
    transition: "none",
    footer: "",
  };
}

/** The abstract on one slide: its most central statement first, what follows from it below. */
function bottomLine(brief: Brief, ranked: readonly Ranked[]): Planned | null {
  const own = ranked.filter(({ block }) => brief.abstract.includes(block));
  const points = pickPoints(own, [], 4);
  if (points.length === 0) return null;
  const texts = points.map(({ text }) => text);
  return {
    layout: "bottom-line",
    title: LABELS[brief.lang].bottomLine,
    body: [list(texts)],
    blocks: [...brief.abstract],
    notes: brief.blocks.filter(({ number }) => brief.abstract.includes(number)),
    texts,
    weight: Number.POSITIVE_INFINITY,
  };
}

function agendaOf(brief: Brief, sections: readonly (readonly Planned[])[]): Planned | null {
  const titles = sections.flatMap(([first]) => (first && first.title !== "" ? [first.title] : []));
  if (titles.length < 3) return null;
  const body = [list(titles)];
  return { layout: "agenda", title: LABELS[brief.lang].agenda, body, blocks: [], notes: [], texts: titles, weight: 0 };
}

function coverOf(title: string, subtitle: string): Slide {
  void subtitle;
  return emptySlide("cover", "cover", inlineText(title));
}

function emptySlide(id: string, layout: Layout, title: Slide["title"]): Slide {
  const notes = { blocks: [], minutes: 0, span: null };
  return {
    id,
    layout,
    forced: false,
    title,
    body: [],
    notes,
    origin: null,
    hidden: false,
    backup: false,
    part: "",
    span: NOWHERE,
  };
}

function slideOf(planned: Planned, place: number, footnotes: readonly string[], outline: boolean): Slide {
  const slide = emptySlide(`slide-${place}`, planned.layout ?? "points", inlineText(planned.title));
  const notes = planned.notes.flatMap((note) => noteBlocks(note, footnotes));
  return {
    ...slide,
    forced: planned.layout === "bottom-line" || planned.layout === "agenda",
    body: outline ? [] : planned.body,
    notes: { blocks: outline ? [] : notes, minutes: 0, span: notes.length === 0 || outline ? null : NOWHERE },
    origin: planned.blocks.length === 0 ? null : { paragraphs: [...planned.blocks] },
  };
}

function noteBlocks(note: BriefBlock | string, footnotes: readonly string[]): readonly Block[] {
  if (typeof note === "string") return [paragraph(inlineText(note))];
  if (note.type === "paragraph") return [paragraph(proseInlines(note, footnotes))];
  if (note.type === "list") return [list(note.items, note.ordered)];
  if (note.type === "quote" || note.type === "heading") return [paragraph(inlineText(note.text))];
  return [];
}

function footnotesOf(brief: Brief): Footnote[] {
  const marked = new Set(
    brief.blocks.flatMap((block) =>
      block.type === "paragraph" ? (block as BriefParagraph).marks.map(({ id }) => id) : [],
    ),
  );
  return brief.footnotes
    .filter(({ id }) => marked.has(id))
    .map(({ id, text }) => ({ id, inlines: inlineText(text), span: NOWHERE }));
}

/** Sentences of which no part is on a slide. */
function leftOutOf(brief: Brief, planned: readonly Planned[], outline: boolean): LeftOut[] {
  return brief.blocks.flatMap((block) => {
    const slides = planned.filter(({ blocks }) => blocks.includes(block.number));
    const shown = outline ? slides.map(({ title }) => title) : slides.flatMap(({ texts, title }) => [title, ...texts]);
    const inNotes = !outline && slides.some(({ notes }) => notes.includes(block));
    const parts =
      block.type === "paragraph" || block.type === "quote"
        ? sentencesOf(block.text).map(({ text }) => text)
        : [plainText(block)];
    const missing = block.type === "heading" ? [] : parts.filter((part) => !shown.some((text) => holds(part, text)));
    return missing.map((text) => ({ paragraph: block.number, text, inNotes }));
  });
}

/** Is the text on the slide cut from this sentence? Its first words decide: the middle may have lost a clause. */
function holds(sentence: string, text: string): boolean {
  return (
    text !== "" &&
    (sentence.includes(text) || text.includes(sentence) || sentence.includes(text.split(/[,(]/u)[0]!.trim()))
  );
}

/** Planned slides → Deck, with everything that the parser would find in the written source. */

import { assignIds, baseId } from "../../deck/ids.ts";
import { toMeta } from "../../deck/index.ts";
import { inferLayout } from "../../deck/layout.ts";
import { estimateMinutes } from "../../deck/speaking.ts";
import type { Block, Deck, Footnote, Meta, Slide } from "../../deck/types.ts";
import type { Brief, BriefBlock, Furniture } from "../brief.ts";
import type { Planned } from "./draft.ts";
import { LABELS } from "./labels.ts";
import { inlineText, list, NOWHERE, paragraph, proseInlines } from "./nodes.ts";
import { doubtsOf, shownDoubts } from "./shown.ts";

export interface DeckTitle {
  readonly title: string;
  readonly subtitle: string;
}

/** A title over two thoughts, parted by a colon or a dash, is a title and a subtitle. */
export function splitTitle(text: string): DeckTitle {
  const match = /^(.{8,}?)(?::\s+|\s+[–—-]\s+)(.{4,})$/u.exec(text);
  return { title: match?.[1] ?? text, subtitle: match?.[2] ?? "" };
}

/** @param outline Titles only. */
export function assemble(brief: Brief, planned: readonly Planned[], theme: string, outline: boolean): Deck {
  const { title, subtitle } = splitTitle(brief.title);
  const { authors, lang } = brief;
  const meta = toMeta({ title, subtitle, authors, ...datelineOf(brief), lang, theme });
  const footnotes = outline ? [] : footnotesOf(brief, planned);
  const ids = footnotes.map(({ id }) => id);
  const checks = outline ? planned.map(() => []) : checksOf(brief, planned);
  const slides = planned.map((slide, at) => slideOf(slide, meta, { ids, checks: checks[at] ?? [] }, outline));
  const slideIds = assignIds([
    { written: null, base: "cover" },
    ...slides.map(({ title, body }) => ({ written: null, base: baseId(title, body) })),
  ]);
  const cover = title === "" ? [] : [coverOf(brief, title, meta, outline)];
  return {
    meta,
    slides: [...cover, ...slides].map((slide, at) => ({ ...slide, id: slideIds[at + 1 - cover.length] ?? slide.id })),
    footnotes,
  };
}

/** Series, number and date for the cover; nothing where they may be wrong: a wrong date looks as right as another. */
function datelineOf({ series, number, date, furniture }: Brief): Pick<Brief, "series" | "number" | "date"> {
  const isDoubtful = furniture.some((line) => line.kind === "date" && line.isDoubtful);
  return isDoubtful ? { series: "", number: "", date: "" } : { series, number, date };
}

/** The cover; its notes say which lines of the head a person has to check. */
function coverOf({ furniture }: Brief, title: string, meta: Meta, outline: boolean): Slide {
  const doubtful = outline ? [] : furniture.filter(({ kind, isDoubtful }) => isDoubtful && HEAD.includes(kind));
  const blocks = doubtful.map(({ text }) => toCheck(text, meta));
  return { ...emptySlide("cover", inlineText(title)), notes: notesOf(blocks, meta) };
}

/** Tells a person to check words that stand on a slide. */
function toCheck(text: string, { lang }: Meta): Block {
  return paragraph(inlineText(`${LABELS[lang].doubt}: ${text}`));
}

function notesOf(blocks: readonly Block[], meta: Meta): Slide["notes"] {
  return { blocks, minutes: estimateMinutes(blocks, meta), span: blocks.length === 0 ? null : NOWHERE };
}

const HEAD: readonly Furniture["kind"][] = ["series", "title", "authors", "date"];

function emptySlide(layout: Slide["layout"], title: Slide["title"]): Slide {
  const notes = { blocks: [], minutes: 0, span: null };
  return {
    id: "cover",
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

/** What the notes of slides may need of the brief. */
interface Grounds {
  /** The footnotes that the deck has. */
  readonly ids: readonly string[];
  /** Words on this slide that a person has to check. */
  readonly checks: readonly string[];
}

/** For each slide its words that stand in doubtful lines; an agenda shows the titles of the others. */
function checksOf(brief: Brief, planned: readonly Planned[]): (readonly string[])[] {
  const doubts = doubtsOf(brief);
  const ofTitles = planned.flatMap(({ blocks, title }) => shownDoubts(doubts, blocks, [title]));
  return planned.map(({ layout, blocks, title, texts }) =>
    layout === "agenda" ? ofTitles : shownDoubts(doubts, blocks, [title, ...texts]),
  );
}

function slideOf(planned: Planned, meta: Meta, { ids, checks }: Grounds, outline: boolean): Slide {
  const body = outline ? [] : planned.body;
  const said = outline ? [] : planned.notes.flatMap((note) => noteBlocks(note, ids));
  return {
    ...emptySlide(planned.layout ?? inferLayout(body), inlineText(planned.title)),
    forced: planned.layout !== null && (outline || inferLayout(body) !== planned.layout),
    body,
    notes: notesOf([...checks.map((text) => toCheck(text, meta)), ...said], meta),
    origin: planned.blocks.length === 0 ? null : { paragraphs: [...planned.blocks] },
  };
}

function noteBlocks(note: BriefBlock | string, footnotes: readonly string[]): readonly Block[] {
  if (typeof note === "string") return [paragraph(inlineText(note))];
  if (note.type === "paragraph") return [paragraph(proseInlines(note, footnotes))];
  if (note.type === "list") return [list(note.items, note.ordered)];
  if (note.type === "quote" || note.type === "heading") return [paragraph(inlineText(note.text))];
  if (note.type === "table") return [list(note.rows.map((row) => readAloud(note.head, row)))];
  const described = [note.caption, note.alt].filter((text) => text !== "");
  return described.slice(0, 1).map((text) => paragraph(inlineText(text)));
}

/** A row of a table as one says it: what it is about, then each column with its value. */
function readAloud([, ...columns]: readonly string[], [subject = "", ...values]: readonly string[]): string {
  const parts = values.flatMap((value, at) => (value === "" ? [] : [columns[at] ? `${columns[at]} ${value}` : value]));
  return `${subject}: ${parts.join("; ")}`;
}

/** The footnotes whose marks stand in the notes of a slide, in the order of the marks. */
function footnotesOf(brief: Brief, planned: readonly Planned[]): Footnote[] {
  const shown = planned
    .flatMap(({ notes }) => notes)
    .flatMap((note) => (typeof note !== "string" && note.type === "paragraph" ? note.marks : []));
  const ids = [...new Set(shown.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const note = brief.footnotes.find((each) => each.id === id);
    return note ? [{ id, inlines: inlineText(note.text), span: NOWHERE }] : [];
  });
}

/**
 * Brief → Deck, extractive and honest: every word on a slide stands in the brief, in that order. What is not on a slide
 * stands in its notes; what is nowhere is listed.
 */

import type { Block, Deck, Layout } from "../../deck/types.ts";
import { type Brief, type BriefBlock, plainText } from "../brief.ts";
import { sentencesOf } from "../words.ts";
import { assemble, splitTitle } from "./assemble.ts";
import { fitBudget } from "./budget.ts";
import { LABELS } from "./labels.ts";
import { inlineText, list, paragraph } from "./nodes.ts";
import { pickPoints } from "./points.ts";
import { type Ranked, rankSentences } from "./rank.ts";
import { sectionsOf } from "./sections.ts";
import { isCutFrom } from "./shown.ts";
import { planSection } from "./slides.ts";

export interface DraftOptions {
  /** Titles only: no points and no notes. */
  readonly outline?: boolean;
  /** At most this many slides, cover included; at least 2. */
  readonly slides?: number;
  readonly theme?: string;
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
  const { title } = splitTitle(brief.title);
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
  return {
    deck: assemble(brief, planned, options.theme ?? "mabat", options.outline ?? false),
    sources: planned.map((slide) => ({ title: slide.title, paragraphs: slide.blocks })),
    leftOut: leftOutOf(brief, planned, options.outline ?? false),
  };
}

/** The abstract on one slide: its first central statement, and what follows from it below. */
function bottomLine(brief: Brief, ranked: readonly Ranked[]): Planned | null {
  const own = ranked.filter(({ block }) => brief.abstract.includes(block));
  const points = pickPoints(own, [], 4);
  if (points.length === 0) return null;
  const texts = points.map(({ text }) => text);
  return {
    layout: "bottom-line",
    title: LABELS[brief.lang].bottomLine,
    body: [paragraph(inlineText(texts[0]!)), ...(texts.length > 1 ? [list(texts.slice(1))] : [])],
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
    const missing =
      block.type === "heading" ? [] : parts.filter((part) => !shown.some((text) => isCutFrom(part, text)));
    return missing.map((text) => ({ paragraph: block.number, text, inNotes }));
  });
}

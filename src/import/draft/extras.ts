/** Slides for what is not prose: tables, figures and lists as they stand, dates and figures that carry a sentence. */

import type { Block } from "../../deck/types.ts";
import type { BriefBlock, BriefFigure, BriefList, BriefTable } from "../brief.ts";
import { countWords } from "./clauses.ts";
import type { Planned } from "./draft.ts";
import { type DatedFact, datedFact, numberFact } from "./figures.ts";
import { inlineText, list, NOWHERE, paragraph } from "./nodes.ts";
import { pickPoints } from "./points.ts";
import type { Ranked } from "./rank.ts";

const LEAST_EVENTS = 3;
/** A title may be as long as this where it is a whole statement. */
const TITLE_WORDS = 12;

const MOST_ITEMS = 6;

export function blockSlides(block: BriefBlock, title: string): Planned[] {
  if (block.type === "table") return [tableSlide(block, title)];
  if (block.type === "figure") return [figureSlide(block, title)];
  if (block.type === "list") return listSlides(block, title);
  return [];
}

function tableSlide(block: BriefTable, title: string): Planned {
  const cell = (text: string) => ({ inlines: inlineText(text), span: NOWHERE });
  const body: Block = {
    type: "table",
    align: block.head.map(() => null),
    head: block.head.map(cell),
    rows: block.rows.map((row) => row.map(cell)),
    span: NOWHERE,
  };
  return {
    layout: "table",
    title,
    body: [body],
    blocks: [block.number],
    notes: [block],
    texts: [block.head, ...block.rows].flat(),
    weight: 2,
  };
}

function figureSlide(block: BriefFigure, title: string): Planned {
  const body: Block = {
    type: "figure",
    src: block.picture,
    alt: block.alt,
    caption: inlineText(block.caption),
    span: NOWHERE,
  };
  return {
    layout: "figure",
    title: title || block.caption,
    body: [body],
    blocks: [block.number],
    notes: [block],
    texts: [block.caption, block.alt],
    weight: 1.5,
  };
}

function listSlides(block: BriefList, title: string): Planned[] {
  const slides: Planned[] = [];
  for (let at = 0; at < block.items.length; at += MOST_ITEMS) {
    const texts = block.items.slice(at, at + MOST_ITEMS).map(shortItem);
    slides.push({
      layout: null,
      title,
      body: [list(texts, block.ordered)],
      blocks: [block.number],
      notes: [block],
      texts,
      weight: 1.5,
    });
  }
  return slides;
}

/** An item of the author's own list is kept whole where it is short, else its first graceful cut. */
function shortItem(text: string): string {
  const plain = text.replace(/[.;,]$/u, "");
  if (countWords(plain) <= 14) return plain;
  return pickCut(plain) ?? plain;
}

function pickCut(text: string): string | null {
  const [point] = pickPoints(
    [{ text, start: 0, end: text.length, block: 0, index: 0, keys: new Set(), isDoubtful: false, weight: 1 }],
    [],
  );
  return point?.text ?? null;
}

export function timelineSlide(sentences: readonly Ranked[], title: string): Planned[] {
  const facts = sentences.map(datedFact).filter((fact): fact is DatedFact => fact !== null);
  const times = new Set(facts.map(({ when }) => when));
  if (times.size < LEAST_EVENTS) return [];
  const events = [...facts].sort((a, b) => a.at - b.at).slice(0, 6);
  const body: Block = {
    type: "timeline",
    steps: false,
    events: events.map(({ when, what }) => ({ when: inlineText(when), what: inlineText(what), span: NOWHERE })),
    span: NOWHERE,
  };
  const texts = events.flatMap(({ when, what }) => [when, what]);
  return [
    factSlide(
      "timeline",
      title,
      body,
      events.map(({ from }) => from),
      texts,
    ),
  ];
}

/** The figure of the most central sentence that has one. The sentence is the title where it is short enough. */
export function numberSlide(sentences: readonly Ranked[]): Planned[] {
  const facts = sentences.map(numberFact).filter((fact) => fact !== null);
  const [fact] = facts.sort((a, b) => b.from.weight - a.from.weight);
  if (!fact) return [];
  const { value, label, context, from } = fact;
  const isTitle = countWords(context) <= TITLE_WORDS && context.includes(value);
  const title = isTitle ? context : `${value} ${label}`;
  const blocks = isTitle ? [] : [paragraph(inlineText(context))];
  const body: Block = { type: "number", value: inlineText(value), label: inlineText(label), blocks, span: NOWHERE };
  return [factSlide("number", title, body, [from], [value, label, context])];
}

function factSlide(
  layout: "number" | "timeline",
  title: string,
  body: Block,
  from: readonly Ranked[],
  texts: readonly string[],
): Planned {
  const blocks = [...new Set(from.map(({ block }) => block))].sort((a, b) => a - b);
  const notes = from.map(({ text }) => text);
  return { layout, title, body: [body], blocks, notes, texts, weight: Math.max(...from.map(({ weight }) => weight)) };
}

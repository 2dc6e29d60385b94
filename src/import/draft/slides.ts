/** One section → one to three slides of prose, and after them what stands between the prose. */

import type { BriefBlock } from "../brief.ts";
import { countWords } from "./clauses.ts";
import type { Planned } from "./draft.ts";
import { blockSlides, numberSlide, timelineSlide } from "./extras.ts";
import { list } from "./nodes.ts";
import { type Point, pickPoints } from "./points.ts";
import type { Ranked } from "./rank.ts";
import type { Section } from "./sections.ts";
import { clauseTitle, overlap, questionTitle } from "./titles.ts";

export interface SectionContext {
  readonly ranked: readonly Ranked[];
  /** Title for a section that has none of its own. */
  readonly fallback: string;
  /** Titles so far; each new one is added. */
  readonly taken: string[];
  /** Points of the bottom line, which need not be said twice. */
  readonly said: readonly string[];
}

/** Words of prose that one slide carries. */
const SLIDE_WORDS = 190;
const MOST_SLIDES = 3;

/** Plans the slides of a section, in the order of the brief. */
export function planSection(section: Section, context: SectionContext): Planned[] {
  const prose = section.blocks.filter((block) => block.type === "paragraph" || block.type === "quote");
  const sentences = context.ranked.filter(({ block }) => prose.some(({ number }) => number === block));
  const title = section.title || context.fallback;
  const heading = prose.some(({ number }) => number === section.titleBlock) ? 0 : section.titleBlock;
  const timeline = timelineSlide(sentences, title);
  const facts = [...timeline, ...numberSlide(sentences)].slice(0, MOST_SLIDES - 1);
  const dated = new Set(timeline.flatMap(({ notes }) => notes));
  const left = sentences.filter(({ text }) => !dated.has(text));
  const groups = groupParagraphs(prose, sentences, MOST_SLIDES - facts.length);
  const slides = groups.map((group, at) => proseSlide(section, group, at, { ...context, ranked: left }));
  const extras = [...section.blocks.flatMap((block) => blockSlides(block, title)), ...facts];
  if (slides.length === 0 && extras[0]) return [{ ...extras[0], title }, ...extras.slice(1)];
  return [...slides, ...extras.map((slide) => ({ ...slide, isExtra: true }))].sort(
    (a, b) => placeOf(a, heading) - placeOf(b, heading),
  );
}

/** Prose stands where it begins; a table, a figure or a fact comes after the prose that it is taken from. */
function placeOf({ blocks, isExtra = false }: Planned & { readonly isExtra?: boolean }, titleBlock: number): number {
  return isExtra ? Math.max(...blocks) + 0.5 : Math.min(...blocks.filter((block) => block !== titleBlock));
}

// ---- prose --------------------------------------------------------------------------------------

/** Neighbouring paragraphs that share a slide: as few slides as their length asks for, cut where a question opens. */
function groupParagraphs(prose: readonly BriefBlock[], sentences: readonly Ranked[], most: number): BriefBlock[][] {
  const words = (block: BriefBlock): number =>
    sentences.filter((each) => each.block === block.number).reduce((sum, { text }) => sum + countWords(text), 0);
  const total = prose.reduce((sum, block) => sum + words(block), 0);
  const count = Math.min(most, prose.length, Math.max(1, Math.round(total / SLIDE_WORDS)));
  const cost = (from: number, to: number): number => {
    const length = prose.slice(from, to).reduce((sum, block) => sum + words(block), 0);
    const opener = prose[from];
    const asks = from > 0 && opener?.type === "paragraph" && questionTitle(opener.text) !== null;
    return (length - total / count) ** 2 * (asks ? 0.6 : 1);
  };
  return partition(prose, count, cost);
}

/** Cuts a row into `count` stretches at the least cost; rows and counts are small. */
function partition<T>(row: readonly T[], count: number, cost: (from: number, to: number) => number): T[][] {
  const best: { cost: number; cuts: readonly number[] }[][] = [];
  const solve = (from: number, parts: number): { cost: number; cuts: readonly number[] } => {
    const known = best[from]?.[parts];
    if (known) return known;
    let found =
      parts === 1
        ? { cost: cost(from, row.length), cuts: [row.length] as readonly number[] }
        : { cost: Number.POSITIVE_INFINITY, cuts: [] as readonly number[] };
    for (let to = from + 1; parts > 1 && to <= row.length - parts + 1; to++) {
      const rest = solve(to, parts - 1);
      const sum = cost(from, to) + rest.cost;
      if (sum < found.cost) found = { cost: sum, cuts: [to, ...rest.cuts] };
    }
    best[from] ??= [];
    best[from]![parts] = found;
    return found;
  };
  if (row.length === 0) return [];
  const { cuts } = solve(0, count);
  return cuts.map((to, at) => row.slice(cuts[at - 1] ?? 0, to));
}

function proseSlide(section: Section, group: readonly BriefBlock[], at: number, context: SectionContext): Planned {
  const own = context.ranked.filter(({ block }) => group.some(({ number }) => number === block));
  const title = titleOf(section, group, own, at, context);
  if (title !== "") context.taken.push(title);
  const points = freshPoints(own, title, context.said);
  const texts = points.map(({ text }) => text);
  const numbers = group.map(({ number }) => number);
  return {
    layout: null,
    title,
    body: texts.length > 0 ? [list(texts)] : [],
    blocks:
      at === 0 && section.titleBlock > 0 && !numbers.includes(section.titleBlock)
        ? [section.titleBlock, ...numbers]
        : numbers,
    notes: group,
    texts,
    weight: own.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, Math.sqrt(own.length)),
  };
}

/** Points that the bottom line has not said already, unless there are too few others. */
function freshPoints(own: readonly Ranked[], title: string, said: readonly string[]): Point[] {
  const fresh = pickPoints(own, [title, ...said]);
  return fresh.length >= 2 ? fresh : pickPoints(own, [title]);
}

function titleOf(
  section: Section,
  group: readonly BriefBlock[],
  own: readonly Ranked[],
  at: number,
  context: SectionContext,
): string {
  if (at === 0 && section.title !== "") return section.title;
  const isFresh = (title: string): boolean => context.taken.every((other) => overlap(other, title) < 0.8);
  if (at === 0 && context.fallback !== "" && isFresh(context.fallback)) return context.fallback;
  const question = group
    .flatMap((block) => (block.type === "paragraph" ? [questionTitle(block.text)] : []))
    .find((title) => title !== null && isFresh(title));
  return question ?? clauseTitle(own, context.taken) ?? section.title;
}

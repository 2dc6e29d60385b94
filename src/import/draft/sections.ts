/** Brief → sections: a heading opens one, and so does a question that opens a paragraph. */

import type { Brief, BriefBlock } from "../brief.ts";
import { sentencesOf } from "../words.ts";
import { clausesOf, countWords } from "./clauses.ts";
import { cutsOf } from "./cuts.ts";

export interface Section {
  /** The heading or question as it stands on the slide; empty where the brief gives none. */
  readonly title: string;
  /** Number of the block that the title stands in; 0 for none. */
  readonly titleBlock: number;
  readonly blocks: readonly BriefBlock[];
}

const TITLE_WORDS = 16;

/** Cuts the body (what comes after the abstract) into sections, in order. */
export function sectionsOf(brief: Brief): Section[] {
  const sections: { title: string; titleBlock: number; blocks: BriefBlock[] }[] = [];
  const body = brief.blocks.filter(({ number }) => !brief.abstract.includes(number));
  const top = body.some((block) => block.type === "heading" && block.level === 1) ? 1 : 2;
  for (const block of body) {
    const title = titleOf(block, top);
    const last = sections.at(-1);
    if (title !== null && block.type === "heading") sections.push({ title, titleBlock: block.number, blocks: [] });
    else if (title !== null && (last === undefined || last.blocks.length > 0))
      sections.push({ title, titleBlock: block.number, blocks: [block] });
    else if (last === undefined) sections.push({ title: "", titleBlock: 0, blocks: [block] });
    else last.blocks.push(block);
  }
  return sections.filter(({ blocks }) => blocks.some((block) => block.type !== "heading"));
}

function titleOf(block: BriefBlock, top: number): string | null {
  if (block.type === "heading") return block.level <= top ? headingTitle(block.text) : null;
  return block.type === "paragraph" ? openingQuestion(block.text) : null;
}

/** A heading without its number and its colon. */
export function headingTitle(text: string): string {
  return text.replace(/^(?:\(?(?:\d{1,2}|[א-ת])[.)]|\d+(?:\.\d+)+\.?)\s+/u, "").replace(/\s*[:.]$/u, "");
}

/** `לסיום, איזה לקח …?` opens a section by its question, without the word that only joins it to what came before. */
export function openingQuestion(text: string): string | null {
  const first = sentencesOf(text)[0]?.text ?? "";
  if (!/\?["”״']?$/u.test(first) || sentencesOf(text).length < 2) return null;
  const cut = cutsOf(first, TITLE_WORDS).find(({ to }) => to === clausesOf(first).length - 1);
  return cut?.text ?? (countWords(first) <= TITLE_WORDS ? first : null);
}

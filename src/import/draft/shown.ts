/** What of the brief a slide shows. */

import type { Brief } from "../brief.ts";
import { sentencesOf } from "../words.ts";

/** Is the text on the slide cut from this sentence? Its first words decide: the middle may have lost a clause. */
export function isCutFrom(sentence: string, text: string): boolean {
  return (
    text !== "" &&
    (sentence.includes(text) || text.includes(sentence) || sentence.includes(text.split(/[,(]/u)[0]!.trim()))
  );
}

/** A stretch of the brief whose order is in doubt, with the sentences that it belongs to. */
export interface Doubt {
  /** Number of its block. */
  readonly block: number;
  readonly text: string;
  readonly sentences: readonly string[];
}

export function doubtsOf({ blocks }: Brief): Doubt[] {
  return blocks.flatMap((block): Doubt[] => {
    const { number } = block;
    if (block.type === "heading") {
      return block.isDoubtful ? [{ block: number, text: block.text, sentences: [block.text] }] : [];
    }
    if (block.type !== "paragraph") return [];
    const sentences = sentencesOf(block.text);
    return block.doubtful.map(({ start, end }) => ({
      block: number,
      text: block.text.slice(start, end),
      sentences: sentences.filter((each) => start < each.end && end > each.start).map(({ text }) => text),
    }));
  });
}

/** The doubtful stretches of some blocks of which one of some texts has words. */
export function shownDoubts(
  doubts: readonly Doubt[],
  blocks: readonly number[],
  texts: readonly string[],
): readonly string[] {
  return doubts
    .filter(({ block }) => blocks.includes(block))
    .filter((doubt) => texts.some((text) => showsDoubt(doubt, text)))
    .map(({ text }) => text);
}

/** A point may be cut from another part of the sentence: two words of the stretch that stand side by side tell. */
function showsDoubt(doubt: Doubt, text: string): boolean {
  const words = doubt.text.split(" ").filter(Boolean);
  const pairs = words.length < 2 ? words : words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return pairs.some((pair) => text.includes(pair)) && doubt.sentences.some((sentence) => isCutFrom(sentence, text));
}

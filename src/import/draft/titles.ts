/** Titles of slides: never written, always found in the paragraphs of the slide. */

import { keysOf, sentencesOf, wordsOf } from "../words.ts";
import { countWords } from "./clauses.ts";
import { cutsOf } from "./cuts.ts";
import type { Ranked } from "./rank.ts";
import { openingQuestion } from "./sections.ts";

const TITLE_WORDS = 10;
const ASKING = "כיצד|מה|מדוע|האם|כמה|איך|למה|מי|איזה|איזו|אילו|מתי|היכן|לאן|how|why|what|whether|who|when|where";
/** A question inside a sentence: after `השאלה`, `היא,` or a comma, up to the next border. */
const INNER_QUESTION = new RegExp(
  `(?:השאלה|שאלה|היא,?|הוא,?|,|:|לשאלה|question is)\\s+((?:${ASKING})\\s[^,.;:?!–]*[^,.;:?!–\\s]\\??)(?=[,.;:?!–]|\\s–|$)`,
  "u",
);
/** What may be dropped before a claim: it says that the claim follows, not who claims it. */
const FOLLOWS =
  /^.*?(?:עולה|ברור|מתברר|מלמד(?:ת|ים|ות)?|מוכיח(?:ה|ים|ות)?|מראה|מראים|מראות)\s+(?:מכך\s+|מכאן\s+)?כי\s+/u;

/** A question in the paragraph's first sentences that the paragraph answers. */
export function questionTitle(text: string): string | null {
  const opening = openingQuestion(text);
  if (opening !== null && countWords(opening) <= 16) return opening;
  for (const { text: sentence } of sentencesOf(text).slice(0, 2)) {
    const found = INNER_QUESTION.exec(sentence)?.[1];
    if (found !== undefined && countWords(found) >= 4 && countWords(found) <= 12) return found;
  }
  return null;
}

/** The best clause to stand as a title over these sentences; null where none stands alone. */
export function clauseTitle(sentences: readonly Ranked[], taken: readonly string[]): string | null {
  const candidates = sentences.flatMap((sentence) =>
    titleCuts(sentence.text).map(({ text, grace }) => ({
      text,
      score: grace * (0.5 + Math.sqrt(sentence.weight)) * (sentence.index === 0 ? 1.3 : 1),
    })),
  );
  const fresh = candidates.filter(({ text }) => taken.every((title) => overlap(title, text) < 0.6));
  return fresh.sort((a, b) => b.score - a.score)[0]?.text ?? null;
}

function titleCuts(sentence: string): { text: string; grace: number }[] {
  if (/\?/.test(sentence)) return [];
  const claim = sentence.replace(FOLLOWS, "");
  return cutsOf(claim, TITLE_WORDS)
    .filter(
      ({ text, grace }) =>
        grace >= 0.7 && countWords(text) >= 4 && !/^(?:הוא|היא|הם|הן|זה|זו|זהו|זוהי|אלה|אין אנו|יהיה)\s/u.test(text),
    )
    .map(({ text, grace }) => ({ text, grace: grace * fitness(text) }));
}

/** Short titles read better, and so do those without commas and brackets. */
function fitness(text: string): number {
  const marks = text.match(/[,;:()–]/gu)?.length ?? 0;
  return (countWords(text) <= 8 ? 1 : 0.85) * 0.75 ** marks;
}

/** Share of the shorter text's keys that the other has too. */
export function overlap(a: string, b: string): number {
  const [first, second] = [new Set(keysOf(a)), new Set(keysOf(b))];
  const smaller = Math.min(first.size, second.size);
  if (smaller === 0) return wordsOf(a).join() === wordsOf(b).join() ? 1 : 0;
  return [...first].filter((key) => second.has(key)).length / smaller;
}

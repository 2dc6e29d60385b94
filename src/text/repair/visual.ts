/** Lines in which more than the order of runs is wrong: every character reversed, or every word in reversed order. */

/** A line in visual order, read from right to left; numbers and Latin keep their own direction. */
export function reverseVisual(raw: string): string {
  const reversed = [...raw.trim()].reverse().join("");
  return reversed.replace(leftToRight, (run) => [...run].reverse().join(""));
}

/** Numbers with their inner signs, and Latin phrases (UAX #9: they stand from left to right inside Hebrew). */
const leftToRight = /[A-Za-z0-9](?:[A-Za-z0-9 .,:/'&+_@%-]*[A-Za-z0-9%])?/gu;

/** A line whose words, numbers and signs were runs of their own, put in order. */
export interface ReversedWords {
  readonly text: string;
  /** How many of its numbers are taken to have been two runs. */
  readonly torn: number;
}

/**
 * The words of a line in reversed order, each left as it is: with the signs beside it, and with signs that were runs of their
 * own. Then years and other numbers of four digits may have been two runs: all ways.
 */
export function reverseWords(raw: string): ReversedWords[] {
  const words = raw.trim().split(/(\s+)/u);
  const runs = raw.trim().match(run) ?? [];
  const reversed = words.toReversed().join("");
  return runs.length === words.length
    ? waysOf(words.toReversed())
    : [{ text: reversed, torn: 0 }, ...waysOf(runs.toReversed())];
}

function waysOf(runs: readonly string[]): ReversedWords[] {
  let ways = [{ text: "", torn: 0 }];
  let numbers = 0;
  for (const each of runs) {
    const turned = /^\d{4}$/.test(each) && numbers++ < MOST_NUMBERS ? turns(each) : [];
    ways = ways.flatMap(({ text, torn }) => [
      { text: text + each, torn },
      ...turned.map((number) => ({ text: text + number, torn: torn + 1 })),
    ]);
  }
  return ways.map(({ text, torn }) => ({ text: text.replace(/(\s+)([,.;:]+)(?=[^\s,.;:])/gu, "$2$1"), torn }));
}

/** A space, a word with the signs inside it, or signs beside one. */
const run = /\s+|[^\s,.;:]+(?:[,.;:]+[^\s,.;:]+)*|[,.;:]+/gu;
/** More numbers than these are left as they are: there is a reading for each way to put them. */
const MOST_NUMBERS = 2;

/** A number that was two runs, put together the other way. */
function turns(number: string): string[] {
  return [1, 2, 3].map((at) => number.slice(at) + number.slice(0, at));
}

/** Does the line look as if its characters were reversed? Words that begin with a final letter tell. */
export function looksVisual(raw: string): boolean {
  return /(?<![א-ת])[םןץףך][א-ת]/u.test(raw) || !/[םןץףך](?![א-ת])/u.test(raw);
}

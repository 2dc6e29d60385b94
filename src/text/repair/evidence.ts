/**
 * What the document itself tells: its words and word pairs. A brief says its names and terms again and again, so a pair
 * that stands elsewhere in it is a strong sign. A line never testifies for itself.
 */

import type { Token } from "./words.ts";

export class Evidence {
  readonly #lines = new Map<string, Set<number>>();
  readonly #words = new Set<string>();
  /** For each line the places of the line breaks before and behind it. */
  readonly #breaks = new Map<number, number[]>();

  /**
   * Takes note of a line. The first and the last word of a raw line may be halves: they are left out. Signs that stand
   * alone, such as dashes, part no words.
   */
  add(line: number, tokens: readonly Token[], edgesAreWhole: boolean): void {
    const inner = (edgesAreWhole ? tokens : tokens.slice(1, -1)).filter(({ core }) => core !== "");
    inner.forEach((token, at) => {
      this.#note(token.core, line);
      this.#words.add(token.core).add(token.stem);
      const next = inner[at + 1];
      const behind = inner[at + 2];
      if (next) this.#note(`${token.stem} ${next.core}`, line);
      if (next && behind) this.#note(`${token.stem} ${next.core} ${behind.core}`, line);
    });
  }

  /** Takes note of the words on both sides of a line break: elsewhere in the text they may stand in one line, without a dash. */
  addBreak([line, next]: readonly [number, number], left: readonly Token[], right: readonly Token[]): void {
    const [last, before] = left.filter(({ core }) => core !== "").reverse();
    const [first, behind] = right.filter(({ core }) => core !== "");
    if (!last || !first) return;
    const place = breakBehind(line);
    for (const side of [line, next]) this.#breaks.set(side, [...(this.#breaks.get(side) ?? []), place]);
    this.#words.add(last.stem).add(first.core);
    this.#note(`${last.stem} ${first.core}`, place);
    if (before) this.#note(`${before.stem} ${last.core} ${first.core}`, place);
    if (behind) this.#note(`${last.stem} ${first.core} ${behind.core}`, place);
  }

  /** Takes note of the numbers of a line, of three digits at least, also of those that are glued to words. */
  addNumbers(line: number, raw: string): void {
    for (const number of raw.match(/\d{3,}/g) ?? []) this.#note(number, line);
  }

  #note(key: string, line: number): void {
    const lines = this.#lines.get(key);
    if (lines) lines.add(line);
    else this.#lines.set(key, new Set([line]));
  }

  /** Does the word stand anywhere in the document, by itself or as the stem of the first of some words? */
  knows(word: string): boolean {
    return this.#words.has(word);
  }

  /** In how many other lines, or over how many line breaks that are not its own, do these words stand, in this order? */
  elsewhere(line: number, ...words: string[]): number {
    const lines = this.#lines.get(words.length === 1 ? (words[0] as string) : words.join(" "));
    if (!lines) return 0;
    const own = [line, ...(this.#breaks.get(line) ?? [])];
    return lines.size - own.filter((place) => lines.has(place)).length;
  }
}

/** The place of a line break among the places of the lines. */
export function breakBehind(line: number): number {
  return line + 0.5;
}

/** The pieces that a raw line may be cut into, and what each brings by itself, wherever it is put. */

import { addPieceFeatures, type CutLine, cutLine } from "./cutting.ts";
import { doubleSpace } from "./features.ts";
import type { Style } from "./lines.ts";
import { placesToCut, type RawWord, wideGap } from "./places.ts";
import type { Entry, Vocabulary } from "./vocabulary.ts";

export interface Piece {
  /** Score of its kind, of the whole words in it, and of the junctions between them that nothing outside touches. */
  readonly score: number;
  /** Up to its first space: closes the word that is open before the piece. Null where it has no space. */
  readonly head: string | null;
  /** Behind its last space: opens a word. All of a piece that has no space. */
  readonly tail: string;
  /** Its whole words. */
  readonly words: readonly Entry[];
  /** About what the junction between the last two of more than two words will bring; it waits for what follows. */
  readonly waiting: number;
  /** Does it bring the space in front of its first word along? See `ForeignRuns.spaceLed`. */
  readonly spaceLed: boolean;
}

export class Pieces {
  /** Begins of pieces, rising: 0 and the places to cut; the end of the line stands behind them. */
  readonly places: readonly number[];
  readonly raw: string;
  readonly #line: CutLine;
  readonly #vocabulary: Vocabulary;
  readonly #words: readonly RawWord[];
  /** Running sums: of the scores of the words, and of the junctions between a word and the next. */
  readonly #wordSums = [0];
  readonly #jointSums = [0];
  /** Offsets of double spaces. */
  readonly #doubles: readonly number[];
  /** Where wide gaps begin and end, rising. */
  readonly #gapSides: readonly number[];
  /** By the places of begin and end. */
  readonly #known: (Piece | undefined)[] = [];

  constructor(raw: string, vocabulary: Vocabulary, style: Style) {
    this.raw = raw;
    this.#line = cutLine(raw, style);
    this.#vocabulary = vocabulary;
    this.#words = [...raw.matchAll(/\S+/gu)].map((match) => ({
      start: match.index,
      entry: vocabulary.token(match[0]),
    }));
    this.#doubles = [...raw.matchAll(doubleSpace)].map(({ index }) => index);
    this.#gapSides = [...raw.matchAll(wideGap)].flatMap(({ index, 0: gap }) => [index, index + gap.length]);
    this.places = [0, ...placesToCut(raw, this.#words, vocabulary), raw.length];
    this.#addUp();
  }

  #addUp(): void {
    const at = (index: number) => this.#words[index]?.entry;
    this.#words.forEach(({ entry }, index) => {
      const [before, right, behind] = [at(index - 1), at(index + 1), at(index + 2)];
      const joint = before && right && behind ? this.#vocabulary.junction(before, entry, right, behind) : 0;
      this.#wordSums.push((this.#wordSums.at(-1) as number) + entry.score);
      this.#jointSums.push((this.#jointSums.at(-1) as number) + joint);
    });
  }

  /** May there be one run between two of the places, given by their numbers? A wide gap parts two, unless nothing is cut. */
  isOne(start: number, end: number): boolean {
    if (this.#gapSides.length === 0 || (start === 0 && end === this.places.length - 1)) return true;
    const [begin, behind] = [this.places[start] as number, this.places[end] as number];
    return !this.#gapSides.some((at) => at > begin && at < behind);
  }

  /** The piece between two of the places, given by their numbers. */
  piece(start: number, end: number): Piece {
    const key = start * this.places.length + end;
    const known = this.#known[key];
    if (known) return known;
    const piece = this.#take(this.places[start] as number, this.places[end] as number);
    this.#known[key] = piece;
    return piece;
  }

  #take(begin: number, end: number): Piece {
    const text = this.raw.slice(begin, end);
    const score = this.#kindScore(begin, end);
    const spaceLed = this.#line.runs.spaceLed(begin, end);
    const firstSpace = text.indexOf(" ");
    if (firstSpace < 0) return { score, head: null, tail: text, words: [], waiting: 0, spaceLed };
    const lastSpace = text.lastIndexOf(" ");
    const first = this.#wordsBefore(begin + firstSpace);
    const behind = Math.max(first, this.#wordsBefore(begin + lastSpace));
    const words = this.#words.slice(first, behind).map(({ entry }) => entry);
    const waiting = words.length > 2 ? this.#vocabulary.pair(words.at(-2) as Entry, words.at(-1) as Entry) : 0;
    const inner = this.#innerScore(first, behind);
    const [head, tail] = [text.slice(0, firstSpace), text.slice(lastSpace + 1)];
    return { score: score + inner, head, tail, words, waiting, spaceLed };
  }

  #innerScore(first: number, behind: number): number {
    const words = (this.#wordSums[behind] as number) - (this.#wordSums[first] as number);
    if (behind - first < 4) return words;
    return words + (this.#jointSums[behind - 2] as number) - (this.#jointSums[first + 1] as number);
  }

  /** How many words begin before an offset. */
  #wordsBefore(offset: number): number {
    const at = this.#words.findIndex(({ start }) => start >= offset);
    return at < 0 ? this.#words.length : at;
  }

  #kindScore(begin: number, end: number): number {
    const { tally } = this.#vocabulary;
    tally.begin();
    addPieceFeatures(tally.add, this.#line, begin, end);
    for (const at of this.#doubles) if (at >= begin && at + 1 < end) tally.add("doubleSpace");
    return tally.total;
  }
}

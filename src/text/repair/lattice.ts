/**
 * All cuttings of a line at once. A cutting is read from the end of the raw line to its begin, a piece at a time; what
 * follows sees of it only the word that is still open and the last whole words before that (its context). Cuttings that
 * agree in where they stand and in their context are therefore one node, and all of them together a graph with as many
 * ways as there are cuttings, whose best way is known at each node.
 */

import { startsLed } from "./cutting.ts";
import { endsOpen, type FeatureName, feature, kindOfCut, type Vector } from "./features.ts";
import type { Style } from "./lines.ts";
import type { Piece, Pieces } from "./pieces.ts";
import { type Entry, numberOfPair, type Vocabulary } from "./vocabulary.ts";

/** What a cutting shows of itself to what follows. */
interface Context {
  readonly id: number;
  /** The word that is still open at the end of what was read: what is behind its last space. */
  readonly tail: string;
  /** The words that close it, by the place where their piece begins; null where both are empty. All contexts with this tail share them. */
  readonly closed: (Entry | null | undefined)[];
  /** Does the reading begin with the space of its first word? See `startsLed`. */
  readonly led: boolean;
  /** The number of the pair of the last two words. */
  readonly pair: number;
  /** The last whole words before that, at most three. The junction between the last two waits for the word behind them. */
  readonly words: readonly Entry[];
  /** What that junction will bring, about. */
  readonly waiting: number;
  /** What the open word will bring at most, as far as it shows: see `Vocabulary.hope`. */
  readonly hope: number;
  /** What a piece that begins at a place brings together with the context; made for those that are gone on from. */
  readonly meetings: (Meeting | undefined)[];
}

/** A context and the place where the next piece begins. */
interface Meeting {
  /** The open word with the head of the piece, or null where both are empty. */
  readonly word: Entry | null;
  /** Score of the junctions that are complete now, by the number of whole words in the piece: none, one, two, more. */
  readonly joints: number[];
}

export interface Arc {
  readonly from: Node;
  readonly score: number;
}

export interface Node {
  /** What is before this place of the raw line is still to be read. */
  readonly at: number;
  readonly context: Context;
  /** Score of the best way here. */
  score: number;
  /** The last pieces of all ways here. */
  readonly arcs: Arc[];
}

/** The nodes of whole readings, each with what it costs to end there. */
export interface Ending {
  readonly node: Node;
  readonly score: number;
}

export interface LatticeOptions {
  /** Nodes that are gone on from at each place. */
  readonly beam: number;
  /** How far behind the best a cutting may fall before it is given up. */
  readonly margin: number;
  readonly style: Style;
  /** For each place how far behind its best node is still gone on from; where that is not above 0, nothing is cut. */
  readonly slack?: readonly number[];
}

/** The graph of all cuttings of a line that are worth following. */
export interface Cuttings {
  readonly endings: readonly Ending[];
  /** For each place where the line may be cut, how far the best reading with that cut is behind the best of all. */
  behind(): readonly number[];
}

/** What the junctions of a piece may bring, as far as the search counts on it: before its first word is known, and behind. */
const dearest = 8;
const likely = 7;

/** A word with a lower score is hardly one: nothing is looked up of its junctions, which bring about this. */
const unlikely = -4;
const rough = -0.5;

/** The graph of all cuttings of a line, given by its pieces. */
export function buildLattice(pieces: Pieces, vocabulary: Vocabulary, options: LatticeOptions): Cuttings {
  return new Lattice(pieces, vocabulary, options).build();
}

class Lattice {
  readonly #raw: string;
  readonly #vocabulary: Vocabulary;
  readonly #weights: Vector;
  readonly #options: LatticeOptions;
  readonly #pieces: Pieces;
  /** By what tells contexts apart; see `#keyOf`. */
  readonly #contexts = new Map<number, Context>();
  readonly #tails = new Map<string, number>();
  /** See `Context.closed`. */
  readonly #closed = new Map<string, Context["closed"]>();
  readonly #pairs = new Map<number, number>();
  /** For each place, its nodes by context, and the best score of any, with what it hopes for. */
  readonly #nodes: readonly Map<number, Node>[];
  readonly #best: Float64Array;
  /** What the end of a reading may bring, which the best score at the begin of the line already has. */
  readonly #endGain: number;
  /** The words around the junctions that are weighed just now. */
  readonly #row: Entry[] = [];

  constructor(pieces: Pieces, vocabulary: Vocabulary, options: LatticeOptions) {
    this.#raw = pieces.raw;
    this.#vocabulary = vocabulary;
    this.#weights = vocabulary.weights.search;
    this.#options = options;
    this.#pieces = pieces;
    this.#nodes = this.#pieces.places.map(() => new Map<number, Node>());
    const ends = options.style.endSpaces ? [this.#weigh("endSpaceKept"), this.#weigh("ledLine")] : [];
    this.#endGain = likely + Math.max(0, ...ends);
    this.#best = new Float64Array(this.#nodes.length).fill(Number.NEGATIVE_INFINITY);
  }

  build(): Cuttings {
    const end = this.#nodes.length - 1;
    const root: Node = { at: this.#raw.length, context: this.#beginning(), score: 0, arcs: [] };
    this.#nodesAt(end).set(root.context.id, root);
    const open = this.#nodes.map((_, place) => place === 0 || place === end || this.#slackAt(place) > 0);
    for (let place = end; place > 0; place--) {
      if (!open[place]) continue;
      for (const node of this.#leaders(place)) {
        for (let start = 0; start < place; start++) {
          if (open[start] && this.#pieces.isOne(start, place)) this.#extend(node, start, place);
        }
      }
    }
    const endings = [...this.#nodesAt(0).values()].map((node) => ({ node, score: this.#end(node.context) }));
    return { endings, behind: () => this.#behind(endings) };
  }

  #slackAt(place: number): number {
    return this.#options.slack?.[place] ?? Number.POSITIVE_INFINITY;
  }

  /** How far behind the best of a place a cutting may fall before it is given up. */
  #marginAt(place: number): number {
    return Math.min(this.#options.margin, this.#slackAt(place));
  }

  /** The nodes of a place that are gone on from. */
  #leaders(place: number): Node[] {
    const promise = ({ score, context }: Node) => score + context.waiting + context.hope;
    const least = (this.#best[place] as number) - this.#slackAt(place);
    const leaders = [...this.#nodesAt(place).values()].sort((a, b) => promise(b) - promise(a));
    return leaders.slice(0, this.#options.beam).filter((node) => promise(node) >= least);
  }

  /** See `Cuttings`: read from the begin of the line, so that what comes behind a node is known before the node. */
  #behind(endings: readonly Ending[]): number[] {
    const rests = new Map(endings.map(({ node, score }) => [node, score]));
    const through = this.#nodes.map((nodes) => {
      let best = Number.NEGATIVE_INFINITY;
      for (const node of nodes.values()) {
        const rest = rests.get(node);
        if (rest === undefined) continue;
        best = Math.max(best, node.score + rest);
        for (const { from, score } of node.arcs) {
          const known = rests.get(from) ?? Number.NEGATIVE_INFINITY;
          if (score + rest > known) rests.set(from, score + rest);
        }
      }
      return best;
    });
    const top = Math.max(...through);
    return through.map((best) => top - best);
  }

  #nodesAt(place: number): Map<number, Node> {
    return this.#nodes[place] as Map<number, Node>;
  }

  /** Appends a piece of the raw line, unless that leaves a reading too far behind. */
  #extend(from: Node, start: number, end: number): void {
    const { context } = from;
    const piece = this.#pieces.piece(start, end);
    const isFirst = end === this.#nodes.length - 1;
    const led = context.led || (isFirst && this.#startsLed(start));
    let score = piece.score + (isFirst ? this.#begin(start) : this.#seam(context, start));
    if (led && piece.spaceLed) score += this.#weigh("ledSpace");
    if (piece.head === null) {
      this.#arrive(start, from, score, this.#contextWithin(context, piece, led));
      return;
    }
    const least = (this.#best[start] as number) - this.#marginAt(start) - (start === 0 ? this.#endGain : 0);
    const hoped = from.score + context.waiting + piece.waiting;
    if (hoped + score + dearest < least) return;
    const meeting = this.#meet(context, start, piece.head);
    score += meeting.word?.score ?? 0;
    if (hoped + score + likely < least) return;
    const known = meeting.joints[Math.min(piece.words.length, 3)];
    if (known === undefined && hoped + score + this.#estimate(context, meeting, piece) < least) return;
    score += known ?? this.#joints(context, meeting, piece);
    this.#arrive(start, from, score, this.#contextBehind(context, meeting, piece, led));
  }

  #arrive(place: number, from: Node, added: number, context: Context): void {
    const score = from.score + added;
    const best = this.#best[place] as number;
    const promise = score + (place === 0 ? this.#end(context) : context.waiting + context.hope);
    if (promise < best - this.#marginAt(place)) return;
    if (promise > best) this.#best[place] = promise;
    const nodes = this.#nodesAt(place);
    const node = nodes.get(context.id);
    if (!node) {
      const at = this.#pieces.places[place] as number;
      nodes.set(context.id, { at, context, score, arcs: [{ from, score: added }] });
      return;
    }
    node.arcs.push({ from, score: added });
    if (score > node.score) node.score = score;
  }

  #beginning(): Context {
    const pair = this.#pairOf(undefined, undefined);
    return this.#makeContext(this.#keyOf("", pair, false), "", pair, [], false);
  }

  /** The context behind a piece without a space, which goes on with the open word. */
  #contextWithin({ tail, pair, words }: Context, piece: Piece, led: boolean): Context {
    const longer = tail + piece.tail;
    const key = this.#keyOf(longer, pair, led);
    return this.#contexts.get(key) ?? this.#makeContext(key, longer, pair, words, led);
  }

  /** The context behind a piece that closed a word. */
  #contextBehind(context: Context, meeting: Meeting, piece: Piece, led: boolean): Context {
    const [{ words }, { word }, { words: behind }] = [context, meeting, piece];
    const right = behind.at(-1) ?? word ?? words.at(-1);
    const left = behind.at(-2) ?? (behind.length === 1 ? (word ?? words.at(-1)) : words.at(word ? -1 : -2));
    const pair = this.#pairOf(left, right);
    const key = this.#keyOf(piece.tail, pair, led);
    const known = this.#contexts.get(key);
    return known ?? this.#makeContext(key, piece.tail, pair, lastThree(context, meeting, piece), led);
  }

  #makeContext(key: number, tail: string, pair: number, words: readonly Entry[], led: boolean): Context {
    const [left, right] = [words.at(-2), words.at(-1)];
    const waiting = left && right ? this.#vocabulary.pair(left, right) : 0;
    const hope = this.#vocabulary.hope(tail);
    const closed = this.#closed.get(tail) ?? [];
    this.#closed.set(tail, closed);
    const context = { id: this.#contexts.size, tail, closed, led, pair, words, waiting, hope, meetings: [] };
    this.#contexts.set(key, context);
    return context;
  }

  #keyOf(tail: string, pair: number, led: boolean): number {
    return numberOf(this.#tails, led ? ` ${tail}` : tail) * MOST_PAIRS + pair;
  }

  #pairOf(left: Entry | undefined, right: Entry | undefined): number {
    return numberOf(this.#pairs, numberOfPair(left, right));
  }

  #startsLed(start: number): boolean {
    return this.#options.style.endSpaces && startsLed(this.#raw, this.#pieces.places[start] as number);
  }

  /** Score of the begin of a reading. */
  #begin(start: number): number {
    return this.#raw[this.#pieces.places[start] as number] === " " ? this.#weigh("startSpace") : 0;
  }

  /** Score of the cut, by the characters that it brings together. */
  #seam({ tail }: Context, start: number): number {
    const left = tail === "" ? " " : (tail.at(-1) as string);
    const right = this.#raw[this.#pieces.places[start] as number] as string;
    const double = tail === "" && right === " " ? this.#weigh("doubleSpace") : 0;
    return this.#weigh(kindOfCut(left, right)) + double;
  }

  #meet({ tail, closed, meetings }: Context, start: number, head: string): Meeting {
    const known = meetings[start];
    if (known) return known;
    const shared = closed[start];
    const word = shared !== undefined ? shared : tail + head === "" ? null : this.#vocabulary.token(tail + head);
    closed[start] = word;
    const meeting = { word, joints: [] };
    meetings[start] = meeting;
    return meeting;
  }

  /** About what `#joints` will bring, but for the junction that waited. */
  #estimate({ words }: Context, { word }: Meeting, piece: Piece): number {
    const vocabulary = this.#vocabulary;
    let last = words.at(-1);
    let sum = 0;
    const [first, second] = piece.words;
    for (const next of [word, first, second]) {
      if (!next) continue;
      if (last) sum += hardly(last, next) ? rough : vocabulary.pair(last, next);
      last = next;
    }
    return sum;
  }

  /**
   * Score of the junctions of a meeting that have a word on both sides now: up to the first two words of the piece. What
   * is further inside it is in its own score.
   */
  #joints({ words }: Context, { word, joints }: Meeting, piece: Piece): number {
    const vocabulary = this.#vocabulary;
    const row = this.#row;
    row.length = 0;
    row.push(...words);
    if (word) row.push(word);
    for (let at = 0; at < 3 && at < piece.words.length; at++) row.push(piece.words[at] as Entry);
    let score = 0;
    for (let at = Math.max(0, words.length - 2); at + 2 < row.length; at++) {
      const [left, right] = [row[at] as Entry, row[at + 1] as Entry];
      score += hardly(left, right) ? rough : vocabulary.junction(row[at - 1], left, right, row[at + 2]);
    }
    joints[Math.min(piece.words.length, 3)] = score;
    return score;
  }

  /** What it costs to end a reading behind an open word. */
  #end({ tail, words, led }: Context): number {
    const row = tail === "" ? words : [...words, this.#vocabulary.token(tail)];
    let score = tail === "" ? 0 : (row.at(-1) as Entry).score;
    for (let at = Math.max(0, words.length - 2); at + 1 < row.length; at++) {
      score += this.#vocabulary.junction(row[at - 1], row[at] as Entry, row[at + 1] as Entry, row[at + 2]);
    }
    if (tail === "" && this.#options.style.endSpaces) score += this.#weigh("endSpaceKept");
    if (tail !== "" && led) score += this.#weigh("ledLine");
    if (!endsOpen(row.at(-1)?.token.text ?? "")) return score;
    return score + this.#weigh("hyphenAtEnd") - this.#weigh("hyphenLast");
  }

  #weigh(name: FeatureName): number {
    return this.#weights[feature[name]] as number;
  }
}

/** Bounds of the numbers below, so that a key made of two of them is a small integer or nearly. */
const MOST_PAIRS = 0x10000;

/** The number of a thing among those that were seen so far. */
function numberOf<T>(seen: Map<T, number>, thing: T): number {
  const known = seen.get(thing);
  if (known !== undefined) return known;
  seen.set(thing, seen.size);
  return seen.size - 1;
}

function hardly(left: Entry, right: Entry): boolean {
  return left.score < unlikely || right.score < unlikely;
}

/** The last three words: of a context, the word that was closed, and the whole words of a piece. */
function lastThree({ words }: Context, { word }: Meeting, piece: Piece): readonly Entry[] {
  if (piece.words.length >= 3) return piece.words.slice(-3);
  return [...words, ...(word ? [word] : []), ...piece.words].slice(-3);
}

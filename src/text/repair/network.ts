/**
 * How naturally four words follow each other, judged by a small neural network. A word is a vector: the sum of what is
 * known of it, field by field. What it adds to the hidden units depends on whether it stands second before the junction,
 * before it, behind it or second behind it: its four projections, worked out once a word, so that a junction costs no
 * more than the sum of four short rows. Trained to put lines back in order (`scripts/language-data/train.ts`), where the
 * table of `junction.ts` sums up features. It guides the search; in the choice the networks of lines know what it knows.
 */

import { FLOAT, inBlocks, makeWorkshop, type Workshop } from "./arithmetic.ts";
import { onceFor } from "./once.ts";
import { addProduct } from "./product.ts";
import type { Shape } from "./words.ts";

/** What the network sees of a word. */
export const fieldNames = [
  "word",
  "stem",
  "lead",
  "tag",
  "kind",
  "form",
  "sense",
  "asks",
  "offers",
  "ending",
  "definite",
  "after",
  "before",
] as const satisfies readonly (keyof Shape)[];

/** How many words a junction is judged by. */
export const reach = 4;

/** The vectors of one field: for each value (see `fieldValue`) the number of its row. A value without a row adds nothing. */
export interface FieldVectors {
  readonly rows: ReadonlyMap<number, number>;
  /** Quantised: `value * scale`, row after row. */
  readonly values: Int8Array;
  readonly scale: number;
}

export interface Network {
  /** Length of a word's vector. */
  readonly width: number;
  /** Number of hidden units. */
  readonly hidden: number;
  /** In the order of `fieldNames`. */
  readonly fields: readonly FieldVectors[];
  /** For each entry of a word's vector what it adds to the hidden units, in each of the four places. */
  readonly projection: Float32Array;
  readonly bias: Float32Array;
  readonly out: Float32Array;
  /** The projections of what stands where no word is: before the begin of the text and behind its end. */
  readonly edge: Float32Array;
}

const UNKNOWN = 3;

/** The value of a field, as a signed integer of 32 bits; the words that nobody knows are all one to the network. */
export function fieldValue(shape: Shape, field: (typeof fieldNames)[number]): number {
  if ((field === "word" || field === "stem") && !shape.known) return UNKNOWN;
  return Number(shape[field]);
}

/** The rows of a word in the fields; undefined where a field does not have its value. */
function rowsOf({ fields }: Network, shape: Shape): (number | undefined)[] {
  return fieldNames.map((name, field) => (fields[field] as FieldVectors).rows.get(fieldValue(shape, name)));
}

function sumRows({ width, fields }: Network, rows: readonly (number | undefined)[]): Float32Array {
  const vector = new Float32Array(width);
  rows.forEach((row, field) => {
    if (row === undefined) return;
    const { values, scale } = fields[field] as FieldVectors;
    for (let at = 0; at < width; at++) {
      vector[at] = (vector[at] as number) + (values[row * width + at] as number) * scale;
    }
  });
  return vector;
}

/**
 * What is worked out of the vectors of words. Most of what cuts leave of words is one to the network, but for the grammar
 * of its ends: it is worked out once. After `most` of them all are forgotten.
 */
export class OfWords<Made> {
  readonly #network: Network;
  readonly #most: number;
  readonly #workOut: (vector: Float32Array, number: number) => Made;
  readonly #known = new Map<string, Made>();
  #age = 0;

  /** `workOut` is also told how many are known. */
  constructor(network: Network, most: number, workOut: (vector: Float32Array, number: number) => Made) {
    this.#network = network;
    this.#most = most;
    this.#workOut = workOut;
  }

  /** How often all was forgotten. */
  get age(): number {
    return this.#age;
  }

  of(shape: Shape): Made {
    const rows = rowsOf(this.#network, shape);
    const key = rows.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.makeRoom(1);
    const made = this.#workOut(sumRows(this.#network, rows), this.#known.size);
    this.#known.set(key, made);
    return made;
  }

  /** Forgets all, where there is no room for so many more. */
  makeRoom(count: number): void {
    if (this.#known.size + count <= this.#most) return;
    this.#known.clear();
    this.#age++;
  }
}

/** The four projections of a word's vector, one behind the other: `reach * hidden` numbers. */
export function projectVector(
  { hidden, projection }: Pick<Network, "hidden" | "projection">,
  vector: Float32Array,
): Float32Array {
  const result = new Float32Array(reach * hidden);
  addProduct(result, vector, projection);
  return result;
}

/** So many words take eight megabytes. */
const MOST_PROJECTED = 5_000;

/** The network at work. The projections of words have their places in one memory. */
export class Junctions {
  readonly words: OfWords<number>;
  /** The place of what stands where no word is. */
  readonly edge: number;
  readonly #workshop: Workshop;
  /** Bytes of a row of hidden units. */
  readonly #rowSize: number;

  constructor(network: Network) {
    const { hidden, bias, out, edge } = network;
    const row = inBlocks(hidden);
    const [outAt, edgeAt, wordsAt] = [row, 2 * row, (2 + reach) * row];
    const workshop = makeWorkshop((wordsAt + MOST_PROJECTED * reach * row) * FLOAT);
    /** Writes four projections, and answers with their place. */
    const write = (numbers: Float32Array, at: number) => {
      for (let place = 0; place < reach; place++) {
        workshop.floats.set(numbers.subarray(place * hidden, (place + 1) * hidden), at + place * row);
      }
      return at * FLOAT;
    };
    workshop.floats.set(bias, 0);
    workshop.floats.set(out, outAt);
    this.#workshop = workshop;
    this.#rowSize = row * FLOAT;
    this.edge = write(edge, edgeAt);
    this.words = new OfWords(network, MOST_PROJECTED, (vector, number) =>
      write(projectVector(network, vector), wordsAt + number * reach * row),
    );
  }

  /**
   * How natural the junction between the second and the third of four words is, given the places of their projections: a
   * log-score.
   */
  judge(before: number, left: number, right: number, behind: number): number {
    const size = this.#rowSize;
    return this.#workshop.judge(0, size, size, before, left + size, right + 2 * size, behind + 3 * size);
  }
}

/** What was worked out of words serves every text. */
export const junctionsOf = onceFor((network: Network) => new Junctions(network));

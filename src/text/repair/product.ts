/**
 * The product of a vector and a matrix, that both networks spend their time on: worked out by a few lines of WebAssembly
 * (`product.wat`), four numbers at a time (SIMD, in every engine that runs this), which is ten to twenty times as fast as a loop.
 */

import { productCode } from "./product-code.ts";

/** Some numbers of a longer row. */
export interface Span {
  readonly values: Float32Array;
  readonly at: number;
  readonly length: number;
}

export function whole(values: Float32Array): Span {
  return { values, at: 0, length: values.length };
}

/** Adds the product of a vector and a matrix whose rows begin at a place; the numbers of the matrix never change. */
export function addProduct(sums: Span, vector: Span, rows: Float32Array, start: number): void {
  const matrix = matrices.get(rows)?.get(start) ?? makeMatrix(sums, vector, rows, start);
  matrix.addProduct(sums, vector);
}

function makeMatrix(sums: Span, vector: Span, rows: Float32Array, start: number): Matrix {
  const made = new Matrix(rows.subarray(start, start + vector.length * sums.length), sums.length);
  matrices.set(rows, new Map(matrices.get(rows)).set(start, made));
  return made;
}

/** By the numbers that they were made of, and the place of their first. */
const matrices = new WeakMap<Float32Array, Map<number, Matrix>>();

type Add = (vector: number, vectorEnd: number, sums: number, sumsEnd: number, matrix: number, rowSize: number) => void;

const compiled = new WebAssembly.Module(Uint8Array.from(atob(productCode), (character) => character.charCodeAt(0)));
const PAGE = 65_536;
/** Bytes of a number. */
const SIZE = Float32Array.BYTES_PER_ELEMENT;
/** Rows are filled up with nothing to a multiple of so many numbers. */
const BLOCK = 16;

/** A matrix in a memory of its own, where a vector and a row of sums have their places in front of it. */
class Matrix {
  readonly #numbers: Float32Array;
  readonly #add: Add;
  readonly #rows: number;
  readonly #columns: number;
  readonly #rowLength: number;

  constructor(values: Float32Array, columns: number) {
    this.#columns = columns;
    this.#rows = values.length / columns;
    this.#rowLength = Math.ceil(columns / BLOCK) * BLOCK;
    const length = this.#matrixAt + this.#rows * this.#rowLength;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((length * SIZE) / PAGE) });
    this.#numbers = new Float32Array(memory.buffer);
    this.#add = new WebAssembly.Instance(compiled, { product: { memory } }).exports.add as Add;
    for (let row = 0; row < this.#rows; row++) {
      const own = values.subarray(row * columns, (row + 1) * columns);
      this.#numbers.set(own, this.#matrixAt + row * this.#rowLength);
    }
  }

  get #sumsAt(): number {
    return this.#rows;
  }

  get #matrixAt(): number {
    return this.#sumsAt + this.#rowLength;
  }

  addProduct(sums: Span, vector: Span): void {
    const numbers = this.#numbers;
    const [sumsAt, matrixAt] = [this.#sumsAt, this.#matrixAt];
    numbers.set(vector.values.subarray(vector.at, vector.at + this.#rows), 0);
    numbers.set(sums.values.subarray(sums.at, sums.at + this.#columns), sumsAt);
    this.#add(0, this.#rows * SIZE, sumsAt * SIZE, matrixAt * SIZE, matrixAt * SIZE, this.#rowLength * SIZE);
    sums.values.set(numbers.subarray(sumsAt, sumsAt + this.#columns), sums.at);
  }
}

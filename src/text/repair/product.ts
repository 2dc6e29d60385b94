/** The product of a vector and a matrix, as the networks need it once for each word. */

import { FLOAT, inBlocks, makeWorkshop, type Workshop } from "./arithmetic.ts";

/** Adds the product of a vector and a matrix, given row after row, whose numbers never change. */
export function addProduct(sums: Float32Array, vector: Float32Array, matrix: Float32Array): void {
  let known = matrices.get(matrix);
  if (!known) {
    known = new Matrix(matrix, vector.length, sums.length);
    matrices.set(matrix, known);
  }
  known.addProduct(sums, vector);
}

/** By the numbers that they were made of. */
const matrices = new WeakMap<Float32Array, Matrix>();

/** A matrix in a memory of its own, where a vector and a row of sums have their places in front of it. */
class Matrix {
  readonly #workshop: Workshop;
  readonly #sums: number;
  readonly #matrix: number;
  readonly #rowLength: number;
  readonly #columns: number;

  constructor(values: Float32Array, rows: number, columns: number) {
    this.#columns = columns;
    this.#rowLength = inBlocks(columns);
    this.#sums = inBlocks(rows);
    this.#matrix = this.#sums + this.#rowLength;
    this.#workshop = makeWorkshop((this.#matrix + rows * this.#rowLength) * FLOAT);
    for (let row = 0; row < rows; row++) {
      const own = values.subarray(row * columns, (row + 1) * columns);
      this.#workshop.floats.set(own, this.#matrix + row * this.#rowLength);
    }
  }

  addProduct(sums: Float32Array, vector: Float32Array): void {
    const { floats } = this.#workshop;
    floats.set(vector, 0);
    floats.set(sums, this.#sums);
    const [at, matrix] = [this.#sums * FLOAT, this.#matrix * FLOAT];
    this.#workshop.addProduct(0, vector.length * FLOAT, at, matrix, matrix, this.#rowLength * FLOAT);
    sums.set(floats.subarray(this.#sums, this.#sums + this.#columns));
  }
}

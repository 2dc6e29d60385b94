import { describe, expect, it } from "vitest";
import { addProduct } from "./product.ts";
import { makeRandom } from "./testing/damage.ts";

const random = makeRandom(5);
const numbers = (length: number) => Float32Array.from({ length }, () => random.next() - 0.5);

describe("the product of a vector and a matrix", () => {
  it.each([
    [1, 1],
    [4, 12],
    [32, 16],
    [5, 37],
    [128, 384],
  ])("of %i rows and %i columns is added to the sums, each time", (rows, columns) => {
    const [matrix, vector, before] = [numbers(rows * columns), numbers(rows), numbers(columns)];
    const sums = before.slice();
    for (const times of [1, 2]) {
      addProduct(sums, vector, matrix);
      sums.forEach((sum, column) => {
        const product = vector.reduce(
          (total, value, row) => total + value * (matrix[row * columns + column] as number),
          0,
        );
        expect(sum).toBeCloseTo((before[column] as number) + times * product, 4);
      });
    }
  });
});

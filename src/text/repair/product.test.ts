import { describe, expect, it } from "vitest";
import { addProduct, whole } from "./product.ts";
import { productCode } from "./product-code.ts";
import { makeRandom } from "./testing/damage.ts";
import { compileProduct } from "./testing/product.ts";

const random = makeRandom(5);
const numbers = (length: number) => Float32Array.from({ length }, () => random.next() - 0.5);

describe("the product of a vector and a matrix", () => {
  it.each([
    [1, 1],
    [4, 12],
    [32, 16],
    [5, 37],
    [128, 384],
  ])("of %i rows and %i columns is added to the sums", (rows, columns) => {
    const [matrix, vector, before] = [numbers(rows * columns), numbers(rows), numbers(columns)];
    const sums = before.slice();
    addProduct(whole(sums), whole(vector), matrix, 0);
    sums.forEach((sum, column) => {
      const product = vector.reduce(
        (total, value, row) => total + value * (matrix[row * columns + column] as number),
        0,
      );
      expect(sum).toBeCloseTo((before[column] as number) + product, 4);
    });
  });

  it("may take its numbers from the midst of others, and leaves those as they are", () => {
    const matrix = Float32Array.of(9, 9, 1, 2, 3, 4);
    const values = Float32Array.of(7, 10, 100, 7);
    const sums = Float32Array.of(5, 0.5, 0.25, 5);
    addProduct({ values: sums, at: 1, length: 2 }, { values, at: 1, length: 2 }, matrix, 2);
    expect([...sums]).toEqual([5, 310.5, 420.25, 5]);
    addProduct({ values: sums, at: 1, length: 2 }, { values, at: 1, length: 2 }, matrix, 2);
    expect([...sums]).toEqual([5, 620.5, 840.25, 5]);
    expect([...values]).toEqual([7, 10, 100, 7]);
  });

  it("runs what its source says", async () => {
    expect(productCode).toBe(await compileProduct());
  });
});

/** The product that both networks spend their time on. */

type Four = [number, number, number, number];

/**
 * Adds the product of a vector and a matrix whose rows begin at a place; the length of the vector is a multiple of 4. Four
 * rows at a time: the sums are read and written a quarter as often, which doubles the speed.
 */
export function addProduct(sums: Float32Array, vector: Float32Array, rows: Float32Array, start: number): void {
  const { length } = sums;
  for (let from = 0; from < vector.length; from += 4) {
    const [a, b, c, d] = [vector[from], vector[from + 1], vector[from + 2], vector[from + 3]] as Four;
    const first = start + from * length;
    for (let to = 0; to < length; to++) {
      const at = first + to;
      sums[to] =
        (sums[to] as number) +
        a * (rows[at] as number) +
        b * (rows[at + length] as number) +
        c * (rows[at + 2 * length] as number) +
        d * (rows[at + 3 * length] as number);
    }
  }
}

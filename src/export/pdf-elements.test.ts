import { expect, test } from "vitest";
import { renameElements } from "./pdf-elements.ts";
import type { PdfObjects } from "./pdf-file.ts";

/** Two named elements, of which the second names the first as its header, and the tree of their names. */
function elements(first: number): PdfObjects {
  const name = (number: number) => `(node${String(number).padStart(8, "0")})`;
  return new Map<number, string | Uint8Array>([
    [1, `<</S /TH /ID ${name(first)}>>`],
    [2, `<</S /TD /A [<</Headers [${name(first)}]>>] /ID ${name(first + 4)} /Alt (\\(node1\\))>>`],
    [3, `<</Names [${name(first)} 1 0 R ${name(first + 4)} 2 0 R]>>`],
    [4, new Uint8Array([40, 110])],
  ]);
}

test("files that differ by the browser's numbers become the same, and names still lead to their elements", () => {
  const [one, other] = [elements(232), elements(230)];
  expect(one).not.toEqual(other);
  renameElements(one);
  renameElements(other);
  expect(one).toEqual(other);
  expect(one.get(3)).toBe("<</Names [(e00000000) 1 0 R (e00000001) 2 0 R]>>");
  expect(one.get(2)).toBe("<</S /TD /A [<</Headers [(e00000000)]>>] /ID (e00000001) /Alt (\\(node1\\))>>");
});

test("renaming twice is renaming once", () => {
  const objects = elements(7);
  renameElements(objects);
  const once = new Map(objects);
  renameElements(objects);
  expect(objects).toEqual(once);
});

/** Lines in which more than the order of runs is wrong: every character reversed, or every word in reversed order. */

/** A line in visual order, read from right to left; numbers and Latin keep their own direction. */
export function reverseVisual(raw: string): string {
  const reversed = [...raw.trim()].reverse().join("");
  return reversed.replace(leftToRight, (run) => [...run].reverse().join(""));
}

/** Numbers with their inner signs, and Latin phrases (UAX #9: they stand from left to right inside Hebrew). */
const leftToRight = /[A-Za-z0-9](?:[A-Za-z0-9 .,:/'&+_@%-]*[A-Za-z0-9%])?/gu;

/** The words of a line in reversed order, each left as it is. */
export function reverseWords(raw: string): string {
  return raw.trim().split(/(\s+)/u).reverse().join("");
}

/** Does the line look as if its characters were reversed? Words that begin with a final letter tell. */
export function looksVisual(raw: string): boolean {
  return /(?<![א-ת])[םןץףך][א-ת]/u.test(raw) || !/[םןץףך](?![א-ת])/u.test(raw);
}

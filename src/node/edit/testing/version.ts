/** Lines of one version: some hundred kilobytes, so that writing it takes a while. */
const LINES = 2_000;

/** A text that says on every line which version it is: a mix of two, or a part of one, is seen. */
export function versionText(number: number): string {
  return `## גרסה ${number}: שורה של טקסט שאומרת איזו גרסה היא\n`.repeat(LINES);
}

/** The number of a whole version; null for anything else. */
export function numberOfVersion(text: string): number | null {
  const number = Number(/^## גרסה (\d+):/.exec(text)?.[1] ?? Number.NaN);
  return text === versionText(number) ? number : null;
}

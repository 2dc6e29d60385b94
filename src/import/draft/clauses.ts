/** Sentences → clauses, at their marks and at the conjunctions that open a clause without one. */

export interface Clause {
  readonly text: string;
  /** The mark that ends it: `,` `;` `:` a dash, a bracket, or nothing where a conjunction opens the next one. */
  readonly mark: string;
}

/** Conjunctions that open a clause also without a comma. */
const OPENERS =
  "כאשר|כדי|בצירוף|בעוד|למרות|שכן|אלא|לרבות|דוגמת|אך|אבל|אולם|אם כי|משום ש\\S+|מפני ש\\S+|מכיוון|מאחר|(?:אף|לאחר|לפני|עד|כך) ש(?!נה|נת|ני|נים|תי|ל |לו|ש |בע|מונ)\\S+|although|because|while|which|but";
const BORDER = new RegExp(
  `\\s*([,;:])\\s+|\\s\\u0000\\s|\\s+([–—-])\\s+|\\s*(?=\\()|(?<=\\))\\s*|\\s+(?=(?:${OPENERS})(?=\\s))`,
  "gu",
);

/** Cuts a sentence at its clause borders. A comma inside a number is none. */
export function clausesOf(sentence: string): Clause[] {
  const body = sentence.replace(/[.!…]+(["”״')]*)$/u, "$1");
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of body.matchAll(BORDER)) {
    if (match.index === 0 || match.index < start) continue;
    push(clauses, body.slice(start, match.index), match[1] ?? match[2] ?? "");
    start = match.index + match[0].length;
  }
  push(clauses, body.slice(start), "");
  return clauses;
}

function push(clauses: Clause[], text: string, mark: string): void {
  const last = clauses.at(-1);
  if (text.trim() !== "") clauses.push({ text: text.trim(), mark });
  else if (last && mark !== "") clauses[clauses.length - 1] = { ...last, mark };
}

/** Words that a reader counts: a dash between spaces is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

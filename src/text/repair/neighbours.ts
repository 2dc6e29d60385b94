/** What the readings of neighbouring lines say of each other: how the one goes on into the other. */

import { breakBehind, type Evidence } from "./evidence.ts";
import { type Add, addOverCompound, dot, emptyVector, endsOpen, feature, type Vector } from "./features.ts";
import { endsParagraph, type RawLine, type Style } from "./lines.ts";
import type { Candidate } from "./readings.ts";
import type { Entry, Vocabulary } from "./vocabulary.ts";

/** The line break between two lines. */
export interface Break {
  /** Number of the line before. */
  readonly line: number;
  /** A paragraph ends here. */
  readonly final: boolean;
}

export function breakAfter({ number, raw }: RawLine, style: Style): Break {
  return { line: number, final: endsParagraph(raw, style) };
}

/** Adds how a reading goes on into a reading of the next line, or how a paragraph ends with the one and begins with the other. */
export function addJoint(
  vector: Vector,
  left: Candidate,
  right: Candidate,
  { line, final }: Break,
  vocabulary: Vocabulary,
  evidence: Evidence,
): void {
  const [before, last] = [left.words.at(-2), left.words.at(-1)];
  const [first, second] = right.words;
  if (!last || !first) return;
  const add: Add = (name, value = 1) => {
    vector[feature[name]] = (vector[feature[name]] as number) + value;
  };
  if (final) {
    add("paragraphEnd", vocabulary.order(before, last, undefined, undefined));
    add("paragraphBegin", vocabulary.order(undefined, undefined, first, second));
    return;
  }
  const natural = vocabulary.naturalness(before, last, first, second);
  add("overClasses", natural.classes);
  add("overWord", natural.word);
  add("overWords", natural.words);
  add("overOrder", vocabulary.order(before, last, first, second));
  addElsewhere(add, left, right, line, evidence);
  if (endsOpen(last.token.text)) {
    addOverCompound(add, last.token.core, first.token.core, vocabulary.model, evidence, line);
  }
}

function spoken({ token }: Entry): boolean {
  return token.core !== "";
}

/** Adds the words over a line break that stand side by side elsewhere; signs that stand alone part no words. */
function addElsewhere(add: Add, left: Candidate, right: Candidate, line: number, evidence: Evidence): void {
  const last = left.words.findLast(spoken)?.token;
  const first = right.words.find(spoken)?.token;
  const elsewhere = (...words: string[]) => (evidence.elsewhere(breakBehind(line), ...words) > 0 ? 1 : 0);
  if (!last || !first || elsewhere(last.stem, first.core) === 0) return;
  add("overElsewhere");
  const before = left.words.filter(spoken).at(-2)?.token;
  const second = right.words.filter(spoken).at(1)?.token;
  if (before) add("overTriple", elsewhere(before.stem, last.core, first.core));
  if (second) add("overTriple", elsewhere(last.stem, first.core, second.core));
}

/**
 * How each reading of a line goes on into each of the next. Most readings end and begin as others do, so that few of the
 * pairs have to be weighed.
 */
export function linksBetween(
  earlier: readonly Candidate[],
  later: readonly Candidate[],
  lineBreak: Break,
  vocabulary: Vocabulary,
  evidence: Evidence,
): number[][] {
  const ends = kindsOf(earlier, ({ words }) => words.slice(-2));
  const begins = kindsOf(later, ({ words }) => words.slice(0, 2));
  const scores = ends.examples.map((left) =>
    begins.examples.map((right) => {
      const vector = emptyVector();
      addJoint(vector, left, right, lineBreak, vocabulary, evidence);
      return dot(vector, vocabulary.weights.choice);
    }),
  );
  return ends.kinds.map((end) => begins.kinds.map((begin) => scores[end]?.[begin] as number));
}

/** Numbers the kinds of some candidates, by the words at an edge; answers with the kind of each, and an example of each kind. */
function kindsOf(candidates: readonly Candidate[], edgeOf: (candidate: Candidate) => readonly Entry[]) {
  const numbers = new Map<string, number>();
  const examples: Candidate[] = [];
  const kinds = candidates.map((candidate) => {
    const key = edgeOf(candidate)
      .map(({ id }) => id)
      .join(" ");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, examples.length);
    return examples.push(candidate) - 1;
  });
  return { kinds, examples };
}

import { type Line, placeOf } from "../lines.ts";
import type { CheckContext, Finding, Rule } from "../types.ts";

const LIKELIHOOD = /סביר|הסתברות|סיכוי|כמעט ודאי|محتمل|احتمال|\blikely\b|\bprobab/i;
const CONFIDENCE = /(?:רמת |ב)(?:ה)?ביטחון|ביטחון (?:נמוך|בינוני|גבוה)|ثقة|\bconfidence\b/i;
const SENTENCE = /[^.!?\u2029]+/g;

/** Likelihood and confidence in one sentence: the reader cannot tell which is which (ICD 203, D.6.e.2.a). */
export const judgment: Rule = (context) =>
  context.lines
    .filter(({ isNote }) => !isNote)
    .flatMap((line) => [...line.text.matchAll(SENTENCE)].flatMap(judge(context, line)));

function judge({ source }: CheckContext, line: Line): (match: RegExpExecArray) => readonly Finding[] {
  return ({ 0: sentence, index }) => {
    if (!LIKELIHOOD.test(sentence) || !CONFIDENCE.test(sentence)) return [];
    const start = index + sentence.length - sentence.trimStart().length;
    return [{ code: "slides/judgment", span: placeOf(source, line, start, index + sentence.trimEnd().length) }];
  };
}

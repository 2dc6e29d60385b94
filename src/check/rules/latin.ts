import { type Token, tokenize } from "../../text/isolate.ts";
import { type Line, placeOf } from "../lines.ts";
import type { CheckContext, Finding, Rule } from "../types.ts";

/** Foreign names whose end only the author knows: `Yahoo!,` and two names with a comma between, `Paris, Texas`. */
export const latin: Rule = (context) =>
  context.signed.flatMap((line) => {
    if (line.dir === "ltr" || !/[A-Za-z]/.test(line.text)) return [];
    const tokens = tokenize(line.text, { base: "rtl", ranges: context.deck.meta.ranges });
    const names = tokens.filter(({ kind }) => kind === "phrase");
    return [...terminalMarks(context, line, names), ...pairs(context, line, names)];
  });

function terminalMarks({ source }: CheckContext, line: Line, names: readonly Token[]): readonly Finding[] {
  return names.flatMap(({ start, end }) => {
    const mark = /^[!?]+(?=[,;:])/.exec(line.text.slice(end, end + 4))?.[0];
    if (mark === undefined) return [];
    const span = placeOf(source, line, end, end + mark.length);
    const text = line.text.slice(start, end);
    const after = span && { start: span.end, end: span.end };
    return [
      {
        code: "bidi/terminal-mark",
        span,
        args: { mark, text },
        fix: after && { span: after, text: "&lrm;", safe: false },
      },
    ];
  });
}

/** Exactly two: a longer row of names is a list, and is drawn as one. */
function pairs({ source }: CheckContext, line: Line, names: readonly Token[]): readonly Finding[] {
  const joined = names.map((name, index) => line.text.slice(name.end, names[index + 1]?.start ?? name.end) === ", ");
  return names.flatMap(({ start }, index) => {
    if (!joined[index] || joined[index - 1] || joined[index + 1]) return [];
    const end = names[index + 1]?.end ?? start;
    return [
      { code: "bidi/latin-list", span: placeOf(source, line, start, end), args: { text: line.text.slice(start, end) } },
    ];
  });
}

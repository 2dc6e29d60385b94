import { tokenize } from "../../text/isolate.ts";
import { placeOf } from "../lines.ts";
import type { Rule } from "../types.ts";

/** A hyphen before a number that may be a minus or the author's own dash: `ל -5`. It is set as typed. */
export const ambiguousMinus: Rule = ({ source, deck, lines }) =>
  lines.flatMap((line) => {
    if (line.dir === "ltr" || !line.text.includes("-")) return [];
    const tokens = tokenize(line.text, { base: "rtl", ranges: deck.meta.ranges });
    return tokens
      .filter(({ kind }) => kind === "doubtful-minus")
      .map(({ start, end }) => {
        const hyphen = placeOf(source, line, start, start + 1);
        return {
          code: "bidi/ambiguous-minus",
          span: placeOf(source, line, start, end),
          args: { text: line.text.slice(start, end) },
          fix: hyphen && { span: hyphen, text: "\u2212", safe: false },
        };
      });
  });

import { tokenize } from "../../text/isolate.ts";
import { placeOf } from "../lines.ts";
import type { Rule } from "../types.ts";

/** Where a doubtful sign can stand at all: after a space, or an en dash. Other lines need not be read. */
const POSSIBLE = /\s-\S|–\S/;

/** A hyphen before a number that may be a minus or the author's own dash: `ל -5`. It is set as typed. */
export const ambiguousMinus: Rule = ({ source, deck, signed }) =>
  signed.flatMap((line) => {
    if (line.dir === "ltr" || !line.text.includes("-") || !POSSIBLE.test(line.text)) return [];
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

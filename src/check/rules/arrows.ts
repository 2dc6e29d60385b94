import { placeOf } from "../lines.ts";
import type { Rule } from "../types.ts";

/** Arrows by what they are in a line of the other direction. The bidirectional algorithm mirrors none of them. */
const TURNED: Readonly<Record<string, string>> = {
  "→": "←",
  "⇒": "⇐",
  "⟶": "⟵",
  "➔": "←",
  "➜": "←",
  "->": "<-",
  "-->": "<--",
  "=>": "<=",
};
const ARROW =
  /(?<=[\u05D0-\u05EA\u0620-\u06D3"'״׳)\]] ?)(?:→|⇒|⟶|➔|➜|-->|->|=>)(?= ?["'(]?[\u05D0-\u05EA\u0620-\u06D3])/g;

/** A line without one of these has no arrow, and need not be searched for its neighbours. */
const SIGN = /[→⇒⟶➔➜>]/;

/** An arrow between two words that are read from right to left, and that points back to the first. */
export const arrows: Rule = ({ source, signed }) =>
  signed.flatMap((line) => {
    if (line.dir === "ltr" || !SIGN.test(line.text)) return [];
    return [...line.text.matchAll(ARROW)].map(({ 0: text, index }) => {
      const span = placeOf(source, line, index, index + text.length);
      const other = TURNED[text] ?? text;
      return { code: "bidi/arrow", span, args: { text, other }, fix: span && { span, text: other, safe: false } };
    });
  });

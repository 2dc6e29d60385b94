import { plainText } from "../../deck/plain.ts";
import { walkInlines } from "../lines.ts";
import type { Rule } from "../types.ts";

/** Single stars around Hebrew: there is no slanted Hebrew type, and newspapers do without (W3C hlreq). */
export const italics: Rule = ({ source, lines }) =>
  lines.flatMap(({ inlines }) =>
    (inlines.every(({ type }) => type === "text") ? [] : walkInlines(inlines))
      .filter((inline) => inline.type === "emphasis")
      .flatMap(({ children, span }) => {
        const text = plainText(children);
        if (!/[\u05D0-\u05EA]/.test(text)) return [];
        const inner = source.text.slice(span.start + 1, span.end - 1);
        return [
          { code: "text/italics", span, args: { text: short(text) }, fix: { span, text: `**${inner}**`, safe: false } },
        ];
      }),
  );

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

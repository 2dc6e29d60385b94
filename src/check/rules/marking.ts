import type { Rule } from "../types.ts";

/** A label of the Traffic Light Protocol, however it is typed. */
const LABEL = /\bTLP[\s:_-]*(RED|AMBER[\s+_-]*STRICT|AMBER|GREEN|CLEAR|WHITE)\b/i;

/** TLP 2.0 writes its labels in capitals, in English, without spaces: `TLP:AMBER+STRICT`. WHITE is CLEAR since 2022. */
export const marking: Rule = ({ source, deck }) => {
  const found = LABEL.exec(deck.meta.marking);
  if (found === null) return [];
  const [text, colour = ""] = found;
  const other = `TLP:${canonical(colour)}`;
  if (text === other) return [];
  const start = source.text.indexOf(text);
  const span = start < 0 ? null : { start, end: start + text.length };
  const safe = !/white/i.test(colour);
  return [{ code: "slides/tlp", span, args: { text, other }, fix: span && { span, text: other, safe } }];
};

function canonical(colour: string): string {
  const capitals = colour.toUpperCase();
  if (capitals === "WHITE") return "CLEAR";
  return capitals.startsWith("AMBER") && capitals.length > 5 ? "AMBER+STRICT" : capitals;
}

/** A line of inlines as one string, so that a run may cross the border of a strong word or a link. */
import type { Inline } from "../../deck/types.ts";
import { OBJECT, PARAGRAPH_SEPARATOR } from "../../text/characters.ts";

/** The text of a line. What has no text of the line (code, pictures, keys) stands as one neutral object. */
export function lineText(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) text += inline.type === "text" ? inline.text : otherText(inline);
  return text;
}

function otherText(inline: Exclude<Inline, { type: "text" }>): string {
  if (inline.type === "break") return PARAGRAPH_SEPARATOR;
  return isAtom(inline) ? OBJECT : lineText(inline.children);
}

type Atom = Extract<Inline, { type: "inline-code" | "image" | "break" | "footnote-ref" }>;

/** Whether an inline is set as a whole, by its own rules: code, a picture, a reference, a key. */
export function isAtom(inline: Inline): inline is Atom | Extract<Inline, { type: "tagged" }> {
  return !("children" in inline) ? inline.type !== "text" : inline.type === "tagged" && inline.tag === "kbd";
}

/** Length in the line's text. */
export function lineLength(inline: Inline): number {
  if (inline.type === "text") return inline.text.length;
  return isAtom(inline) ? 1 : lineText(inline.children).length;
}
